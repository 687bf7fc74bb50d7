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

// shortcuts are the actions of the key line by context, most wanted first.
var shortcuts = [contextCount][]action{
	anywhere:  {accept, candidate, nameSpeaker, notSpeech, acceptRest, nextUndecided, undo, commandLine, help, quit},
	inParties: {renameParty, partyType, partyRole, partyAlias, mergeParty, splitParty, nextPane, undo, help},
	inWords:   {startMarking, makeQuote, makeMention, otherEnd, splitQuote, joinQuotes, dropHere, leaveWords, help},
}

// keyLine is the candidates for the current quotation where their pane is not
// shown, else the keys that matter most; as many as fit.
func (m *Model) keyLine(to paint.Area) {
	if m.geometry.panes[quotesPane].empty() && m.overlay == nil && m.help == nil && m.context() == anywhere {
		if rows := m.candidateRows(to.Width); len(rows) > 0 {
			to.LabelMarks(0, 0, to.Width, rows[0].Text, theme.KeyHelp, bidi.RightToLeft, rows[0].Marks)
			return
		}
	}
	keys := m.keys(m.context())
	to.Row(0, keys.text, theme.KeyHelp, keys.marks)
}

// keys are the keys that matter most in a context.
func (m *Model) keys(c context) line {
	if known, ok := m.keyLines[c]; ok {
		return known
	}
	var keys line
	for _, a := range shortcuts[c] {
		for _, k := range keyboard {
			if k.action == a {
				keys.add(k.shortcut(), theme.Key).add(" "+m.session.Language.Say(k.help)+"   ", theme.KeyHelp)
			}
		}
	}
	m.keyLines[c] = keys
	return keys
}
