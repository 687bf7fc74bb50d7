package paint

import (
	"slices"

	"rawi/ui/theme"
)

// Screen is a frame while it is made: panes paint on areas of it, cell by cell,
// and at the end each row becomes what the terminal must get. It uses its memory
// again for the next frame, and remembers the labels of the last one. The zero
// value is ready; it is for one goroutine at a time.
type Screen struct {
	Painter
	width, height int
	cells         []piece // row by row; behind a wide one stands one without text
	labels        labels
	marks         []look // of the line being painted
	pen           pen
}

// Start begins a frame of blanks, and is all of it.
func (s *Screen) Start(p Painter, width, height int) Area {
	s.Painter, s.width, s.height = p, max(width, 0), max(height, 0)
	n := s.width * s.height
	s.cells = slices.Grow(s.cells[:0], n)[:n]
	fill(s.cells, piece{text: " ", look: p.Theme.Look(theme.Text).Blank()})
	s.labels.turn()
	return Area{s, 0, 0, s.width, s.height}
}

// String is the frame as the terminal must get it, its rows apart by line feeds.
func (s *Screen) String() string {
	out := s.pen.out[:0]
	for y := range s.height {
		if y > 0 {
			out = append(out, '\n')
		}
		out = s.pen.append(out, s.Painter, s.cells[y*s.width:(y+1)*s.width])
	}
	s.pen.out = out
	return string(out)
}

// Measure is how many columns a label needs.
func (s *Screen) Measure(text string) int {
	return s.labels.line(label{text: text, width: unlimited, typed: s.Typed}).Width
}

func fill(cells []piece, with piece) {
	for i := range cells {
		cells[i] = with
	}
}
