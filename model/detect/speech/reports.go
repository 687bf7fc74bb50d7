package speech

import (
	"rawi/model"
	"rawi/model/detect/cue"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// reports appends the quotations without marks.
func (a *attributor) reports(out []Quotation, cues []cue.Cue, sources []Source, recents [][]int, between marked) []Quotation {
	add := func(c clause, cue model.Span, s Source, recent []int) {
		if n := len(out); n > 0 && out[n-1].first == c.from && out[n-1].Kind == model.Indirect {
			out = out[:n-1] // «ردت ... بالقول إنها»: one clause, the nearer cue
		}
		if c.to > c.from {
			out = append(out, Quotation{Span: a.bytes(c), first: c.from, Kind: model.Indirect, Cue: cue, Source: s, Recent: recent})
		}
	}
	for i, b := range a.page.Blocks() {
		if b.Kind != model.TitleBlock || b.From == b.To {
			continue
		}
		if h := a.headlineOf(i); h.after > 0 && h.after < b.To && !between[int32(h.after)].speech {
			add(a.trimmed(clause{h.after, b.To}), model.Span{}, h.speaker, nil)
		}
	}
	for k, c := range cues {
		if a.page.InTitle(c.Token) {
			continue
		}
		if c.According {
			if cl, ok := a.closedBy(k, cues, sources, between); ok {
				add(cl, a.page.At(c.Token).Span(), sources[k], recents[k])
			}
			continue
		}
		if cl, ok := a.reported(c, between); ok {
			add(cl, a.page.At(c.Token).Span(), sources[k], recents[k])
		}
	}
	return out
}

// closedBy is the clause that «وفق X» or «بحسب X» closes or opens, when
// nothing else in its sentence reports.
func (a *attributor) closedBy(k int, cues []cue.Cue, sources []Source, between marked) (clause, bool) {
	c := cues[k]
	if sources[k].Party < 0 || sources[k].Mention < 0 {
		return clause{}, false
	}
	if k > 0 && a.page.SameSentence(cues[k-1].Token, c.Token) {
		return clause{}, false
	}
	from := c.Token
	for from > a.page.BlockOf(c.Token).From && a.page.SameSentence(from-1, c.Token) {
		from--
		if _, ok := between.at(from); ok {
			return clause{}, false
		}
	}
	if c.Token-from > 3 {
		return a.trimmed(clause{from, c.Token}), true
	}
	start := a.found.Mention(sources[k].Mention).To
	to := start
	for to < a.page.EndOf(c.Token) && a.page.SameSentence(to, c.Token) {
		if _, ok := between.at(to); ok {
			return clause{}, false
		}
		to++
	}
	for start < to && a.leadsIn(start) {
		start++
	}
	return a.trimmed(clause{start, to}), to-start > 3
}

// leadsIn reports whether a token between «بحسب X» and the clause belongs to
// neither: a sign, «نفسها», «فإن».
func (a *attributor) leadsIn(i int) bool {
	t := a.page.At(i)
	switch t.Fold() {
	case "نفسه", "نفسها", "ذاته", "ذاتها", "فان", "فانه", "فانها":
		return true
	}
	return t.Is(lex.That) || t.Sign() == token.Comma || t.Sign() == token.Mark || t.Sign() == token.Closing
}

func (a *attributor) bytes(c clause) model.Span {
	return model.Span{Start: a.page.At(c.from).Span().Start, End: a.page.At(c.to - 1).Span().End}
}
