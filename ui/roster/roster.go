// Package roster is a list pane: items of a few rows each, one of them
// selected. The quotations and the parties panes are two of them.
package roster

import (
	"rawi/ui/paint"
	"rawi/ui/theme"
)

// Row is one line of an item.
type Row struct {
	Text  string
	Role  theme.Role
	Marks []paint.Mark // by byte offset in Text
}

// Item is what stands for one thing in the list. Rows that do not fit on the
// screen, and missing ones, are left out.
type Item []Row

// Roster holds the selection and the scroll position of a list; the items
// themselves come with each View. The zero value selects the first item.
type Roster struct {
	width, height int
	itemHeight    int
	selected, top int // items
	count         int // of items
	more          int // rows that the selected item had beyond itemHeight
}

// New is a list whose items have itemHeight rows each.
func New(itemHeight int) Roster { return Roster{itemHeight: itemHeight} }

// Resize sets the pane's size in cells.
func (r *Roster) Resize(width, height int) { r.width, r.height = width, height }

// Selected is the index of the selected item.
func (r *Roster) Selected() int { return r.selected }

// Select selects an item out of n; what is out of range goes to the nearer end.
func (r *Roster) Select(i, n int) { r.selected = max(0, min(i, n-1)) }

// Page is the number of items that fit on the screen, at least 1.
func (r *Roster) Page() int { return max(1, (r.height-r.more)/r.itemHeight) }

// At is the item of which a row is shown, counted from the top; ok is
// false below the last.
func (r *Roster) At(row int) (i int, ok bool) {
	if row < 0 || row >= r.height {
		return 0, false
	}
	if below := r.top + row/r.itemHeight; below <= r.selected {
		return below, below < r.count
	}
	i = r.top + max(row-r.more, (r.selected-r.top)*r.itemHeight)/r.itemHeight
	return i, i < r.count
}

// Fit takes in the list as it is: n items, and how many rows the selected one has.
// The list is scrolled so that the selected item is shown.
func (r *Roster) Fit(n, rows int) {
	r.count = n
	if r.height <= 0 { // not on the screen
		return
	}
	r.selected = max(0, min(r.selected, n-1))
	r.more = max(0, min(rows, r.height)-r.itemHeight)
	r.top = max(0, min(r.top, r.selected, n-r.Page()))
	r.top = max(r.top, r.selected-r.Page()+1)
}

// View paints the list as of the last [Roster.Fit] on an area of the pane's size;
// the selected item has the role chosen, in the rows that all items have, and may
// have more of them. Without items it says empty.
func (r *Roster) View(to paint.Area, empty string, chosen theme.Role, item func(i int) Item) {
	if r.count == 0 {
		to.Row(0, empty, theme.Dim, nil)
		return
	}
	y := 0
	for i := r.top; i < r.count && y < r.height; i++ {
		lines, height := item(i), r.itemHeight
		if i == r.selected {
			height += r.more
		}
		for k := 0; k < height && y < r.height; k, y = k+1, y+1 {
			var row Row
			if k < len(lines) {
				row = lines[k]
			}
			if i == r.selected && k < r.itemHeight {
				row.Role = chosen
			}
			to.Row(y, row.Text, row.Role, row.Marks)
		}
	}
}
