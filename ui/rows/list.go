package rows

import (
	"sort"

	"rawi/ui/room"
)

// Listed is the quotations that the filter shows, by their places.
func (r *Rows) Listed() []int {
	k := r.keep()
	if k.listed != nil && k.filter == r.Filter {
		return k.listed
	}
	k.filter, k.listed = r.Filter, make([]int, 0, len(r.Reading.Quotes()))
	for i := range r.Reading.Quotes() {
		if r.Shows(r.Filter, i) {
			k.listed = append(k.listed, i)
		}
	}
	return k.listed
}

// PlaceOf is where a quotation is in the list; where it is not listed, where the next
// one is that is.
func (r *Rows) PlaceOf(quote int) int {
	if r.Filter == room.All {
		return quote
	}
	return sort.SearchInts(r.Listed(), quote)
}
