package rows

import (
	"strconv"
	"strings"

	"rawi/ui/paint"
	"rawi/ui/theme"
)

// BarHeight is how many rows the scroll mark has in a pane of some height.
func BarHeight(rows int) int {
	if rows < 3*Height {
		return 0
	}
	return 1
}

// Bar is the scroll mark: which quotation is the current one, of how many, and where
// that is on a line from the first to the last.
func (r *Rows) Bar(width int) paint.Text {
	k, of := r.keep(), [2]int{width, r.Current}
	if k.barFor != of {
		k.bar, k.barFor = r.bar(width), of
	}
	return k.bar
}

func (r *Rows) bar(width int) (t paint.Text) {
	n := len(r.Reading.Quotes())
	if n == 0 {
		return t
	}
	count := strconv.Itoa(r.Current+1) + "/" + strconv.Itoa(n)
	t.Add("\u2066"+count+"\u2069 ", theme.Dim) // isolated, so that it runs from left to right
	columns := width - 2 - len(count) - 1
	mark := min(max(1, columns/n), columns)
	if mark < 1 {
		return t
	}
	before := r.Current * (columns - mark) / max(1, n-1)
	t.Add(strings.Repeat("─", before), theme.Border)
	t.Add(strings.Repeat("━", mark), theme.ActiveBorder)
	t.Add(strings.Repeat("─", columns-mark-before), theme.Border)
	return t
}
