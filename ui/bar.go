package ui

import (
	"slices"

	"rawi/model"
	"rawi/ui/theme"
)

// barHeight is the rows of the quotation bar in a pane of so many rows.
func barHeight(rows int) int {
	if rows < 3*quoteRows {
		return 0
	}
	return 1
}

// bar shows how all quotations stand, from right to left in the order of the
// text: a full block is decided, a half one guessed, a question mark unknown, an
// exclamation mark not saved. The current one is turned round. Where there are
// more quotations than columns, a column stands for several and shows the one
// that is furthest from decided.
func (m *Model) bar(width int) line {
	shown, of := m.derived(), [2]int{width, m.current}
	if shown.barFor != of {
		shown.bar, shown.barFor = m.newBar(width), of
	}
	return shown.bar
}

func (m *Model) newBar(width int) (l line) {
	quotes, standings := m.reading.Quotes(), m.reading.Standings()
	columns := min(len(quotes), max(width-2, 1))
	for c := range columns {
		first, last := c*len(quotes)/columns, (c+1)*len(quotes)/columns
		cell := barCells[slices.Max(standings[first:last])]
		if cell == barCells[model.StandsDecided] && slices.ContainsFunc(quotes[first:last], m.isUnsaved) {
			cell = unsavedCell
		}
		if first <= m.current && m.current < last {
			cell.role = theme.Selected
		}
		l.add(cell.glyph, cell.role)
	}
	return l
}

// barCell is what stands for quotations.
type barCell struct {
	glyph string
	role  theme.Role
}

// barCells is what stands for quotations by how far they are from decided.
var barCells = [model.StandingCount]barCell{
	model.StandsDecided: {"█", theme.Decided},
	model.StandsGuessed: {"▒", theme.Guess},
	model.StandsUnknown: {"?", theme.Unknown},
}

// unsavedCell stands for quotations that are decided, but not all on disk.
var unsavedCell = barCell{"!", theme.Unsaved}

func (m *Model) isUnsaved(q model.Quote) bool { return m.unsaved.Quote(&q) }
