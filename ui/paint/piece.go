package paint

import (
	"strings"

	"golang.org/x/text/unicode/bidi"

	"rawi/bidi/layout"
	"rawi/ui/theme"
)

// piece is a painted cell, or a blank beside the line.
type piece struct {
	text string // one cell
	look theme.Look
	kind kind
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
	return piece{text, look, kindOf(text)}
}

// kindOf asks for the class of every character: a glyph may begin with one
// that has no direction of its own.
func kindOf(glyph string) kind {
	if len(glyph) < 2 { // ASCII
		return plain
	}
	for _, r := range glyph {
		switch p, _ := bidi.LookupRune(r); p.Class() {
		case bidi.R, bidi.AL:
			return letter
		case bidi.AN:
			return number
		}
	}
	return plain
}

// blanks appends n blanks.
func blanks(pieces []piece, n int, look theme.Look) []piece {
	for range n {
		pieces = append(pieces, piece{text: " ", look: look})
	}
	return pieces
}

// join writes the pieces with one SGR sequence for each stretch of one look.
func join(pieces []piece) string {
	var b strings.Builder
	b.Grow(4 * len(pieces))
	var look theme.Look
	for _, p := range pieces {
		if p.look != look {
			if look != (theme.Look{}) {
				b.WriteString(theme.Reset)
			}
			b.WriteString(p.look.Sequence())
			look = p.look
		}
		b.WriteString(p.text)
	}
	if look != (theme.Look{}) {
		b.WriteString(theme.Reset)
	}
	return b.String()
}
