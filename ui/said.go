package ui

import tea "charm.land/bubbletea/v2"

// What is said in the article is kept in the library for lists over many articles: when it
// was found, and before such a list or another article is opened.

// keepSaid stores what is said in the article, if that changed since it was stored. The
// function that it returns may run while keys are answered. A failure is not worth a
// warning: who asks for it reads the article again.
func (m *Model) keepSaid() func() {
	n := m.Reading.Log().Len()
	if m.session.KeepSaid == nil || !m.Detected || m.said.kept && m.said.decisions == n {
		return func() {}
	}
	m.said = saidKeeper{true, n}
	said, keep := m.Reading.Said(), m.session.KeepSaid
	return func() { _ = keep(said, n) }
}

// keepSaidLater is keepSaid as a command.
func (m *Model) keepSaidLater() tea.Cmd {
	keep := m.keepSaid()
	return func() tea.Msg {
		keep()
		return nil
	}
}
