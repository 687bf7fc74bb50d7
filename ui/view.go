package ui

import (
	tea "charm.land/bubbletea/v2"
)

// View is the screen as it is now. Bubble Tea calls it after every message;
// the view is rebuilt only after a visible change. While the program ends it is blank:
// the screen is about to be left, and Bubble Tea would paint all of it once more.
func (m *Model) View() tea.View {
	if m.last.stale && !m.last.final || m.last.made == 0 {
		m.last.view, m.last.stale = m.view(), false
		m.last.made++
	}
	if m.last.final {
		m.last.view.Content = " " // none at all would be a screen of no height
	}
	return m.last.view
}

// Filter is for [tea.WithFilter]: it holds back the messages that show nothing,
// because Bubble Tea looks at the view after each of those that it lets through.
// Answers of the terminal are noted, and shown together when the last one comes.
func Filter(m tea.Model, msg tea.Msg) tea.Msg {
	if m, ok := m.(*Model); ok && holdBack(&m.listener, msg) {
		return nil
	}
	return msg
}

// Size is the size of the screen as it is shown, in columns and rows.
func (m *Model) Size() (width, height int) { return m.geometry.width, m.geometry.height }
