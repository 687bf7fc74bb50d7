package model

import "slices"

// likely caches the candidates of one quotation, as far as asked.
type likely struct {
	quote   int
	parties []Party // nil before the first question
}

// Candidates is every party that may have said a quotation, likeliest first: the
// present speaker, those that the program thought of, those who speak nearby,
// then all others by how often they are named. The slice is the reading's own.
func (r *Reading) Candidates(quote int) []Party { return r.Likeliest(quote, len(r.parties)) }

// Likeliest is the first n of the candidates. It reads no more of a long article
// than these need.
func (r *Reading) Likeliest(quote, n int) []Party {
	l := &r.overview.likely
	n = min(n, len(r.parties))
	if l.parties == nil || l.quote != quote || len(l.parties) < n {
		l.quote, l.parties = quote, r.candidates(quote, n)
	}
	return slices.Clip(l.parties[:min(n, len(l.parties))])
}

// candidates is Likeliest without the cache.
func (r *Reading) candidates(quote, n int) []Party {
	c := candidates{Reading: r, most: n, seen: map[PartyID]bool{"": true}}
	q := &r.quotes[quote]
	c.add(q.Speaker)
	for _, id := range q.Candidates {
		c.add(id)
	}
	c.addSpeakers(quote)
	if !c.full() {
		c.addOthers()
	}
	return c.parties
}

// candidates collects a list of candidates.
type candidates struct {
	*Reading
	most     int
	parties  []Party
	seen     map[PartyID]bool
	speakers int // how many of parties speak in the article
}

func (c *candidates) full() bool { return len(c.parties) >= c.most }

// add appends a party of the article, unless it is there.
func (c *candidates) add(id PartyID) {
	if c.seen[id] || c.full() {
		return
	}
	c.seen[id] = true
	if p, _, ok := c.Party(id); ok {
		c.parties = append(c.parties, *p)
		if _, speaks := c.summary().spoken[id]; speaks {
			c.speakers++
		}
	}
}

// addSpeakers appends those who speak before the quotation, the nearest first,
// and those who speak after it.
func (c *candidates) addSpeakers(quote int) {
	all := c.summary().speakers
	for i := quote - 1; i >= 0 && c.speakers < all && !c.full(); i-- {
		c.add(c.quotes[i].Speaker)
	}
	for i := quote + 1; i < len(c.quotes) && c.speakers < all && !c.full(); i++ {
		c.add(c.quotes[i].Speaker)
	}
}

// addOthers appends all parties by how often they are named.
func (c *candidates) addOthers() {
	order := make([]*Party, len(c.Reading.parties))
	for i := range order {
		order[i] = &c.Reading.parties[i]
	}
	slices.SortStableFunc(order, func(a, b *Party) int { return len(b.Mentions) - len(a.Mentions) })
	for _, p := range order {
		c.add(p.ID)
	}
}
