// Package bidi orders mixed left-to-right and right-to-left text for display
// by the Unicode Bidirectional Algorithm (UAX #9, Unicode 17.0.0).
//
// A [Paragraph] is set once and then cut into lines: [Paragraph.Set] applies
// rules P2 to I2, [Paragraph.Line] applies L1 and L2 to one line and answers
// its runs in display order. Mirrored glyphs (L4) are answered by [Mirror];
// within a right-to-left run it is for the caller to show the characters from
// last to first and to keep marks behind their letter (L3).
//
//	var p bidi.Paragraph
//	p.Set(text, bidi.Auto)
//	for _, run := range p.Line(nil, 0, len(text)) {
//		// text[run.Start:run.End], from left to right on the screen
//	}
//
// All positions are byte offsets into the UTF-8 text that was set. A byte that
// is not UTF-8 counts as U+FFFD, each by itself. Characters that rule X9 takes
// out of the algorithm (explicit formatting characters and boundary neutrals)
// have the level of the character before them, so every byte has a level.
//
// # Cost
//
// The work is linear in the length of the text, whatever it holds, and in
// steady use allocates nothing: runs of one class are resolved, not
// characters; isolates and brackets are matched once. A text whose strong
// characters all run in the paragraph's direction, as most are, is only read.
//
// Nanoseconds a code point, from UTF-8, on real texts of 3 MB: newspaper
// paragraphs in Arabic (arabic), those with Latin words (mixed), the same with a
// number, bracket or Latin word every few words (dense), vowelled news (vocal) and
// English (ascii). The shortest of 15 runs, in turn with ICU 72 in one process, on
// a machine of two cores (AMD EPYC); after the slash the target; in brackets how
// many times faster than ICU that is. Lines are of 80 columns, in code points:
//
//	           levels               lines of levels      and letter forms (package layout)
//	arabic     1.5 / 3.5  (10.0)     7.7 / 7    (2.8)     9.4 / 10   (3.8)
//	mixed      2.2 / 6     (9.9)     8.6 / 10   (3.4)    10.4 / 14   (4.1)
//	dense      6.7         (3.3)    13.7        (2.2)    16.1 / 16   (2.6)
//	vocal      1.3        (12.7)     6.8 / 8    (3.4)     8.5 / 10   (4.0)
//	ascii      0.15 / 0.6   (44)     0.9 / 1.5  (8.2)     1.3       (10.4)
//
// Made to be slow, by isolates, embeddings and brackets of all depths, 24 texts of
// 1 MiB take 0.1 to 24 ns a code point, and none of them more than 1.2 times what it
// takes at 4 KiB. The program in testdata/bench measures all of this.
package bidi

import "rawi/bidi/internal/ucd"

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
