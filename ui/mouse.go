package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"rawi/model"
	"rawi/ui/l10n"
	"rawi/ui/room"
)

// toggleMouse switches the mouse on, or off so that the terminal selects text
// with it again.
func (m *Model) toggleMouse() tea.Cmd {
	m.mouse = !m.mouse
	if m.mouse {
		m.say(l10n.MouseOn)
	} else {
		m.say(l10n.MouseOff)
	}
	return nil
}

// textRows is by how many rows the wheel scrolls the text.
const textRows = 3

// handleMouse carries out what the mouse does: a click goes to a quotation or party
// in its list, or to a word; dragging marks words; the wheel scrolls.
func (m *Model) handleMouse(msg tea.MouseMsg) tea.Cmd {
	at := msg.Mouse()
	if m.listing != nil && m.overlay == nil {
		return m.mouseInListing(msg)
	}
	over, x, y := m.geometry.under(at.X, at.Y)
	if m.overlay != nil || m.help != nil || over == paneCount {
		return nil
	}
	switch msg.(type) {
	case tea.MouseWheelMsg:
		direction := map[tea.MouseButton]int{tea.MouseWheelUp: -1, tea.MouseWheelDown: 1}[at.Button]
		m.scrollIn(over, direction, textRows*direction)
		return m.moved()
	case tea.MouseClickMsg:
		if at.Button == tea.MouseLeft {
			return m.click(over, x, y)
		}
	case tea.MouseReleaseMsg:
		return m.release(over, x, y)
	case tea.MouseMotionMsg:
		if offset, ok := m.reader.OffsetAt(x, y); ok && over == articlePane && at.Button == tea.MouseLeft {
			m.words.DragTo(offset)
		}
	}
	return nil
}

// release follows the link that was clicked: the button came up where it went down, so
// no words were marked on the way.
func (m *Model) release(over pane, x, y int) tea.Cmd {
	offset, inText := m.reader.OffsetAt(x, y)
	if over != articlePane || !inText || !m.words.Marking() || m.words.Dragged() {
		return nil
	}
	i := slices.IndexFunc(m.Article.Links, func(l model.Link) bool { return l.Contains(offset) })
	if i < 0 {
		return nil
	}
	m.words.Leave()
	return m.apply(room.Effect{Browse: m.Article.Links[i].Address})
}

// click gives a pane the focus and goes where it was clicked; in the text the word
// cursor goes there, from which dragging marks words.
func (m *Model) click(over pane, x, y int) tea.Cmd {
	m.words.Leave()
	m.away = false
	cmd := m.focusOn(over)
	if offset, inText := m.point(over, x, y); inText {
		return tea.Batch(cmd, m.apply(m.words.StartAt(offset)))
	}
	return tea.Batch(cmd, m.moved())
}

// mouseInListing selects the line that is clicked, opens it when it is selected, and scrolls.
func (m *Model) mouseInListing(msg tea.MouseMsg) tea.Cmd {
	at, body := msg.Mouse(), m.geometry.body()
	switch msg.(type) {
	case tea.MouseWheelMsg:
		m.listing.Move(map[tea.MouseButton]int{tea.MouseWheelUp: -textRows, tea.MouseWheelDown: textRows}[at.Button])
	case tea.MouseClickMsg:
		if again, ok := m.listing.At(at.Y - body.y); ok && again && at.Button == tea.MouseLeft {
			return m.pressListing(tea.Key{Code: tea.KeyEnter})
		}
	}
	return nil
}
