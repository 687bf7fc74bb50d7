package token

import "unicode/utf8"

// Family is a kind of quotation marks; those of one family belong together.
type Family uint8

const (
	NoFamily Family = iota
	straight
	guillemet
	curly
	single
	paren
	Families
)

// MarkShape is a mark's family and the side it is made for.
type MarkShape struct {
	Family Family
	Side   Side
}

// Side is which side of a quotation a mark is made for.
type Side int8

const (
	Either Side = iota
	Opens
	Closes
)

var markShapes = map[rune]MarkShape{
	'"': {straight, Either}, '＂': {straight, Either}, '\'': {single, Either}, '`': {single, Either},
	'«': {guillemet, Opens}, '»': {guillemet, Closes},
	'“': {curly, Opens}, '”': {curly, Closes}, '„': {curly, Opens}, '‟': {curly, Opens},
	'❝': {curly, Opens}, '❞': {curly, Closes},
	'‘': {single, Opens}, '’': {single, Closes}, '‚': {single, Opens}, '‛': {single, Opens},
	'‹': {guillemet, Opens}, '›': {guillemet, Closes}, '≪': {guillemet, Opens}, '≫': {guillemet, Closes},
	'《': {guillemet, Opens}, '》': {guillemet, Closes}, '〈': {guillemet, Opens}, '〉': {guillemet, Closes},
	'﴿': {paren, Either}, '﴾': {paren, Either}, // of scripture; which of the two opens is often mistaken
	'「': {curly, Opens}, '」': {curly, Closes}, '『': {curly, Opens}, '』': {curly, Closes},
}

func markOf(r rune) MarkShape { return markShapes[r] }

// MarkAt is the shape of the mark token, also where two signs stand for one.
func (s *Stream) MarkAt(i int) MarkShape {
	written := s.At(i).written
	r, size := utf8.DecodeRuneInString(written)
	if size == len(written) {
		return markOf(r)
	}
	switch r {
	case '(':
		return MarkShape{paren, Opens}
	case ')':
		return MarkShape{paren, Closes}
	case '<':
		return MarkShape{guillemet, Opens}
	case '>':
		return MarkShape{guillemet, Closes}
	}
	return MarkShape{straight, Either}
}
