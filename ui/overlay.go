package ui

import (
	tea "charm.land/bubbletea/v2"

	"rawi/ui/keys"
	"rawi/ui/room"
)

// ask opens a question over the panes, or closes the one that is open if q is
// nil. The current quotation stays on the screen.
func (m *Model) ask(q *room.Question) tea.Cmd {
	m.overlay = q
	cmd := m.rearrange()
	if q, ok := m.Quote(); ok {
		m.reader.Show(q.Span)
	}
	return cmd
}

// pressOverlay gives a key to the question that is open.
func (m *Model) pressOverlay(k tea.Key) tea.Cmd {
	digit, _ := keys.Digit(k.Text)
	step, closes := m.overlay.Press(k.Keystroke(), k.Text, digit)
	if !closes {
		return m.apply(step)
	}
	return tea.Batch(m.ask(nil), m.apply(step))
}
