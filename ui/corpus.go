package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"rawi/model"
	"rawi/ui/l10n"
	"rawi/ui/picker"
	"rawi/ui/room"
)

// What concerns the corpus that an article is annotated for.

// guideWidth is the columns of a line of the guideline, which a panel has room for.
const guideWidth = 56

// showGuide is the action that shows the guideline of the corpus.
func showGuide(m *Model) tea.Cmd {
	if m.session.Corpus == nil || strings.TrimSpace(m.session.Corpus.Guide) == "" {
		m.say(l10n.NoGuide)
		return nil
	}
	var items []picker.Item
	for line := range strings.Lines(m.session.Corpus.Guide) {
		for _, text := range m.wrapped(line, guideWidth) {
			items = append(items, picker.Item{Names: []string{text}, Text: text})
		}
	}
	return m.apply(room.Effect{Ask: &room.Question{
		Picker: picker.New(items, picker.Narrowing), Title: l10n.GuideTitle, Prompt: l10n.TypeToSearch, Keys: l10n.ListKeys,
		Choose: func(picker.Choice) room.Effect { return room.Effect{} },
	}})
}

// wrapped is a line in pieces of so many columns, between words.
func (m *Model) wrapped(line string, width int) (pieces []string) {
	piece := ""
	for _, word := range strings.Fields(line) {
		switch {
		case piece == "":
			piece = word
		case m.screen.Measure(piece+" "+word) > width:
			pieces, piece = append(pieces, piece), word
		default:
			piece += " " + word
		}
	}
	return append(pieces, piece)
}

// toggleDone is the action that says that the article is done, or is not.
func toggleDone(m *Model) tea.Cmd {
	x := m.assigned()
	if x == nil {
		m.say(l10n.NotOfCorpus)
		return nil
	}
	deed, said := model.Finish, l10n.ArticleDone
	if !x.Done[m.session.Author].IsZero() {
		deed, said = model.Reopen, l10n.ArticleOpen
	}
	m.reopened = deed == model.Reopen
	fact := m.corpusFact(deed)
	return m.apply(room.Effect{Decided: fact, Claim: m.Language.Say(said)})
}
