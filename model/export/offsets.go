package export

import (
	"unicode/utf8"

	"rawi/model"
)

// stride is how many bytes of text share one entry of the index: an answer
// reads at most that many, and the index takes a sixteenth of the text.
const stride = 256

// Offsets converts byte offsets of one text into those of other programs. It is
// built in one pass and then answers in constant time, in any order. The zero
// value is that of the empty text.
type Offsets struct {
	text   string
	before []begun // before[i]: what begins in text[:i*stride]
}

// begun is how much begins in a piece of UTF-8.
type begun struct {
	points int // code points
	wide   int // those of them that are two units of UTF-16
}

// NewOffsets indexes a text, which must be valid UTF-8.
func NewOffsets(text string) *Offsets {
	o := &Offsets{text: text, before: make([]begun, 0, len(text)/stride+1)}
	var n begun
	for at := 0; at <= len(text); at += stride {
		o.before = append(o.before, n)
		n.add(text[at:min(at+stride, len(text))])
	}
	return o
}

// CodePoints is the number of code points before a byte offset from 0 to the length
// of the text. An offset inside a code point counts that code point.
func (o *Offsets) CodePoints(offset int) int { return o.at(offset).points }

// UTF16 is the number of units of UTF-16 before a byte offset.
func (o *Offsets) UTF16(offset int) int {
	n := o.at(offset)
	return n.points + n.wide
}

// Place is a span of the text in all units.
func (o *Offsets) Place(s model.Span) Place {
	start, end := o.at(s.Start), o.at(s.End)
	return Place{
		Bytes:      s,
		CodePoints: model.Span{Start: start.points, End: end.points},
		UTF16:      model.Span{Start: start.points + start.wide, End: end.points + end.wide},
	}
}

func (o *Offsets) at(offset int) begun {
	if offset == 0 {
		return begun{}
	}
	i := offset / stride
	n := o.before[i]
	n.add(o.text[i*stride : offset])
	return n
}

func (n *begun) add(piece string) {
	for i := range len(piece) {
		if utf8.RuneStart(piece[i]) {
			n.points++
		}
		if piece[i] >= 0xF0 { // begins a code point outside the Basic Multilingual Plane
			n.wide++
		}
	}
}
