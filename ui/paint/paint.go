// Package paint turns one laid-out line and the marks on it into one styled
// string of an exact number of columns, as the terminal must get it.
//
// Styling comes last: a line is laid out from the whole text first, and colour
// is laid on its cells afterwards, so a highlight never breaks a join nor
// changes the order. A [Painter] is a plain value; its only output is strings,
// and those hold no control characters but the SGR sequences made here and, in
// some orders, U+200E.
package paint

import (
	"slices"

	"rawi/bidi"
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
}

// covers reports whether a byte of the cell plays the mark's role.
func (m Mark) covers(c *layout.Cell) bool { return m.Start < c.End && c.Start < m.End }

// Painter paints lines for one theme and one terminal. The zero value paints
// without styles for a terminal that shows cells as they are sent.
type Painter struct {
	Theme     theme.Theme
	Order     terminal.Order
	HideMarks bool // labels leave out vowel marks; lines are painted as laid out
}

// Line paints l in exactly width columns: at the right edge when its paragraph
// runs right to left, else at the left. What is too wide is cut at the far
// edge, a whole cell at a time. Blanks that fill up have the base role's style,
// without its underline.
func (p Painter) Line(l layout.Line, width int, base theme.Role, marks []Mark) string {
	if width <= 0 {
		return ""
	}
	rightToLeft := l.Base.RightToLeft()
	cells, used := fit(l.Cells, width, rightToLeft)
	left, right := 0, width-used
	if rightToLeft {
		left, right = right, left
	}
	ground := p.Theme.Look(base)
	fill := ground.Unlined()
	pieces := make([]piece, 0, width)
	pieces = blanks(pieces, left, fill)
	pieces = p.cells(pieces, cells, ground, within(marks, cells))
	pieces = blanks(pieces, right, fill)
	encoders[p.Order](p.Theme, pieces)
	return join(pieces)
}

// Label paints text on one line of exactly width columns, shortened with "…"
// when it is too long and aligned by its direction.
func (p Painter) Label(text string, width int, role theme.Role, base bidi.Direction) string {
	return p.LabelMarks(text, width, role, base, nil)
}

// LabelMarks is [Painter.Label] with marks on the bytes of text.
func (p Painter) LabelMarks(text string, width int, role theme.Role, base bidi.Direction, marks []Mark) string {
	if width <= 0 {
		return ""
	}
	var t layout.Text
	t.Set(text, layout.Options{Base: base, HideMarks: p.HideMarks})
	return p.Line(t.Clip(width), width, role, marks)
}

// fit is the longest stretch of cells, from the line's beginning, that has
// room in width columns, and how many it takes.
func fit(cells []layout.Cell, width int, rightToLeft bool) (fitting []layout.Cell, used int) {
	n := len(cells)
	for i := range cells {
		at := i
		if rightToLeft {
			at = n - 1 - i
		}
		if used+cells[at].Width > width {
			if rightToLeft {
				return cells[at+1:], used
			}
			return cells[:at], used
		}
		used += cells[at].Width
	}
	return cells, used
}

// within are the marks that touch any of the cells.
func within(marks []Mark, cells []layout.Cell) []Mark {
	if len(marks) == 0 || len(cells) == 0 {
		return nil
	}
	whole := cells[0]
	for _, c := range cells[1:] {
		whole.Start, whole.End = min(whole.Start, c.Start), max(whole.End, c.End)
	}
	return slices.DeleteFunc(slices.Clone(marks), func(m Mark) bool { return !m.covers(&whole) })
}

// cells appends the painted cells.
func (p Painter) cells(pieces []piece, cells []layout.Cell, ground theme.Look, marks []Mark) []piece {
	for i := range cells {
		c := &cells[i]
		look := ground
		for _, m := range marks {
			if m.covers(c) {
				look = p.Theme.Look(m.Role).Over(look)
			}
		}
		pieces = append(pieces, newPiece(c, look))
	}
	return pieces
}
