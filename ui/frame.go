package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"rawi/model"
	"rawi/ui/l10n"
	"rawi/ui/paint"
	"rawi/ui/reader"
	"rawi/ui/room"
	"rawi/ui/roster"
	"rawi/ui/rows"
	"rawi/ui/theme"
)

// view makes the next frame.
func (m *Model) view() tea.View {
	g := &m.geometry
	frame := m.screen.Start(m.painter, g.width, g.height)
	slots := m.slots()
	for i := range slots {
		slots[i].view(slots[i].on(frame))
	}
	if g.framed {
		border{frame, g.body().h, slots, m.screen.Measure}.paint()
	}
	if g.zen && m.message.text != "" && m.overlay == nil {
		m.statusLine(frame.Part(0, g.height-1, g.width, 1))
	}
	if !g.status.empty() {
		m.statusLine(g.status.on(frame))
	}
	switch {
	case placeOf(m.overlay) == inLine:
		m.overlay.View(g.overlay.on(frame), m.Language)
	case g.keys.empty():
	case m.listing != nil:
		g.keys.on(frame).Row(0, m.Language.Say(m.listing.Keys), theme.KeyHelp, nil)
	default:
		m.keyLine(g.keys.on(frame))
	}
	v := tea.NewView(m.screen.String())
	v.AltScreen = true
	if m.mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	v.ReportFocus = m.session.Preferences.TmuxClient != nil // tmux says so when another terminal attaches
	// The physical key is reported only with both flags; while something is typed
	// the letter is wanted, and whatever composed it.
	reportKeys := m.overlay == nil && m.listing == nil
	v.KeyboardEnhancements.ReportAlternateKeys = reportKeys
	v.KeyboardEnhancements.ReportAllKeysAsEscapeCodes = reportKeys
	return v
}

// slots is what is open.
func (m *Model) slots() []slot {
	g, say := &m.geometry, m.Language.Say
	if m.help != nil {
		return []slot{{g.body(), m.help.title(g.body()), true, m.help.View}}
	}
	if m.listing != nil {
		return []slot{m.listingSlot()}
	}
	covered := placeOf(m.overlay) == inPanel
	slots := append(make([]slot, 0, paneCount),
		slot{g.panes[articlePane], m.articleTitle(), !covered && m.focus == articlePane, m.paneView(articlePane)},
		slot{g.panes[quotesPane], m.quotesTitle(), !covered && m.focus == quotesPane, m.paneView(quotesPane)},
		slot{g.panes[partiesPane], say(l10n.Parties), !covered && m.focus == partiesPane, m.paneView(partiesPane)})
	if covered {
		slots = append(slots, slot{g.overlay, say(m.overlay.Title, m.overlay.Of...), true, func(to paint.Area) { m.overlay.View(to, m.Language) }})
	}
	return slices.DeleteFunc(slots, func(s slot) bool { return s.empty() })
}

// articleTitle heads the article's pane: with what the article says about itself.
func (m *Model) articleTitle() string {
	title := m.Language.Say(l10n.Article)
	if said := headline(m.Article.Facts); said != "" {
		return title + " · " + said
	}
	return title
}

// quotesTitle heads the list of quotations: with what it lists, if not all.
func (m *Model) quotesTitle() string {
	title := m.Language.Say(l10n.Quotes)
	if m.Reading.Capacity == model.Adjudicator {
		title += " · " + m.Language.Say(l10n.AdjudicateTitle)
	}
	if m.Filter != room.All {
		title += " · " + m.Language.Say(filterNames[m.Filter])
	}
	return title
}

// paneView is what paints a pane.
func (m *Model) paneView(p pane) func(paint.Area) {
	empty := m.Language.Say(m.nothingIn(p))
	switch p {
	case quotesPane:
		chosen := theme.SelectedPale
		if m.focus == quotesPane {
			chosen = theme.Selected
		}
		return func(to paint.Area) { quotesView(to, &m.quotes, &m.rows, chosen, empty) }
	case partiesPane:
		chosen := theme.Text // the current quotation stands out, not a party beside it
		if m.focus == partiesPane {
			chosen = theme.Selected
		}
		order := m.rows.Order()
		return func(to paint.Area) {
			m.parties.View(to, empty, chosen, func(i int) roster.Item { return m.rows.Party(order[i]) })
		}
	}
	return func(to paint.Area) {
		m.rows.Lit = 0
		if m.focus == partiesPane {
			m.rows.Lit = m.selected() + 1
		}
		decor := m.rows.Decor(m.reader.Visible())
		if m.geometry.zen {
			decor = reader.Decor{Fold: decor.Fold}
		}
		mark := func(s model.Span, r theme.Role) {
			decor.Marks = append(decor.Marks, paint.Mark{Start: s.Start, End: s.End, Role: r})
		}
		m.search.Marks(m.reader.Visible(), mark)
		m.words.Marks(mark)
		m.reader.View(to, decor)
	}
}

// nothingIn is what a list says that is empty, or not yet filled.
func (m *Model) nothingIn(p pane) l10n.Word {
	switch {
	case !m.Detected:
		return l10n.Searching
	case m.foreign:
		return l10n.Foreign
	case p == quotesPane && m.Filter != room.All:
		return l10n.NoneListed
	}
	return nothing[p]
}

// nothing is what a list says that is empty.
var nothing = [paneCount]l10n.Word{quotesPane: l10n.NoQuotes, partiesPane: l10n.NoParties}

// quotesView paints the quotations, and below them the scroll mark.
func quotesView(to paint.Area, list *roster.Roster, r *rows.Rows, chosen theme.Role, empty string) {
	above := to.Part(0, 0, to.Width, to.Height-rows.BarHeight(to.Height))
	listed := r.Listed()
	list.View(above, empty, chosen, func(i int) roster.Item { return r.Quotation(listed[i]) })
	if above.Height < to.Height {
		bar := r.Bar(to.Width)
		to.Part(0, above.Height, to.Width, 1).Row(0, bar.Plain, theme.Text, bar.Marks)
	}
}
