package ui

import (
	"bufio"
	"io"
	"strings"

	"rawi/model"
	"rawi/model/printable"
	"rawi/ui/paint"
	"rawi/ui/reader"
	"rawi/ui/terminal"
	"rawi/ui/theme"
)

// Render writes the whole article as it is laid out in width columns: one
// line each, blocks apart by an empty line, without colours or margins. With
// logical it writes the same lines in logical order and unshaped.
func Render(w io.Writer, a *model.Article, width int, order terminal.Order, logical bool) error {
	out := bufio.NewWriter(w)
	painter := paint.Painter{Order: order}
	for row := range reader.Rows(a, width) {
		text := ""
		if row.Line != nil {
			text = renderRow(painter, row, a, width, logical)
		}
		out.WriteString(strings.TrimRight(text, " ") + "\n")
	}
	return out.Flush()
}

func renderRow(painter paint.Painter, row reader.Row, a *model.Article, width int, logical bool) string {
	indent := strings.Repeat(" ", row.Indent)
	if logical {
		return indent + plain(a.Text[row.Origin+row.Start:row.Origin+row.End])
	}
	text := painter.Line(*row.Line, max(1, width-row.Indent), theme.Text, nil)
	if row.Base.RightToLeft() {
		return text + indent
	}
	return indent + text
}

// plain is text as the screen has it: what steers a terminal is left out.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return ' '
		case printable.Steers(r):
			return -1
		}
		return r
	}, text)
}
