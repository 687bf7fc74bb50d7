package review

import (
	"rawi/model"
	"rawi/ui/l10n"
	"rawi/ui/room"
)

// remark is a decision on the current quotation besides who spoke.
func (r *Review) remark(do func(q *model.Quote) room.Effect) room.Effect {
	q, ok := r.Quote()
	if !ok {
		return room.Say(r.Language.Say(l10n.NoQuotes))
	}
	return do(q)
}

// Drop decides that the current quotation is none.
func (r *Review) Drop() room.Effect {
	return r.remark(func(q *model.Quote) room.Effect {
		at := q.Start
		effect := room.Decide(r.Reading.DropQuote(r.Current))
		if r.Reading.Capacity == model.Adjudicator {
			return r.settled(effect, at)
		}
		effect.Claim, effect.Quote = r.Language.Say(l10n.Dropped), r.Current+1
		return effect
	})
}

// Note puts a note on the current quotation: the text given, or what is typed.
func (r *Review) Note(text string) room.Effect {
	set := func(text string) room.Effect { return room.Decide(r.Reading.SetNote(r.Current, text)) }
	return r.remark(func(q *model.Quote) room.Effect {
		if text != "" {
			return set(text)
		}
		return r.Type(l10n.NoteTitle, l10n.TypeNote, q.Note, set)
	})
}

// NextCertainty says how sure the reader is: sure, likely, unsure, nothing.
func (r *Review) NextCertainty() room.Effect {
	return r.remark(func(q *model.Quote) room.Effect {
		c := (q.Certainty + 1) % (model.Unsure + 1)
		effect := room.Decide(r.Reading.SetCertainty(r.Current, c))
		effect.Claim = r.Language.Say(l10n.CertaintyIs, r.Language.Certainty(c))
		return effect
	})
}

// NameAddressee asks to whom the current quotation was said.
func (r *Review) NameAddressee() room.Effect {
	return r.remark(func(q *model.Quote) room.Effect {
		parties := r.Known(r.Candidates())
		if q.Addressee != "" {
			parties = append(parties, model.Party{Name: r.Language.Say(l10n.Nobody)})
		}
		return r.Parties.PickOrName(l10n.ToWhom, parties, func(p model.Party) room.Effect {
			return room.Decide(r.Reading.SetAddressee(r.Current, p))
		})
	})
}
