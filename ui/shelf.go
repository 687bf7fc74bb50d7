package ui

import (
	tea "charm.land/bubbletea/v2"

	"rawi/model"
	"rawi/ui/l10n"
	"rawi/ui/parties"
	"rawi/ui/room"
)

// What is done about other articles: see package shelf.

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
func openShelf(m *Model) tea.Cmd { return m.apply(m.shelf.List()) }

// findEverywhere is the action that looks for words in all articles.
func findEverywhere(m *Model, words string) tea.Cmd { return m.apply(m.shelf.Look(words)) }

// saidEverywhere is the action that lists what somebody said in all articles: the selected
// party, or the speaker of the current quotation.
func saidEverywhere(m *Model) tea.Cmd {
	if q, ok := m.Quote(); ok && m.focus != partiesPane {
		if p, _, known := m.Reading.Party(q.Speaker); known {
			return m.apply(m.shelf.SaidBy(p))
		}
	}
	return onParty(func(_ *parties.Parties, p *model.Party) room.Effect { return m.shelf.SaidBy(p) })(m)
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
