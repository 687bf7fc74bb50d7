// Package table prints tables below each other on a terminal: columns begin at the side
// where the interface's language begins, and words that do not fit go on in the next line
// of their column.
package table

import (
	"io"
	"strings"

	"rawi/bidi/layout"
	"rawi/ui/paint"
	"rawi/ui/theme"
)

// Column is a column of a table.
type Column struct {
	Head   string
	Width  int  // in columns of the terminal; 0 for a share of what the others leave
	Number bool // stands at the end of its column, as numbers do
}

// Table prints rows as they come.
type Table struct {
	out     io.Writer
	painter paint.Painter
	widths  []int
	columns []Column
	total   int
	text    layout.Text
}

// gap is the columns between two columns, least the narrowest share.
const (
	gap   = 2
	least = 8
)

// New is a table on a terminal of a width, of which the heads are printed.
func New(out io.Writer, painter paint.Painter, width int, columns ...Column) (*Table, error) {
	t := &Table{out: out, painter: painter, columns: columns, total: max(1, width)}
	t.share()
	heads := make([]string, len(columns))
	for i := range columns {
		heads[i] = columns[i].Head
	}
	if err := t.Row(heads...); err != nil {
		return nil, err
	}
	return t, t.rule()
}

// share gives each column its width.
func (t *Table) share() {
	rest, shares := t.total-gap*(len(t.columns)-1), 0
	for _, c := range t.columns {
		if rest -= c.Width; c.Width == 0 {
			shares++
		}
	}
	for _, c := range t.columns {
		width := c.Width
		if width == 0 {
			width = max(least, rest/shares)
			rest, shares = rest-width, shares-1
		}
		t.widths = append(t.widths, width)
	}
}

func (t *Table) rule() error {
	return t.print(func(row paint.Area) {
		at := 0
		for _, width := range t.widths {
			row.From(at, 0, width, 1).Repeat(0, 0, min(width, row.Width-at), "─", theme.Text)
			at += width + gap
		}
	})
}

// Row prints a row of a text for each column.
func (t *Table) Row(cells ...string) error {
	wrapped, height := make([][]string, len(cells)), 1
	for i, cell := range cells {
		wrapped[i] = t.wrap(cell, t.widths[i])
		height = max(height, len(wrapped[i]))
	}
	for line := range height {
		err := t.print(func(row paint.Area) {
			at := 0
			for i := range cells {
				if line < len(wrapped[i]) {
					t.cell(row, at, i, wrapped[i][line])
				}
				at += t.widths[i] + gap
			}
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// wrap breaks a text into pieces that each fit into one line.
func (t *Table) wrap(text string, width int) (pieces []string) {
	text = strings.Join(strings.Fields(text), " ")
	t.text.Set(text, layout.Options{HideMarks: t.painter.HideMarks})
	for _, line := range t.text.AppendLines(nil, width) {
		pieces = append(pieces, text[line.Start:line.End])
	}
	return pieces
}

func (t *Table) cell(row paint.Area, at, column int, text string) {
	area := row.From(at, 0, t.widths[column], 1)
	if way := row.Way(); t.columns[column].Number {
		width := min(area.Measure(text), area.Width)
		area.From(area.Width-width, 0, width, 1).Label(0, 0, width, text, theme.Text, way)
	} else {
		area.Label(0, 0, area.Width, text, theme.Text, way)
	}
}

func (t *Table) print(paint func(paint.Area)) error {
	_, err := io.WriteString(t.out, strings.TrimRight(t.painter.Row(t.total, paint), " ")+"\n")
	return err
}
