package model

import (
	"strings"
	"time"
	"unicode/utf8"
)

// Deed is what a decision does.
type Deed uint8

const (
	Assign  Deed = iota // these words were said by this party
	SetKind             // these words are of this kind
	Revoke              // takes back another annotation
)

var deeds = [...]string{"assign", "kind", "revoke"}

// String is the deed's name in files.
func (d Deed) String() string { return deeds[d] }

// ParseDeed is the inverse of [Deed.String].
func ParseDeed(name string) (Deed, bool) {
	for d, n := range deeds {
		if n == name {
			return Deed(d), true
		}
	}
	return 0, false
}

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

// Annotation is one decision by one reader. It never changes: a decision is
// taken back by another one.
type Annotation struct {
	ID        string // unique among all readers
	Time      time.Time
	Author    string
	Deed      Deed
	Anchor    Anchor    // the quotation decided on; zero for Revoke
	Speaker   PartyID   // Assign: who said it
	Name      string    // Assign: the speaker's name, so that the decision stands alone
	PartyKind PartyKind // Assign: what the speaker is
	Kind      QuoteKind // SetKind: what the words are
	Target    string    // Revoke: the ID of the annotation taken back
}
