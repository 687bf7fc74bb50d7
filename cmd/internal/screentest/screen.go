package screentest

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/charmbracelet/x/vt"
)

// Screen is what a terminal shows, or a part of it: rows of cells, from the upper
// left corner.
type Screen struct {
	Cells     [][]string
	Styles    [][]string // one for each cell; equal where cells look alike
	Alternate bool       // it is the alternate screen
}

func snapshot(e *vt.Emulator) Screen {
	s := Screen{Alternate: e.IsAltScreen()}
	for y := range e.Height() {
		cells, styles := make([]string, e.Width()), make([]string, e.Width())
		for x := range e.Width() {
			cells[x] = " "
			if c := e.CellAt(x, y); c != nil {
				styles[x] = c.Style.String()
				if c.Content != "" {
					cells[x] = c.Content
				}
			}
		}
		s.Cells, s.Styles = append(s.Cells, cells), append(s.Styles, styles)
	}
	return s
}

// fill is what gives a cell a background: a colour, or turning the colours round.
var fill = regexp.MustCompile(`[\[;](48|7|4[0-7]|10[0-7])[;m]`)

// Filled reports whether a cell has a background of its own.
func (s Screen) Filled(x, y int) bool { return fill.MatchString(s.Styles[y][x]) }

// Width is the number of columns.
func (s Screen) Width() int { return len(s.Cells[0]) }

// Height is the number of rows.
func (s Screen) Height() int { return len(s.Cells) }

// String is the screen as it looks, for whoever reads a failed test.
func (s Screen) String() string {
	var b strings.Builder
	for _, row := range s.Cells {
		fmt.Fprintf(&b, "%s|\n", strings.Join(row, ""))
	}
	return b.String()
}

// Cut is a part of the screen.
func (s Screen) Cut(x, y, width, height int) Screen {
	var part Screen
	for i := range height {
		part.Cells = append(part.Cells, s.Cells[y+i][x:x+width])
		part.Styles = append(part.Styles, s.Styles[y+i][x:x+width])
	}
	return part
}

// Lines is the rows as they would be typed.
func (s Screen) Lines() []string {
	lines := make([]string, len(s.Cells))
	for i, row := range s.Cells {
		lines[i] = Typed(row)
	}
	return lines
}

// Text is the lines as one text.
func (s Screen) Text() string { return strings.Join(s.Lines(), "\n") }

// Has reports whether all of the words stand on the screen, each in one row.
func (s Screen) Has(words ...string) bool {
	text := s.Text()
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, Unshaped(w)) })
}

// Find is the row in which a text stands, -1 for none.
func (s Screen) Find(text string) int {
	return slices.IndexFunc(s.Lines(), func(l string) bool { return strings.Contains(l, Unshaped(text)) })
}

// Status is the status line of a screen that has one and a key line.
func (s Screen) Status() string {
	if s.Height() < 6 {
		return ""
	}
	return Typed(s.Cells[s.Height()-2])
}

// Framed reports whether the panes have whole frames: corners, edges at both
// sides of every row, and the inner edges in the same columns in all of them.
func (s Screen) Framed() bool {
	bottom := s.Height() - 3 // above the status line and the key line
	if bottom < 2 || s.Cells[0][0] != "┌" || s.Cells[bottom][0] != "└" ||
		s.Cells[0][s.Width()-1] != "┐" || s.Cells[bottom][s.Width()-1] != "┘" {
		return false
	}
	for _, x := range s.Edges() {
		for y := 1; y < bottom; y++ {
			if !strings.Contains("│├┤┼", s.Cells[y][x]) {
				return false
			}
		}
		if !strings.Contains("└┴┘", s.Cells[bottom][x]) {
			return false
		}
	}
	return true
}

// Edges is the columns of the vertical edges, from the left.
func (s Screen) Edges() []int {
	var edges []int
	for x, c := range s.Cells[0] {
		if c == "┌" || c == "┬" || c == "┐" {
			edges = append(edges, x)
		}
	}
	return edges
}

// Pane is the inside of the pane with a title on its upper edge; empty
// where there is none.
func (s Screen) Pane(title string) Screen {
	title = Unshaped(title)
	bottom, edges := s.Height()-3, s.Edges()
	for i := range len(edges) - 1 {
		x, width := edges[i]+1, edges[i+1]-edges[i]-1
		for y := 0; y < bottom; y++ {
			edge := s.Cells[y][x : x+width]
			if edge[0] != "─" || !strings.Contains(Typed(edge), title) {
				continue
			}
			height := 1
			for y+1+height < bottom && s.Cells[y+1+height][x] != "─" {
				height++
			}
			return s.Cut(x, y+1, width, height)
		}
	}
	return Screen{}
}
