package model

import (
	"slices"
	"sort"
)

// digest is what is asked of a reading for every frame, made when it is first
// asked for after a decision.
type digest struct {
	standings []Standing
	reach     []int           // by quotation: the furthest end of those up to it
	spoken    map[PartyID]int // how many quotations are whose, of any kind 0
	speakers  int             // how many of the parties are speakers
	extents   []Span          // by party: from the first mention to the last
	likely    likely
}

// likely is who may have said one quotation, as far as asked.
type likely struct {
	quote   int
	parties []Party // nil for nothing asked
}

// Standing says how far a quotation is from decided.
type Standing uint8

const (
	StandsDecided Standing = iota
	StandsGuessed
	StandsUnknown // nobody knows the speaker
	StandingCount = iota
)

// Standing is the quotation's.
func (q *Quote) Standing() Standing {
	switch {
	case q.Decided():
		return StandsDecided
	case q.Kind.Spoken() && q.Speaker == "":
		return StandsUnknown
	}
	return StandsGuessed
}

// look makes the digest of the quotations.
func (r *Reading) look() *digest {
	d := &r.digest
	if d.spoken != nil {
		return d
	}
	d.standings, d.reach, d.spoken = make([]Standing, len(r.quotes)), make([]int, len(r.quotes)), make(map[PartyID]int)
	end := 0
	for i := range r.quotes {
		q := &r.quotes[i]
		end = max(end, q.End)
		d.standings[i], d.reach[i] = q.Standing(), end
		if n := 0; q.Speaker != "" {
			if q.Kind.Spoken() {
				n = 1
			}
			d.spoken[q.Speaker] += n
		}
	}
	for id := range d.spoken {
		if _, ok := r.number.of(id); ok {
			d.speakers++
		}
	}
	return d
}

// Standings is how all quotations stand, in their order. The slice is the
// reading's own.
func (r *Reading) Standings() []Standing { return r.look().standings }

// SpokenBy is the number of quotations whose speaker is the party.
func (r *Reading) SpokenBy(id PartyID) int { return r.look().spoken[id] }

// QuotesIn is the quotations that may overlap a span, from the first to before
// the last: those between them that do not are nested in one that does, or
// beside it.
func (r *Reading) QuotesIn(s Span) (first, last int) {
	reach := r.look().reach
	first = sort.Search(len(reach), func(i int) bool { return reach[i] > s.Start })
	last = sort.Search(len(reach), func(i int) bool { return r.quotes[i].Start >= s.End })
	return first, max(first, last)
}

// MentionsIn gives each mention that overlaps a span with its party's place,
// party by party.
func (r *Reading) MentionsIn(s Span, give func(party int, m Mention)) {
	d := &r.digest
	if d.extents == nil {
		d.extents = make([]Span, len(r.parties))
		for i := range r.parties {
			for j, m := range r.parties[i].Mentions {
				if j == 0 {
					d.extents[i] = m.Span
				}
				d.extents[i] = hull(d.extents[i], m.Span)
			}
		}
	}
	for i, extent := range d.extents {
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

// Candidates is everybody who may have said a quotation, likeliest first: the
// present speaker, those that the program thought of, those who speak nearby,
// then all others by how often they are named. The slice is the reading's own.
func (r *Reading) Candidates(quote int) []Party { return r.Likeliest(quote, len(r.parties)) }

// Likeliest is the first n of the candidates. It takes no longer in a long
// article than it must.
func (r *Reading) Likeliest(quote, n int) []Party {
	l := &r.digest.likely
	n = min(n, len(r.parties))
	if l.parties == nil || l.quote != quote || len(l.parties) < n {
		l.quote, l.parties = quote, r.candidates(quote, n)
	}
	return slices.Clip(l.parties[:min(n, len(l.parties))])
}

// candidates is Likeliest, anew.
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

// candidates is the making of a list of candidates.
type candidates struct {
	*Reading
	most     int
	parties  []Party
	seen     map[PartyID]bool
	speakers int // of all quotations, as far as seen
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
		if _, speaks := c.look().spoken[id]; speaks {
			c.speakers++
		}
	}
}

// addSpeakers appends those who speak before the quotation, the nearest first,
// and those who speak after it.
func (c *candidates) addSpeakers(quote int) {
	all := c.look().speakers
	for i := quote - 1; i >= 0 && c.speakers < all && !c.full(); i-- {
		c.add(c.quotes[i].Speaker)
	}
	for i := quote + 1; i < len(c.quotes) && c.speakers < all && !c.full(); i++ {
		c.add(c.quotes[i].Speaker)
	}
}

// addOthers appends everybody by how often he is named.
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
