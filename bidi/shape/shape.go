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
// Shape before lines are broken and before they are reordered, one level run
// at a time (UAX #9, section 3.5): letters join in logical order, and marks
// between them do not count. Text already in presentation forms has no joining
// type and is left alone; the spacing marks U+FE70-FE7F are never made.
package shape

import "rawi/bidi/internal/ucd"

// Absorbed stands for a character that has no glyph of its own because the
// glyph before it shows it too.
const Absorbed rune = -1

// Append appends one rune for each character of text, as ranging over text
// gives them (a byte that is not UTF-8 is a character, U+FFFD): its contextual
// form, itself, or [Absorbed]. It does not allocate when dst has the room.
func Append(dst []rune, text string) []rune {
	var last letter // of the run so far
	for _, r := range text {
		at := len(dst)
		dst = append(dst, r)
		joining := ucd.JoiningOf(r)
		if joining == ucd.Transparent {
			last.mark(dst, at)
			continue
		}
		joins := joinsNext(last.joining) && joinsPrevious(joining)
		last.finish(dst, joins)
		last = letter{glyph: r, at: at, joining: joining, joined: joins, lam: last.lamBefore()}
	}
	last.finish(dst, false)
	return dst
}

func joinsPrevious(j ucd.Joining) bool {
	return j == ucd.RightJoining || j == ucd.DualJoining || j == ucd.JoinCausing
}

func joinsNext(j ucd.Joining) bool {
	return j == ucd.LeftJoining || j == ucd.DualJoining || j == ucd.JoinCausing
}
