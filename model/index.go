package model

// quoteIndex is where the quotation is that has or had some words. While a view is
// derived quotations keep their places; rank says where each is in the view.
type quoteIndex struct {
	found map[Span]int // by the findings
	made  map[Span]int // by decisions, which go before
	rank  []int        // -1 for a dropped quotation; nil where all keep their places
}

// derived is the quotation's place in the derivation.
func (x *quoteIndex) derived(words Span) (i int, ok bool) {
	if i, ok = x.made[words]; ok {
		return i, true
	}
	i, ok = x.found[words]
	return i, ok
}

// find is the quotation's place in the view.
func (x *quoteIndex) find(words Span) (i int, ok bool) {
	if i, ok = x.derived(words); ok {
		return x.ranked(i)
	}
	return 0, false
}

// ranked is the place in the view of what had a place in the derivation; ok is
// false for a dropped quotation.
func (x *quoteIndex) ranked(i int) (rank int, ok bool) {
	if x.rank != nil {
		i = x.rank[i]
	}
	return i, i >= 0
}

// redirected is, by places in the findings, the places of those quotations whose
// words have become those of another.
func (x *quoteIndex) redirected() map[int]int {
	to := make(map[int]int)
	for words, i := range x.made {
		if found, ok := x.found[words]; ok && found != i {
			to[found] = i
		}
	}
	return to
}

// partyIndex is where the parties of a view are.
type partyIndex struct {
	found map[PartyID]int // those of the findings, if they keep their places; else nil
	made  map[PartyID]int // all others
}

// newPartyIndex indexes only what is not in the findings, unless mergers have moved
// these.
func newPartyIndex(src *source, parties []Party, merged bool) partyIndex {
	x, first := partyIndex{found: src.parties}, len(src.found.Parties)
	if merged || len(src.parties) < first {
		x.found, first = nil, 0
	}
	x.made = make(map[PartyID]int, len(parties)-first)
	for i := first; i < len(parties); i++ {
		x.made[parties[i].ID] = i
	}
	return x
}

func (x *partyIndex) find(id PartyID) (i int, ok bool) {
	if i, ok = x.found[id]; ok {
		return i, true
	}
	i, ok = x.made[id]
	return i, ok
}
