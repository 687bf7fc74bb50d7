package arabic

import (
	"bytes"
	"strings"
)

// Named gives the places where a text has a name as whole words, compared folded,
// as half-open byte ranges of text, in order and without overlap. Proclitics
// before the name («وأحمد», «للوزير») do not count, and are left out. A name that
// folds to nothing stands nowhere.
func Named(text, name string) (places [][2]int) {
	words := strings.Fields(Key(name))
	if len(words) == 0 {
		return nil
	}
	var folded []byte
	ending := []byte(strings.TrimPrefix(words[0], "ا")) // also of «للأمم», which is ل and الأمم
	for t, more := Next(text, 0); more; t, more = Next(text, t.End) {
		written := text[t.Start:t.End]
		if folded = AppendFold(folded[:0], written); !bytes.HasSuffix(folded, ending) {
			continue // as nearly all: a text has many words
		}
		letters, ok := Proclitics(string(folded), func(rest string) bool { return rest == words[0] })
		if end, follows := follow(text, t.End, words[1:]); ok && follows {
			places = append(places, [2]int{t.Start + SkipLetters(written, letters), end})
			t.End = end
		}
	}
	return places
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
