package model

import (
	"hash/maphash"
	"iter"
	"unicode"
)

// wordIndex is the words of one text and where each stands. It takes some 16 bytes
// a word, besides the text.
type wordIndex struct {
	text  string
	seed  maphash.Seed
	words []wordSpan // in text order
	first []int32    // by hash: the first such word, from 1; 0 for none
	next  []int32    // by word: the next of its hash, from 1
}

// wordSpan is a Span in half the memory.
type wordSpan struct{ start, end int32 }

func (x *wordIndex) span(i int) Span {
	return Span{int(x.words[i].start), int(x.words[i].end)}
}

func newWordIndex(text string) *wordIndex {
	x := &wordIndex{text: text, seed: maphash.MakeSeed()}
	for w := range plainWords(text) {
		x.words = append(x.words, wordSpan{int32(w.Start), int32(w.End)})
	}
	size := 1
	for size < len(x.words)/2 {
		size *= 2
	}
	x.first, x.next = make([]int32, size), make([]int32, len(x.words))
	for i := len(x.words) - 1; i >= 0; i-- {
		first := x.bucket(x.span(i).In(text))
		x.next[i], *first = *first, int32(i)+1
	}
	return x
}

func (x *wordIndex) bucket(word string) *int32 {
	return &x.first[maphash.String(x.seed, word)&uint64(len(x.first)-1)]
}

// places is the indexes of the words that equal word, in text order.
func (x *wordIndex) places(word string) iter.Seq[int] {
	return func(yield func(int) bool) {
		for n := *x.bucket(word); n > 0; n = x.next[n-1] {
			i := int(n - 1)
			if x.span(i).In(x.text) == word && !yield(i) {
				return
			}
		}
	}
}

// count is how often a word stands in the text, up to a limit.
func (x *wordIndex) count(word string, limit int) (n int) {
	for range x.places(word) {
		if n++; n == limit {
			break
		}
	}
	return n
}

// plainWords is the words of a text without what stands between them.
func plainWords(text string) iter.Seq[Span] {
	return func(yield func(Span) bool) {
		start := -1
		for i, r := range text {
			in := inWord(r)
			if in && start < 0 {
				start = i
			}
			if !in && start >= 0 {
				if !yield(Span{start, i}) {
					return
				}
				start = -1
			}
		}
		if start >= 0 {
			yield(Span{start, len(text)})
		}
	}
}

// inWord reports whether a character is part of a word.
func inWord(r rune) bool {
	return isSimple(r) && r > '~' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}
