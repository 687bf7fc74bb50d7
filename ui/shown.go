package ui

import (
	"slices"
	"sort"

	"rawi/model"
	"rawi/ui/roster"
)

// shown is what frames are made of that follows from the decisions alone, and
// from which of them are on disk. It is made anew when there are more of them, or
// another reading; the keeper's news drops it.
type shown struct {
	reading   *model.Reading
	decisions int

	quotes   map[int]roster.Item
	parties  map[int]roster.Item
	spans    stretches // of the quotations
	mentions []mention // of all parties, by where they begin
	met      stretches // the mentions' spans
	decided  int       // quotations
	unknown  int

	bar    line
	barFor [2]int // the width and the current quotation for which it is
}

// mention is where a party is named.
type mention struct {
	model.Span
	party int // counted from 0
}

// derived is what is shown of the reading as it is.
func (m *Model) derived() *shown {
	if s := &m.shown; s.reading != m.reading || s.decisions != m.reading.Log().Len() {
		*s = m.newShown()
	}
	return &m.shown
}

func (m *Model) newShown() shown {
	r, quotes := m.reading, m.reading.Quotes()
	s := shown{
		reading: r, decisions: r.Log().Len(),
		quotes: map[int]roster.Item{}, parties: map[int]roster.Item{},
		decided: count(quotes, func(q *model.Quote) bool { return q.Decided() && !m.unsaved.Quote(q) }),
		unknown: count(quotes, func(q *model.Quote) bool { return unknown(q) && !q.Decided() }),
		spans:   stretch(len(quotes), func(i int) model.Span { return quotes[i].Span }),
	}
	for i, p := range r.Parties() {
		for _, at := range p.Mentions {
			s.mentions = append(s.mentions, mention{at.Span, i})
		}
	}
	slices.SortStableFunc(s.mentions, func(a, b mention) int { return a.Start - b.Start })
	s.met = stretch(len(s.mentions), func(i int) model.Span { return s.mentions[i].Span })
	return s
}

// here is the mentions that overlap a span, by party.
func (s *shown) here(in model.Span) []mention {
	var here []mention
	for i := range s.met.overlapping(in) {
		here = append(here, s.mentions[i])
	}
	slices.SortStableFunc(here, func(a, b mention) int { return a.party - b.party })
	return here
}

// stretches are spans by where they begin, of which those that overlap another
// are found without looking at all.
type stretches struct {
	spans []model.Span
	reach []int // how far the spans up to each reach
}

func stretch(n int, span func(i int) model.Span) stretches {
	s := stretches{make([]model.Span, n), make([]int, n)}
	reach := 0
	for i := range n {
		s.spans[i] = span(i)
		reach = max(reach, s.spans[i].End)
		s.reach[i] = reach
	}
	return s
}

// overlapping yields the indices of the spans that overlap another.
func (s *stretches) overlapping(o model.Span) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		first := sort.SearchInts(s.reach, o.Start+1)
		for i := first; i < len(s.spans) && s.spans[i].Start < o.End; i++ {
			if s.spans[i].Overlaps(o) && !yield(i) {
				return
			}
		}
	}
}
