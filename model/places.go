package model

// base is where the findings have what is looked up by every derivation. It does
// not change.
type base struct {
	quotes  map[Span]int     // a quotation's place, by its words
	parties map[PartyID]int  // a party's place
	follows []int32          // by quotation: which it follows, -1 for none of them
	heard   map[PartyID]bool // see speakers; nil until asked for
}

// speakers is all who may have said one of the quotations found.
func (b *base) speakers(found []Quote) map[PartyID]bool {
	if b.heard != nil {
		return b.heard
	}
	b.heard = make(map[PartyID]bool)
	for i := range found {
		b.heard[found[i].Speaker] = true
		for _, id := range found[i].Candidates {
			b.heard[id] = true
		}
	}
	return b.heard
}

func (r *Reading) index() base {
	b := base{
		quotes:  make(map[Span]int, len(r.found.Quotes)),
		parties: make(map[PartyID]int, len(r.found.Parties)),
		follows: make([]int32, len(r.found.Quotes)),
	}
	for i := range r.found.Quotes {
		b.quotes[r.words(r.found.Quotes[i].Span)] = i
	}
	for i := range r.found.Parties {
		b.parties[r.found.Parties[i].ID] = i
	}
	for i := range r.found.Quotes {
		b.follows[i] = -1
		if at := r.found.Quotes[i].Follows; !at.Empty() {
			if before, ok := b.quotes[r.words(at)]; ok {
				b.follows[i] = int32(before)
			}
		}
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
	if i, ok = p.derived(words); ok {
		return p.ranked(i)
	}
	return 0, false
}

// ranked is the place in the reading of what had a place while it was derived;
// ok is false for what was dropped.
func (p *places) ranked(i int) (rank int, ok bool) {
	if p.rank != nil {
		i = p.rank[i]
	}
	return i, i >= 0
}

// redirected is, by places in the findings, the places of those quotations whose
// words have become those of another.
func (p *places) redirected() map[int]int {
	to := make(map[int]int)
	for words, i := range p.made {
		if found, ok := p.found[words]; ok && found != i {
			to[found] = i
		}
	}
	return to
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
