package detect

import "rawi/model"

// reports appends the quotations without marks.
func (a *attributor) reports(out []quotation, cues []cue, sources []source, recents [][]int, between marked) []quotation {
	add := func(c clause, cue model.Span, s source, recent []int) {
		if n := len(out); n > 0 && out[n-1].from == c.from && out[n-1].kind == model.Indirect {
			out = out[:n-1] // «ردت ... بالقول إنها»: one clause, the nearer cue
		}
		if c.to > c.from {
			out = append(out, quotation{span: a.bytes(c), from: c.from, kind: model.Indirect, cue: cue, source: s, recent: recent})
		}
	}
	for i, b := range a.blocks {
		if b.kind != model.TitleBlock || b.from == b.to {
			continue
		}
		if h := a.headlineOf(int32(i)); h.after > 0 && h.after < b.to && !between[int32(h.after)].speech {
			add(a.trimmed(clause{h.after, b.to}), model.Span{}, h.speaker, nil)
		}
	}
	for k, c := range cues {
		if a.inTitle(c.token) {
			continue
		}
		if c.according {
			if cl, ok := a.closedBy(k, cues, sources, between); ok {
				add(cl, a.tokens[c.token].span(), sources[k], recents[k])
			}
			continue
		}
		if cl, ok := a.reported(c, between); ok {
			add(cl, a.tokens[c.token].span(), sources[k], recents[k])
		}
	}
	return out
}

// closedBy is the clause that «وفق X» or «بحسب X» closes or opens, when
// nothing else in its sentence reports.
func (a *attributor) closedBy(k int, cues []cue, sources []source, between marked) (clause, bool) {
	c := cues[k]
	if sources[k].party < 0 || sources[k].mention < 0 {
		return clause{}, false
	}
	if k > 0 && a.sameSentence(cues[k-1].token, c.token) {
		return clause{}, false
	}
	from := c.token
	for from > a.blockOf(c.token).from && a.sameSentence(from-1, c.token) {
		from--
		if _, ok := between.at(from); ok {
			return clause{}, false
		}
	}
	if c.token-from > 3 {
		return a.trimmed(clause{from, c.token}), true
	}
	start := a.mentions[sources[k].mention].to
	to := start
	for to < a.endOf(c.token) && a.sameSentence(to, c.token) {
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
	t := &a.tokens[i]
	switch t.fold {
	case "نفسه", "نفسها", "ذاته", "ذاتها", "فان", "فانه", "فانها":
		return true
	}
	return t.is(that) || t.sign == comma || t.sign == mark || t.sign == closing
}

func (a *attributor) bytes(c clause) model.Span {
	return model.Span{Start: a.tokens[c.from].span().Start, End: a.tokens[c.to-1].span().End}
}
