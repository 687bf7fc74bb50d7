// Package parties is the choice of a person, a body or a place, known or new, and
// what the reader decides on one of them, for the whole library.
package parties

import (
	"slices"
	"strings"

	"rawi/model"
	"rawi/ui/l10n"
	"rawi/ui/picker"
	"rawi/ui/room"
)

// Parties is the room. After a new name it asks whether that is a known party.
type Parties struct {
	*room.Scene
	similar *similarParty // asked about, nil for nothing
}

// similarParty is a party just typed and another that it may be.
type similarParty struct{ typed, known model.Party }

// PickOrName lets the reader pick one of some parties; a name that nobody has
// makes a new one.
func (p *Parties) PickOrName(title l10n.Word, parties []model.Party, then func(model.Party) room.Effect) room.Effect {
	q, kind := p.Pick(title, parties, p.Noticing(then)), model.Person
	pick := q.Choose
	q.SetTyping(picker.Name)
	q.Keys = l10n.PickerKeys
	q.CompleteFrom(p.surroundings())
	q.Offer = func(typed string) string {
		return p.Language.Say(l10n.NewParty, typed, p.Language.PartyKind(kind))
	}
	q.Tab = func() room.Effect {
		kind = next(kind)
		return room.Effect{}
	}
	q.Choose = func(c picker.Choice) room.Effect {
		if c.Item >= 0 {
			return pick(c)
		}
		return p.Noticing(then)(model.Party{ID: model.PartyIDOf(c.Typed), Name: c.Typed, Kind: kind})
	}
	return room.Effect{Ask: q}
}

// Noticing is an effect with a party that asks, where the party is new, whether it is
// one who is known.
func (p *Parties) Noticing(then func(model.Party) room.Effect) func(model.Party) room.Effect {
	return func(party model.Party) room.Effect {
		isNew := party.ID != "" && !slices.ContainsFunc(p.Everybody(), func(o model.Party) bool { return o.ID == party.ID })
		effect := then(party)
		if isNew {
			p.askIfSame(party, &effect)
		}
		return effect
	}
}

// next is the kind after another, and after the last the first.
func next(k model.PartyKind) model.PartyKind { return (k + 1) % (model.RoleOnly + 1) }

// reach is how many bytes around the current quotation complete what is typed.
const reach = 1 << 15

// surroundings is the text around the current quotation, and where that is in it.
func (p *Parties) surroundings() (text string, near int) {
	text = p.Article.Text
	if q, ok := p.Quote(); ok {
		near = q.Start
	}
	first := max(0, near-reach)
	text = text[first:min(len(text), near+reach)]
	return strings.ToValidUTF8(text, " "), near - first
}

// askIfSame makes an effect ask whether a party just typed is one who is known.
func (p *Parties) askIfSame(typed model.Party, effect *room.Effect) {
	known := slices.DeleteFunc(p.Everybody(), func(o model.Party) bool { return o.ID == typed.ID })
	if same := model.Duplicates(typed.Name, known); len(same) > 0 {
		p.similar = &similarParty{typed, same[0]}
		question := p.Language.Say(l10n.IsItSame, typed.Name, same[0].Name)
		if effect.Say != "" {
			question = effect.Say + " · " + question
		}
		effect.Say, effect.Claim = question, ""
	}
}

// Withdraw closes the question whether two parties are the same.
func (p *Parties) Withdraw() { p.similar = nil }

// Same merges the party just typed into the one asked about.
func (p *Parties) Same() room.Effect {
	if p.similar == nil {
		return room.Say(p.Language.Say(l10n.NothingAsked))
	}
	a, ok := p.Reading.MergeParties(p.similar.typed.ID, p.similar.known)
	effect := p.decided(p.similar.known.ID, a, ok)
	if ok {
		effect.Claim = p.Language.Say(l10n.Merged, p.similar.typed.Name, p.similar.known.Name)
	}
	return effect
}
