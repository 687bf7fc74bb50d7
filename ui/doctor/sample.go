package doctor

import (
	"strings"

	"rawi/bidi"
	"rawi/bidi/layout"
	"rawi/ui/paint"
	"rawi/ui/terminal"
	"rawi/ui/theme"
)

// The passages of a specimen: all that terminals get wrong, in two panes.
const (
	specimenRight = "قال زَيْدٌ (لا غيرُهُ): «الأمنُ أوّلًا»، وفق BBC في 1990 ثم ١٩٩٠."
	specimenLeft  = "هذا لوح ثان: لا يختلط بجاره [٢]."
)

// specimenWidth is the width of each pane, in columns.
const specimenWidth = 30

// Sample is a short passage in two bordered panes as the profile has it, a
// string a row, without the sequences that enter and leave its modes. Rows go on
// with blanks to that many columns, since some terminals turn whole rows round.
func Sample(p terminal.Profile, columns int) []string {
	painter := paint.Painter{Order: p.Order, HideMarks: !p.Marks, Counts: p.Counts, Typed: p.Typed, Theme: theme.Either()}
	bar := strings.Repeat("─", specimenWidth)
	border := func(left, middle, right string) string {
		text := left + bar + middle + bar + right
		width := 2*specimenWidth + 3
		return painter.Row(width, func(row paint.Area) { row.Label(0, 0, width, text, theme.Text, bidi.LeftToRight) })
	}
	panes := [][]layout.Line{passage(painter, specimenLeft), passage(painter, specimenRight)}
	rows := []string{border("┌", "┬", "┐")}
	for i := range max(len(panes[0]), len(panes[1])) {
		rows = append(rows, painter.Row(max(columns, 2*specimenWidth+3), func(row paint.Area) {
			for n, lines := range panes {
				x := n * (specimenWidth + 1)
				row.Repeat(x, 0, 1, "│", theme.Text)
				if i < len(lines) {
					row.Line(x+1, 0, specimenWidth, &lines[i], 0, theme.Text, nil)
				}
			}
			row.Repeat(2*(specimenWidth+1), 0, 1, "│", theme.Text)
		}))
	}
	return append(rows, border("└", "┴", "┘"))
}

// sentence is text in lines of at most width columns as the profile has them,
// without the sequences that enter and leave its modes.
func sentence(p terminal.Profile, text string, width int) []string {
	painter := paint.Painter{Order: p.Order, HideMarks: !p.Marks, Counts: p.Counts, Typed: p.Typed}
	var t layout.Text
	t.Set(text, layout.Options{HideMarks: painter.HideMarks, Unshaped: painter.Typed})
	var rows []string
	for _, l := range t.AppendLines(nil, width) {
		rows = append(rows, painter.Line(l, width, theme.Text, nil))
	}
	return rows
}

func passage(p paint.Painter, text string) []layout.Line {
	var t layout.Text
	t.Set(text, layout.Options{Base: bidi.RightToLeft, HideMarks: p.HideMarks, Unshaped: p.Typed})
	return t.AppendLines(nil, specimenWidth)
}
