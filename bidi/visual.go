package bidi

import (
	"slices"
	"unicode/utf8"

	"rawi/bidi/internal/ucd"
)

// AppendVisual appends the code points of the line text[start:end] as a terminal
// shows them from left to right: after L1 and L2, mirrored (L4), and with marks
// behind their base (L3). Nothing is left out, so a line has as many code points
// here as in the text; the characters that X9 removes are at the level of the
// character before them. A mark is a character of class NSM; those that follow
// one character at a right-to-left level stay behind it in the order of the
// text, and so do, between them, characters that X9 removes. A byte that is not
// UTF-8 gives U+FFFD. AppendVisual panics where Line does. It allocates where dst
// has no room, or for a line of more than 32 runs.
func (p *Paragraph) AppendVisual(dst []rune, start, end int) []rune {
	dst = slices.Grow(dst, len(p.text[start:end]))
	var memory [32]Run
	for _, r := range p.Line(memory[:0], start, end) {
		if text := p.text[r.Start:r.End]; r.Level.RightToLeft() {
			dst = appendRightToLeft(dst, text)
		} else {
			dst = appendLeftToRight(dst, text)
		}
	}
	return dst
}

// appendLeftToRight appends the code points of text, for which dst has room.
func appendLeftToRight(dst []rune, text string) []rune {
	for i := 0; i < len(text); {
		for ; i+span <= len(text) && wordAt(text, i)&tops == 0; i += span {
			for _, b := range []byte(text[i : i+span]) {
				dst = append(dst, rune(b))
			}
		}
		for end := min(i+span, len(text)); i < end; {
			r, size := utf8.DecodeRuneInString(text[i:])
			dst = append(dst, r)
			i += size
		}
	}
	return dst
}

// appendRightToLeft appends the code points of text, for which dst has room, from
// the last to the first, mirrored, with marks behind their base.
func appendRightToLeft(dst []rune, text string) []rune {
	marks := -1 // where in dst the marks begin whose base is to come
	for i := len(text); i > 0; {
		r, p, size := lastRune(text[:i])
		i -= size
		if p.Mirrored() {
			r, _ = ucd.Mirror(r) // L4
		}
		dst = append(dst, r)
		switch class := p.Class(); {
		case class == ucd.NSM:
			if marks < 0 {
				marks = len(dst) - 1
			}
		case marks < 0:
		case !removed.has(class):
			slices.Reverse(dst[marks:])
			marks = -1
		}
	}
	if marks >= 0 {
		slices.Reverse(dst[marks:])
	}
	return dst
}

// lastRune is the last character of text, which is not empty, what it is, and
// its size in bytes.
func lastRune(text string) (r rune, p ucd.Properties, size int) {
	i := len(text) - 1
	if b := text[i]; b < utf8.RuneSelf {
		return rune(b), ucd.PropertiesOfASCII(b), 1
	}
	if i > 0 && isPair(text, i-1) {
		return rune(text[i-1]&0x1F)<<6 | rune(text[i]&0x3F), ucd.PropertiesOfPair(text[i-1], text[i]), 2
	}
	r, size = utf8.DecodeLastRuneInString(text)
	return r, ucd.PropertiesOf(r), size
}
