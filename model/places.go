package model

// base is where the findings have what is looked up by every derivation. It does
// not change.
type base struct {
	quotes  map[Span]int    // a quotation's place, by its words
	parties map[PartyID]int // a party's place
}

func (r *Reading) index() base {
	b := base{make(map[Span]int, len(r.found.Quotes)), make(map[PartyID]int, len(r.found.Parties))}
	for i := range r.found.Quotes {
		b.quotes[r.words(r.found.Quotes[i].Span)] = i
	}
	for i := range r.found.Parties {
		b.parties[r.found.Parties[i].ID] = i
	}
	return b
}

// places is where the quotation is that has or had some words. While a reading
// is derived quotations stay where they are; rank says where they come to stand.
type places struct {
	found map[Span]int // of the findings, or nil
	made  map[Span]int // over these: by what was decided
	rank  []int        // -1 for one that was dropped; nil where all stay
}

// derived is the quotation's place while the reading is derived.
func (p *places) derived(words Span) (i int, ok bool) {
	if i, ok = p.made[words]; ok {
		return i, true
	}
	i, ok = p.found[words]
	return i, ok
}

// of is the quotation's place in the reading.
func (p *places) of(words Span) (i int, ok bool) {
	i, ok = p.derived(words)
	if ok && p.rank != nil {
		i = p.rank[i]
	}
	return i, ok && i >= 0
}

// numbers is where the parties are.
type numbers struct {
	found map[PartyID]int // of the findings, while all of them are in their places; else nil
	made  map[PartyID]int // all others
}

func (n *numbers) of(id PartyID) (i int, ok bool) {
	if i, ok = n.found[id]; ok {
		return i, true
	}
	i, ok = n.made[id]
	return i, ok
}
