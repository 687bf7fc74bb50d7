package ui

import (
	"rawi/ui/l10n"
	"rawi/ui/paint"
	"rawi/ui/room"
	"rawi/ui/theme"
)

// statusLine is the place in the text and the title where rows begin, counts or the
// answer to the last key where they end.
func (m *Model) statusLine(to paint.Area) {
	text, role := m.message.text, theme.Status
	if m.message.warning {
		role = theme.StatusWarning
	}
	if m.loading != nil && m.loading.session == nil {
		text, role = m.loading.status(m.Language), theme.Status
	}
	if m.session.Shelf { // there is no article
		to.Row(0, text, role, nil)
		return
	}
	if text == "" {
		text, role = m.rows.Counts(len(m.keeper.Unsaved()), m.reader.Hidden()), theme.Status
	}
	width := min(m.screen.Measure(text)+2, to.Width)
	title := m.Article.Title()
	if title == "" {
		title = m.Language.Say(l10n.Untitled)
	}
	about := m.progress() + " · " + room.OneLine(title)
	to.From(0, 0, to.Width-width, 1).Row(0, about, theme.Status, nil)
	to.From(to.Width-width, 0, width, 1).Row(0, text, role, nil)
}

// progress is how far the article is read, and how long it takes to its end.
func (m *Model) progress() string {
	say, at := m.Language.Say, [2]int{m.reader.Percent(), m.reader.MinutesLeft()}
	if m.last.progress != "" && m.last.progressAt == at {
		return m.last.progress
	}
	text := say(l10n.Percent, at[0])
	switch {
	case at[1] > 0:
		text += " · " + say(l10n.TimeLeft, m.Language.Count(at[1], l10n.Minutes))
	case at[0] < 100:
		text += " · " + say(l10n.ShortLeft)
	}
	m.last.progress, m.last.progressAt = text, at
	return text
}
