package ui

import (
	tea "charm.land/bubbletea/v2"

	"rawi/ui/keys"
	"rawi/ui/room"
)

// apply carries out an effect of a room.
func (m *Model) apply(s room.Effect) tea.Cmd {
	var cmds []tea.Cmd
	if s.Ask != nil {
		cmds = append(cmds, m.ask(s.Ask))
	}
	if s.List != nil {
		cmds = append(cmds, m.list(s.List))
	}
	if s.Fetch != nil && (s.FetchFor == nil || s.FetchFor == m.listing) {
		cmds = append(cmds, m.fetch(s.Fetch))
	}
	if len(s.Decided) > 0 {
		cmds = append(cmds, m.decided(s.Decided...))
	}
	switch {
	case s.Say != "":
		m.message, m.last.stale = statusMessage{text: s.Say}, true
	case s.Claim != "":
		m.message, m.last.stale = statusMessage{claim: s.Claim}, true
	}
	cmds = append(cmds, m.show(s))
	if s.Browse != "" {
		cmds = append(cmds, m.browse(s.Browse))
	}
	if s.Copy != nil {
		cmds = append(cmds, m.copyOut(*s.Copy))
	}
	if s.Action > 0 {
		cmds = append(cmds, m.do(&m.keyboard.Rows[s.Action-1], s.Argument))
	}
	if s.Next {
		cmds = append(cmds, nextArticle(m))
	}
	if s.Open != (Request{}) {
		cmds = append(cmds, m.openRequest(s.Open))
	}
	return tea.Batch(cmds...)
}

// show goes where an effect leads.
func (m *Model) show(s room.Effect) tea.Cmd {
	if _, n, ok := m.Reading.Party(s.Party); ok {
		m.choose(n - 1)
	}
	var cmd tea.Cmd
	if s.Article && !m.away {
		m.away, m.left = true, m.focus
		m.focus = articlePane
		cmd = m.rearrange()
	}
	switch {
	case s.Quote > 0:
		m.goTo(s.Quote - 1)
	case s.Top > 0:
		m.reader.ScrollTo(s.Top - 1)
	case s.Show.Empty():
		return cmd
	default:
		m.reader.Show(s.Show)
	}
	if s.Follow {
		m.followText()
	}
	return tea.Batch(cmd, m.moved())
}

// ask opens a question over the panes, or closes the one that is open if q is
// nil. The current quotation stays on the screen where the panes change places.
func (m *Model) ask(q *room.Question) tea.Cmd {
	before := m.geometry.panes
	m.overlay = q
	cmd := m.rearrange()
	if q, ok := m.Quote(); ok && m.geometry.panes != before {
		m.reader.Show(q.Span)
	}
	return cmd
}

// pressOverlay gives a key to the question that is open.
func (m *Model) pressOverlay(k tea.Key) tea.Cmd {
	digit, _ := keys.Digit(k.Text)
	effect, closes := m.overlay.Press(k.Keystroke(), k.Text, digit)
	if !closes {
		return m.apply(effect)
	}
	return tea.Batch(m.ask(nil), m.apply(effect))
}
