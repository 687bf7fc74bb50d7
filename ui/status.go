package ui

import (
	"strings"

	"rawi/bidi"
	"rawi/model"
	"rawi/ui/l10n"
	"rawi/ui/theme"
)

// statusLine is the title and the place in the text on the right, counts or
// the answer to the last key on the left.
func (m *Model) statusLine(width int) string {
	text, role := m.message.text, theme.Status
	if m.message.warning {
		role = theme.StatusWarning
	}
	if text == "" {
		text, role = m.counts(), theme.Status
	}
	left := min(measure(text)+2, width)
	title := m.session.Article.Title()
	if title == "" {
		title = m.session.Language.Say(l10n.Untitled)
	}
	right := " " + m.session.Language.Say(l10n.Percent, m.reader.Percent()) + " · " + oneLine(title)
	return m.painter.Label(" "+text, left, role, bidi.RightToLeft) +
		m.painter.Label(right, width-left, theme.Status, bidi.RightToLeft)
}

// counts is how many quotations there are and how they stand.
func (m *Model) counts() string {
	say := m.session.Language.Say
	if !m.detected {
		return say(l10n.Searching)
	}
	quotes := m.reading.Quotes()
	parts := []string{say(l10n.QuoteCount, len(quotes))}
	add := func(w l10n.Word, n int) {
		if n > 0 {
			parts = append(parts, say(w, n))
		}
	}
	add(l10n.DecidedCount, count(quotes, func(q *model.Quote) bool { return q.Decided() && !m.unsaved.Quote(q) }))
	add(l10n.UnknownCount, count(quotes, func(q *model.Quote) bool {
		return q.Kind.Spoken() && q.Speaker == "" && !q.Decided()
	}))
	add(l10n.UnsavedCount, len(m.keeper.Unsaved()))
	add(l10n.BrokenCount, m.session.Article.Broken)
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

// shortcuts are the actions of the key line by context, most wanted first.
var shortcuts = [contextCount][]action{
	anywhere:  {accept, candidate, nameSpeaker, notSpeech, acceptRest, nextUndecided, undo, commandLine, help, quit},
	inParties: {renameParty, partyType, partyRole, partyAlias, mergeParty, splitParty, nextPane, undo, help},
	inWords:   {startMarking, makeQuote, makeMention, otherEnd, splitQuote, joinQuotes, dropHere, leaveWords, help},
}

// keyLine is the candidates for the current quotation where their pane is not
// shown, else the keys that matter most; as many as fit.
func (m *Model) keyLine(width int) string {
	if m.geometry.panes[quotesPane].empty() && m.overlay == nil && m.help == nil && m.context() == anywhere {
		if rows := m.candidateRows(width); len(rows) > 0 {
			return m.painter.LabelMarks(rows[0].Text, width, theme.KeyHelp, bidi.RightToLeft, rows[0].Marks)
		}
	}
	var keys line
	for _, a := range shortcuts[m.context()] {
		for _, k := range keyboard {
			if k.action == a {
				keys.add(k.shortcut(), theme.Key).add(" "+m.session.Language.Say(k.help)+"   ", theme.KeyHelp)
			}
		}
	}
	return m.painter.Row(keys.text, width, theme.KeyHelp, keys.marks)
}
