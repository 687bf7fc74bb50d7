package ui

import (
	"bufio"
	"io"

	"rawi/ui/l10n"
	"rawi/ui/paint"
	"rawi/ui/table"
	"rawi/ui/terminal"
)

// Column is a column of what [RenderColumns] prints.
type Column = table.Column

// RenderColumns writes rows, a text for each column, over the whole width: on a terminal
// in its order, elsewhere in visual order. They stand as the language runs.
func RenderColumns(w io.Writer, columns []Column, rows [][]string, language l10n.Language, p *terminal.Profile, width int) error {
	out := bufio.NewWriter(w)
	painter := paint.Painter{Order: terminal.Visual, FromLeft: language.LeftToRight()}
	if p != nil {
		painter.Order, painter.HideMarks, painter.Counts, painter.Typed = p.Order, !p.Marks, p.Counts, p.Typed
		out.WriteString(p.Enter)
		defer func() { out.WriteString(p.Leave); out.Flush() }()
	}
	t, err := table.New(out, painter, width, columns...)
	for i := 0; i < len(rows) && err == nil; i++ {
		err = t.Row(rows[i]...)
	}
	if err != nil {
		return err
	}
	return out.Flush()
}
