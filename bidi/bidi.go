// Package bidi orders mixed left-to-right and right-to-left text for display
// by the Unicode Bidirectional Algorithm (UAX #9, Unicode 17.0.0).
//
// A [Paragraph] is set once and then cut into lines: [Paragraph.Set] applies
// rules P2 to I2, [Paragraph.AppendLine] applies L1 and L2 to one line and answers
// its runs in display order. Mirrored glyphs (L4) are answered by [Mirror];
// within a right-to-left run it is for the caller to show the characters from
// last to first and to keep marks behind their letter (L3).
//
//	var p bidi.Paragraph
//	p.Set(text, bidi.Auto)
//	for _, run := range p.AppendLine(nil, 0, len(text)) {
//		// text[run.Start:run.End], from left to right on the screen
//	}
//
// All positions are byte offsets into the UTF-8 text that was set. A byte that
// is not UTF-8 counts as U+FFFD, each by itself. Characters that rule X9 takes
// out of the algorithm (explicit formatting characters and boundary neutrals)
// have the level of the character before them, so every byte has a level.
//
// A text of several paragraphs is divided by [Paragraphs] first (P1).
//
// # Cost
//
// The work is linear in the length of the text, whatever it holds, and in
// steady use allocates nothing: runs of one class are resolved, not
// characters; isolates and brackets are matched once. A text whose strong
// characters all run in the paragraph's direction, as most are, is only read.
// The README beside this file has the measurements.
package bidi

import "rawi/bidi/internal/ucd"

// UnicodeVersion is the version of Unicode whose data and rules are used.
const UnicodeVersion = "17.0.0"

// Level is an embedding level (UAX #9, BD2): 0 to 126; even levels run left
// to right, odd ones right to left.
type Level uint8

// RightToLeft reports whether text of this level runs right to left.
func (l Level) RightToLeft() bool { return l&1 != 0 }

// direction is the strong class of the level's direction.
func (l Level) direction() ucd.Class {
	if l.RightToLeft() {
		return ucd.R
	}
	return ucd.L
}

// Direction is the base direction asked for a paragraph.
type Direction uint8

const (
	// Auto takes the first strong character (P2, P3), left to right without one.
	Auto Direction = iota
	LeftToRight
	RightToLeft
)

// Run is a stretch of text whose characters have one level.
type Run struct {
	Start, End int // byte offsets, half-open
	Level      Level
}

// Mirror is the character that mirrors r (BidiMirroring), for L4: what to show
// for r at a right-to-left level. Where r has none, ok is false and the answer
// is r itself.
func Mirror(r rune) (mirrored rune, ok bool) { return ucd.Mirror(r) }

// Majority is the direction of most of the strong characters of text (L against
// R and AL); ok is false where there are none or as many of either.
func Majority(text string) (dir Direction, ok bool) {
	balance := 0
	for i := 0; i < len(text); {
		p, size := propertiesAt(text, i)
		i += size
		switch p.Class() {
		case ucd.L:
			balance++
		case ucd.R, ucd.AL:
			balance--
		}
	}
	switch {
	case balance > 0:
		return LeftToRight, true
	case balance < 0:
		return RightToLeft, true
	}
	return Auto, false
}
