package arabic

import (
	"iter"
	"sort"
	"strings"
)

// Find gives the places where pattern occurs in text, compared folded: start and
// end of half-open byte ranges of text, in order and without overlap. Vowel marks
// after a match's last letter belong to it. A pattern that folds to nothing
// occurs nowhere.
func Find(text, pattern string) iter.Seq2[int, int] {
	return func(yield func(start, end int) bool) {
		want := Fold(pattern)
		if want == "" {
			return
		}
		folded, source := foldMap(text)
		for at := 0; ; {
			i := strings.Index(folded[at:], want)
			if i < 0 {
				return
			}
			start, end := at+i, at+i+len(want)
			if !yield(source.from(start), source.until(end, len(text))) {
				return
			}
			at = end
		}
	}
}

// offsets says for each kept rune where it stands in the folded text and in
// the source.
type offsets []struct{ folded, source int }

// foldMap folds text and says where the runes came from.
func foldMap(text string) (string, offsets) {
	folded := make([]byte, 0, len(text))
	var source offsets
	for i, r := range text {
		n := len(folded)
		folded = appendRune(folded, r)
		if len(folded) > n {
			source = append(source, struct{ folded, source int }{n, i})
		}
	}
	return string(folded), source
}

// from is the source offset of the rune in which the folded offset lies.
func (o offsets) from(folded int) int {
	i := sort.Search(len(o), func(i int) bool { return o[i].folded > folded })
	return o[i-1].source
}

// until is the source offset of the first kept rune at or after the folded
// offset; end when there is none.
func (o offsets) until(folded, end int) int {
	i := sort.Search(len(o), func(i int) bool { return o[i].folded >= folded })
	if i == len(o) {
		return end
	}
	return o[i].source
}

// SkipLetters is the byte offset in word after its first n letters and the
// marks and tatweels on them; len(word) when it has fewer.
func SkipLetters(word string, n int) int {
	for i, r := range word {
		if foldRune(r) < 0 {
			continue
		}
		if n == 0 {
			return i
		}
		n--
	}
	return len(word)
}
