package paint

import (
	"golang.org/x/text/unicode/bidi"

	"rawi/bidi/layout"
	"rawi/ui/theme"
)

// piece is a painted cell, or a blank beside a line.
type piece struct {
	text  string // one cell; "" behind a wide one
	look  theme.Look
	kind  kind
	apart bool // see [layout.Cell.Apart]
	wide  bool // of two columns

	address string // to which it leads; "" for none
}

// kind is what a terminal that reorders makes of a cell.
type kind uint8

const (
	plain  kind = iota // left to right, or neutral
	letter             // of class R or AL
	number             // of class AN
)

func newPiece(c *layout.Cell, look theme.Look) piece {
	text := guard(c.Glyph, c.Width)
	return piece{text: text, look: look, kind: kindOf(text), apart: c.Apart(), wide: c.Width > 1}
}

// kindOf asks for the class of every character: a glyph may begin with one
// that has no direction of its own.
func kindOf(glyph string) kind {
	if len(glyph) < 2 { // ASCII
		return plain
	}
	for _, r := range glyph {
		if 0xFE70 <= r && r <= 0xFEFC { // as most that are no ASCII
			return letter
		}
		switch p, _ := bidi.LookupRune(r); p.Class() {
		case bidi.R, bidi.AL:
			return letter
		case bidi.AN:
			return number
		}
	}
	return plain
}
