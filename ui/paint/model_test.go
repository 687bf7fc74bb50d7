package paint

import (
	"slices"
	"strings"
	"unicode"

	xbidi "golang.org/x/text/unicode/bidi"

	"rawi/bidi"
	"rawi/ui/terminal"
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
func reordering(line string) []string { return ordering(line, bidi.LeftToRight) }

// guessing is a terminal that takes the base direction of a line from its first
// letter, as PuTTY does.
func guessing(line string) []string { return ordering(line, bidi.Auto) }

func ordering(line string, base bidi.Direction) []string {
	var p bidi.Paragraph
	p.Set(line, base)
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

// sizing is kitty with text sizing: neighbours that are aligned alike make a
// run, and a run that begins right to left is turned round. A character in OSC
// 66 is aligned as it says there, any other is not.
func sizing(line string) []string {
	type run struct {
		align string
		cells []string
	}
	var all []run
	add := func(align, text string) {
		if n := len(all); n > 0 && all[n-1].align == align && align != "" {
			all[n-1].cells = append(all[n-1].cells, obeying(text)...)
			return
		}
		all = append(all, run{align, obeying(text)})
	}
	rest := string(terminal.Size([]byte(line)))
	for {
		before, after, found := strings.Cut(rest, "\x1b]66;w=1:h=")
		add("", before)
		if !found {
			break
		}
		var text string
		text, rest, _ = strings.Cut(after[2:], "\a")
		add(after[:1], text)
	}
	var shown []string
	for _, r := range all {
		if r.align == "" {
			r.cells = turning(strings.Join(r.cells, ""))
		} else {
			slices.Reverse(r.cells)
		}
		shown = append(shown, r.cells...)
	}
	return shown
}

// fragmenting is a terminal that applies UAX #9 to each stretch of one look, as
// qterminal does.
func fragmenting(line string) []string {
	var shown []string
	for _, fragment := range sgr.Split(line, -1) {
		shown = append(shown, reordering(fragment)...)
	}
	return shown
}

func isLetter(cell string) bool {
	p, _ := xbidi.LookupString(cell)
	return p.Class() == xbidi.R || p.Class() == xbidi.AL
}
