package ui

import (
	tea "charm.land/bubbletea/v2"

	"rawi/model"
	"rawi/ui/l10n"
)

// nextMsg is the article that is left to do next.
type nextMsg struct {
	from *model.Article
	next Request
	err  error
}

// nextArticle is the action that goes to the next article that is left to do: for who
// adjudicates, on which authors differ.
func nextArticle(m *Model) tea.Cmd {
	next, as, from := m.session.Next, m.Reading.Capacity, m.Article
	if next == nil {
		m.say(l10n.NothingNext)
		return nil
	}
	return func() tea.Msg {
		r, err := next(as)
		return nextMsg{from, r, err}
	}
}

// arrive opens it, unless another one is shown by now.
func (msg nextMsg) arrive(m *Model) tea.Cmd {
	switch {
	case msg.from != m.Article:
		return nil
	case msg.err != nil:
		m.message.warn(msg.err.Error())
		return nil
	case msg.next == (Request{}):
		m.say(map[model.Capacity]l10n.Word{model.Annotator: l10n.NothingNext, model.Adjudicator: l10n.AllSettled}[m.Reading.Capacity])
		return nil
	}
	msg.next.As = m.Reading.Capacity
	return m.openRequest(msg.next)
}

// toUnsettled goes to the first quotation on which authors differ, if there is one.
func (m *Model) toUnsettled() bool {
	quote, ok := m.Reading.NextUnsettled(-1)
	if ok {
		m.goTo(quote)
	}
	return ok
}
