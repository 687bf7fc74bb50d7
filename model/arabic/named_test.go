package arabic

import (
	"slices"
	"strings"
	"testing"
)

// TestNamed: the places stand between bars.
func TestNamed(t *testing.T) {
	tests := []struct{ name, text string }{
		{"أحمد", "قال |أحمد| ثم عاد |احمد|، و|أحمد| لا أحمدي ولا محمد"},
		{"احمد سامي", "|أحمد سامي| وأحمد والسامي و|أَحْمَدُ سامي|."},
		{"الراشدي", "قال |الراشدي| ل|لراشدي| وب|الراشدي|"},
		{"وليد", "|وليد| و|وليد| ليد"},
		{"CNN", "قناة |CNN| لـ|cnn|"},
		{"لا فاييت", "|لا فاييت| لا"},
		{"!", "لا شيء!"},
	}
	for _, test := range tests {
		parts := strings.Split(test.text, "|")
		text := strings.Join(parts, "")
		var want [][2]int
		at := 0
		for i, part := range parts {
			if i%2 == 1 {
				want = append(want, [2]int{at, at + len(part)})
			}
			at += len(part)
		}
		var got [][2]int
		for start, end := range Named(text, test.name) {
			got = append(got, [2]int{start, end})
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s in %s: %v, want %v", test.name, text, got, want)
		}
	}
}
