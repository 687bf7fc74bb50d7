package bidi

import (
	"slices"
	"unicode/utf8"

	"rawi/bidi/internal/marks"
	"rawi/bidi/internal/ucd"
)

// AppendVisual appends the code points of the line text[start:end] as a terminal
// shows them from left to right: after L1 and L2, mirrored (L4), and with marks
// behind their base (L3). Nothing is left out, so a line has as many code points
// here as in the text; the characters that X9 removes stand at the level of the
// character before them. Marks are the characters of class NSM: at a
// right-to-left level they stay behind the character that they follow, in the
// order of the text, and so do characters between them that X9 removes. A byte
// that is not UTF-8 gives U+FFFD.
//
// AppendVisual panics where AppendLine does. It allocates where dst has no room for a
// code point of each byte, or for a line of more than 32 runs.
func (p *Paragraph) AppendVisual(dst []rune, start, end int) []rune {
	dst = slices.Grow(dst, len(p.text[start:end]))
	if p.plain(start, end) {
		return appendVisual(dst, p.text[start:end], p.base)
	}
	var memory [32]Run
	for _, r := range p.AppendLine(memory[:0], start, end) {
		dst = appendVisual(dst, p.text[r.Start:r.End], r.Level)
	}
	return dst
}

// appendVisual appends the code points of text, all of one level, for which dst
// has room.
func appendVisual(dst []rune, text string, level Level) []rune {
	if level.RightToLeft() {
		return appendRightToLeft(dst, text)
	}
	return appendLeftToRight(dst, text)
}

// appendLeftToRight appends the code points of text as they are.
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

// appendRightToLeft appends the code points of text from the last to the first,
// mirrored (L4) and with marks behind their base (L3).
func appendRightToLeft(dst []rune, text string) []rune {
	n := len(dst)
	out := dst[n : n+len(text)] // written from its end, so that text is read forwards
	at := len(out)              // the last place written
	first, end := at, at        // out[first:end]: the last base, and before it its marks
	for i := 0; i < len(text); {
		var r rune
		var p ucd.Properties
		switch b := text[i]; { // propertiesAt with the character itself; a call costs as much again
		case b < utf8.RuneSelf:
			r, p = rune(b), ucd.PropertiesOfASCII(b)
			i++
		case isPair(text, i):
			r, p = pair(b, text[i+1]), ucd.PropertiesOfPair(b, text[i+1])
			i += 2
		default:
			var size int
			r, size = utf8.DecodeRuneInString(text[i:])
			p = ucd.PropertiesOf(r)
			i += size
		}
		at--
		out[at] = r
		if p.Mirrored() {
			out[at], _ = ucd.Mirror(r)
		}
		switch class := p.Class(); {
		case class == ucd.NSM:
			first = at
		case !removed.has(class):
			marks.PutBehind(out[first:end])
			first, end = at, at+1
		}
	}
	marks.PutBehind(out[first:end])
	return dst[:n+copy(out, out[at:])]
}
