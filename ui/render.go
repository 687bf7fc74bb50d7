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
	for i := range a.Blocks {
		if i > 0 {
			out.WriteByte('\n')
		}
		for _, l := range reader.Lines(a, i, width, false) {
			text := painter.Line(l, width, theme.Text, nil)
			if logical {
				text = plain(a.Text[a.Blocks[i].Start+l.Start : a.Blocks[i].Start+l.End])
			}
			out.WriteString(strings.TrimRight(text, " ") + "\n")
		}
	}
	return out.Flush()
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
