package ui

import (
	"math/rand"
	"strings"
	"testing"
)

func TestChanges(t *testing.T) {
	marks := map[edit]string{kept: "", struck: "-", added: "+"}
	tests := []struct{ before, after, want string }{
		{"لن نهدم حجرا", "لن نهدم حجرا", "لن نهدم حجرا"},
		{"لن نهدم حجرا واحدا", "لن نهدم أي حجر واحدا", "لن نهدم -حجرا +أي +حجر واحدا"},
		{"", "نعم", "+نعم"},
		{"نعم", "", "-نعم"},
		{"أ ب", "ب أ", "-أ ب +أ"},
	}
	for _, test := range tests {
		var got []string
		for _, c := range changes(test.before, test.after) {
			got = append(got, marks[c.edit]+c.word)
		}
		if s := strings.Join(got, " "); s != test.want {
			t.Errorf("%q to %q: %s, want %s", test.before, test.after, s, test.want)
		}
	}
}

// What is kept and struck is the old text, what is kept and added the new one.
func TestChangesAreWhole(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	text := func() string {
		words := make([]string, random.Intn(500))
		for i := range words {
			words[i] = string('ا' + rune(random.Intn(5)))
		}
		return strings.Join(words, " ")
	}
	for range 50 {
		before, after := text(), text()
		var old, now []string
		for _, c := range changes(before, after) {
			if c.edit != added {
				old = append(old, c.word)
			}
			if c.edit != struck {
				now = append(now, c.word)
			}
		}
		if strings.Join(old, " ") != before || strings.Join(now, " ") != after {
			t.Fatalf("%q to %q: %q and %q", before, after, old, now)
		}
	}
}
