package train

import (
	"cmp"
	"slices"
	"strings"

	"rawi/model"
	"rawi/model/detect/lexicon"
	"rawi/model/detect/mention"
	"rawi/model/detect/token"
)

// given is an annotated mention in terms of the page.
type given struct {
	mention.Mention
	party int
}

// annotatedMentions are the annotated mentions as if they had been found, and
// whose they are. What the annotation does not say of a mention is as it was found.
func (a *Annotated) annotatedMentions() (*mention.Found, []int) {
	var all []given
	found := a.foundAt()
	for i := range a.Gold.Parties {
		for _, m := range a.Gold.Parties[i].Mentions {
			if from, to, ok := a.tokens(m.Span); ok {
				all = append(all, given{a.mentionOf(m, from, to, found), i})
			}
		}
	}
	slices.SortStableFunc(all, func(x, y given) int { return cmp.Or(x.From-y.From, x.To-y.To) })
	all = slices.CompactFunc(all, func(x, y given) bool { return x.From == y.From && x.To == y.To })
	mentions, whose := make([]mention.Mention, len(all)), make([]int, len(all))
	for i, m := range all {
		if m.Form == model.Apposition {
			m.Of = nameBeside(all, i)
		}
		mentions[i], whose[i] = m.Mention, m.party
	}
	return mention.NewFound(a.Page, mentions), whose
}

func (a *Annotated) foundAt() map[stretch]mention.Mention {
	at := map[stretch]mention.Mention{}
	for i := range a.Mentions.Len() {
		m := a.Mentions.Mention(i)
		at[stretch{m.From, m.To}] = m
	}
	return at
}

// mentionOf is an annotated mention of the tokens from..to.
func (a *Annotated) mentionOf(m model.Mention, from, to int, found map[stretch]mention.Mention) mention.Mention {
	out := mention.Mention{From: from, To: to, Core: from, Of: -1, Form: m.Form, Kind: a.guessKind(m.Form, from, to)}
	first := a.Page.At(from)
	if before := m.Start - a.Page.SpanAt(from).Start; before > 0 {
		out.Skip = uint8(token.Letters(a.Page.Text()[m.Start-before : m.Start]))
	} else if strings.HasPrefix(first.Fold(), "لل") {
		out.Skip = first.Skip()
	}
	if f, ok := found[stretch{from, to}]; ok {
		out.Kind, out.Name, out.Core, out.Subject = f.Kind, f.Name, f.Core, f.Subject
	}
	return out
}

// guessKind is what a mention that was not found would be taken for.
func (a *Annotated) guessKind(form model.MentionForm, from, to int) model.PartyKind {
	if form != model.NameForm {
		return model.RoleOnly
	}
	for _, i := range []int{from, to - 1} {
		if m, ok := a.Mentions.NameAt(i); ok {
			return m.Kind
		}
	}
	switch first := a.Page.At(from); {
	case first.Is(lexicon.BodyHead):
		return model.Organisation
	case first.Is(lexicon.PlaceHead | lexicon.AreaHead):
		return model.Place
	}
	return model.Person
}

// nameBeside is the name of the same party next to an apposition, -1 for none.
func nameBeside(all []given, i int) int32 {
	const apart = 2 // tokens: a comma, a mark
	m := all[i]
	for j := max(0, i-3); j < len(all) && j <= i+3; j++ {
		x := all[j]
		near := x.From >= m.To && x.From <= m.To+apart || x.To <= m.From && x.To >= m.From-apart
		if x.Form == model.NameForm && x.party == m.party && near {
			return int32(j)
		}
	}
	return -1
}
