package l10n

import (
	"strings"
	"testing"
)

// The samples are those of CLDR's plural rules for ar and en.
func TestCount(t *testing.T) {
	for category, samples := range [categoryCount][]int{
		zero: {0}, one: {1}, two: {2}, few: {3, 10, 103, 110, 1003}, many: {11, 26, 99, 111, 1011}, other: {100, 101, 102, 200, 202, 1000, 10000, 100000, 1000000},
	} {
		for _, n := range samples {
			if got := arabicCategory(n); got != category {
				t.Errorf("%d is of category %d, want %d", n, got, category)
			}
		}
	}
	for _, test := range []struct {
		n               int
		arabic, english string
	}{
		{0, "لا قرارات", "0 decisions"}, {1, "قرار واحد", "1 decision"}, {2, "قراران", "2 decisions"}, {3, "3 قرارات", "3 decisions"},
		{10, "10 قرارات", "10 decisions"}, {11, "11 قرارا", "11 decisions"}, {99, "99 قرارا", "99 decisions"}, {100, "100 قرار", "100 decisions"}, {103, "103 قرارات", "103 decisions"},
	} {
		if ar, en := Arabic.Count(test.n, Decisions), English.Count(test.n, Decisions); ar != test.arabic || en != test.english {
			t.Errorf("%d: %q and %q", test.n, ar, en)
		}
	}
}

// Every noun has all its forms.
func TestNounsAreWhole(t *testing.T) {
	for noun := range nounCount {
		for category, form := range arabicNouns[noun] {
			if form == "" || (category >= few) != strings.Contains(form, "%d") {
				t.Errorf("noun %d, category %d: %q", noun, category, form)
			}
		}
		for _, form := range englishNouns[noun] {
			if !strings.HasPrefix(form, "%d ") {
				t.Errorf("noun %d: %q", noun, form)
			}
		}
	}
}
