package model

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// skeletonBuilder makes a skeleton, a segment at a time: a character and all
// that may be composed with it.
type skeletonBuilder struct {
	source  string
	out     []byte
	pieces  []piece
	segment []byte
	at      Span   // of the segment in the source
	simple  bool   // the segment is one character that stays as it is
	before  Span   // white space before the segment, empty for none
	after   Span   // white space since
	plain   []byte // room for a normal form
}

// copy writes simple characters and single blanks between them, as long as they
// follow each other: nearly all of an article. It leaves the last character, to
// which marks may belong, and returns where that is.
func (b *skeletonBuilder) copy(from int) (last int) {
	last = from
	for i := from; ; {
		n := simpleAt(b.source, i)
		if n == 0 && i > from && i < len(b.source) && isBlank(b.source[i]) && simpleAt(b.source, i+1) > 0 {
			i++
			continue
		}
		if n == 0 {
			break
		}
		last, i = i, i+n
	}
	if last == from {
		return last
	}
	b.flush()
	b.writeBlank()
	at := len(b.out)
	b.write(b.source[from:last], Span{from, last})
	for i, c := range b.out[at:] {
		if isBlank(c) {
			b.out[at+i] = ' '
		}
	}
	return last
}

// simpleAt is the length of the simple character at an offset, 0 for none.
func simpleAt(text string, i int) int {
	switch {
	case i >= len(text):
		return 0
	case text[i] < utf8.RuneSelf:
		if '!' <= text[i] && text[i] <= '~' {
			return 1
		}
		return 0
	case i+1 < len(text) && (text[i] == 0xd8 && text[i+1] >= 0xa1 || text[i] == 0xd9 && text[i+1] <= 0x8a && text[i+1] != 0x80):
		return 2 // ء to ي, without the tatweel
	}
	return 0
}

func isBlank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' }

// read takes in one character of the source, decomposed.
func (b *skeletonBuilder) read(r rune, at Span) {
	if isSimple(r) || unicode.IsSpace(r) || isRaised(r) {
		b.add(r, at)
		return
	}
	parts := norm.NFKC.PropertiesString(at.In(b.source)).Decomposition()
	if len(parts) == 0 {
		b.add(r, at)
	}
	for _, r := range string(parts) {
		b.add(r, at)
	}
}

// add takes in one decomposed character, which stands for a stretch of the
// source.
func (b *skeletonBuilder) add(r rune, at Span) {
	switch {
	case isSimple(r):
		b.flush()
		b.simple = true
	case unicode.IsSpace(r):
		if b.after.Empty() {
			b.after.Start = at.Start
		}
		b.after.End = at.End
		return
	case ignored(r):
		return
	case norm.NFC.PropertiesString(string(r)).BoundaryBefore():
		b.flush()
	default:
		b.simple, b.after = false, Span{}
	}
	if len(b.segment) == 0 {
		b.at.Start = at.Start
	}
	b.at.End = at.End
	b.segment = utf8.AppendRune(b.segment, r)
}

// flush writes the segment.
func (b *skeletonBuilder) flush() {
	words := b.segment
	if !b.simple {
		b.plain = norm.NFC.Append(b.plain[:0], words...)
		words = b.plain
	}
	if len(words) > 0 {
		b.writeBlank()
		b.write(string(words), b.at)
	}
	b.segment, b.simple = b.segment[:0], false
	b.before, b.after = b.after, Span{}
}

// writeBlank writes the blank that is due, if there is one.
func (b *skeletonBuilder) writeBlank() {
	if !b.before.Empty() && len(b.out) > 0 {
		b.write(" ", b.before)
	}
	b.before = Span{}
}

// write appends what stands for a stretch of the source.
func (b *skeletonBuilder) write(words string, at Span) {
	same := words == at.In(b.source) || len(words) == 1 && at.Len() == 1
	n := len(b.pieces) - 1
	switch {
	case !same:
		b.pieces = append(b.pieces, piece{int32(len(b.out)), int32(at.Start), int32(at.End)})
	case n < 0 || b.pieces[n].end != 0 || int(b.pieces[n].start)+len(b.out)-int(b.pieces[n].at) != at.Start:
		b.pieces = append(b.pieces, piece{at: int32(len(b.out)), start: int32(at.Start)})
	}
	b.out = append(b.out, words...)
}
