package model

import (
	"strings"
	"unicode/utf8"
)

// Anchor is a place in a text, with the words that stand there and around it,
// so that it can be found again when the text has changed.
type Anchor struct {
	Span
	Exact  string // the words themselves
	Before string // up to contextRunes code points before them
	After  string // and after them
}

// contextRunes is enough to tell two equal short quotations of one article apart.
const contextRunes = 32

// NewAnchor is the anchor of a span of text.
func NewAnchor(text string, at Span) Anchor {
	before, after := at.Start, at.End
	for n := 0; n < contextRunes && before > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(text[:before])
		before -= size
	}
	for n := 0; n < contextRunes && after < len(text); n++ {
		_, size := utf8.DecodeRuneInString(text[after:])
		after += size
	}
	return Anchor{Span: at, Exact: at.In(text), Before: text[before:at.Start], After: text[at.End:after]}
}

// Holds reports whether the anchor's words stand at its place in text.
func (a Anchor) Holds(text string) bool {
	return 0 <= a.Start && a.Start <= a.End && a.End <= len(text) && strings.HasPrefix(text[a.Start:], a.Exact) && len(a.Exact) == a.Len()
}
