package corrected

import "rawi/model"

// names decides mentions: new ones, those of another party, and, where the document is
// complete, those that are gone.
func (x *decider) names() {
	spans := make([]model.Span, 0, len(x.Names))
	for _, n := range x.Names {
		at, status := x.place.span(n.Span)
		if status != model.Found || at.Empty() {
			x.tell(n.Where, NoWords, n.Party)
			continue
		}
		spans = append(spans, at)
		x.name(n, at)
	}
	if x.Complete && x.place.same && len(x.Names) > 0 {
		x.dropNames(spans)
	}
}

func (x *decider) name(n Name, at model.Span) {
	want := Who{Name: n.Party, Kind: n.Kind}
	if n.Party == "" {
		want.At = n.Span
	}
	who, ok := x.who(x.reading, want)
	if !ok {
		x.tell(n.Where, NoName, n.Party)
		return
	}
	guess, guessed := mentioned(x.found, at)
	is, named := mentioned(x.reading, at)
	switch {
	case named && is.ID == who.ID, guessed && guess.ID == who.ID, x.endsAName(who.ID, at):
	default:
		x.reading.MakeMention(at, who)
	}
}

// endsAName reports whether a mention of a party is the end of words: proclitics before it
// were left out.
func (x *decider) endsAName(id model.PartyID, at model.Span) bool {
	p, _, ok := x.reading.Party(id)
	if !ok {
		return false
	}
	for _, m := range p.Mentions {
		if at.Covers(m.Span) && model.SameSpan(x.reading.Article.Text, model.Span{Start: m.Start, End: at.End}, m.Span) {
			return true
		}
	}
	return false
}

func (x *decider) dropNames(spans []model.Span) {
	var gone []model.Span
	for _, p := range x.reading.Parties() {
		for _, m := range p.Mentions {
			if _, guessed := mentioned(x.found, m.Span); guessed && !x.has(m.Span, spans) {
				gone = append(gone, m.Span)
			}
		}
	}
	for _, at := range gone {
		x.reading.DropMention(at)
	}
}
