package ui

import (
	"bufio"
	"io"
	"strings"

	"rawi/bidi"
	"rawi/ui/l10n"
	"rawi/ui/paint"
	"rawi/ui/terminal"
	"rawi/ui/theme"
)

// Table is what a command prints in columns.
type Table struct {
	Title string
	Head  []string
	Rows  [][]string // each as long as Head, or one cell for a line of its own
}

// columnGap is the blanks between two columns, longestCell the columns of a cell that is
// not a line of its own.
const (
	columnGap   = 2
	longestCell = 30
)

// RenderTables writes tables below each other. On a terminal they stand as the language
// runs, cut at width columns, and every cell is laid out by itself; elsewhere the text
// is as it would be typed.
func RenderTables(w io.Writer, tables []Table, language l10n.Language, p *terminal.Profile, width int) error {
	out := bufio.NewWriter(w)
	t := tablePainter{width: width, base: bidi.RightToLeft}
	if language.LeftToRight() {
		t.base = bidi.LeftToRight
	}
	if p != nil {
		t.painter = &paint.Painter{Order: p.Order, HideMarks: !p.Marks, Counts: p.Counts, Typed: p.Typed, FromLeft: language.LeftToRight()}
		out.WriteString(p.Enter)
		defer func() { out.WriteString(p.Leave); out.Flush() }()
	}
	for i, table := range tables {
		if i > 0 {
			out.WriteString("\n")
		}
		if table.Title != "" {
			out.WriteString(t.line([]string{table.Title}, nil))
		}
		widths := t.widths(&table)
		if len(table.Head) > 0 {
			out.WriteString(t.line(table.Head, widths))
		}
		for _, row := range table.Rows {
			out.WriteString(t.line(row, widths))
		}
	}
	return out.Flush()
}

// tablePainter writes the lines of tables; without a painter as text.
type tablePainter struct {
	painter *paint.Painter
	base    bidi.Direction
	width   int
	screen  paint.Screen
}

// widths is how many columns each column of a table needs.
func (t *tablePainter) widths(table *Table) []int {
	widths := make([]int, len(table.Head))
	for _, row := range append([][]string{table.Head}, table.Rows...) {
		for i := range row {
			if len(row) == len(table.Head) {
				widths[i] = max(widths[i], min(t.screen.Measure(row[i]), longestCell))
			}
		}
	}
	return widths
}

// line is a row with its line end; one cell takes all of it.
func (t *tablePainter) line(cells []string, widths []int) string {
	if len(cells) != len(widths) {
		cells, widths = []string{strings.Join(cells, " ")}, []int{t.width}
	}
	if t.painter == nil {
		return t.text(cells, widths)
	}
	row := t.painter.Row(t.width, func(row paint.Area) {
		row.Label(0, 0, t.width, "", theme.Text, t.base)
		x := 0
		for i, cell := range cells {
			at, columns := x, min(widths[i], t.width-x)
			if columns <= 0 {
				break
			}
			if t.base == bidi.RightToLeft {
				at = t.width - x - columns
			}
			row.Label(at, 0, columns, cell, theme.Text, t.base)
			x += widths[i] + columnGap
		}
	})
	return strings.TrimRight(row, " ") + "\n"
}

func (t *tablePainter) text(cells []string, widths []int) string {
	var line strings.Builder
	for i, cell := range cells {
		line.WriteString(cell)
		if i+1 < len(cells) {
			line.WriteString(strings.Repeat(" ", max(0, widths[i]-t.screen.Measure(cell))+columnGap))
		}
	}
	return strings.TrimRight(line.String(), " ") + "\n"
}
