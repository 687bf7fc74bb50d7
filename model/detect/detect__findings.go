package detect

import (
	"rawi/model"
	"rawi/model/arabic"
	"slices"
	"sort"
)

// outcome is all that the findings are made of. The mentions know their bytes
// by now, so the page with its tokens, which is the most of the memory that
// detection takes, is needed no more.
type outcome struct {
	text     string
	mentions []placed
	parties  []party
	of       []int // mention -> party, -1 for none
}

// placed is a mention with its bytes.
type placed struct {
	start, end int32
	name       int32 // where its name begins, behind «محافظة»
	form       model.MentionForm
	plainest   bool // the spelling that stands for all of a known place or body
	courtesy   bool // only a title before a name: «الشيخ»
}

func (m *placed) span() model.Span { return model.Span{Start: int(m.start), End: int(m.end)} }

func (c *cast) outcome() *outcome {
	o := &outcome{text: c.text, mentions: make([]placed, len(c.mentions)), parties: c.parties, of: c.of}
	for i := range c.mentions {
		m, form := &c.mentions[i], c.forms[i]
		span := c.span(m.from, m.to, m.skip)
		at := span.Start
		if form == model.NameForm && m.kind == model.Place && m.core > m.from {
			at = c.span(m.core, m.to, c.tokens[m.core].skip).Start
		}
		o.mentions[i] = placed{
			start: int32(span.Start), end: int32(span.End), name: int32(at), form: form,
			plainest: m.name != "" && arabic.HasKey(c.text[at:span.End], m.name),
			courtesy: form == model.Apposition && m.to == m.from+1 && c.tokens[m.from].is(courtesy),
		}
	}
	return o
}

// findings puts the quotations and parties into the model's terms.
func (o *outcome) findings(quotes []quotation) model.Findings {
	parties, id := o.modelParties()
	out := model.Findings{Parties: parties, Quotes: make([]model.Quote, 0, len(quotes))}
	places := o.places()
	var before antecedents
	for _, q := range quotes {
		m := model.Quote{Span: q.span, Cue: q.cue, Marked: q.marked, Kind: q.kind}
		if s := q.source; s.party >= 0 && id[s.party] != "" {
			m.Speaker, m.Confidence = id[s.party], s.confidence
			m.Reason = model.Reason{Rule: s.rule, Words: m.Cue}
			if s.mention >= 0 {
				m.Mention = o.mentions[s.mention].span()
			}
		}
		m.Candidates = idsOf(candidates(q, o.near(places, q.span.Start)), id)
		m.Follows = before.of(&m, q.source.rule)
		out.Quotes = append(out.Quotes, m)
	}
	return out
}

// places are the mentions of parties in text order.
func (o *outcome) places() []int {
	places := make([]int, 0, len(o.mentions))
	for m, party := range o.of {
		if party >= 0 {
			places = append(places, m)
		}
	}
	slices.SortStableFunc(places, func(i, j int) int { return int(o.mentions[i].start - o.mentions[j].start) })
	return places
}

// antecedents remembers the last quotation of each speaker, of a speaker not
// known ("") among them, and the first of each cue.
type antecedents struct {
	bySpeaker map[model.PartyID]model.Span
	byCue     map[int]model.Span // by where the cue starts
}

// of is the earlier quotation whose speaker q takes up: the one of the same
// cue, else the speaker's last where the subject stands only in the verb.
func (a *antecedents) of(q *model.Quote, rule model.Rule) model.Span {
	if !q.Kind.Spoken() {
		return model.Span{}
	}
	if a.bySpeaker == nil {
		a.bySpeaker, a.byCue = map[model.PartyID]model.Span{}, map[int]model.Span{}
	}
	cue := q.Cue.Start
	if q.Cue.Empty() {
		cue = -1
	}
	follows, ok := a.byCue[cue]
	if !ok && rule == model.PreviousSpeaker {
		follows = a.bySpeaker[q.Speaker]
	}
	if !ok && cue >= 0 {
		a.byCue[cue] = q.Span
	}
	a.bySpeaker[q.Speaker] = q.Span
	return follows
}

// candidates are the likeliest speakers of a quotation: its source, those who
// spoke last, and the parties named nearby.
func candidates(q quotation, near []int) []int {
	const handful = 6
	out := make([]int, 0, handful)
	add := func(p int) {
		if p >= 0 && len(out) < handful && !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	add(q.source.party)
	for _, p := range slices.Backward(q.recent) {
		add(p)
	}
	for _, p := range near {
		add(p)
	}
	return out
}

// near are the parties named around a byte of the text, nearest first.
func (o *outcome) near(places []int, at int) []int {
	const around = 4
	k := sort.Search(len(places), func(k int) bool { return int(o.mentions[places[k]].start) >= at })
	out := make([]int, 0, 2*around)
	for d := 1; d <= around; d++ {
		if k-d >= 0 {
			out = append(out, o.of[places[k-d]])
		}
		if k+d-1 < len(places) {
			out = append(out, o.of[places[k+d-1]])
		}
	}
	return out
}

// idsOf are the IDs of parties in the making, those without one left out, each
// once.
func idsOf(parties []int, id []model.PartyID) []model.PartyID {
	ids := make([]model.PartyID, 0, len(parties))
	for _, p := range parties {
		if id[p] != "" && !slices.Contains(ids, id[p]) {
			ids = append(ids, id[p])
		}
	}
	return ids
}
