package ui

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

// Specimen is a short passage in two bordered panes as the profile has it, a
// string a row, without the sequences that enter and leave its modes. Rows go on
// with blanks to so many columns, since some terminals turn whole rows round.
func Specimen(p terminal.Profile, columns int) []string {
	painter := paint.Painter{Order: p.Order, HideMarks: !p.Marks, Theme: theme.Either()}
	edge := func(text string) string {
		return painter.Label(text, measure(text), theme.Text, bidi.LeftToRight)
	}
	border := func(left, middle, right string) string {
		bar := strings.Repeat("─", specimenWidth)
		return edge(left + bar + middle + bar + right)
	}
	rest := painter.Label("", columns-2*specimenWidth-3, theme.Text, bidi.LeftToRight)
	left, right := passage(painter, specimenLeft), passage(painter, specimenRight)
	rows := []string{border("┌", "┬", "┐")}
	for i := range max(len(left), len(right)) {
		rows = append(rows, painter.Finish(edge("│")+row(painter, left, i)+edge("│")+row(painter, right, i)+edge("│")+rest))
	}
	return append(rows, border("└", "┴", "┘"))
}

// Sentence is text in lines of at most width columns as the profile has them,
// without the sequences that enter and leave its modes.
func Sentence(p terminal.Profile, text string, width int) []string {
	painter := paint.Painter{Order: p.Order, HideMarks: !p.Marks}
	var t layout.Text
	t.Set(text, layout.Options{HideMarks: painter.HideMarks})
	var rows []string
	for _, l := range t.Wrap(nil, width) {
		rows = append(rows, painter.Finish(painter.Line(l, width, theme.Text, nil)))
	}
	return rows
}

func passage(p paint.Painter, text string) []layout.Line {
	var t layout.Text
	t.Set(text, layout.Options{Base: bidi.RightToLeft, HideMarks: p.HideMarks})
	return t.Wrap(nil, specimenWidth)
}

func row(p paint.Painter, lines []layout.Line, i int) string {
	if i >= len(lines) {
		return p.Label("", specimenWidth, theme.Text, bidi.RightToLeft)
	}
	return p.Line(lines[i], specimenWidth, theme.Text, nil)
}
