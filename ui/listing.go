package ui

import (
	tea "charm.land/bubbletea/v2"

	"rawi/ui/paint"
	"rawi/ui/room"
)

// What is done about lists over the whole screen: see [room.Listing].

// fetch does what takes its time, while keys are answered.
func (m *Model) fetch(f room.Fetch) tea.Cmd {
	scene, keep := m.Scene, m.keepSaid()
	return func() tea.Msg {
		keep()
		return fetchedMsg{scene, f()}
	}
}

// list opens a list over the whole screen, or closes the one that is open if l is nil.
func (m *Model) list(l *room.Listing) tea.Cmd {
	m.listing = l
	m.resize(m.geometry.width, m.geometry.height)
	return m.repaint()
}

// listingSlot is the list that is open.
func (m *Model) listingSlot() slot {
	return slot{m.geometry.body(), m.listing.Title(m.listing.Shown()), true, func(to paint.Area) { m.listing.View(to, m.Language.Say) }}
}
