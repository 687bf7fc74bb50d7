package main

import (
	"strings"
	"testing"

	"rawi/ui/terminal"
)

// Lines with Arabic go as the terminal needs them, others as they are; what is
// written in pieces is a line all the same.
func TestArabicLines(t *testing.T) {
	profile, _ := terminal.ByName("xterm")
	var out strings.Builder
	lines := &arabicLines{out: &out, profile: profile, width: 14}
	for _, piece := range []string{"rawi: no", " flag\n", "المق", "ال: x\nb\n", "rawi: المقال x\n", "rawi: x المقال\n"} {
		if n, err := lines.Write([]byte(piece)); n != len(piece) || err != nil {
			t.Fatal(n, err)
		}
	}
	want := "rawi: no flag\n" + "     x :" + articleVisual + "\nb\n" + "x " + articleVisual + " :rawi\n" + "rawi: x " + articleVisual + "\n"
	if got := out.String(); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
