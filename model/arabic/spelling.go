package arabic

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// SameSpelling reports whether two folded words are likely spellings of one
// name: equal, or of five letters or more with the same first letter and at
// most one letter added, lost or changed («لافرينتييف», «لافرينتيف»).
func SameSpelling(a, b string) bool {
	if a == b {
		return true
	}
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) < 5 || len(y)-len(x) > 1 || x[0] != y[0] {
		return false
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	if i == len(y) {
		return true // bytes that are no letters, each read as U+FFFD
	}
	rest := x[i:]
	if len(x) == len(y) {
		rest = x[i+1:]
	}
	return string(rest) == string(y[i+1:])
}

// IsPart reports whether the words of one key (see [Key]) stand in another, in
// order, except for spelling and the article ال («لافروف» in «سيرغي لافروف»). A word
// of one or two letters alone is part of nothing.
func IsPart(short, long string) bool {
	words := strings.Fields(short)
	if utf8.RuneCountInString(short) < 3 {
		return false
	}
	for _, w := range strings.Fields(long) {
		if len(words) > 0 && (SameSpelling(words[0], w) || words[0] == strings.TrimPrefix(w, "ال") || w == strings.TrimPrefix(words[0], "ال")) {
			words = words[1:]
		}
	}
	return len(words) == 0
}

// SameName reports whether two keys (see [Key]) name the same: word by word
// the same spelling, or equal when their blanks are left out («لا فاييت»).
func SameName(a, b string) bool {
	if a == b {
		return true
	}
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) != len(y) {
		return strings.Join(x, "") == strings.Join(y, "")
	}
	for i := range x {
		if !SameSpelling(x[i], y[i]) {
			return false
		}
	}
	return true
}

// Plain is a name in its plainest spelling: with letters in place of their presentation forms, without
// tatweel, vowel marks and what shows nothing. Hamza and madda belong to their letters and stay.
func Plain(name string) string {
	if !strings.ContainsFunc(name, func(r rune) bool { return r == 'ـ' || IsMark(r) || isControl(r) || isPresentationForm(r) }) {
		return name
	}
	var out strings.Builder
	for _, r := range norm.NFC.String(name) {
		switch {
		case r == 'ـ' || IsMark(r) || isControl(r):
		case isPresentationForm(r) && r != '﴾' && r != '﴿':
			out.WriteString(Plain(strings.TrimSpace(norm.NFKC.String(string(r)))))
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}
