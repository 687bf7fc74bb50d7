package model

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Anchor is a place in a text, with the words that stand there and around it,
// so that it can be found again when the text has changed.
type Anchor struct {
	Span
	Exact  string // the words themselves
	Before string // what stands before them: up to contextRunes code points that count
	After  string // and after them
}

// contextRunes is enough to tell two equal short quotations of one article apart.
const contextRunes = 32

// maxContext is how many code points are looked at to find those that count.
const maxContext = 8 * contextRunes

// NewAnchor is the anchor of a span of text.
func NewAnchor(text string, at Span) Anchor {
	before, after := at.Start, at.End
	for c := (context{}); before > 0 && !c.full(); {
		r, size := utf8.DecodeLastRuneInString(text[:before])
		before -= size
		c.add(r)
	}
	for c := (context{}); after < len(text) && !c.full(); {
		r, size := utf8.DecodeRuneInString(text[after:])
		after += size
		c.add(r)
	}
	return Anchor{Span: at, Exact: at.In(text), Before: text[before:at.Start], After: text[at.End:after]}
}

// context counts the code points on one side of an anchor. Those count that make
// a difference (see skeleton); of white space in a row the first one does.
type context struct {
	all, counted int
	blank        bool // the last one that counted is white space
}

func (c *context) full() bool { return c.counted == contextRunes || c.all == maxContext }

func (c *context) add(r rune) {
	c.all++
	space := unicode.IsSpace(r)
	if ignored(r) || space && c.blank {
		return
	}
	c.counted++
	c.blank = space
}

// Holds reports whether the anchor's words stand at its place in text.
func (a Anchor) Holds(text string) bool {
	return 0 <= a.Start && a.Start <= a.End && a.End <= len(text) && strings.HasPrefix(text[a.Start:], a.Exact) && len(a.Exact) == a.Len()
}
