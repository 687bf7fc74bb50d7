package l10n

import "testing"

func TestNearest(t *testing.T) {
	known := []string{"author", "terminal", "terminals", "marks"}
	for given, want := range map[string]string{
		"autor": "author", "Author": "author", "athuor": "author", "auhtor": "author", "termnal": "terminal", "terminls": "terminals",
		"mark": "marks", "makrs": "marks", "colour": "", "x": "", "": "",
	} {
		if got := Nearest(given, known); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", given, got, want)
		}
	}
}

// The distances stand in the literature on spelling correction.
func TestDistance(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want int
	}{{"kitten", "sitting", 3}, {"", "", 0}, {"abc", "abc", 0}, {"abc", "Abd", 1}, {"قبول", "قبل", 1}, {"", "abc", 3}, {"abc", "", 3}, {"ca", "ac", 1}, {"ca", "abc", 3}, {"saturday", "sunday", 3}, {"كتاب", "كاتب", 1}} {
		if got := Distance([]rune(test.a), []rune(test.b)); got != test.want {
			t.Errorf("Distance(%q, %q) = %d, want %d", test.a, test.b, got, test.want)
		}
	}
}
