package ui

import (
	tea "charm.land/bubbletea/v2"

	"rawi/ui/l10n"
)

// What is done about other articles: see package shelf.

// shelfMsg is the library's articles.
type shelfMsg struct {
	items []Item
	err   error
}

// openNamed is the action that opens what was typed; if nothing was, the page that the
// article is the summary of.
func openNamed(m *Model, name string) tea.Cmd {
	switch {
	case name == "" && m.Article.Facts.Summary:
		return m.openRequest(Request{Article: m.Article.ID, Title: m.Article.Title()})
	case name == "":
		m.say(l10n.OpenWhat)
		return nil
	}
	return m.openRequest(Request{Name: name})
}

// mendText is the action that mends a text that another program garbled.
func mendText(m *Model) tea.Cmd { return m.openRequest(Request{Mend: true}) }

// openShelf is the action that lists the library's articles. The list is open before they
// come, so that what is typed at once narrows it.
func openShelf(m *Model) tea.Cmd {
	articles := m.session.Articles
	if articles == nil {
		m.say(l10n.EmptyLibrary)
		return nil
	}
	return tea.Batch(m.apply(m.shelf.List()), func() tea.Msg {
		items, err := articles()
		return shelfMsg{items, err}
	})
}

// arrive puts them into the list, if that is still open; without any it is closed.
func (msg shelfMsg) arrive(m *Model) tea.Cmd {
	switch {
	case !m.shelf.Lists(m.overlay):
		return nil
	case msg.err != nil:
		m.message.warn(msg.err.Error())
	case len(msg.items) == 0:
		m.say(l10n.EmptyLibrary)
	default:
		m.shelf.Fill(msg.items)
		return nil
	}
	return m.ask(nil)
}

// showEdits is the action that lists the quotations that the page changed.
func showEdits(m *Model) tea.Cmd { return m.apply(m.shelf.Edits()) }

// arrive says that the page changed quotations, if it did.
func (msg editsMsg) arrive(m *Model) tea.Cmd {
	if msg.article != m.Article {
		return nil
	}
	if said := m.shelf.SetEdits(msg.edits); said != "" {
		m.message.warnToo(said)
	}
	return nil
}

// arrive says what was done.
func (msg laterMsg) arrive(m *Model) tea.Cmd {
	if msg.notice != "" {
		m.message.warnToo(msg.notice)
	}
	return nil
}
