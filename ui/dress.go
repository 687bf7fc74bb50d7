package ui

import (
	tea "charm.land/bubbletea/v2"

	"rawi/ui/l10n"
	"rawi/ui/listen"
	"rawi/ui/paint"
	"rawi/ui/reader"
	"rawi/ui/taste"
	"rawi/ui/terminal"
	"rawi/ui/theme"
)

// dress makes the screen look as the reader likes it.
func (m *Model) dress() {
	v := m.taste
	m.painter.Theme = themeFor(&m.listener, v.Of(taste.Theme))
	m.painter.Digits = digits[v.Of(taste.Digits)]
	m.painter.Typed = m.Terminal().Typed
	m.reader.SetStyle(reader.Style{
		Column: v.Number(taste.Column), Spacing: v.Number(taste.Spacing), Indent: v.Of(taste.Paragraphs) == taste.Indented,
		Justify: v.Of(taste.Justify) == taste.On, Even: v.Of(taste.Breaks) == taste.Even, Spread: m.zen, Typed: m.painter.Typed,
	})
	m.resize(m.geometry.width, m.geometry.height)
}

// digits are the ways to paint digits.
var digits = map[string]paint.Digits{taste.Eastern: paint.ArabicIndic, taste.Latin: paint.LatinDigits}

// grounds are the terminal's backgrounds as themes know them.
var grounds = map[terminal.Background]theme.Ground{terminal.DarkBackground: theme.Dark, terminal.LightBackground: theme.Light}

// themeFor is the theme of a name for what is known of the terminal's colours.
func themeFor(l *listen.Listener, name string) theme.Theme {
	t := theme.Called(name, grounds[l.Background()])
	switch {
	case l.Colourless():
		return t.Colourless()
	case l.FewColours():
		return t.Few()
	}
	return t
}

// toggleZen shows the text alone, or all panes again.
func (m *Model) toggleZen() tea.Cmd {
	m.zen = !m.zen
	if m.zen {
		m.focus = articlePane
	}
	m.dress()
	return m.repaint()
}

// prefer changes how the screen looks, says what holds now, and keeps it.
func (m *Model) prefer(now taste.Values, k taste.Key) tea.Cmd {
	m.taste = now
	m.dress()
	s := &taste.Settings[k]
	m.say(l10n.SettingIs, m.Language.Say(s.Help), s.Say(now.Of(k), m.Language))
	return tea.Batch(m.repaint(), m.session.Preferences.keepTaste(now))
}
