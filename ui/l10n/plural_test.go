package l10n

import "testing"

// made is a language that rawi does not have. It counts by the rule of CLDR for pl, in
// which whole numbers are one, few or many and never other.
var made = translation{
	code: "xx",
	plural: func(n int) category {
		switch ten, hundred := n%10, n%100; {
		case n == 1:
			return one
		case 2 <= ten && ten <= 4 && (hundred < 12 || hundred > 14):
			return few
		}
		return many
	},
	nouns: [nounCount]forms{
		Decisions: {one: "%d decyzja", few: "%d decyzje", many: "%d decyzji"},
		Articles:  {one: "jeden artykuł", few: "%d artykuły", many: "%d artykułów"},
		Files:     {one: "%d plik", few: "%d pliki", many: "%d plików"},
		Faults:    {one: "%d błąd", few: "%d błędy", many: "%d błędów"},
		Words:     {one: "%d słowo", few: "%d słowa", many: "%d słów"},
		Kilobytes: {one: "%d kilobajt", few: "%d kilobajty", many: "%d kilobajtów"},
		Minutes:   {one: "%d minuta", few: "%d minuty", many: "%d minut"},
	},
}

// The samples are those of CLDR's plural rules for ar, en and pl.
func TestPlural(t *testing.T) {
	for _, test := range []struct {
		language *translation
		samples  [categoryCount][]int
	}{
		{&arabic, [categoryCount][]int{
			zero: {0}, one: {1}, two: {2}, few: {3, 4, 10, 103, 110, 1003}, many: {11, 26, 99, 111, 1011},
			other: {100, 101, 102, 200, 202, 300, 302, 1000, 10000, 100000, 1000000},
		}},
		{&english, [categoryCount][]int{one: {1}, other: {0, 2, 16, 100, 1000, 10000, 100000, 1000000}}},
		{&made, [categoryCount][]int{
			one: {1}, few: {2, 3, 4, 22, 24, 32, 34, 102, 1002},
			many: {0, 5, 12, 13, 14, 19, 21, 100, 112, 1000, 10000, 100000, 1000000},
		}},
	} {
		for want, samples := range test.samples {
			for _, n := range samples {
				if got := test.language.plural(n); got != category(want) {
					t.Errorf("%s: %d is of category %d, want %d", test.language.code, n, got, want)
				}
			}
		}
	}
}

func TestCount(t *testing.T) {
	for _, test := range []struct {
		n                     int
		arabic, english, made string
	}{
		{0, "لا قرارات", "0 decisions", "0 decyzji"}, {1, "قرار واحد", "1 decision", "1 decyzja"},
		{2, "قراران", "2 decisions", "2 decyzje"}, {3, "3 قرارات", "3 decisions", "3 decyzje"},
		{10, "10 قرارات", "10 decisions", "10 decyzji"}, {11, "11 قرارا", "11 decisions", "11 decyzji"},
		{22, "22 قرارا", "22 decisions", "22 decyzje"}, {99, "99 قرارا", "99 decisions", "99 decyzji"},
		{100, "100 قرار", "100 decisions", "100 decyzji"}, {103, "103 قرارات", "103 decisions", "103 decyzje"},
	} {
		ar, en, xx := Arabic.Count(test.n, Decisions), English.Count(test.n, Decisions), made.count(test.n, Decisions)
		if ar != test.arabic || en != test.english || xx != test.made {
			t.Errorf("%d: %q, %q and %q", test.n, ar, en, xx)
		}
	}
	if got := made.count(1, Articles); got != "jeden artykuł" {
		t.Errorf("one article: %q", got)
	}
}
