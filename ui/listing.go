package ui

import (
	tea "charm.land/bubbletea/v2"

	"rawi/ui/paint"
	"rawi/ui/room"
)

// What is done about lists over the whole screen: see [room.Listing].

// fetchedMsg is that what a room asked for is there.
type fetchedMsg struct {
	scene *room.Scene // of the article that was shown then
	then  func() room.Effect
}

// arrive gives it to the room.
func (msg fetchedMsg) arrive(m *Model) tea.Cmd {
	if msg.scene != m.Scene {
		return nil // another article is shown by now
	}
	return m.apply(msg.then())
}

// fetch does what takes its time, while keys are answered.
func (m *Model) fetch(f room.Fetch) tea.Cmd {
	scene := m.Scene
	return func() tea.Msg { return fetchedMsg{scene, f()} }
}

// list opens a list over the whole screen, or closes the one that is open if l is nil.
func (m *Model) list(l *room.Listing) tea.Cmd {
	m.listing = l
	m.resize(m.geometry.width, m.geometry.height)
	return m.repaint()
}

// pressListing gives a key to the list that is open.
func (m *Model) pressListing(k tea.Key) tea.Cmd {
	l := m.listing
	m.message = statusMessage{}
	effect, closes := l.Press(k.Keystroke(), k.Text)
	if !closes {
		return m.apply(effect)
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

// listingSlot is the list that is open.
func (m *Model) listingSlot() slot {
	return slot{m.geometry.body(), m.listing.Title(m.listing.Shown()), true, func(to paint.Area) { m.listing.View(to, m.Language.Say) }}
}
