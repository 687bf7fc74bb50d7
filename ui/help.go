package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"rawi/bidi"
	"rawi/ui/theme"
)

// helpPage is the help while it is open: the keyboard table, scrolled.
type helpPage struct{ top int }

func (m *Model) openHelp() tea.Cmd {
	m.help = &helpPage{}
	return tea.ClearScreen
}

// pressHelp scrolls the help; any other key closes it.
func (m *Model) pressHelp(a action) tea.Cmd {
	page := m.geometry.body().h
	steps := map[action]int{down: 1, up: -1, screenDown: page, screenUp: -page, top: -len(keyboard), bottom: len(keyboard)}
	if step, ok := steps[a]; ok {
		m.help.top = max(0, min(m.help.top+step, len(keyboard)-page))
		return nil
	}
	m.help = nil
	if a == quit || a == suspend {
		return actions()[a](m)
	}
	return tea.ClearScreen
}

// view is one row a key: its names, and what it does.
func (h *helpPage) view(m *Model, r rect) []string {
	names := min(24, r.w/2)
	rows := make([]string, 0, r.h)
	for i := h.top; i < len(keyboard) && len(rows) < r.h; i++ {
		k := &keyboard[i]
		does := m.painter.Label(m.session.Language.Say(k.help), r.w-names, theme.Text, bidi.RightToLeft)
		keys := m.painter.Label(" "+strings.Join(k.keys, "  "), names, theme.Key, bidi.RightToLeft)
		rows = append(rows, does+keys)
	}
	for len(rows) < r.h {
		rows = append(rows, m.painter.Label("", r.w, theme.Text, bidi.RightToLeft))
	}
	return rows
}
