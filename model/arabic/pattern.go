package arabic

import (
	"iter"
	"strings"
)

// Pattern is what a reader looks for: words, which are compared folded ([Find]), or
// behind [Exactly] what is looked for as it is written.
type Pattern string

// Exactly is what a pattern begins with that is looked for as it is written.
const Exactly = "="

// Words is the pattern without what says how to look for it.
func (p Pattern) Words() string { return strings.TrimPrefix(string(p), Exactly) }

// IsExact reports whether the words are looked for as they are written.
func (p Pattern) IsExact() bool { return strings.HasPrefix(string(p), Exactly) }

// In gives the places where the pattern occurs in a text: start and end of half-open
// byte ranges, in order and without overlap.
func (p Pattern) In(text string) iter.Seq2[int, int] {
	if p.IsExact() {
		return written(text, p.Words())
	}
	return Find(text, string(p))
}

// written gives the places where words stand in a text as they are written.
func written(text, words string) iter.Seq2[int, int] {
	return func(yield func(start, end int) bool) {
		for at := 0; words != ""; {
			i := strings.Index(text[at:], words)
			if i < 0 {
				return
			}
			at += i + len(words)
			if !yield(at-len(words), at) {
				return
			}
		}
	}
}
