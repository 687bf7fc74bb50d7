// Package history is the lists of decisions: those made on this text, and those
// made on another text of the article whose words moved or are lost.
package history

import (
	"slices"
	"strconv"

	"rawi/model"
	"rawi/ui/l10n"
	"rawi/ui/paint"
	"rawi/ui/picker"
	"rawi/ui/room"
	"rawi/ui/theme"
)

// History is the room.
type History struct{ *room.Scene }

// Open lists all decisions, the latest first. Choosing one goes to its
// quotation; the tab key revokes it, or makes it again.
func (h History) Open() room.Effect {
	past := h.Reading.History()
	if len(past) == 0 {
		return room.Say(h.Language.Say(l10n.NoHistory))
	}
	before := h.before(past)
	slices.Reverse(past)
	slices.Reverse(before)
	rows := func() []picker.Item {
		items := make([]picker.Item, len(past))
		for i := range past {
			items[i] = h.row(&past[i], before[i])
		}
		return items
	}
	q := &room.Question{
		Picker: picker.New(rows(), picker.Narrowing), Items: rows, Title: l10n.History, Prompt: l10n.TypeToSearch, Keys: l10n.HistoryKeys,
		Choose: func(c picker.Choice) room.Effect {
			if quote := past[c.Item].Quote; quote >= 0 {
				return room.Effect{Quote: quote + 1}
			}
			return room.Say(h.Language.Say(l10n.NoQuoteHere))
		},
	}
	q.Tab = func() room.Effect {
		c, ok := q.Chosen()
		if !ok {
			return room.Effect{}
		}
		return h.toggle(&past[c.Item])
	}
	return room.Effect{Ask: q}
}

// toggle revokes a decision that stands or makes a revoked one again, and lists the
// new history.
func (h History) toggle(p *model.HistoryEntry) room.Effect {
	again := h.Reading.Reinstate
	if p.Stands {
		again = h.Reading.Retract
	}
	a, ok := again(p.ID)
	effect := h.Open()
	if !ok {
		effect.Say = h.Language.Say(l10n.NotPossible)
		return effect
	}
	effect.Decided = []model.Annotation{a}
	return effect
}

// before is what each decision changed, of some in their order: what stood before it of
// the same kind on the same quotation, "" for what the program guessed or nothing.
func (h History) before(past []model.HistoryEntry) []string {
	type matter struct {
		quote int
		deed  model.Deed
	}
	said, before := map[matter]string{}, make([]string, len(past))
	for i := range past {
		p := &past[i]
		of := matter{p.Quote, p.Deed}
		if before[i] = said[of]; p.Quote >= 0 && p.Stands {
			said[of] = h.object(&p.Annotation)
		}
	}
	return before
}

// row is a decision in the history: of which quotation, what before and after, when, who,
// and the words.
func (h History) row(p *model.HistoryEntry, before string) picker.Item {
	say := h.Language.Say
	var t paint.Text
	role := theme.Text
	if !p.Stands {
		t.Add(say(l10n.TakenBack)+" ", theme.Unknown)
		role = theme.Dim
	}
	if h.NotSaved.Decision(p.ID) {
		t.Add(say(l10n.Unsaved)+" ", theme.Unsaved)
	}
	if p.Quote >= 0 {
		t.Add(strconv.Itoa(p.Quote+1)+"  ", theme.Dim)
	}
	what := h.what(&p.Annotation, before)
	t.Add(what, role).Add(" · "+p.Author+" · "+p.Time.Local().Format("2006-01-02 15:04"), theme.Dim)
	words := room.OneLine(p.Anchor.Exact)
	if words != "" {
		t.Add(" · «"+words+"»", role)
	}
	return picker.Item{Names: []string{what}, Also: []string{p.Author, words}, Text: t.Plain, Marks: t.Marks}
}

// what is what a decision does, and to what, after what it was before.
func (h History) what(a *model.Annotation, before string) string {
	text, object := h.Language.Deed(a.Deed), h.object(a)
	switch {
	case object == "":
		return text
	case before != "" && before != object:
		object = h.change(before, object)
	}
	return text + ": " + object
}

// change is what was before and what is after, as the language runs.
func (h History) change(before, after string) string {
	if h.Language.LeftToRight() {
		return before + " → " + after
	}
	return before + " ← " + after
}

// object is what a decision says.
func (h History) object(a *model.Annotation) string {
	language := h.Language
	return room.OneLine(map[model.Deed]string{
		model.Assign:       a.Name,
		model.SetKind:      language.QuoteKind(a.Kind),
		model.SetNote:      a.Text,
		model.SetCertainty: language.Certainty(a.Certainty),
		model.SetAddressee: a.Name,
		model.MakeMention:  a.Name,
		model.RenameParty:  h.change(a.Text, a.Name),
		model.SetPartyKind: h.name(a.Party) + " · " + language.PartyKind(a.PartyKind),
		model.SetRole:      h.name(a.Party) + " · " + a.Text,
		model.AddAlias:     h.name(a.Party) + " · " + a.Text,
		model.MergeParties: a.Text + " · " + a.Name,
		model.SplitParty:   h.name(a.Party),
	}[a.Deed])
}

// name is the name of a party, or its ID if the article no longer has it.
func (h History) name(id model.PartyID) string {
	if p, _, ok := h.Reading.Party(id); ok {
		return p.Name
	}
	return string(id)
}
