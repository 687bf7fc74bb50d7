package detect

import "unicode/utf8"

// family is a kind of quotation marks; those of one family belong together.
type family uint8

const (
	noFamily family = iota
	straight
	guillemet
	curly
	single
	paren
	familyCount
)

// shape is a mark's family and the side it is made for.
type shape struct {
	family family
	side   side
}

type side int8

const (
	either side = iota
	opens
	closes
)

var shapes = map[rune]shape{
	'"': {straight, either}, '＂': {straight, either}, '\'': {single, either}, '`': {single, either},
	'«': {guillemet, opens}, '»': {guillemet, closes},
	'“': {curly, opens}, '”': {curly, closes}, '„': {curly, opens}, '‟': {curly, opens},
	'❝': {curly, opens}, '❞': {curly, closes},
	'‘': {single, opens}, '’': {single, closes}, '‚': {single, opens}, '‛': {single, opens},
	'‹': {guillemet, opens}, '›': {guillemet, closes},
}

func markOf(r rune) shape { return shapes[r] }

// shapeAt is the shape of the mark token, also where two signs stand for one.
func (p *stream) shapeAt(i int) shape {
	t := &p.tokens[i]
	r, size := utf8.DecodeRuneInString(p.text[t.start:])
	if size == int(t.size) {
		return markOf(r)
	}
	switch r {
	case '(':
		return shape{paren, opens}
	case ')':
		return shape{paren, closes}
	case '<':
		return shape{guillemet, opens}
	case '>':
		return shape{guillemet, closes}
	}
	return shape{straight, either}
}
