package model

import (
	"cmp"
	"slices"
)

// derivation is a reading in the making: what was found, and over that one
// decision after the other.
type derivation struct {
	*Reading
	at     map[Span]int  // a quotation's place in quotes, by all words it has or had
	was    map[Span]Span // the span before, of ends that were taken back
	unmade map[Span]bool // spans of quotations that were taken back
	gone   map[int]bool  // quotations that were dropped
	claims map[claim]*Annotation
}

// claim is something that can be decided: an aspect of a quotation (by its
// place in quotes) or of a party.
type claim struct {
	quote  int
	party  PartyID
	aspect aspect
}

// derive makes quotes and parties anew: decisions first, then guesses.
func (r *Reading) derive() {
	d := &derivation{
		Reading: r,
		at:      make(map[Span]int, len(r.found.Quotes)),
		gone:    make(map[int]bool),
		claims:  make(map[claim]*Annotation),
	}
	r.cast, r.votes, r.strays = cast{}, nil, nil
	r.elsewhere.confirmed = make(map[foreign]*Annotation)
	stand := r.log.stand()
	d.first(stand)
	d.meetAll(stand)
	d.beginQuotes()
	for i := range r.log.entries {
		d.decide(&r.log.entries[i], stand[i])
	}
	d.finish()
	d.follow()
}

// first carries out what all else depends on: where words of other texts are,
// and who is who.
func (d *derivation) first(stand []bool) {
	for i := range d.log.entries {
		a := &d.log.entries[i]
		rule := &deeds[a.Deed]
		if stand[i] && (rule.subject == aboutText || rule.subject == aboutParty && d.claim(a, 0)) {
			rule.do(d, a, 0)
		}
	}
}

// meetAll makes the parties: those found, and those that decisions on words of
// this text name.
func (d *derivation) meetAll(stand []bool) {
	parties, known := slices.Clone(d.found.Parties), make(map[PartyID]bool)
	for _, p := range parties {
		known[p.ID] = true
	}
	for i := range d.log.entries {
		a := &d.log.entries[i]
		if !stand[i] || a.Party == "" || a.Deed.LibraryWide() || known[a.Party] {
			continue
		}
		if _, stray := d.here(a); stray.Fate == Lost {
			continue
		}
		known[a.Party] = true
		p := Party{ID: a.Party, Name: a.Name, Kind: a.PartyKind}
		if a.Deed != MakeMention {
			p.Mentions = d.occurrences(a.Name)
		}
		parties = append(parties, p)
	}
	d.parties = d.cast.assemble(parties)
	d.number = make(map[PartyID]int, len(d.parties))
	for i, p := range d.parties {
		d.number[p.ID] = i
	}
}

// beginQuotes is the guesses, with everybody as who he is.
func (d *derivation) beginQuotes() {
	d.quotes = slices.Clone(d.found.Quotes)
	for i := range d.quotes {
		q := &d.quotes[i]
		d.at[d.words(q.Span)] = i
		if len(d.cast.into) > 0 {
			q.Speaker = d.cast.root(q.Speaker)
			q.Candidates = slices.Clone(q.Candidates)
			for j, c := range q.Candidates {
				q.Candidates[j] = d.cast.root(c)
			}
		}
	}
}

// decide carries out one decision on words of the article.
func (d *derivation) decide(a *Annotation, stands bool) {
	rule := &deeds[a.Deed]
	if rule.subject < aboutWords || !stands && rule.undone == nil {
		return
	}
	here, stray := d.here(a)
	if stands && stray.Fate != Found {
		stray.Annotation = *a
		d.strays = append(d.strays, stray)
	}
	switch {
	case stray.Fate == Lost:
	case !stands:
		rule.undone(d, here)
	case rule.subject == aboutMention && stray.Fate == Found:
		rule.do(d, here, 0)
	case rule.subject != aboutMention:
		d.decideQuote(rule, here, stray)
	}
}

// decideQuote carries out a decision on the quotation that is meant. What was
// decided on words that moved is marked so, until it is decided on these.
func (d *derivation) decideQuote(rule *rule, a *Annotation, stray Stray) {
	i, ok := d.quote(a.Anchor.Span, rule.subject == aboutWords)
	if !ok || !d.claim(a, i) {
		return
	}
	rule.do(d, a, i)
	switch q := &d.quotes[i]; {
	case stray.Fate == Moved:
		words := stray.Words
		q.Moved = &words
		delete(d.gone, i) // what is dropped could not be seen to have moved
	case rule.aspect == speechAspect:
		q.Moved = nil
	}
}

// claim notes that a decides its aspect of the quotation or party, and reports
// whether it holds against what was decided before: readers keep their own.
func (d *derivation) claim(a *Annotation, quote int) bool {
	c := claim{quote, a.Party, deeds[a.Deed].aspect}
	if c.aspect == noAspect {
		return true
	}
	if !a.Deed.LibraryWide() {
		c.party = ""
	}
	d.votes = append(d.votes, vote{c, a})
	if holder := d.claims[c]; holder != nil && holder.Author == d.Author && a.Author != d.Author {
		return false
	}
	d.claims[c] = a
	return true
}

// quote is the place of the quotation that has or had those words. One that the
// program does not find (any more) is made, for the decision keeps it; unless
// it was made by a decision that was taken back.
func (d *derivation) quote(at Span, isNew bool) (i int, ok bool) {
	at = d.words(at)
	span := at
	for range len(d.was) + 1 {
		i, ok = d.at[span]
		if ok && (!isNew || d.words(d.quotes[i].Span) == at) {
			return i, true
		}
		before, moved := d.was[span]
		if ok || !moved {
			break
		}
		span = before
	}
	if d.unmade[at] && !isNew {
		return 0, false
	}
	d.at[at] = len(d.quotes)
	d.quotes = append(d.quotes, Quote{Span: at})
	return d.at[at], true
}

// finish leaves out what was dropped and puts the quotations into text order.
func (d *derivation) finish() {
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
	quotes := make([]Quote, len(order))
	rank := make(map[int]int, len(order))
	for n, i := range order {
		quotes[n], rank[i] = d.quotes[i], n
	}
	d.quotes = quotes
	d.places = make(map[Span]int, len(d.at))
	for span, i := range d.at {
		if n, ok := rank[i]; ok {
			d.places[span] = n
		}
	}
	votes := d.votes[:0]
	for _, v := range d.votes {
		if n, ok := rank[v.quote]; ok || v.party != "" {
			v.quote = n
			votes = append(votes, v)
		}
	}
	d.votes = votes
}

// followConfidence is how often a verb without a subject of its own means the
// speaker before, as counted on annotated articles.
const followConfidence = 0.9

// follow carries each decided speaker on to the guesses that hang on it, in
// text order: «وأضاف» after a quotation that the reader has given to another.
// It changes no decision.
func (d *derivation) follow() {
	speaker := map[int]PartyID{} // of the quotations decided, and of those that follow them
	for i := range d.quotes {
		q := &d.quotes[i]
		if !q.Kind.Spoken() {
			continue
		}
		if q.Decision == "" {
			before, ok := d.QuoteAt(q.Follows)
			s, decided := speaker[before]
			if !ok || !decided {
				continue
			}
			if q.Speaker == "" {
				q.Reason, q.Confidence = Reason{PreviousSpeaker, q.Cue}, followConfidence
			}
			q.Speaker = s
		}
		speaker[i] = q.Speaker
	}
}

// occurrences is where the text has a name. It is remembered: every decision
// derives anew.
func (d *derivation) occurrences(name string) []Mention {
	found, ok := d.named[name]
	if ok || d.found.Named == nil {
		return found
	}
	for _, at := range d.found.Named(name) {
		found = append(found, Mention{Span: at})
	}
	if d.named == nil {
		d.named = make(map[string][]Mention)
	}
	d.named[name] = found
	return found
}
