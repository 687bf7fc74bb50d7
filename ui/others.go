package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"rawi/model"
	"rawi/ui/l10n"
)

// What others decide while the article is shown.

// othersMsg is that others decided something.
type othersMsg struct{ reloadedMsg }

// await waits until others have decided something on the article, and fetches that. It ends
// with the work on the article.
func (s Session) await() tea.Cmd {
	if s.Await == nil {
		return nil
	}
	return func() tea.Msg {
		if err := s.Await(); err != nil {
			return nil
		}
		all, err := s.History()
		return othersMsg{reloadedMsg{s.Article, all, s.news(err), err}}
	}
}

// othersDelay is how long a list that the reader has open keeps what others decided waiting: what
// is picked in it must mean what it meant when the list was opened.
const othersDelay = time.Second

// arrive shows what others decided where the reader is. What could not be read will be told again.
func (msg othersMsg) arrive(m *Model) tea.Cmd {
	switch {
	case msg.article != m.Article:
		return nil // another one is shown by now
	case m.overlay != nil:
		return m.tick(othersDelay, func(time.Time) tea.Msg { return msg })
	case msg.err == nil:
		if n := m.addHistory(msg.history); n > 0 {
			m.say(l10n.OthersDecided, n)
		}
		m.message.showNews(msg.news)
	}
	return m.session.await()
}

// reloaded adds what other windows decided, which the reader has asked for.
func (m *Model) reloaded(msg reloadedMsg) {
	if msg.article != m.Article {
		return
	}
	if msg.err != nil {
		m.message.warn(msg.err.Error())
		return
	}
	m.say(l10n.Reloaded, m.addHistory(msg.history))
	m.message.showNews(msg.news)
}

// addHistory adds decisions that were made elsewhere, and returns how many are new. The reader
// stays at the same words, the same quotation and the same party, as far as they are there.
func (m *Model) addHistory(history []model.Annotation) (added int) {
	before := m.Reading.Log().Len()
	m.stay(func() { m.Reading.AddHistory(history) })
	m.markUnsaved()
	return m.Reading.Log().Len() - before
}

// stay does something after which quotations and parties may have other numbers.
func (p *panes) stay(change func()) {
	var at model.Span
	if q, ok := p.Quote(); ok {
		at = q.Span
	}
	var party model.PartyID
	if i := p.selected(); i >= 0 {
		party = p.Reading.Parties()[i].ID
	}
	change()
	if i := p.Find(at); i >= 0 {
		p.Current = i
	}
	p.Clamp()
	p.quotes.Select(p.Current, len(p.Reading.Quotes()))
	if _, n, ok := p.Reading.Party(party); ok {
		p.choose(n - 1)
	}
}
