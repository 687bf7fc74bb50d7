package rows

import (
	"slices"

	"rawi/model"
	"rawi/ui/paint"
	"rawi/ui/theme"
)

// BarHeight is how many rows the bar has in a pane of some height.
func BarHeight(rows int) int {
	if rows < 3*Height {
		return 0
	}
	return 1
}

// Bar shows how all quotations stand, from right to left in the order of the
// text: a full block is decided, a half one guessed, a question mark unknown, an
// exclamation mark not saved. The current one is turned round. Where there are
// more quotations than columns, a column stands for several and shows the one
// that is furthest from decided.
func (r *Rows) Bar(width int) paint.Text {
	k, of := r.keep(), [2]int{width, r.Current}
	if k.barFor != of {
		k.bar, k.barFor = r.bar(width), of
	}
	return k.bar
}

func (r *Rows) bar(width int) (t paint.Text) {
	quotes, standings := r.Reading.Quotes(), r.Reading.States()
	columns := min(len(quotes), max(width-2, 1))
	for c := range columns {
		first, last := c*len(quotes)/columns, (c+1)*len(quotes)/columns
		cell := barCells[slices.Max(standings[first:last])]
		if cell == barCells[model.StateDecided] && slices.ContainsFunc(quotes[first:last], r.isUnsaved) {
			cell = unsavedCell
		}
		if first <= r.Current && r.Current < last {
			cell.role = theme.Selected
		}
		t.Add(cell.glyph, cell.role)
	}
	return t
}

func (r *Rows) isUnsaved(q model.Quote) bool { return r.NotSaved.Quote(&q) }

// barCell is what stands for quotations.
type barCell struct {
	glyph string
	role  theme.Role
}

// barCells is what stands for quotations by how far they are from decided.
var barCells = [model.DecisionStateCount]barCell{
	model.StateDecided: {"█", theme.Decided},
	model.StateGuessed: {"▒", theme.Guess},
	model.StateUnknown: {"?", theme.Unknown},
}

// unsavedCell stands for quotations that are decided, but not all on disk.
var unsavedCell = barCell{"!", theme.Unsaved}
