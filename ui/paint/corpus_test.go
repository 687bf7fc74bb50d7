package paint

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"

	"rawi/bidi"
	"rawi/bidi/layout"
	"rawi/ui/terminal"
	"rawi/ui/theme"
)

// articleLines yields the lines of real articles, each with the one that will
// stand in the pane beside it.
func articleLines(t *testing.T) func(yield func(other, l layout.Line) bool) {
	files, _ := filepath.Glob("../../../shared/gold/dev/*.txt")
	if len(files) == 0 {
		if os.Getenv("RAWI_SHARED") == "required" {
			t.Fatal("no articles in ../shared/gold/dev beside the repository")
		}
		t.Skip("no articles in ../shared/gold/dev beside the repository")
	}
	return func(yield func(other, l layout.Line) bool) {
		var text layout.Text
		var lines []layout.Line
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for paragraph := range strings.Lines(string(data)) {
				text.Set(strings.TrimSpace(paragraph), layout.Options{Base: bidi.RightToLeft})
				lines = text.AppendLines(lines[:0], 60)
				for i, l := range lines {
					if !yield(lines[len(lines)-1-i], l) {
						return
					}
				}
			}
		}
	}
}

// Real articles, laid out and painted: every terminal shows the cells, alone
// and beside another pane, and every line has its width.
func TestArticles(t *testing.T) {
	marks := []Mark{{Start: 0, End: 40, Role: theme.Quote}, {Start: 20, End: 90, Role: theme.Party(2)}, {Start: 70, End: 300, Role: theme.CurrentQuote}}
	painter := Painter{Theme: theme.New(true), Order: terminal.Fence}
	for other, l := range articleLines(t) {
		checkTerminals(t, l)
		checkRow(t, other, l)
		if w := lipgloss.Width(painter.Line(l, 64, theme.Text, marks)); w != 64 {
			t.Errorf("%d columns for 64: %q", w, textOf(l))
		}
		if t.Failed() {
			return
		}
	}
}

// Where a terminal turns rows round and heeds no mark, some rows cannot be sent
// so that they come out right ("2015م" from left to right): few.
func TestArticlesInRows(t *testing.T) {
	for _, tt := range []struct {
		order terminal.Order
		model func(string) []string
		most  float64 // share of rows that may come out wrong
	}{
		{terminal.Logical, guessing, 0},
		{terminal.Walled, walled, 0.002},
	} {
		rows, wrong := 0, 0
		for other, l := range articleLines(t) {
			rows++
			if !slices.Equal(tt.model(row(Painter{Order: tt.order}, other, l)), obeying(row(Painter{}, other, l))) {
				wrong++
			}
		}
		if share := float64(wrong) / float64(rows); share > tt.most {
			t.Errorf("%s: %d of %d rows come out wrong, %.4f", tt.order, wrong, rows, share)
		}
	}
}
