package parties

import (
	"slices"

	"rawi/model"
	"rawi/ui/l10n"
	"rawi/ui/room"
)

// Field is a text of a party that the reader can change.
type Field struct {
	title l10n.Word
	text  func(*model.Party) string // that is there
	set   func(r *model.Reading, id model.PartyID, text string) (model.Annotation, bool)
}

// The fields that a party has.
var (
	Name  = Field{l10n.RenameParty, func(p *model.Party) string { return p.Name }, (*model.Reading).RenameParty}
	Role  = Field{l10n.PartyRole, firstRole, setRole}
	Alias = Field{l10n.PartyAlias, func(*model.Party) string { return "" }, (*model.Reading).AddAlias}
)

func firstRole(p *model.Party) string {
	if len(p.Roles) == 0 {
		return ""
	}
	return p.Roles[0]
}

func setRole(r *model.Reading, id model.PartyID, role string) (model.Annotation, bool) {
	return r.SetRole(id, role), true
}

// Change changes a field of a party: to the text given, or to what is typed over
// the text that is there.
func (p *Parties) Change(party *model.Party, f Field, text string) room.Effect {
	id := party.ID
	then := func(text string) room.Effect {
		a, ok := f.set(p.Reading, id, text)
		return p.decided(id, a, ok)
	}
	if text != "" {
		return then(text)
	}
	return p.Type(f.title, l10n.TypeText, f.text(party), then)
}

// NextKind makes a party a person, a body, a place, or a role.
func (p *Parties) NextKind(party *model.Party) room.Effect {
	id, name, kind := party.ID, party.Name, next(party.Kind)
	effect := p.decided(id, p.Reading.SetPartyKind(id, kind), true)
	effect.Claim = p.Language.Say(l10n.KindIs, room.OneLine(name), p.Language.PartyKind(kind))
	return effect
}

// Merge lets the reader pick the party that a party is the same as.
func (p *Parties) Merge(party *model.Party) room.Effect {
	id := party.ID
	others := slices.DeleteFunc(p.Everybody(), func(o model.Party) bool { return o.ID == id })
	ask := p.Pick(l10n.SameAs, others, func(into model.Party) room.Effect {
		a, ok := p.Reading.MergeParties(id, into)
		return p.decided(into.ID, a, ok)
	})
	ask.Of = []any{room.OneLine(party.Name)}
	return room.Effect{Ask: ask}
}

// Split lets the reader pick which merged name is another party after all.
func (p *Parties) Split(party *model.Party) room.Effect {
	members := p.Reading.Merged(party.ID)
	if len(members) == 0 {
		return room.Say(p.Language.Say(l10n.NotMerged))
	}
	id := party.ID
	return room.Effect{Ask: p.Pick(l10n.NotSameAs, members, func(member model.Party) room.Effect {
		a, ok := p.Reading.SplitParty(member.ID)
		return p.decided(id, a, ok)
	})}
}

// decided is the effect after a decision on a party, which stays selected.
func (p *Parties) decided(id model.PartyID, a model.Annotation, ok bool) room.Effect {
	if !ok {
		return room.Say(p.Language.Say(l10n.NotPossible))
	}
	return room.Effect{Decided: []model.Annotation{a}, Party: id}
}
