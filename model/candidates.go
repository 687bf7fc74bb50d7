package model

import (
	"slices"

	"rawi/model/arabic"
)

// likely caches the candidates of one quotation, as far as asked.
type likely struct {
	quote   int
	most    int     // how many were asked for
	parties []Party // nil before the first question
}

// Candidates is everybody who may have said a quotation, likeliest first: the
// present speaker, those that the program thought of and words beside the quotation
// by turns, those who speak nearby, then all others by how often they are named. Who
// is named by words alone is no party of the reading until decided on. The slice is
// the reading's own.
func (r *Reading) Candidates(quote int) []Party { return r.Likeliest(quote, maxCandidates) }

// maxCandidates is more than there can be.
const maxCandidates = 1<<31 - 1

// Likeliest is the first n of the candidates. It reads no more of a long article
// than these need.
func (r *Reading) Likeliest(quote, n int) []Party {
	l := &r.overview.likely
	if l.parties == nil || l.quote != quote || l.most < n {
		l.quote, l.most, l.parties = quote, n, r.candidates(quote, n)
	}
	return slices.Clip(l.parties[:min(n, len(l.parties))])
}

// candidates is Likeliest without the cache.
func (r *Reading) candidates(quote, n int) []Party {
	q := &r.quotes[quote]
	c := candidates{Reading: r, most: n, seen: map[PartyID]bool{"": true}, parties: []Party{}}
	c.add(q.Speaker)
	words := Phrases(r.Article, q)
	for i := range max(len(words), len(q.Candidates)) {
		if i < len(words) && !r.isSaid(words[i]) {
			c.addWords(words[i])
		}
		if i < len(q.Candidates) {
			c.add(q.Candidates[i])
		}
	}
	c.addSpeakers(quote)
	if !c.full() {
		c.addOthers()
	}
	return c.parties
}

// isSaid reports whether there is something in some words that somebody says: they
// name nobody.
func (r *Reading) isSaid(words Span) bool {
	first, last := r.QuotesIn(words)
	return slices.ContainsFunc(r.quotes[first:last], func(q Quote) bool { return q.Kind.Spoken() && q.Overlaps(words) })
}

// kindOfWords is what some words name, as far as they tell by themselves: with the
// article they are a description.
func kindOfWords(words string) PartyKind {
	if arabic.HasArticle(arabic.Fold(words)) {
		return RoleOnly
	}
	return Person
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

// addWords appends the party that words of the article name, known or new.
func (c *candidates) addWords(words Span) {
	p, ok := c.Named(words)
	if !ok || c.seen[p.ID] || c.full() {
		return
	}
	if c.Has(p.ID) {
		c.add(p.ID)
		return
	}
	c.seen[p.ID] = true
	p.Kind = kindOfWords(words.In(c.Article.Text))
	c.parties = append(c.parties, p)
}

// Named is the party that words of the article name: the one that is called so, or
// one that would be new; ok is false for words without a letter.
func (r *Reading) Named(words Span) (p Party, ok bool) {
	return r.PartyNamed(r.fit(words).In(r.Article.Text))
}

// PartyNamed is the party of a name, as [Reading.Named].
func (r *Reading) PartyNamed(name string) (p Party, ok bool) {
	name = clean(name)
	id := PartyIDOf(name)
	if known, ok := r.called(id); ok {
		p, _, _ := r.Party(known)
		return *p, true
	}
	return Party{ID: id, Name: name, Kind: kindOfWords(name)}, id != ""
}

// called is the party of the article that has a name or another name of some key.
func (r *Reading) called(key PartyID) (PartyID, bool) {
	if key == "" {
		return "", false
	}
	if p, _, ok := r.Party(r.overrides.root(key)); ok {
		return p.ID, true
	}
	is := func(name string) bool { return arabic.HasKey(name, string(key)) }
	for i := range r.parties {
		if p := &r.parties[i]; is(p.Name) || slices.ContainsFunc(p.Aliases, is) {
			return p.ID, true
		}
	}
	return "", false
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
