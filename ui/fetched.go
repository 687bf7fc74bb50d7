package ui

import tea "charm.land/bubbletea/v2"

// arrive gives what a room asked for to it.
func (msg fetchedMsg) arrive(m *Model) tea.Cmd {
	if msg.scene != m.Scene {
		return nil // another article is shown by now
	}
	return m.apply(msg.then())
}
