package paint

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"

	"rawi/bidi"
	"rawi/bidi/layout"
	"rawi/ui/terminal"
	"rawi/ui/theme"
)

// Real articles, laid out and painted: every terminal shows the cells, every
// line has its width.
func TestArticles(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/gold/dev/*.txt")
	if len(files) == 0 {
		if os.Getenv("CI") == "true" {
			t.Fatal("no articles in ../shared/gold/dev beside the repository")
		}
		t.Skip("no articles in ../shared/gold/dev beside the repository")
	}
	marks := []Mark{{0, 40, theme.Quote}, {20, 90, theme.Party(2)}, {70, 300, theme.CurrentQuote}}
	painter := Painter{Theme: theme.New(true), Order: terminal.Fence}
	var text layout.Text
	var lines []layout.Line
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for paragraph := range strings.Lines(string(data)) {
			text.Set(strings.TrimSpace(paragraph), layout.Options{Base: bidi.RightToLeft})
			lines = text.Wrap(lines[:0], 60)
			for _, l := range lines {
				checkTerminals(t, l)
				if w := lipgloss.Width(painter.Line(l, 64, theme.Text, marks)); w != 64 {
					t.Errorf("%s: %d columns for 64: %q", file, w, textOf(l))
				}
			}
		}
		if t.Failed() {
			return
		}
	}
}
