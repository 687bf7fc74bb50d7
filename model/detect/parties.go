package detect

import (
	"slices"
	"sort"
	"strings"
	"unicode"

	"rawi/model"
	"rawi/model/arabic"
	"rawi/model/detect/speech"
)

// modelParties makes the parties, by first mention, and says which ID each
// party in the making got ("" when it has no name).
func (o *outcome) modelParties() ([]model.Party, []model.PartyID) {
	ids := make([]model.PartyID, o.parties.Len())
	byID := map[model.PartyID]int{}
	var out []model.Party
	for p := range o.parties.Len() {
		party := o.parties.Party(p)
		if !slices.ContainsFunc(party.Mentions, func(m int) bool { return !o.mentions[m].courtesy }) {
			continue // named by nothing, or by a title alone
		}
		name := o.fullName(p)
		id := model.PartyIDOf(name)
		if id == "" {
			continue
		}
		ids[p] = id
		k, ok := byID[id]
		if !ok {
			k = len(out)
			byID[id] = k
			out = append(out, model.Party{ID: id, Name: name, Kind: party.Kind})
		}
		out[k].Mentions = slices.Grow(out[k].Mentions, len(party.Mentions))
		for _, m := range party.Mentions {
			o.addMention(&out[k], &o.mentions[m])
		}
	}
	for k := range out {
		sort.SliceStable(out[k].Mentions, func(i, j int) bool { return before(out[k].Mentions[i].Span, out[k].Mentions[j].Span) })
	}
	sort.SliceStable(out, func(i, j int) bool { return before(out[i].Mentions[0].Span, out[j].Mentions[0].Span) })
	return out, ids
}

func before(a, b model.Span) bool { return a.Start < b.Start || a.Start == b.Start && a.End < b.End }

func (o *outcome) addMention(p *model.Party, m *placed) {
	if m.courtesy {
		return // «الشيخ» before a name is no description
	}
	p.Mentions = append(p.Mentions, model.Mention{Span: m.span(), Form: m.form})
	text := oneLine(m.span().In(o.text))
	switch m.form {
	case model.NameForm:
		if text != p.Name {
			p.Aliases = appendNew(p.Aliases, text)
		}
	case model.RoleForm, model.Apposition:
		p.Roles = appendNew(p.Roles, text)
	}
}

// oneLine is a text with one blank for all white space between its words, without what
// shows nothing.
func oneLine(text string) string {
	text = arabic.WithoutControls(text)
	odd := func(r rune) bool { return r != ' ' && unicode.IsSpace(r) }
	if !strings.Contains(text, "  ") && !strings.ContainsFunc(text, odd) {
		return text // as nearly always: mentions begin and end with a word
	}
	return strings.Join(strings.Fields(text), " ")
}

// appendNew appends a spelling once. No honest text has more than maxSpellings.
func appendNew(list []string, s string) []string {
	if len(list) >= maxSpellings {
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
// one with most words, then one in plain letters, then that with most.
func (o *outcome) fullName(p int) string {
	best, score := "", -1
	for _, id := range o.parties.Party(p).Mentions {
		m := &o.mentions[id]
		text := arabic.Plain(withoutMarks(oneLine(o.text[m.name:m.end])))
		s := 10*len(strings.Fields(text)) + min(len(text)/8, 9)
		if m.form == model.NameForm {
			s += 10000
		}
		if m.plainest {
			s += 1000
		}
		if s > score {
			best, score = withoutLam(text), s
		}
	}
	return best
}

// withoutMarks is a name without the quotation marks around it; those inside stay:
// «صحيفة "النهر"».
func withoutMarks(name string) string {
	const marks = "«»\"“”‹›"
	inner := strings.Trim(name, marks)
	if strings.ContainsAny(inner, marks) {
		return name
	}
	return inner
}

// withoutLam is a name that «لل» contracts as it stands by itself: «الأمم
// المتحدة» of «للأمم المتحدة».
func withoutLam(name string) string {
	if rest, ok := strings.CutPrefix(name, "لل"); ok {
		return "ال" + rest
	}
	return name
}

// maxSpellings is how many spellings of one party are kept, of its names and of
// its descriptions.
const maxSpellings = 32

// addPhrases makes a party of each phrase that speaks, unless one has its name.
func (o *outcome) addPhrases(parties []model.Party, id []model.PartyID, spoken *speech.Spoken) ([]model.Party, []model.PartyID) {
	known := map[model.PartyID]bool{"": true}
	for _, p := range parties {
		known[p.ID] = true
	}
	ids := append(id, make([]model.PartyID, len(spoken.Phrases))...)
	for i := range spoken.Quotes {
		p := spoken.Quotes[i].Source.Party
		if p < len(id) {
			continue
		}
		made := phraseParty(o.text, spoken.Phrases[p-len(id)])
		if named := p - len(ids) + len(spoken.Named); named >= 0 {
			made.Kind, made.Roles, made.Mentions[0].Form = spoken.Named[named], nil, model.NameForm
		}
		if ids[p] = made.ID; !known[made.ID] {
			known[made.ID] = true
			parties = append(parties, made)
		}
	}
	sort.SliceStable(parties, func(i, j int) bool { return before(parties[i].Mentions[0].Span, parties[j].Mentions[0].Span) })
	return parties, ids
}

// phraseParty is a party that only phrases name.
func phraseParty(text string, at []model.Span) model.Party {
	name := oneLine(at[0].In(text))
	p := model.Party{ID: model.PartyIDOf(name), Name: name, Kind: model.RoleOnly, Roles: []string{name}}
	for _, span := range at {
		p.Mentions = append(p.Mentions, model.Mention{Span: span, Form: model.RoleForm})
	}
	return p
}
