package model

import (
	"cmp"
	"maps"
	"slices"
)

// finish leaves out what was dropped and puts the quotations into text order. It
// returns where each of them was before, nil if nothing moved.
func (d *derivation) finish() (order []int) {
	if !d.parted && len(d.gone) == 0 {
		return nil
	}
	order = d.order()
	left := len(order) - len(d.gone)
	rank := make([]int, len(order))
	for n, i := range order {
		if rank[i] = n; n >= left {
			rank[i] = -1
		}
	}
	d.own()
	permute(d.quotes, slices.Clone(order))
	clear(d.quotes[left:])
	d.quotes, d.places.rank = d.quotes[:left], rank
	d.votes = slices.DeleteFunc(d.votes, func(v vote) bool { return v.party == "" && rank[v.quote] < 0 })
	for i := range d.votes {
		if v := &d.votes[i]; v.party == "" {
			v.quote = rank[v.quote]
		}
	}
	return order
}

// order is the places of the quotations in text order, and after them those of
// the quotations that were dropped.
func (d *derivation) order() []int {
	order := make([]int, 0, len(d.quotes))
	for i := range d.quotes {
		if !d.gone[i] {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := &d.quotes[i], &d.quotes[j]
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	return slices.AppendSeq(order, maps.Keys(d.gone))
}

// permute puts at each place the quotation whose place the order has there. It
// uses the order up.
func permute(quotes []Quote, order []int) {
	for i := range order {
		first := quotes[i]
		at := i
		for order[at] != i {
			from := order[at]
			quotes[at], order[at] = quotes[from], at
			at = from
		}
		quotes[at], order[at] = first, at
	}
}

// followConfidence is how often a verb without a subject of its own means the
// speaker before, as counted on annotated articles.
const followConfidence = 0.9

// follow carries each decided speaker on to the guesses that hang on it, in
// text order: «وأضاف» after a quotation that the reader has given to another.
// It changes no decision. order is where the quotations were before they were
// put in order, nil for here.
func (d *derivation) follow(order []int) {
	if !d.owned {
		return // nothing is decided
	}
	redirected := d.places.redirected()
	settled := make([]bool, len(d.quotes)) // decided, or following one that is
	for n := range d.quotes {
		q, i := &d.quotes[n], n
		if order != nil {
			i = order[n]
		}
		if !q.Kind.Spoken() {
			continue
		}
		if q.Decision == "" {
			before, ok := d.before(q, i, redirected)
			if !ok || !settled[before] {
				continue
			}
			if q.Speaker == "" {
				q.Reason, q.Confidence = Reason{PreviousSpeaker, q.Cue}, followConfidence
			}
			q.Speaker = d.quotes[before].Speaker
		}
		settled[n] = true
	}
}

// before is the quotation whose speaker one takes up that was at i when it was
// derived.
func (d *derivation) before(q *Quote, i int, redirected map[int]int) (int, bool) {
	if q.Follows.Empty() {
		return 0, false
	}
	if i >= len(d.base.follows) || d.base.follows[i] < 0 {
		return d.QuoteAt(q.Follows)
	}
	before := int(d.base.follows[i])
	if to, ok := redirected[before]; ok {
		before = to
	}
	return d.places.ranked(before)
}
