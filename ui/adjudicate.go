package ui

import (
	tea "charm.land/bubbletea/v2"

	"rawi/model"
	"rawi/ui/l10n"
)

// adjudicate is the action that begins to settle what authors differ on, or ends it.
func adjudicate(m *Model) tea.Cmd {
	as := model.Adjudicator
	if m.Reading.Capacity == as {
		as = model.Annotator
	}
	m.Reading.Adjudicate(as)
	m.Clamp()
	m.markUnsaved()
	if as == model.Annotator {
		m.say(l10n.AdjudicatingEnds)
		return nil
	}
	m.say(l10n.Adjudicating, len(m.Reading.Unsettled()))
	cmd := m.focusOn(quotesPane)
	if !m.toUnsettled() {
		return tea.Batch(cmd, nextArticle(m))
	}
	return tea.Batch(cmd, m.moved())
}
