package arabic

import (
	"bytes"
	"iter"
	"strings"
)

// Named gives the places where a text has a name as whole words, compared folded:
// start and end of half-open byte ranges of text, in order and without overlap.
// Proclitics before the name («وأحمد», «للوزير») are no part of it. A name that
// folds to nothing has no place.
func Named(text, name string) iter.Seq2[int, int] {
	return func(yield func(start, end int) bool) {
		words := strings.Fields(Key(name))
		if len(words) == 0 {
			return
		}
		var folded []byte
		ending := []byte(strings.TrimPrefix(words[0], "ا")) // also of «للأمم», which is ل and الأمم
		for t, more := Next(text, 0); more; t, more = Next(text, t.End) {
			written := text[t.Start:t.End]
			if folded = AppendFold(folded[:0], written); !bytes.HasSuffix(folded, ending) {
				continue // most words of a text: decided without allocating
			}
			letters, ok := Proclitics(string(folded), func(rest string) bool { return rest == words[0] })
			end, follows := follow(text, t.End, words[1:])
			if !ok || !follows {
				continue
			}
			if !yield(t.Start+SkipLetters(written, letters), end) {
				return
			}
			t.End = end
		}
	}
}

// follow reports whether these folded words come next in the text from byte
// offset at on, and where they end.
func follow(text string, at int, words []string) (end int, ok bool) {
	for _, w := range words {
		t, more := Next(text, at)
		if !more || Fold(text[t.Start:t.End]) != w {
			return 0, false
		}
		at = t.End
	}
	return at, true
}
