package ui

import (
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"rawi/ui/terminal"
	"rawi/ui/theme"
)

// themeOn is the theme for a background.
func themeOn(b terminal.Background) theme.Theme {
	if b == terminal.UnknownBackground {
		return theme.Either()
	}
	return theme.New(b == terminal.DarkBackground)
}

// restrain takes in how many colours there are. Of sixteen, whose tones each
// terminal chooses, few are legible on a ground that nobody knows: then none is
// used.
func (m *Model) restrain(p colorprofile.Profile) tea.Cmd {
	if p == colorprofile.TrueColor {
		return nil
	}
	if p == colorprofile.ANSI && m.session.Background == terminal.UnknownBackground {
		m.painter.Theme, m.last.stale = m.painter.Theme.Colourless(), true
	}
	m.listener.colourless = p < colorprofile.ANSI // NO_COLOR, say
	return m.colours()
}

// ground takes in the terminal's background.
func (m *Model) ground(isDark bool) tea.Cmd {
	m.session.Background = terminal.LightBackground
	if isDark {
		m.session.Background = terminal.DarkBackground
	}
	m.painter.Theme, m.last.stale = themeOn(m.session.Background), true
	return m.colours()
}

// showGround is ground with what was noted.
func (m *Model) showGround() tea.Cmd {
	isDark := m.listener.ground
	m.listener.ground = nil
	if isDark == nil {
		return nil
	}
	return m.ground(*isDark)
}

// colours asks for all colours there are where neighbours differ by less than
// any two of 256.
func (m *Model) colours() tea.Cmd {
	if m.session.Terminal.Order != terminal.SGR {
		return nil
	}
	if m.listener.colourless {
		m.painter.Theme, m.last.stale = m.painter.Theme.Colourless(), true
	}
	return func() tea.Msg { return tea.ColorProfileMsg{Profile: colorprofile.TrueColor} }
}
