package shape

import (
	"slices"

	"rawi/bidi/internal/marks"
	"rawi/bidi/internal/ucd"
)

// AppendVisual appends the part text[start:end] of a right-to-left run as it is
// shown from left to right: shaped as by [AppendPart], mirrored (UAX #9, L4), with
// marks behind their letter (L3) in the order of the text, and without what was
// [Absorbed]. Characters that X9 removes stay where they are between a letter and
// its marks.
func AppendVisual(dst []rune, text string, start, end int) []rune {
	before, after := neighbours(text[:start], text[end:])
	text = text[start:end]
	n := len(dst)
	dst = slices.Grow(dst, len(text))
	out := dst[n : n+len(text)]
	w := writer{newJoiner(out, before), len(out), len(out), len(out)}
	for i := 0; i < len(text); {
		i = w.usual(text, i)
		if i == len(text) {
			break
		}
		r, size := decode(text, i)
		i += size
		w.any(r, joiningOf(r))
	}
	w.form(after)
	marks.PutBehind(out[w.marks:w.base])
	return dst[:n+copy(out, out[w.at:])]
}

// writer writes from the end of out to its start, so that text is read forwards.
type writer struct {
	joiner
	at          int // the last place written
	marks, base int // out[marks:base]: the last base, and before it its marks
}

// any writes any character.
func (w *writer) any(r rune, is joining) {
	if w.join(r, is, w.at-1) {
		return
	}
	if is&(nonspacing|removed) == 0 {
		w.begin(is)
	}
	w.at--
	w.out[w.at] = r
	if is&nonspacing != 0 {
		w.marks = w.at
	}
	if is&mirrored != 0 {
		w.out[w.at], _ = ucd.Mirror(r)
		w.last.glyph = w.out[w.at]
	}
}

// begin begins a group of a base and its marks.
func (w *writer) begin(base joining) {
	marks.PutBehind(w.out[w.marks:w.base])
	if base&transparent != 0 && w.marks <= w.last.at && w.last.at < w.base {
		w.last.at = w.marks + w.base - 1 - w.last.at // its form is still to be written
	}
	w.marks, w.base = w.at-1, w.at
}

// usual writes characters of one or two bytes that are bases in themselves, and
// vowel marks, as nearly all are, and answers where it met another, or a lam-alef.
// It does the same as any, with what it knows of them in registers.
func (w *writer) usual(text string, i int) int {
	if w.last.at != w.at || w.base != w.at+1 || w.last.joined&ligated != 0 || uint32(w.last.glyph) >= uint32(len(short.joining)) {
		return i
	}
	out, at, base := w.out, w.at, w.base
	last, lastIs, joined := w.last.glyph, w.lastIs, w.last.joined
	for i < len(text) {
		r, size := shortAt(text, i)
		if size == 0 {
			break
		}
		if vowel(r) {
			i += size
			at--
			out[at] = r
			continue
		}
		is := short.joining[r&0x7FF]
		if is&(odd|lastIs>>1&alef) != 0 {
			break
		}
		i += size
		joins := lastIs & (is >> 1) & joinsNext
		out[base-1] = rune(short.forms[last&0x7FF*formsOf+rune((joined|joins<<1)&3)])
		marks.PutBehind(out[at:base])
		last, lastIs, joined = r, is, joins
		base = at
		at-- // for r, whose form comes with the next
	}
	w.at, w.base, w.marks = at, base, at
	w.last, w.lastIs = letter{last, base - 1, joined}, lastIs
	return i
}

// odd is what the usual characters are not.
const odd = transparent | nonspacing | removed | mirrored
