package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"rawi/model"
	"rawi/ui/l10n"
	"rawi/ui/picker"
	"rawi/ui/theme"
)

// openHistory lists all decisions, the latest first. The chosen one is gone to;
// the tab key takes it back, or makes it again.
func (m *Model) openHistory() tea.Cmd {
	past := m.reading.History()
	if len(past) == 0 {
		m.say(l10n.NoHistory)
		return nil
	}
	slices.Reverse(past)
	items := func(m *Model) []picker.Item {
		items := make([]picker.Item, len(past))
		for i := range past {
			items[i] = m.pastChoice(&past[i])
		}
		return items
	}
	return m.show(&overlay{
		Picker: picker.New(items(m), picker.Narrowing), items: items, title: l10n.History, prompt: l10n.TypeToSearch, keys: l10n.HistoryKeys,
		tab: func(m *Model) tea.Cmd {
			c, ok := m.overlay.Chosen()
			if !ok {
				return nil
			}
			return tea.Batch(m.revisit(&past[c.Item]), m.openHistory())
		},
		choose: func(m *Model, c picker.Choice) tea.Cmd {
			if quote := past[c.Item].Quote; quote >= 0 {
				return m.goTo(quote)
			}
			m.say(l10n.NoQuoteHere)
			return nil
		},
	})
}

// revisit takes back a decision that stands, or makes one again that does not.
func (m *Model) revisit(p *model.Past) tea.Cmd {
	again := m.reading.Again
	if p.Stands {
		again = m.reading.Retract
	}
	a, ok := again(p.ID)
	if !ok {
		m.say(l10n.NotPossible)
		return nil
	}
	return m.decided(a)
}

// pastChoice is a decision in the history: when, who, what, and the words.
func (m *Model) pastChoice(p *model.Past) picker.Item {
	say := m.session.Language.Say
	var l line
	role := theme.Text
	if !p.Stands {
		l.add(say(l10n.TakenBack)+" ", theme.Unknown)
		role = theme.Dim
	}
	if m.unsaved.Decision(p.ID) {
		l.add(say(l10n.Unsaved)+" ", theme.Unsaved)
	}
	what := m.deed(&p.Annotation)
	l.add(what, role).add(" · "+p.Author+" · "+p.Time.Local().Format("2006-01-02 15:04"), theme.Dim)
	words := oneLine(p.Anchor.Exact)
	if words != "" {
		l.add(" · «"+words+"»", role)
	}
	return picker.Item{Names: []string{what}, Also: []string{p.Author, words}, Text: l.text, Marks: l.marks}
}

// deed is what a decision does, and to what.
func (m *Model) deed(a *model.Annotation) string {
	language := m.session.Language
	text := language.Deed(a.Deed)
	object := map[model.Deed]string{
		model.Assign:       a.Name,
		model.SetKind:      language.QuoteKind(a.Kind),
		model.SetNote:      a.Text,
		model.SetCertainty: language.Certainty(a.Certainty),
		model.SetAddressee: a.Name,
		model.MakeMention:  a.Name,
		model.RenameParty:  a.Text + " ← " + a.Name,
		model.SetPartyKind: m.partyName(a.Party) + " · " + language.PartyKind(a.PartyKind),
		model.SetRole:      m.partyName(a.Party) + " · " + a.Text,
		model.AddAlias:     m.partyName(a.Party) + " · " + a.Text,
		model.MergeParties: a.Text + " · " + a.Name,
		model.SplitParty:   m.partyName(a.Party),
	}[a.Deed]
	if object == "" {
		return text
	}
	return text + ": " + oneLine(object)
}

// partyName is the name of a party, or its ID where the article has it no more.
func (m *Model) partyName(id model.PartyID) string {
	if p, _, ok := m.reading.Party(id); ok {
		return p.Name
	}
	return string(id)
}

// openUnresolved lists the decisions made on another text of the article whose words
// moved or are lost. The chosen one is gone to, where its words may be.
func (m *Model) openUnresolved() tea.Cmd {
	unresolved := m.reading.Unresolved()
	if len(unresolved) == 0 {
		m.say(l10n.NoUnresolved)
		return nil
	}
	items := make([]picker.Item, len(unresolved))
	for i := range unresolved {
		items[i] = m.unresolvedChoice(&unresolved[i])
	}
	return m.show(&overlay{
		Picker: picker.New(items, picker.Narrowing), title: l10n.Unresolved, prompt: l10n.TypeToSearch, keys: l10n.UnresolvedKeys,
		choose: func(m *Model, c picker.Choice) tea.Cmd {
			s := unresolved[c.Item]
			if s.Status == model.Lost {
				m.say(l10n.LostWords, oneLine(s.Words.Exact))
				return nil
			}
			m.say(l10n.ConfirmMoved)
			if at := m.find(s.At); at >= 0 {
				return m.goTo(at)
			}
			m.reader.Show(s.At)
			return m.followText()
		},
	})
}

// unresolvedChoice is a decision whose words moved or are lost.
func (m *Model) unresolvedChoice(s *model.UnresolvedDecision) picker.Item {
	say := m.session.Language.Say
	var l line
	if s.Status == model.Moved {
		l.add(say(l10n.MovedWords), theme.Unknown)
	} else {
		l.add(say(l10n.Lost), theme.Error)
	}
	what, words := m.deed(&s.Annotation), oneLine(s.Words.Exact)
	l.add(" · "+what, theme.Text).add(" · «"+words+"»", theme.Dim)
	return picker.Item{Names: []string{what}, Also: []string{words}, Text: l.text, Marks: l.marks}
}
