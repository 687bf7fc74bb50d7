// Package paint turns laid-out lines and the marks on them into a frame, as the
// terminal must get it.
//
// Styling comes last: a line is laid out from the whole text first, and colour
// is laid on its cells afterwards, so a highlight never breaks a join nor
// changes the order. Panes paint on areas of a [Screen]; its rows stay cells
// until the whole frame is there, and are then put into the order that the
// terminal needs. What comes out holds no control characters but line feeds, the
// SGR sequences and links (OSC 8) made here and, to keep cells apart, U+200E. Its bytes
// are bounded by the number of cells, whatever the text holds, links by their length.
package paint

import (
	"rawi/bidi/layout"
	"rawi/ui/terminal"
	"rawi/ui/theme"
)

// Mark says that the bytes Start to End of a line's source play a role.
// Marks may overlap; later ones in a slice lie over earlier ones, each setting
// only what its style sets. A cell takes part when any of its bytes does.
type Mark struct {
	Start, End int
	Role       theme.Role
	Address    string // to which the words lead, "" for none; not in labels
}

// Painter says for which theme and which terminal lines are painted. The zero
// value paints without styles for a terminal that shows cells as they are sent.
type Painter struct {
	Theme     theme.Theme
	Order     terminal.Order
	HideMarks bool // labels leave out vowel marks; lines are painted as laid out
	Links     bool // words that lead to an address are sent with it (OSC 8)
	Typed     bool // labels have letters as typed, without joined forms
	Digits    Digits
	FromLeft  bool // the program's own rows begin at the left, as its language does; else at the right
	Counts    bool // the terminal gives a cell to U+200E: where the order does without, none is sent
}

// Line is a row of the screen that has nothing but a line: see [Area.Line].
func (p Painter) Line(l layout.Line, width int, base theme.Role, marks []Mark) string {
	return p.Row(width, func(row Area) { row.Line(0, 0, width, &l, 0, base, marks) })
}

// Row is a row of the screen as it is painted.
func (p Painter) Row(width int, paint func(row Area)) string {
	var s Screen
	paint(s.Start(p, width, 1))
	return s.String()
}

// look is how what a mark covers looks.
type look struct {
	start, end int
	theme.Look
	address string
}

// looks are the looks of those marks that touch any of the cells, whose bytes
// count from origin.
func (s *Screen) looks(marks []Mark, cells []layout.Cell, origin int) []look {
	s.marks = s.marks[:0]
	if len(marks) == 0 || len(cells) == 0 {
		return s.marks
	}
	start, end := cells[0].Start, cells[0].End
	for i := range cells {
		start, end = min(start, cells[i].Start), max(end, cells[i].End)
	}
	for _, m := range marks {
		if m.Start < origin+end && origin+start < m.End {
			s.marks = append(s.marks, look{m.Start, m.End, s.Theme.Look(m.Role), linkable(m.Address)})
		}
	}
	return s.marks
}

// lookOf is how the bytes start to end look: as the ground, with what covers any
// of them over it.
func lookOf(ground theme.Look, looks []look, start, end int) theme.Look {
	for i := range looks {
		if l := &looks[i]; l.start < end && start < l.end {
			ground = l.Over(ground)
		}
	}
	return ground
}

// addressOf is where the bytes start to end lead, "" for nowhere.
func addressOf(looks []look, start, end int) string {
	for i := range looks {
		if l := &looks[i]; l.address != "" && l.start < end && start < l.end {
			return l.address
		}
	}
	return ""
}
