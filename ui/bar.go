package ui

import (
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
	quotes := m.reading.Quotes()
	columns := min(len(quotes), max(width-2, 1))
	for c := range columns {
		first, last := c*len(quotes)/columns, (c+1)*len(quotes)/columns
		glyph, role := m.barCell(quotes[first:last])
		if first <= m.current && m.current < last {
			role = theme.Selected
		}
		l.add(glyph, role)
	}
	return l
}

// barCell is what stands for some quotations.
func (m *Model) barCell(quotes []model.Quote) (glyph string, role theme.Role) {
	glyph, role = "█", theme.Decided
	for i := range quotes {
		q := &quotes[i]
		switch {
		case m.unsaved.Quote(q):
			if glyph == "█" {
				glyph, role = "!", theme.Unsaved
			}
		case unknown(q) && !q.Decided():
			return "?", theme.Unknown
		case !q.Decided():
			glyph, role = "▒", theme.Guess
		}
	}
	return glyph, role
}
