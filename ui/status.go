package ui

import (
	"strings"

	"rawi/bidi"
	"rawi/model"
	"rawi/ui/l10n"
	"rawi/ui/paint"
	"rawi/ui/theme"
)

// statusLine is the title and the place in the text on the right, counts or
// the answer to the last key on the left.
func (m *Model) statusLine(to paint.Area) {
	text, role := m.message.text, theme.Status
	if m.message.warning {
		role = theme.StatusWarning
	}
	if text == "" {
		text, role = m.counts(), theme.Status
	}
	left := min(m.screen.Measure(text)+2, to.Width)
	title := m.session.Article.Title()
	if title == "" {
		title = m.session.Language.Say(l10n.Untitled)
	}
	right := " " + m.session.Language.Say(l10n.Percent, m.reader.Percent()) + " · " + oneLine(title)
	to.Label(0, 0, left, " "+text, role, bidi.RightToLeft)
	to.Label(left, 0, to.Width-left, right, theme.Status, bidi.RightToLeft)
}

// counts is how many quotations there are and how they stand.
func (m *Model) counts() string {
	say := m.session.Language.Say
	if !m.detected {
		return say(l10n.Searching)
	}
	parts := []string{say(l10n.QuoteCount, len(m.reading.Quotes()))}
	add := func(w l10n.Word, n int) {
		if n > 0 {
			parts = append(parts, say(w, n))
		}
	}
	add(l10n.DecidedCount, m.derived().decided)
	add(l10n.UnknownCount, m.derived().unknown)
	add(l10n.UnsavedCount, len(m.keeper.Unsaved()))
	add(l10n.BrokenCount, m.session.Article.Broken)
	add(l10n.HiddenCount, m.reader.Hidden())
	return strings.Join(parts, " · ")
}

func count(quotes []model.Quote, holds func(*model.Quote) bool) int {
	n := 0
	for i := range quotes {
		if holds(&quotes[i]) {
			n++
		}
	}
	return n
}
