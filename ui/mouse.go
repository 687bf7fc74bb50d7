package ui

import (
	tea "charm.land/bubbletea/v2"

	"rawi/ui/l10n"
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

// pointed carries out what the mouse does: a click goes to a quotation or party
// in its list, or to a word; dragging marks words; the wheel scrolls.
func (m *Model) pointed(msg tea.MouseMsg) tea.Cmd {
	at := msg.Mouse()
	if m.overlay != nil || m.help != nil {
		return nil
	}
	if _, ok := msg.(tea.MouseWheelMsg); ok {
		return m.wheel(at)
	}
	over, x, y := m.geometry.under(at.X, at.Y)
	if at.Button != tea.MouseLeft || over == paneCount {
		return nil
	}
	switch msg.(type) {
	case tea.MouseClickMsg:
		return m.click(over, x, y)
	case tea.MouseMotionMsg:
		return m.drag(over, x, y)
	}
	return nil
}

// wheel scrolls what is under the mouse.
func (m *Model) wheel(at tea.Mouse) tea.Cmd {
	step := map[tea.MouseButton]int{tea.MouseWheelUp: -1, tea.MouseWheelDown: 1}[at.Button]
	switch over, _, _ := m.geometry.under(at.X, at.Y); over {
	case quotesPane:
		return m.goTo(m.Current + step)
	case partiesPane:
		return m.meet(m.parties.Selected()+step, 0)
	case articlePane:
		m.reader.Scroll(3 * step)
		return m.followText()
	}
	return nil
}

func (m *Model) click(over pane, x, y int) tea.Cmd {
	m.words.Leave()
	m.focus = over
	cmd := m.rearrange()
	switch over {
	case quotesPane:
		if i, ok := m.quotes.At(y); ok {
			return tea.Batch(cmd, m.goTo(i))
		}
	case partiesPane:
		if i, ok := m.parties.At(y); ok {
			return tea.Batch(cmd, m.meet(i, 0))
		}
	case articlePane:
		if offset, ok := m.reader.OffsetAt(x, y); ok {
			return tea.Batch(cmd, m.pointAt(offset))
		}
	}
	return cmd
}

// pointAt makes the quotation at an offset the current one, and puts the word
// cursor there, from which dragging marks words.
func (m *Model) pointAt(offset int) tea.Cmd {
	least := -1
	for i, q := range m.Reading.Quotes() {
		if q.Contains(offset) && (least < 0 || q.Len() < least) {
			m.Current, least = i, q.Len()
		}
	}
	m.quotes.Select(m.Current, len(m.Reading.Quotes()))
	return m.apply(m.words.StartAt(offset))
}

// drag marks the words from where the button was pressed.
func (m *Model) drag(over pane, x, y int) tea.Cmd {
	offset, ok := m.reader.OffsetAt(x, y)
	if over != articlePane || !ok {
		return nil
	}
	m.words.DragTo(offset)
	return nil
}
