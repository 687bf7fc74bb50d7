package paint

import (
	"rawi/bidi"
	"rawi/bidi/layout"
	"rawi/ui/theme"
)

// Area is a rectangle of a [Screen] on which a pane paints. Columns and rows
// count from its upper left corner; what reaches beyond its right or lower edge
// is cut off.
type Area struct {
	screen        *Screen
	x, y          int
	Width, Height int
}

// Part is a rectangle of the area.
func (a Area) Part(x, y, width, height int) Area {
	return Area{a.screen, a.x + x, a.y + y, max(0, min(width, a.Width-x)), max(0, min(height, a.Height-y))}
}

// cells are at most width cells of a row, from the column x on.
func (a Area) cells(x, y, width int) []piece {
	width = min(width, a.Width-x)
	if width <= 0 || y < 0 || y >= a.Height {
		return nil
	}
	first := (a.y+y)*a.screen.width + a.x + x
	return a.screen.cells[first : first+width]
}

// Measure is how many columns a label needs.
func (a Area) Measure(text string) int { return a.screen.Measure(text) }

// Line paints a line in exactly width columns from x on: at their right edge when
// its paragraph runs right to left, else at the left. What is too wide is cut at
// the far edge, a whole cell at a time. Blanks that fill up have the base role's
// style, without its underline. The line's bytes count from origin where those of
// the marks count from 0.
func (a Area) Line(x, y, width int, l *layout.Line, origin int, base theme.Role, marks []Mark) {
	row := a.cells(x, y, width)
	ground := a.screen.Theme.Ground(base)
	rightToLeft := l.Base.RightToLeft()
	cells, used := fit(l.Cells, len(row), rightToLeft)
	left := 0
	if rightToLeft {
		left = len(row) - used
	}
	blank := piece{text: " ", look: ground.Blank()}
	fill(row[:left], blank)
	fill(row[left+used:], blank)
	looks := a.screen.looks(marks, cells, origin)
	at := left
	for i := range cells {
		c := &cells[i]
		if a.screen.Digits != AsWritten {
			shown := *c
			shown.Glyph = a.screen.Digits.of(c.Glyph, latinWord(cells, i))
			c = &shown
		}
		row[at] = newPiece(c, lookOf(ground, looks, origin+c.Start, origin+c.End))
		if a.screen.Links {
			row[at].address = addressOf(looks, origin+c.Start, origin+c.End)
		}
		fill(row[at+1:at+c.Width], piece{})
		at += c.Width
	}
}

// Label paints text on width columns of a row, shortened with "…" when it is too
// long and aligned by its direction.
func (a Area) Label(x, y, width int, text string, role theme.Role, base bidi.Direction) {
	a.LabelMarks(x, y, width, text, role, base, nil)
}

// LabelMarks is [Area.Label] with marks on the bytes of text.
func (a Area) LabelMarks(x, y, width int, text string, role theme.Role, base bidi.Direction, marks []Mark) {
	if width = min(width, a.Width-x); width > 0 {
		line := a.screen.labels.line(label{text, width, base, a.screen.HideMarks, a.screen.Typed})
		a.Line(x, y, width, line, 0, role, marks)
	}
}

// Way is the direction of the program's own rows.
func (a Area) Way() bidi.Direction {
	if a.screen.FromLeft {
		return bidi.LeftToRight
	}
	return bidi.RightToLeft
}

// From is a part of the area whose x counts from the edge at which rows begin.
func (a Area) From(x, y, width, height int) Area {
	if !a.screen.FromLeft {
		x, width = a.Width-x-width, min(width, a.Width-x)
	}
	return a.Part(max(0, x), y, width, height)
}

// Fill is a label over the whole of a row of the area, from where rows begin.
func (a Area) Fill(y int, text string, role theme.Role, marks []Mark) {
	a.LabelMarks(0, y, a.Width, text, role, a.Way(), marks)
}

// Row is a label over a whole row with a blank at either end, where there is room for
// that: a row of a list.
func (a Area) Row(y int, text string, role theme.Role, marks []Mark) {
	if a.Width < 3 {
		a.Fill(y, text, role, marks)
		return
	}
	a.Repeat(0, y, 1, " ", role)
	a.LabelMarks(1, y, a.Width-2, text, role, a.Way(), marks)
	a.Repeat(a.Width-1, y, 1, " ", role)
}

// Repeat paints one glyph of one column on width columns of a row. It must hold
// no control character.
func (a Area) Repeat(x, y, width int, glyph string, role theme.Role) {
	look := a.screen.Theme.Ground(role)
	if glyph == " " {
		look = look.Blank()
	}
	fill(a.cells(x, y, width), piece{text: glyph, look: look})
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
