package ui

import (
	tea "charm.land/bubbletea/v2"

	"rawi/ui/room"
)

// arrive gives what a room asked for to it.
func (msg fetchedMsg) arrive(m *Model) tea.Cmd {
	if msg.scene != m.Scene {
		return nil // another article is shown by now
	}
	return m.apply(msg.then())
}

// pressListing gives a key to the list that is open.
func (m *Model) pressListing(k tea.Key) tea.Cmd {
	l := m.listing
	m.message = statusMessage{}
	effect, closes := l.Press(k.Keystroke(), k.Text)
	switch {
	case !closes:
		return m.apply(effect)
	case effect.Nothing() && l.Back == nil && m.session.Shelf: // there is nothing behind it
		return m.quit()
	}
	return tea.Batch(m.list(nextList(l, effect)), m.apply(effect))
}

// nextList is what is shown when a list closes: the one below it, unless something was
// chosen.
func nextList(l *room.Listing, chosen room.Effect) *room.Listing {
	if chosen.Nothing() {
		return l.Back
	}
	return nil
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
