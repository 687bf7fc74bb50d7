// Package shape chooses the contextual forms of Arabic letters for terminals
// that do not join them: presentation forms where Unicode has them
// (Arabic Presentation Forms-B and Forms-A), the letter itself where it has
// not.
//
// [Append] maps every character of a text to one rune, in logical order:
//
//	glyphs := shape.Append(nil, "سلام") // ﺳ ﻼ [Absorbed] ﻡ
//
// A letter becomes the form that its neighbours ask for by their joining types
// (Unicode 17.0.0, section 9.2 and ArabicShaping.txt). What has no form stays
// as it is and still joins its neighbours. A letter that another one took into
// itself becomes [Absorbed]: the alef of a lam-alef, and the hamza or madda
// that was composed with its letter. Since nothing moves, marks keep their
// order: those of lam stand before those of its alef, on one ligature.
//
// [AppendKashidas] says where each word takes a tatweel when a line must be
// wider.
//
// Shape before lines are broken and before they are reordered, one level run
// at a time (UAX #9, section 3.5): letters join in logical order, and marks
// between them do not count. Text already in presentation forms has no joining
// type and is left alone; the spacing marks U+FE70-FE7F are never made.
package shape

import (
	"slices"
	"unicode/utf8"
)

// Absorbed stands for a character that has no glyph of its own because the
// glyph before it shows it too.
const Absorbed rune = -1

// Append appends one rune for each character of text, as ranging over text
// gives them (a byte that is not UTF-8 is a character, U+FFFD): its contextual
// form, itself, or [Absorbed]. It does not allocate when dst has the room.
func Append(dst []rune, text string) []rune { return AppendPart(dst, text, 0, len(text)) }

// AppendPart is [Append] for text[start:end], whose first and last letters join
// those beside it in text. It is for lines that divide a word. It panics where
// start and end are no range of the text.
func AppendPart(dst []rune, text string, start, end int) []rune {
	before, after := neighbours(text[:start], text[end:])
	text = text[start:end]
	n := len(dst)
	dst = slices.Grow(dst, len(text))
	out := dst[n : n+len(text)]
	j, at := newJoiner(out, before), 0
	for i := 0; i < len(text); {
		if i, at = j.letters(text, i, at); i == len(text) {
			break
		}
		r, size := decode(text, i)
		i += size
		if out[at] = r; j.join(r, joiningOf(r), at) {
			out[at] = Absorbed
		}
		at++
	}
	j.form(after)
	return dst[:n+at]
}

// letters appends to out[:at] characters of one or two bytes that are not
// transparent, and vowel marks, as nearly all are. It answers where in text it met
// another, or a lam-alef, and the new at. It does the same as join, with what it
// knows in registers.
func (j *joiner) letters(text string, i, at int) (int, int) {
	if j.last.joined&ligated != 0 || uint32(j.last.glyph) >= uint32(len(short.joining)) {
		return i, at
	}
	out, known := j.out, short
	lastIs, lastAt := j.lastIs, j.last.at
	last := uint32(j.last.glyph)*formsOf | uint32(j.last.joined) // where its forms lie; few registers are left
	for i+1 < len(text) {
		// A character of one or two bytes; which, is a conditional move: words and
		// blanks would make it a costly branch.
		pair := uint32(text[i])<<8 | uint32(text[i+1])
		r, size := pair>>2&0x7C0|pair&0x3F, 2
		if pair < utf8.RuneSelf<<8 {
			r, size = pair>>8, 1
		} else if pair-0xC200 >= 0xE000-0xC200 || pair&0xC0 != 0x80 {
			break
		}
		if !vowel(rune(r)) {
			is := known.joining[r&0x7FF]
			if is&(transparent|lastIs>>1&alef) != 0 {
				break
			}
			joins := uint32(lastIs & (is >> 1) & joinsNext)
			out[lastAt] = rune(known.forms[(last|joins<<1)%uint32(len(known.forms))])
			last, lastIs, lastAt = r*formsOf|joins, is, at
		}
		out[at] = rune(r)
		at++
		i += size
	}
	if lastAt != j.last.at {
		j.last, j.lastIs, j.blocked = letter{rune(last / formsOf), lastAt, joining(last % formsOf)}, lastIs, false
	}
	return i, at
}

// decode is the character at text[i] and its size.
func decode(text string, i int) (r rune, size int) {
	if r, size = shortAt(text, i); size == 0 {
		r, size = utf8.DecodeRuneInString(text[i:])
	}
	return r, size
}

// shortAt is the character at text[i], of one or two bytes, and its size; that is
// 0 where a longer one stands there, what is no UTF-8, or the last byte of text.
func shortAt(text string, i int) (r rune, size int) {
	if i+1 >= len(text) {
		return
	}
	lead, next := text[i], text[i+1]
	two := lead >> 7 // 1 in a character of two bytes, 0 in ASCII
	if lead >= 0xE0 || lead-0x80 <= 0x41 || (next^0x80)&0xC0&-two != 0 {
		return
	}
	if r = rune(lead); two != 0 { // a conditional move: words and blanks would make it a costly branch
		r = r&0x1F<<6 | rune(next&0x3F)
	}
	return r, 1 + int(two)
}

// neighbours are the joining types of the characters beside a text, marks aside.
func neighbours(before, after string) (previous, next joining) {
	for before != "" {
		r, size := utf8.DecodeLastRuneInString(before)
		if previous = joiningOf(r); previous&transparent == 0 {
			break
		}
		before = before[:len(before)-size]
	}
	for _, r := range after {
		if next = joiningOf(r); next&transparent == 0 {
			break
		}
	}
	return previous & (joinsNext | joinsPrevious), next & (joinsNext | joinsPrevious)
}
