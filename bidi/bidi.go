// Package bidi orders mixed left-to-right and right-to-left text for display
// by the Unicode Bidirectional Algorithm (UAX #9, Unicode 17.0.0).
//
// A [Paragraph] is set once and then cut into lines: [Paragraph.Set] applies
// rules P2 to I2, [Paragraph.Line] applies L1 and L2 to one line and answers
// its runs in display order. Mirrored glyphs (L4) are answered by [Mirror].
// All positions are byte offsets into the UTF-8 text that was set.
package bidi

// Level is an embedding level (UAX #9, BD2): 0 to 126; even levels run left
// to right, odd ones right to left.
type Level uint8

// RightToLeft reports whether text of this level runs right to left.
func (l Level) RightToLeft() bool { return l&1 != 0 }

// Direction is the base direction asked for a paragraph.
type Direction uint8

const (
	// Auto takes the first strong character (P2, P3), left to right without one.
	Auto Direction = iota
	LeftToRight
	RightToLeft
)

// Run is a stretch of a line whose characters have one level.
type Run struct {
	Start, End int // byte offsets, half-open
	Level      Level
}
