// Package table writes tables: on a terminal as the interface's language runs, each cell
// laid out by itself, with words that do not fit going on in the next line of their column;
// elsewhere as text would be typed.
package table

import (
	"bufio"
	"io"
	"slices"
	"strings"
	"unicode"

	"rawi/bidi"
	"rawi/bidi/layout"
	"rawi/ui/paint"
	"rawi/ui/theme"
)

// Table is rows below each other.
type Table struct {
	Title string
	Head  []string
	Rows  [][]string // each as long as Head, or one cell for a line of its own
}

// gap is the blanks between two columns, least the narrowest that a column is made to fit.
const (
	gap   = 2
	least = 8
)

// Write writes tables for a terminal of a width, in columns; without a painter as text.
func Write(w io.Writer, tables []Table, painter *paint.Painter, width int) error {
	out := bufio.NewWriter(w)
	t := writer{Writer: out, painter: painter, width: max(1, width)}
	for i := range tables {
		if i > 0 {
			out.WriteByte('\n')
		}
		t.table(&tables[i])
	}
	return out.Flush()
}

type writer struct {
	*bufio.Writer
	painter *paint.Painter
	width   int
	screen  paint.Screen
	layout  layout.Text
}

func (t *writer) table(table *Table) {
	if table.Title != "" {
		t.row([]column{{width: t.width}}, table.Title)
	}
	columns := t.columns(table)
	if slices.ContainsFunc(table.Head, func(s string) bool { return s != "" }) {
		t.row(columns, table.Head...)
	}
	for _, row := range table.Rows {
		if len(row) == len(columns) {
			t.row(columns, row...)
		} else {
			t.row([]column{{width: t.width}}, strings.Join(row, " "))
		}
	}
}

// column is how a column stands.
type column struct {
	width  int
	number bool // its cells are numbers, whose last digits stand below each other
}

// columns is how the columns of a table stand: as wide as their cells, or, where those do not
// fit, the widest no wider than an equal share of what the others leave.
func (t *writer) columns(table *Table) []column {
	columns := make([]column, len(table.Head))
	for i, head := range table.Head {
		columns[i] = column{t.screen.Measure(head), len(table.Rows) > 0}
	}
	for _, row := range table.Rows {
		if len(row) != len(columns) {
			continue
		}
		for i, cell := range row {
			columns[i].width = max(columns[i].width, t.screen.Measure(cell))
			columns[i].number = columns[i].number && isNumber(cell)
		}
	}
	if t.painter != nil {
		fit(columns, t.width-gap*(len(columns)-1))
	}
	return columns
}

// fit narrows the widest columns until all fit into a width, where they can.
func fit(columns []column, width int) {
	byWidth := make([]*column, len(columns))
	for i := range columns {
		byWidth[i] = &columns[i]
	}
	slices.SortStableFunc(byWidth, func(a, b *column) int { return a.width - b.width })
	for i, c := range byWidth {
		c.width = min(c.width, max(least, width/(len(columns)-i)))
		width -= c.width
	}
}

func isNumber(cell string) bool {
	return !strings.ContainsFunc(cell, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsSpace(r) })
}

// row writes a row, in as many lines as its longest cell needs.
func (t *writer) row(columns []column, cells ...string) {
	if t.painter == nil {
		t.text(columns, cells)
		return
	}
	pieces, height := make([][]string, len(cells)), 1
	for i, cell := range cells {
		pieces[i] = t.wrap(cell, columns[i].width)
		height = max(height, len(pieces[i]))
	}
	for line := range height {
		row := t.painter.Row(t.width, func(row paint.Area) {
			at := 0
			for i, c := range columns {
				if line < len(pieces[i]) && at < t.width {
					cell(row.From(at, 0, min(c.width, t.width-at), 1), c, pieces[i][line])
				}
				at += c.width + gap
			}
		})
		t.WriteString(strings.TrimRight(row, " ") + "\n")
	}
}

// cell paints a piece of a cell on its place. All cells of a column stand at one side of
// it, whatever they begin with.
func cell(area paint.Area, c column, text string) {
	way := area.Way()
	if c.number && way == bidi.LeftToRight {
		x := max(0, area.Width-area.Measure(text))
		area = area.Part(x, 0, area.Width-x, 1)
	}
	area.Label(0, 0, area.Width, text, theme.Text, way)
}

// wrap breaks a text into pieces that each fit into one line.
func (t *writer) wrap(text string, width int) (pieces []string) {
	t.layout.Set(text, layout.Options{HideMarks: t.painter.HideMarks})
	for _, line := range t.layout.AppendLines(nil, max(1, width)) {
		pieces = append(pieces, strings.TrimSpace(text[line.Start:line.End]))
	}
	return pieces
}

// text writes a row as it would be typed.
func (t *writer) text(columns []column, cells []string) {
	var line strings.Builder
	for i, cell := range cells {
		line.WriteString(cell)
		if i+1 < len(cells) {
			line.WriteString(strings.Repeat(" ", max(0, columns[i].width-t.screen.Measure(cell))+gap))
		}
	}
	t.WriteString(strings.TrimRight(line.String(), " ") + "\n")
}
