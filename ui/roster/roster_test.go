package roster

import (
	"fmt"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"

	"rawi/ui/paint"
	"rawi/ui/theme"
)

// rowsOf is what a list paints.
func rowsOf(r *Roster, width, n int, empty string, item func(int) Item) []string {
	selected := 0
	if n > 0 {
		selected = len(item(max(0, min(r.Selected(), n-1))))
	}
	r.Fit(n, selected)
	before := *r
	defer func() {
		if r.Page(); *r != before {
			panic("a view changed the list")
		}
	}()
	var s paint.Screen
	r.View(s.Start(paint.Painter{}, width, r.height), empty, theme.Selected, item)
	return strings.Split(s.String(), "\n")
}

// The selected item is on the screen whatever the size, and rows fill it.
func TestSelectedIsShown(t *testing.T) {
	for height := 1; height < 15; height++ {
		r := New(3)
		r.Resize(20, height)
		for _, i := range []int{0, 5, 99, 42, 43, 41, -7, 1000} {
			r.Select(i, 100)
			rows := rowsOf(&r, 20, 100, "", func(i int) Item { return Item{{Text: fmt.Sprintf("<%d>", i)}} })
			if len(rows) != height {
				t.Fatalf("height %d: %d rows", height, len(rows))
			}
			if want := fmt.Sprintf("<%d>", r.Selected()); !strings.Contains(strings.Join(rows, "\n"), want) {
				t.Errorf("height %d: %s is selected but not on the screen", height, want)
			}
		}
	}
}

func TestEmptyListSaysSo(t *testing.T) {
	for width := range 10 {
		r := New(2)
		r.Resize(width+1, 3)
		rows := rowsOf(&r, width+1, 0, "nothing", nil)
		for _, row := range rows {
			if lipgloss.Width(row) != width+1 {
				t.Errorf("width %d: a row of %d columns", width+1, lipgloss.Width(row))
			}
		}
		if width == 9 && !strings.Contains(rows[0], "nothing") {
			t.Errorf("an empty list says %q", rows[0])
		}
	}
}
