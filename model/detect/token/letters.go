package token

import (
	"strings"
	"unicode/utf8"
)

// Letters is how many letters a folded word has, of whatever script.
func Letters(fold string) (n int) {
	for i := range len(fold) {
		if utf8.RuneStart(fold[i]) {
			n++
		}
	}
	return n
}

// FirstLetters is the first n letters of a folded word, or all that it has.
func FirstLetters(fold string, n int) string { return fold[:len(fold)-len(AfterLetters(fold, n))] }

// AfterLetters is what remains of a folded word after its first n letters.
func AfterLetters(fold string, n int) string {
	i := 0
	for ; n > 0 && i < len(fold); n-- {
		for i++; i < len(fold) && !utf8.RuneStart(fold[i]); {
			i++
		}
	}
	return fold[i:]
}

// CutFirst cuts off the first letter when it is one of those given.
func CutFirst(fold string, among ...string) (first, rest string) {
	for _, letter := range among {
		if rest, ok := strings.CutPrefix(fold, letter); ok {
			return letter, rest
		}
	}
	return "", ""
}

// runes is a word letter by letter. Words of one letter and of none are
// ordinary: «و» that stands alone, «ء», a lone vowel mark.
type runes []rune

// at is the letter with index i, counted from the end where i is negative; 0,
// which is no letter, outside the word.
func (w runes) at(i int) rune {
	if i < 0 {
		i += len(w)
	}
	if i < 0 || i >= len(w) {
		return 0
	}
	return w[i]
}

func isWeak(r rune) bool { return r == 'ا' || r == 'و' || r == 'ي' || r == 'ى' }

// isAffricate reports whether the letter behind ت spells one foreign sound with
// it: «تشرشل», «تسيبراس».
func isAffricate(r rune) bool { return r == 'ش' || r == 'س' || r == 'ز' }

func contracted(fold string, skip int) bool {
	return strings.HasSuffix(FirstLetters(fold, skip), "ل") && strings.HasPrefix(AfterLetters(fold, skip), "ل")
}

func isDefinite(fold string) bool { return strings.HasPrefix(fold, "ال") && Letters(fold) > 3 }
