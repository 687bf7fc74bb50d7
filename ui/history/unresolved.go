package history

import (
	"rawi/model"
	"rawi/ui/l10n"
	"rawi/ui/paint"
	"rawi/ui/picker"
	"rawi/ui/room"
	"rawi/ui/theme"
)

// OpenUnresolved lists the decisions made on another text of the article whose
// words moved or are lost. Choosing one goes to where its words may be.
func (h History) OpenUnresolved() room.Effect {
	unresolved := h.Reading.Unresolved()
	if len(unresolved) == 0 {
		return room.Say(h.Language.Say(l10n.NoUnresolved))
	}
	items := make([]picker.Item, len(unresolved))
	for i := range unresolved {
		items[i] = h.unresolvedRow(&unresolved[i])
	}
	return room.Effect{Ask: &room.Question{
		Picker: picker.New(items, picker.Narrowing), Title: l10n.Unresolved, Prompt: l10n.TypeToSearch, Keys: l10n.UnresolvedKeys,
		Choose: func(c picker.Choice) room.Effect { return h.goTo(&unresolved[c.Item]) },
	}}
}

func (h History) goTo(u *model.UnresolvedDecision) room.Effect {
	if u.Status == model.Lost {
		return room.Say(h.Language.Say(l10n.LostWords, room.OneLine(u.Words.Exact)))
	}
	effect := room.Say(h.Language.Say(l10n.ConfirmMoved))
	if at := h.Find(u.At); at >= 0 {
		effect.Quote = at + 1
		return effect
	}
	effect.Show, effect.Follow = u.At, true
	return effect
}

// unresolvedRow is a decision whose words moved or are lost.
func (h History) unresolvedRow(u *model.UnresolvedDecision) picker.Item {
	var t paint.Text
	if u.Status == model.Moved {
		t.Add(h.Language.Say(l10n.MovedWords), theme.Unknown)
	} else {
		t.Add(h.Language.Say(l10n.Lost), theme.Error)
	}
	what, words := h.what(&u.Annotation, ""), room.OneLine(u.Words.Exact)
	t.Add(" · "+what, theme.Text).Add(" · «"+words+"»", theme.Dim)
	return picker.Item{Names: []string{what}, Also: []string{words}, Text: t.Plain, Marks: t.Marks}
}
