package ui

import (
	"rawi/model"
	"rawi/ui/history"
	"rawi/ui/keep"
	"rawi/ui/keys"
	"rawi/ui/links"
	"rawi/ui/listen"
	"rawi/ui/marks"
	"rawi/ui/parties"
	"rawi/ui/reader"
	"rawi/ui/review"
	"rawi/ui/room"
	"rawi/ui/roster"
	"rawi/ui/rows"
	"rawi/ui/search"
	"rawi/ui/shelf"
	"rawi/ui/words"
)

// load shows the article of a session, with nothing found yet.
func (m *Model) load(s Session) {
	m.Scene = &room.Scene{
		Article: s.Article, Language: s.Language,
		Reading: model.NewReading(s.Article, model.Findings{}, nil, s.Author),
	}
	m.Reading.Adjudicate(s.Capacity)
	width, height := m.geometry.width, m.geometry.height
	m.panes = panes{Scene: m.Scene, focus: paneCalled(s.Pane), reader: reader.New(s.Article), quotes: roster.New(rows.Height), parties: roster.New(rows.Height)}
	m.session, m.pending, m.keeper, m.said, m.loading = s, pendingInput{}, keep.Keeper{}, saidKeeper{}, nil
	m.message = statusMessage{text: s.Notice, warning: s.Notice != ""}
	m.naming = parties.Parties{Scene: m.Scene}
	m.review = review.Review{Scene: m.Scene, Parties: &m.naming}
	m.words = words.Words{Scene: m.Scene, Parties: &m.naming, WordAt: m.reader.Word}
	m.rows = rows.Rows{Scene: m.Scene, Measure: m.screen.Measure, Candidates: keys.Digits}
	m.order, m.listed, m.placeIn = m.rows.Order, m.rows.Listed, m.rows.PlaceOf
	m.history = history.History{Scene: m.Scene}
	m.search = search.New(m.Scene, m.reader.Visible)
	m.foreign = s.Article.Foreign()
	m.links = links.Links{Scene: m.Scene, CanRead: s.Open != nil}
	m.shelf = shelf.Shelf{Scene: m.Scene, Library: s.Library, Order: m.shelf.Order}
	m.marks = marks.Marks{Scene: m.Scene, Library: s.Bookmarks, Jumps: m.marks.Jumps, Visible: m.reader.Visible}
	m.overlay, m.listing, m.help, m.awaited, m.reopened = nil, nil, nil, nil, false
	m.painter.HideMarks = false // as a new reader has it, until the profile is applied
	m.geometry.width, m.geometry.height = width, height
	m.applyProfile(listen.Effect{Changed: true})
	m.dress()
	m.kept = keep.At(s.Place)
	m.reader.ScrollTo(s.Place)
}
