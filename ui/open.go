package ui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"rawi/model"
	"rawi/ui/l10n"
	"rawi/ui/room"
)

// openRequest begins to load another article. What was being loaded before is stopped.
func (m *Model) openRequest(r Request) tea.Cmd {
	if r.Article != "" && r.Article == m.Article.ID && !r.At.Empty() {
		return m.goInto(r.At, r.Search)
	}
	if m.session.Open == nil {
		return nil
	}
	if m.loading != nil {
		m.loading.stop()
	}
	ctx, stop := context.WithCancel(context.Background())
	l := &loading{name: room.OneLine(r.Name), at: r.At, search: r.Search, steady: r.Back, stop: stop}
	if l.name == "" {
		l.name = room.OneLine(r.Title)
	}
	m.loading = l
	open := m.session.Open
	return tea.Batch(m.watchLoading(l), func() tea.Msg {
		s, err := open(ctx, r, func(received, total int64) {
			l.received.Store(received)
			l.total.Store(total)
		})
		return openedMsg{l, s, err}
	})
}

// watchLoading looks at what has come again soon.
func (m *Model) watchLoading(l *loading) tea.Cmd {
	return m.tick(loadingDelay, func(time.Time) tea.Msg { return loadingMsg{l} })
}

// arrive has the status line show how much has come.
func (msg loadingMsg) arrive(m *Model) tea.Cmd {
	if msg.loading != m.loading || m.loading.session != nil {
		return nil
	}
	return m.watchLoading(m.loading)
}

// stopLoading is the action that stops it.
func (m *Model) stopLoading() tea.Cmd {
	if m.loading == nil {
		m.say(l10n.NothingLoading)
		return nil
	}
	m.loading.stop()
	return nil
}

// arrive takes in the article that was loaded. One that nobody waits for any more is
// left at once.
func (msg openedMsg) arrive(m *Model) tea.Cmd {
	msg.stop()
	switch {
	case msg.loading != m.loading && msg.err == nil:
		return msg.session.leave(model.Span{Start: msg.session.Place})
	case msg.loading != m.loading:
		return nil
	case msg.err != nil:
		m.loading = nil
		m.message.warn(msg.err.Error())
		if m.session.Detect == nil { // there is no other article
			m.failed, m.Detected = msg.err, true
			return m.runPending()
		}
		return nil
	}
	m.loading.session = &msg.session
	return m.showLoaded()
}

// showLoaded shows the article that was loaded, once all decisions on the one before are
// on disk.
func (m *Model) showLoaded() tea.Cmd {
	if m.loading == nil || m.loading.session == nil {
		return nil
	}
	if n := len(m.keeper.Unsaved()); n > 0 {
		m.message.warnToo(m.Language.Say(l10n.SavingOpen, n))
		return nil
	}
	next := *m.loading.session
	next.Preferences, next.Pane = m.session.Preferences, paneNames[m.focus] // of the terminal, which stays
	next.Form, next.Clipboard, next.WriteCopy = m.session.Form, m.session.Clipboard, m.session.WriteCopy
	left, at, search := tea.Sequence(m.keepSaidLater(), m.session.leave(m.reader.Visible())), m.loading.at, m.loading.search
	m.jump.leaveArticle(m)
	m.load(next)
	return tea.Batch(left, m.goInto(at, search), m.session.begin(), send(m.titling()), m.repaint())
}

// goInto shows words of the article, of which search is what was looked for, "" for a
// quotation, which becomes the current one when quotations are found.
func (m *Model) goInto(at model.Span, search string) tea.Cmd {
	if at.Empty() {
		return nil
	}
	if search != "" {
		found := m.search.At(search, at)
		m.message, at = statusMessage{text: found.Say}, found.Show
	}
	m.reader.Show(at)
	m.followText()
	show := func(m *Model) tea.Cmd {
		if i := m.Find(at); i >= 0 {
			m.goTo(i)
		}
		return m.moved()
	}
	if m.Detected {
		return show(m)
	}
	return m.postpone(show)
}

// Leave ends the work on the article that is shown, when the program has ended.
func (m *Model) Leave() error {
	if m.loading != nil {
		m.loading.stop()
	}
	if m.session.Leave == nil {
		return m.failed
	}
	if len(m.Unsaved()) == 0 {
		m.keepSaid()()
	}
	return m.session.Leave(m.Unsaved(), m.reader.Visible())
}
