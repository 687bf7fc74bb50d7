package export

import "unicode/utf8"

// stride is how many bytes of text share one entry of the index: an answer
// reads at most that many, and the index takes a thirty-second of the text.
const stride = 256

// CodePoints converts byte offsets of one text into code point offsets. It is
// built in one pass and then answers in constant time, in any order. The zero
// value is the index of the empty text.
type CodePoints struct {
	text   string
	before []int // before[i]: code points that begin in text[:i*stride]
}

// NewCodePoints indexes a text, which must be valid UTF-8.
func NewCodePoints(text string) *CodePoints {
	c := &CodePoints{text: text, before: make([]int, 0, len(text)/stride+1)}
	for at, n := 0, 0; at <= len(text); at += stride {
		c.before = append(c.before, n)
		n += begun(text[at:min(at+stride, len(text))])
	}
	return c
}

// At is the number of code points before a byte offset from 0 to the length of
// the text. An offset inside a code point counts that code point.
func (c *CodePoints) At(offset int) int {
	if offset == 0 {
		return 0
	}
	i := offset / stride
	return c.before[i] + begun(c.text[i*stride:offset])
}

// begun counts the code points that begin in a piece of UTF-8.
func begun(piece string) int {
	n := 0
	for i := range len(piece) {
		if utf8.RuneStart(piece[i]) {
			n++
		}
	}
	return n
}
