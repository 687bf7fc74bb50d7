package paint

import (
	"slices"
	"unicode"

	xbidi "golang.org/x/text/unicode/bidi"

	"rawi/bidi"
)

// This file holds small models of terminals. Each takes one line as it is sent,
// without SGR, and answers the cells as the terminal shows them, left to right
// and without U+200E.

// obeying is a terminal that shows cells as they are sent: a character with
// what has no width after it.
func obeying(line string) []string {
	var cells []string
	for _, r := range line {
		switch {
		case string(r) == lrm:
		case len(cells) > 0 && unicode.In(r, unicode.Mn, unicode.Me):
			cells[len(cells)-1] += string(r)
		default:
			cells = append(cells, string(r))
		}
	}
	return cells
}

// reordering is a terminal that applies UAX #9 with a left-to-right base to the
// whole line, as VTE, Konsole and browsers do.
func reordering(line string) []string {
	var p bidi.Paragraph
	p.Set(line, bidi.LeftToRight)
	var shown []string
	for _, run := range p.Line(nil, 0, len(line)) {
		cells := obeying(line[run.Start:run.End])
		if run.Level.RightToLeft() {
			slices.Reverse(cells)
			for i, c := range cells {
				if m, ok := bidi.Mirror([]rune(c)[0]); ok { // L4
					cells[i] = string(m)
				}
			}
		}
		shown = append(shown, cells...)
	}
	return shown
}

// turning is a terminal that turns each run of letters round, as kitty does.
func turning(line string) []string {
	cells := obeying(line)
	for i := 0; i < len(cells); i++ {
		start := i
		for i < len(cells) && isLetter(cells[i]) {
			i++
		}
		slices.Reverse(cells[start:i])
	}
	return cells
}

func isLetter(cell string) bool {
	p, _ := xbidi.LookupString(cell)
	return p.Class() == xbidi.R || p.Class() == xbidi.AL
}
