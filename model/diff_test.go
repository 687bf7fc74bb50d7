package model

import (
	"strings"
	"testing"
)

// What is kept and added is the new text, what is kept and struck the words of
// the old one.
func FuzzDiff(f *testing.F) {
	f.Add("إن الموسم أفضل", "إن الموسم أقل  ")
	f.Add(" a b\nc a", "b c\ta a")
	f.Fuzz(func(t *testing.T, old, now string) {
		var kept, was strings.Builder
		for i, c := range Diff(old, now) {
			if c.Op != Struck {
				kept.WriteString(c.Text)
			}
			if c.Op != Added {
				was.WriteString(c.Text + " ")
			}
			if c.Text == "" || i == 0 && c.Op == Same && old == "" {
				t.Errorf("an empty change between %q and %q", old, now)
			}
		}
		if kept.String() != now || Skeleton(was.String()) != Skeleton(old) {
			t.Errorf("from %q to %q: kept %q, was %q", old, now, kept.String(), was.String())
		}
	})
}

// As many words as can be stay the same.
func TestDiffIsShort(t *testing.T) {
	same := 0
	for _, c := range Diff("ا ب ج د ا ب", "ب ج ا د ب ا") {
		if c.Op == Same {
			same += len(strings.Fields(c.Text))
		}
	}
	if same != 4 {
		t.Errorf("%d words are the same, want 4", same)
	}
}

func TestLongDiff(t *testing.T) {
	long := strings.Repeat("كلمة ", 5000)
	if d := Diff(long, long+"أخرى"); len(d) != 2 || d[0].Op != Struck || d[1].Text != long+"أخرى" {
		t.Errorf("%d changes", len(d))
	}
}
