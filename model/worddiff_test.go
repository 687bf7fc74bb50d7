package model

import (
	"slices"
	"strings"
	"testing"
)

func TestDiff(t *testing.T) {
	marks := map[WordEdit]string{Kept: "", Struck: "-", Added: "+"}
	tests := []struct{ before, after, want string }{
		{"لن نهدم حجرا", "لن نهدم حجرا", "لن نهدم حجرا"},
		{"لن نهدم حجرا واحدا", "لن نهدم أي حجر واحدا", "لن نهدم -حجرا +أي +حجر واحدا"},
		{"", "نعم", "+نعم"},
		{"نعم", "", "-نعم"},
		{"أ ب", "ب أ", "-أ ب +أ"},
	}
	for _, test := range tests {
		var got []string
		for _, c := range DiffWords(test.before, test.after) {
			got = append(got, marks[c.Edit]+c.Word)
		}
		if s := strings.Join(got, " "); s != test.want {
			t.Errorf("%q to %q: %s, want %s", test.before, test.after, s, test.want)
		}
	}
}

// What is kept and struck is the words of the old text, what is kept and added
// has the same words as the new one.
func FuzzDiff(f *testing.F) {
	f.Add("إن الموسم أفضل", "إن الموسم أقل  ")
	f.Add(" a b\nc a", "b c\ta a")
	f.Add(strings.Repeat("ا ب ج ", 150), strings.Repeat("ب ج ا ا ", 110))
	f.Fuzz(func(t *testing.T, before, after string) {
		var old, now []string
		for _, c := range DiffWords(before, after) {
			if c.Edit != Added {
				old = append(old, c.Word)
			}
			if c.Edit != Struck {
				now = append(now, c.Word)
			}
		}
		if !slices.Equal(old, strings.Fields(before)) || !slices.Equal(Skeletons(now), Skeletons(strings.Fields(after))) {
			t.Errorf("from %q to %q: the old words are %q, the new ones %q", before, after, old, now)
		}
	})
}

// As many words as can be stay the same.
func TestDiffIsShort(t *testing.T) {
	same := 0
	for _, c := range DiffWords("ا ب ج د ا ب", "ب ج ا د ب ا") {
		if c.Edit == Kept {
			same++
		}
	}
	if same != 4 {
		t.Errorf("%d words are the same, want 4", same)
	}
}

func TestLongDiff(t *testing.T) {
	long := strings.Repeat("كلمة ", 5000)
	d := DiffWords(long, long+"أخرى")
	if len(d) != 10001 || d[0].Edit != Struck || d[4999].Edit != Struck || d[5000].Edit != Added || d[10000].Word != "أخرى" {
		t.Errorf("%d changes", len(d))
	}
}
