package detect

import (
	"sort"
	"strings"

	"rawi/model"
	"rawi/model/arabic"
)

// quotations joins marks, cues and sources: first the kind and the speaker of
// each pair of marks, then the reported clauses around them.
func (a *attributor) quotations(pairs []pair, depth []uint8, cues []cue) []quotation {
	sources, recents := a.attributeAll(cues)
	var quotes []quotation
	pairAt, speech := map[int]pair{}, map[int]bool{}
	var parent []int // indexes of the quotations that are open
	k := 0           // cues before the pair
	for _, q := range pairs {
		for k < len(cues) && cues[k].token < q.open {
			k++
		}
		for len(parent) > 0 && quotes[parent[len(parent)-1]].span.End <= a.tokens[q.open].Start {
			parent = parent[:len(parent)-1]
		}
		governing := a.governing(q, cues, k)
		out := quotation{span: a.inside(q), from: q.open + 1, marked: true, cue: -1, source: nobody}
		out.kind = a.kind(q, governing, depth[q.open])
		if len(parent) > 0 {
			out.kind, out.source = a.nested(out.kind, quotes[parent[len(parent)-1]])
		} else if out.kind == model.Speech || out.kind == model.Scare {
			a.attributePair(&out, q, governing, cues, sources)
		}
		if k > 0 {
			out.recent = recents[k-1]
		}
		if depth[q.open] == 0 {
			pairAt[q.open], speech[q.open] = q, out.kind == model.Speech
		}
		parent = append(parent, len(quotes))
		quotes = append(quotes, out)
	}
	quotes = append(quotes, a.reports(cues, sources, recents, pairAt, speech)...)
	sort.SliceStable(quotes, func(i, j int) bool {
		x, y := quotes[i].span, quotes[j].span
		return x.Start < y.Start || x.Start == y.Start && x.End > y.End
	})
	return quotes
}

// attributeAll gives the source of each cue and who had spoken by then.
func (a *attributor) attributeAll(cues []cue) (sources []source, recents [][]int) {
	sources = a.attribute(cues)
	recents = make([][]int, len(cues))
	a.recent = nil
	for k, s := range sources {
		if s.party >= 0 {
			a.remember(s.party)
		}
		recents[k] = append([]int(nil), a.recent...)
	}
	return sources, recents
}

// governing is the index of the cue that the quotation hangs on: the last one
// before it in its sentence, else one right after it; -1 for none.
func (a *attributor) governing(q pair, cues []cue, k int) int {
	const most = 8
	for i := k - 1; i >= max(0, k-most) && a.sameSentence(cues[i].token, q.open); i-- {
		if !cues[i].according || k == i+1 && q.open-cues[i].token < 15 {
			return i
		}
	}
	for i := k; i < len(cues) && cues[i].token <= q.close+3; i++ {
		if cues[i].token > q.close && a.tokens[cues[i].token].block == a.tokens[q.open].block {
			return i
		}
	}
	return -1
}

// nested is the kind and source of a quotation inside another.
func (a *attributor) nested(k model.QuoteKind, outer quotation) (model.QuoteKind, source) {
	if outer.kind != model.Speech || k == model.WorkTitle || k == model.Other {
		return k, nobody
	}
	return model.Scare, outer.source
}

func (a *attributor) attributePair(out *quotation, q pair, governing int, cues []cue, sources []source) {
	if governing >= 0 {
		out.cue, out.source = cues[governing].token, sources[governing]
	}
	if a.inTitle(q.open) {
		if h := a.headlineOf(a.tokens[q.open].block); h.speaker.party >= 0 {
			if h.after > 0 || out.source.party < 0 {
				out.source = h.speaker
			}
			if h.after > 0 && q.open >= h.after {
				out.kind = model.Speech
			}
		}
		return
	}
	if governing < 0 && out.kind == model.Speech {
		out.source = a.lastBefore(cues, sources, q.open)
	}
}

// lastBefore is the source of the last cue before token i, in doubt.
func (a *attributor) lastBefore(cues []cue, sources []source, i int) source {
	k := sort.Search(len(cues), func(k int) bool { return cues[k].token >= i })
	for k--; k >= 0; k-- {
		if s := sources[k]; s.party >= 0 {
			s.rule, s.mention, s.confidence = model.PreviousSpeaker, -1, 0.5
			return s
		}
	}
	return nobody
}

// reports are the quotations without marks.
func (a *attributor) reports(cues []cue, sources []source, recents [][]int, pairAt map[int]pair, speech map[int]bool) []quotation {
	var out []quotation
	add := func(c clause, cue int, s source, recent []int) {
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
		if h := a.headlineOf(int32(i)); h.after > 0 && h.after < b.to && !speech[h.after] {
			add(a.trimmed(clause{h.after, b.to}), -1, h.speaker, nil)
		}
	}
	for k, c := range cues {
		if a.inTitle(c.token) {
			continue
		}
		if c.according {
			if cl, ok := a.closedBy(k, cues, sources, pairAt); ok {
				add(cl, c.token, sources[k], recents[k])
			}
			continue
		}
		if cl, ok := a.reported(c, pairAt, speech); ok {
			add(cl, c.token, sources[k], recents[k])
		}
	}
	return out
}

// closedBy is the clause that «وفق X» or «بحسب X» closes or opens, when
// nothing else in its sentence reports.
func (a *attributor) closedBy(k int, cues []cue, sources []source, pairAt map[int]pair) (clause, bool) {
	c := cues[k]
	if sources[k].party < 0 || sources[k].mention < 0 {
		return clause{}, false
	}
	if k > 0 && a.sameSentence(cues[k-1].token, c.token) {
		return clause{}, false
	}
	from := c.token
	for from > a.blocks[a.tokens[c.token].block].from && a.sameSentence(from-1, c.token) {
		from--
		if _, ok := pairAt[from]; ok {
			return clause{}, false
		}
	}
	if c.token-from > 3 {
		return a.trimmed(clause{from, c.token}), true
	}
	start := a.mentions[sources[k].mention].to
	to := start
	for to < a.endOf(c.token) && a.sameSentence(to, c.token) {
		if _, ok := pairAt[to]; ok {
			return clause{}, false
		}
		to++
	}
	for start < to && (a.tokens[start].sign == comma || a.tokens[start].is(that)) {
		start++
	}
	return a.trimmed(clause{start, to}), to-start > 3
}

func (a *attributor) bytes(c clause) model.Span {
	return model.Span{Start: a.tokens[c.from].Start, End: a.tokens[c.to-1].End}
}

// findings puts the quotations and parties into the model's terms.
func (a *attributor) findings(quotes []quotation) model.Findings {
	parties, id := a.modelParties()
	out := model.Findings{Parties: parties}
	places := make([]int, 0, len(a.mentions))
	for m := range a.mentions {
		if a.cast.of[m] >= 0 {
			places = append(places, m)
		}
	}
	sort.SliceStable(places, func(i, j int) bool { return a.mentions[places[i]].from < a.mentions[places[j]].from })
	for _, q := range quotes {
		m := model.Quote{Span: q.span, Marked: q.marked, Kind: q.kind}
		if q.cue >= 0 {
			m.Cue = a.tokens[q.cue].Span
		}
		if q.source.party >= 0 {
			m.Speaker = id[q.source.party]
			m.Reason = model.Reason{Rule: q.source.rule, Words: m.Cue}
			m.Confidence = q.source.confidence
			if q.source.mention >= 0 {
				mention := a.mentions[q.source.mention]
				m.Mention = a.span(mention.from, mention.to)
			}
		}
		if m.Speaker == "" {
			m.Reason, m.Confidence, m.Mention = model.Reason{}, 0, model.Span{}
		}
		for _, p := range a.candidates(q.source, q.recent, a.near(places, q.from)) {
			if id[p] != "" {
				m.Candidates = append(m.Candidates, id[p])
			}
		}
		m.Candidates = unique(m.Candidates)
		out.Quotes = append(out.Quotes, m)
	}
	return out
}

func unique(ids []model.PartyID) []model.PartyID {
	kept := ids[:0]
	for i, id := range ids {
		seen := false
		for _, other := range ids[:i] {
			seen = seen || id == other
		}
		if !seen {
			kept = append(kept, id)
		}
	}
	return kept
}

// modelParties makes the parties, by first mention, and says which ID each
// party in the making got ("" when it has no name).
func (a *attributor) modelParties() ([]model.Party, []model.PartyID) {
	ids := make([]model.PartyID, len(a.parties))
	byID := map[model.PartyID]int{}
	var out []model.Party
	for p := range a.parties {
		if len(a.parties[p].mentions) == 0 {
			continue
		}
		name := a.fullName(p)
		id := model.PartyID(arabic.Key(name))
		if id == "" {
			continue
		}
		ids[p] = id
		k, ok := byID[id]
		if !ok {
			k = len(out)
			byID[id] = k
			out = append(out, model.Party{ID: id, Name: name, Kind: a.parties[p].kind})
		}
		for _, m := range a.parties[p].mentions {
			a.addMention(&out[k], a.mentions[m])
		}
	}
	for k := range out {
		sort.SliceStable(out[k].Mentions, func(i, j int) bool { return before(out[k].Mentions[i].Span, out[k].Mentions[j].Span) })
	}
	sort.SliceStable(out, func(i, j int) bool { return before(out[i].Mentions[0].Span, out[j].Mentions[0].Span) })
	return out, ids
}

func before(a, b model.Span) bool { return a.Start < b.Start || a.Start == b.Start && a.End < b.End }

func (a *attributor) addMention(p *model.Party, m mention) {
	span := a.span(m.from, m.to)
	p.Mentions = append(p.Mentions, model.Mention{Span: span, Form: m.form})
	text := strings.Join(strings.Fields(span.In(a.text)), " ")
	switch m.form {
	case model.NameForm:
		if text != p.Name {
			p.Aliases = appendNew(p.Aliases, text)
		}
	case model.RoleForm, model.Apposition:
		p.Roles = appendNew(p.Roles, text)
	}
}

// appendNew keeps at most so many spellings of one party, which no honest text
// has.
func appendNew(list []string, s string) []string {
	if len(list) >= most {
		return list
	}
	for _, have := range list {
		if have == s {
			return list
		}
	}
	return append(list, s)
}

// fullName is the party's fullest spelling: names before descriptions, the
// one with most words, then letters.
func (a *attributor) fullName(p int) string {
	best, score := "", -1
	for _, id := range a.parties[p].mentions {
		m := a.mentions[id]
		from := m.from
		if m.form == model.NameForm && m.kind == model.Place {
			from = m.core
		}
		text := strings.Join(strings.Fields(a.span(from, m.to).In(a.text)), " ")
		s := 10*len(strings.Fields(text)) + min(len(text)/8, 9)
		if m.form == model.NameForm {
			s += 10000
		}
		if m.name != "" && arabic.Key(text) == m.name {
			s += 1000
		}
		if s > score {
			best, score = text, s
		}
	}
	return best
}
