package ui

import (
	tea "charm.land/bubbletea/v2"

	"rawi/bidi"
	"rawi/ui/l10n"
)

// browse opens an address in the browser.
func (m *Model) browse(address string) tea.Cmd {
	open := m.session.Browse
	if open == nil {
		return nil
	}
	return func() tea.Msg { return browsedMsg{address, open(address)} }
}

// arrive says what became of an address that was to be opened in the browser.
func (msg browsedMsg) arrive(m *Model) tea.Cmd {
	if msg.err != nil {
		m.message.warn(m.Language.Say(l10n.NotBrowsed, msg.err))
		return nil
	}
	m.say(l10n.Browsed, msg.address)
	return nil
}

// ways are the directions in the order in which the key gives them, and what is said of
// each.
var ways = [...]struct {
	direction bidi.Direction
	said      l10n.Word
}{{bidi.Auto, l10n.WayOwn}, {bidi.RightToLeft, l10n.WayRight}, {bidi.LeftToRight, l10n.WayLeft}}

// changeWay is the action that gives all paragraphs the next direction.
func changeWay(m *Model) tea.Cmd {
	for i, way := range ways {
		if way.direction == m.reader.Forced() {
			next := ways[(i+1)%len(ways)]
			m.reader.Force(next.direction)
			m.say(next.said)
			break
		}
	}
	m.followText()
	return m.moved()
}
