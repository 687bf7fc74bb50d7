package shelf

import (
	"rawi/ui/paint"
	"rawi/ui/theme"
)

// cell is a text in a column of a row.
type cell struct {
	text  string
	role  theme.Role
	marks []paint.Mark
	width int // 0 for what the others leave
}

// paintCells paints cells beside each other, a blank apart, from where rows begin.
func paintCells(to paint.Area, ground theme.Role, cells []cell) {
	rest := to.Width - 2 - (len(cells) - 1)
	for _, c := range cells {
		rest -= c.width
	}
	to.Repeat(0, 0, to.Width, " ", ground)
	at := 1
	for _, c := range cells {
		width := c.width
		if width == 0 {
			width = max(0, rest)
		}
		marks := append([]paint.Mark{{End: len(c.text), Role: c.role}}, c.marks...)
		part := to.From(at, 0, width, 1)
		part.LabelMarks(0, 0, part.Width, c.text, ground, to.Way(), marks)
		at += width + 1
	}
}
