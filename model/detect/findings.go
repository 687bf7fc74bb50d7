package detect

import (
	"sort"
	"strings"

	"rawi/model"
	"rawi/model/arabic"
)

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
	var before antecedents
	for _, q := range quotes {
		m := model.Quote{Span: q.span, Marked: q.marked, Kind: q.kind}
		if q.cue >= 0 {
			m.Cue = a.tokens[q.cue].span()
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
		m.Follows = before.of(&m, q.source.rule)
		out.Quotes = append(out.Quotes, m)
	}
	return out
}

// antecedents remembers the last quotation of each speaker, of a speaker not
// known ("") among them, and the first of each cue.
type antecedents struct {
	bySpeaker map[model.PartyID]model.Span
	byCue     map[model.Span]model.Span
}

// of is the earlier quotation whose speaker q takes up: the one of the same
// cue, else the speaker's last where the subject stands only in the verb.
func (a *antecedents) of(q *model.Quote, rule model.Rule) model.Span {
	if !q.Kind.Spoken() {
		return model.Span{}
	}
	if a.bySpeaker == nil {
		a.bySpeaker, a.byCue = map[model.PartyID]model.Span{}, map[model.Span]model.Span{}
	}
	follows, ok := a.byCue[q.Cue]
	if !ok && rule == model.PreviousSpeaker {
		follows = a.bySpeaker[q.Speaker]
	}
	if !ok && !q.Cue.Empty() {
		a.byCue[q.Cue] = q.Span
	}
	a.bySpeaker[q.Speaker] = q.Span
	return follows
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
	if m.form == model.Apposition && m.to == m.from+1 && a.tokens[m.from].is(courtesy) {
		return // «الشيخ» before a name is no description
	}
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
		text := strings.Trim(strings.Join(strings.Fields(a.span(from, m.to).In(a.text)), " "), "«»\"“”‹›")
		s := 10*len(strings.Fields(text)) + min(len(text)/8, 9)
		if m.form == model.NameForm {
			s += 10000
		}
		if m.name != "" && arabic.Key(text) == m.name {
			s += 1000
		}
		if s > score {
			best, score = withoutLam(text), s
		}
	}
	return best
}

// withoutLam is a name that «لل» contracts as it stands by itself: «الأمم
// المتحدة» of «للأمم المتحدة».
func withoutLam(name string) string {
	if rest, ok := strings.CutPrefix(name, "لل"); ok {
		return "ال" + rest
	}
	return name
}
