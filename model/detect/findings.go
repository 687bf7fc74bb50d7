package detect

import (
	"slices"
	"sort"

	"rawi/model"
	"rawi/model/arabic"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/mention"
	"rawi/model/detect/party"
	"rawi/model/detect/speech"
	"rawi/model/detect/token"
)

// outcome is all that the findings are made of. The mentions know their bytes
// by now, so the page with its tokens, which is the most of the memory that
// detection takes, is needed no more.
type outcome struct {
	text     string
	mentions []placed
	parties  *party.Parties
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

func newOutcome(p *token.Page, found *mention.Found, parties *party.Parties) *outcome {
	o := &outcome{text: p.Text(), mentions: make([]placed, found.Len()), parties: parties}
	for i := range o.mentions {
		m, form := found.Mention(i), parties.Form(i)
		span := p.Span(m.From, m.To, m.Skip)
		at := span.Start
		if form == model.NameForm && m.Kind == model.Place && m.Core > m.From {
			at = p.Span(m.Core, m.To, p.At(m.Core).Skip()).Start
		}
		o.mentions[i] = placed{
			start: int32(span.Start), end: int32(span.End), name: int32(at), form: form,
			plainest: m.Name != "" && arabic.HasKey(o.text[at:span.End], m.Name),
			courtesy: form == model.Apposition && m.To == m.From+1 && p.At(m.From).Is(lex.Courtesy),
		}
	}
	return o
}

// findings puts the quotations and parties into the model's terms.
func (o *outcome) findings(spoken *speech.Spoken) model.Findings {
	quotes := spoken.Quotes
	parties, id := o.modelParties()
	parties, id = o.addPhrases(parties, id, spoken)
	out := model.Findings{Parties: parties, Quotes: make([]model.Quote, 0, len(quotes))}
	places := o.places()
	var before antecedents
	for _, q := range quotes {
		m := model.Quote{Span: q.Span, Cue: q.Cue, Marked: q.Marked, Kind: q.Kind}
		if s := q.Source; s.Party >= 0 && id[s.Party] != "" {
			m.Speaker, m.Confidence = id[s.Party], s.Confidence
			m.Reason = model.Reason{Rule: s.Rule, Words: m.Cue, Clues: s.Clues}
			if m.Mention = s.Words; s.Mention >= 0 {
				m.Mention = o.mentions[s.Mention].span()
			}
		}
		m.Candidates = idsOf(candidates(q, o.near(places, q.Span.Start)), id)
		m.Follows = before.of(&m, q.Source.Rule)
		out.Quotes = append(out.Quotes, m)
	}
	return out
}

// places are the mentions of parties in text order.
func (o *outcome) places() []int {
	places := make([]int, 0, len(o.mentions))
	for m := range o.mentions {
		if o.parties.Of(m) >= 0 {
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
// are likely or spoke last, and the parties named nearby.
func candidates(q speech.Quotation, near []int) []int {
	const handful = 6
	out := make([]int, 0, handful)
	add := func(p int) {
		if p >= 0 && len(out) < handful && !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	add(q.Source.Party)
	for _, p := range q.Others {
		add(int(p))
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
			out = append(out, o.parties.Of(places[k-d]))
		}
		if k+d-1 < len(places) {
			out = append(out, o.parties.Of(places[k+d-1]))
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
