package model

import "sort"

// overview is what every frame needs of a view, computed on first use.
type overview struct {
	states   []DecisionState
	reach    []int           // by quotation: the furthest end of those up to it
	spoken   map[PartyID]int // how many quotations each speaker spoke; 0 where all are of kinds that nobody speaks
	speakers int             // how many of those are parties
	extents  []Span          // by party: from the first mention to the last
	likely   likely
}

// DecisionState says how far a quotation is from decided.
type DecisionState uint8

const (
	StateDecided DecisionState = iota
	StateGuessed
	StateUnknown       // nobody knows the speaker
	DecisionStateCount = iota
)

// State is the quotation's.
func (q *Quote) State() DecisionState {
	switch {
	case q.Decided():
		return StateDecided
	case q.Kind.Spoken() && q.Speaker == "":
		return StateUnknown
	}
	return StateGuessed
}

// summary is the overview with all of the quotations.
func (v *view) summary() *overview {
	d := &v.overview
	if d.spoken != nil {
		return d
	}
	d.states, d.reach, d.spoken = make([]DecisionState, len(v.quotes)), make([]int, len(v.quotes)), make(map[PartyID]int)
	end := 0
	speaker, spoken := PartyID(""), 0 // of those in a row that have one speaker
	for i, q := range v.quotes {
		end = max(end, q.End)
		d.states[i], d.reach[i] = q.State(), end
		if q.Speaker != speaker {
			d.spoken[speaker] += spoken // known also where that is 0
			speaker, spoken = q.Speaker, 0
		}
		if q.Kind.Spoken() {
			spoken++
		}
	}
	d.spoken[speaker] += spoken
	delete(d.spoken, "")
	for id := range d.spoken {
		if _, ok := v.partyIndex.find(id); ok {
			d.speakers++
		}
	}
	return d
}

// States is how all quotations stand, in their order. The slice is the
// reading's own.
func (r *Reading) States() []DecisionState { return r.summary().states }

// SpokenBy is the number of quotations whose speaker is the party.
func (r *Reading) SpokenBy(id PartyID) int { return r.summary().spoken[id] }

// QuotesIn is the quotations that may overlap a span, from the first to before
// the last: those between them that do not are nested in one that does, or
// beside it.
func (r *Reading) QuotesIn(s Span) (first, last int) {
	reach := r.summary().reach
	first = sort.Search(len(reach), func(i int) bool { return reach[i] > s.Start })
	last = sort.Search(len(reach), func(i int) bool { return r.quotes[i].Start >= s.End })
	return first, max(first, last)
}

// MentionsIn gives each mention that overlaps a span with its party's place,
// party by party.
func (r *Reading) MentionsIn(s Span, give func(party int, m Mention)) {
	for i, extent := range r.extents() {
		if !extent.Overlaps(s) {
			continue
		}
		for _, m := range r.parties[i].Mentions {
			if m.Start >= s.End {
				break
			}
			if m.Overlaps(s) {
				give(i, m)
			}
		}
	}
}

// extents is where each party is named, from the first mention to the last.
func (v *view) extents() []Span {
	d := &v.overview
	if d.extents != nil {
		return d.extents
	}
	d.extents = make([]Span, len(v.parties))
	for i := range v.parties {
		for j, m := range v.parties[i].Mentions {
			if j == 0 {
				d.extents[i] = m.Span
			}
			d.extents[i] = hull(d.extents[i], m.Span)
		}
	}
	return d.extents
}
