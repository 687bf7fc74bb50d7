package main

import (
	"cmp"
	"io"

	"golang.org/x/term"

	"rawi/ui/l10n"
	"rawi/ui/paint"
	"rawi/ui/table"
)

// writeTables writes tables to the terminal, as that needs them, or elsewhere as text.
func writeTables(w io.Writer, tables []table.Table, language l10n.Language) error {
	out := terminalOutput()
	if !paintable(out) {
		return table.Write(w, tables, nil, defaultWidth)
	}
	p, err := terminalCalled("")
	if err != nil {
		return err
	}
	painter := paint.Painter{Order: p.Order, HideMarks: !p.Marks, Counts: p.Counts, Typed: p.Typed, FromLeft: language.LeftToRight()}
	io.WriteString(out, p.Enter)
	defer io.WriteString(out, p.Leave)
	return table.Write(out, tables, &painter, tableWidth())
}

// tableWidth is the width of tables, in columns.
func tableWidth() int {
	columns, _, _ := term.GetSize(int(terminalOutput().Fd()))
	return cmp.Or(columns, defaultWidth)
}
