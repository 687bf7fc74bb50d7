package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"rawi/model"
	"rawi/ui/l10n"
)

// What a reader decides on parties, for the whole library.

// party is the selected one; ok is false where the article has none.
func (m *Model) party() (p *model.Party, ok bool) {
	parties := m.reading.Parties()
	if i := m.parties.Selected(); i < len(parties) {
		return &parties[i], true
	}
	m.say(l10n.NoParties)
	return nil, false
}

// asksOf is the action that changes a text of the selected party: the
// argument, or what is typed over the text that is there.
func asksOf(title l10n.Word, text func(*model.Party) string, set func(*Model, model.PartyID, string) (model.Annotation, bool)) func(*Model, string) tea.Cmd {
	return func(m *Model, argument string) tea.Cmd {
		p, ok := m.party()
		if !ok {
			return nil
		}
		id := p.ID
		then := func(m *Model, text string) tea.Cmd {
			a, ok := set(m, id, text)
			return m.changed(id, a, ok)
		}
		if argument != "" {
			return then(m, argument)
		}
		return m.ask(title, l10n.TypeText, text(p), then)
	}
}

// changed takes a decision on a party, which stays selected.
func (m *Model) changed(id model.PartyID, a model.Annotation, ok bool) tea.Cmd {
	if !ok {
		m.say(l10n.NotPossible)
		return nil
	}
	saved := m.decided(a)
	if _, n, ok := m.reading.Party(id); ok {
		m.parties.Select(n-1, len(m.reading.Parties()))
	}
	return saved
}

func nameOf(p *model.Party) string { return p.Name }

func noText(*model.Party) string { return "" }

func roleOf(p *model.Party) string {
	if len(p.Roles) == 0 {
		return ""
	}
	return p.Roles[0]
}

func rename(m *Model, id model.PartyID, name string) (model.Annotation, bool) {
	return m.reading.RenameParty(id, name)
}

func setRole(m *Model, id model.PartyID, role string) (model.Annotation, bool) {
	return m.reading.SetRole(id, role), true
}

func addAlias(m *Model, id model.PartyID, alias string) (model.Annotation, bool) {
	return m.reading.AddAlias(id, alias)
}

// nextType makes the selected party a person, a body, a place, or a role.
func (m *Model) nextType() tea.Cmd {
	p, ok := m.party()
	if !ok {
		return nil
	}
	return m.changed(p.ID, m.reading.SetPartyKind(p.ID, (p.Kind+1)%(model.RoleOnly+1)), true)
}

// merge lets the reader pick who the selected party is too.
func (m *Model) merge() tea.Cmd {
	p, ok := m.party()
	if !ok {
		return nil
	}
	id := p.ID
	others := slices.DeleteFunc(m.everybody(), func(o model.Party) bool { return o.ID == id })
	return m.pick(l10n.SameAs, others, func(m *Model, into model.Party) tea.Cmd {
		a, ok := m.reading.MergeParties(id, into)
		return m.changed(into.ID, a, ok)
	})
}

// everybody is the parties of this article, and after them those of others.
func (m *Model) everybody() []model.Party {
	return append(slices.Clone(m.reading.Parties()), m.reading.Others(m.people)...)
}

// splitParty lets the reader pick who is not the selected party after all.
func (m *Model) splitParty() tea.Cmd {
	p, ok := m.party()
	if !ok {
		return nil
	}
	members := m.reading.Merged(p.ID)
	if len(members) == 0 {
		m.say(l10n.NotMerged)
		return nil
	}
	id := p.ID
	return m.pick(l10n.NotSameAs, members, func(m *Model, member model.Party) tea.Cmd {
		a, ok := m.reading.SplitParty(member.ID)
		return m.changed(id, a, ok)
	})
}

// likeness is a party just typed and another that it may be.
type likeness struct{ typed, known model.Party }

// noticeLikeness asks whether a party just typed is one who is known.
func (m *Model) noticeLikeness(typed model.Party) {
	known := slices.DeleteFunc(m.everybody(), func(p model.Party) bool { return p.ID == typed.ID })
	if same := model.Duplicates(typed.Name, known); len(same) > 0 {
		m.like = &likeness{typed, same[0]}
		m.say(l10n.IsItSame, typed.Name, same[0].Name)
	}
}

// confirmLikeness merges the party just typed into the one asked about.
func (m *Model) confirmLikeness() tea.Cmd {
	if m.like == nil {
		m.say(l10n.NothingAsked)
		return nil
	}
	a, ok := m.reading.MergeParties(m.like.typed.ID, m.like.known)
	m.claim(l10n.Merged, m.like.typed.Name, m.like.known.Name)
	return m.changed(m.like.known.ID, a, ok)
}
