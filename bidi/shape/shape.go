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

import "unicode/utf8"

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
	var last, previous letter // last is the last letter so far, previous the one right before it
	joinsLast := before       // of last
	blocked := false          // by a mark that keeps last from being composed with later ones
	for i := 0; ; {
		var r rune
		at := len(dst)
		if i < len(text) {
			if lead := text[i]; lead&0xFC == 0xD8 && i+1 < len(text) && text[i+1]&0xC0 == 0x80 { // the block Arabic
				r = rune(lead&0x1F)<<6 | rune(text[i+1]&0x3F)
				i += 2
			} else {
				var size int
				r, size = utf8.DecodeRuneInString(text[i:])
				i += size
			}
			dst = append(dst, r)
		}
		joining := after
		if at < len(dst) {
			joining = joiningOf(r)
		}
		if joining == transparent {
			if !vowel(r) {
				last.glyph, blocked = mark(dst, last, at, blocked)
			}
			continue
		}
		joins := joinsLast & (joining >> 1) & 1
		if in := uint32(last.glyph - arabicFirst); in < uint32(len(arabic.forms)) {
			if previous.glyph != lam || !previous.ligate(dst, last) {
				dst[last.at] = rune(arabic.forms[in][(last.joined|joins<<1)&3])
			}
		}
		if at == len(dst) {
			return dst
		}
		previous, last = last, letter{r, at, joins}
		joinsLast, blocked = joining, false
	}
}

// neighbours are the joining types of the characters beside a text, marks aside.
func neighbours(before, after string) (previous, next joining) {
	for before != "" {
		r, size := utf8.DecodeLastRuneInString(before)
		if previous = joiningOf(r); previous != transparent {
			break
		}
		before = before[:len(before)-size]
	}
	for _, r := range after {
		if next = joiningOf(r); next != transparent {
			break
		}
	}
	return previous &^ transparent, next &^ transparent
}
