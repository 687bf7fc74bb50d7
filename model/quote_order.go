package model

import (
	"cmp"
	"maps"
	"slices"
)

// sortQuotes removes what was dropped and sorts the quotations into text order. It
// returns where each of them was before, nil if nothing moved.
func (d *derivation) sortQuotes() (order []int) {
	if !d.unsorted && len(d.dropped) == 0 {
		return nil
	}
	order = d.order()
	left := len(order) - len(d.dropped)
	rank := make([]int, len(order))
	for n, i := range order {
		if rank[i] = n; n >= left {
			rank[i] = -1
		}
	}
	d.own()
	permute(d.quotes, slices.Clone(order))
	clear(d.quotes[left:])
	d.quotes, d.quoteIndex.rank = d.quotes[:left], rank
	return order
}

// order is the places of the quotations in text order, and after them those of
// the quotations that were dropped.
func (d *derivation) order() []int {
	order := make([]int, 0, len(d.quotes))
	for i := range d.quotes {
		if !d.dropped[i] {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := &d.quotes[i], &d.quotes[j]
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	return slices.AppendSeq(order, maps.Keys(d.dropped))
}

// permute moves the quotations within the slice: quotes[n] becomes the one that was
// at order[n]. It overwrites order.
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
