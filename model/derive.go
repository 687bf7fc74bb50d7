package model

import (
	"slices"

	"rawi/model/arabic"
)

// derivation is a reading in the making: what was found, and over that one
// decision after the other.
type derivation struct {
	*Reading
	owned  bool          // the quotations are this derivation's own, not the findings'
	parted bool          // the quotations may be out of order
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
		gone:    make(map[int]bool),
		claims:  make(map[claim]*Annotation, r.log.Len()),
	}
	r.cast, r.votes, r.unresolved, r.seen = cast{}, make([]vote, 0, r.log.Len()), nil, overview{}
	r.otherTexts.confirmed = make(map[otherText]*Annotation)
	stand := r.log.stand()
	d.first(stand)
	d.meetAll(stand)
	d.beginQuotes()
	for i := range r.log.entries {
		d.decide(&r.log.entries[i], stand[i])
	}
	d.follow(d.finish())
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
	parties, known := slices.Clip(d.found.Parties), make(map[PartyID]bool)
	for i := range d.log.entries {
		a := &d.log.entries[i]
		if !stand[i] || a.Party == "" || a.Deed.LibraryWide() || known[a.Party] {
			continue
		}
		if _, found := d.base.parties[a.Party]; found {
			continue
		}
		if _, unresolved := d.here(a); unresolved.Status == Lost {
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
	d.numberParties()
}

// numberParties says where each party is. As long as those found are in their
// places only the others are counted.
func (d *derivation) numberParties() {
	d.number = numbers{found: d.base.parties}
	first := len(d.found.Parties)
	if len(d.cast.into) > 0 || len(d.base.parties) < first {
		d.number.found, first = nil, 0
	}
	d.number.made = make(map[PartyID]int, len(d.parties)-first)
	for i, p := range d.parties[first:] {
		d.number.made[p.ID] = first + i
	}
}

// beginQuotes is the guesses, with everybody as who he is.
func (d *derivation) beginQuotes() {
	d.quotes = d.found.Quotes
	d.places = places{found: d.base.quotes, made: make(map[Span]int)}
	if d.concernsQuotes() {
		d.mergeSpeakers()
	}
}

// concernsQuotes reports whether somebody who may have spoken is part of another
// party. Most mergers of a library are of people in other articles.
func (d *derivation) concernsQuotes() bool {
	if len(d.cast.into) == 0 {
		return false
	}
	speakers := d.base.speakers(d.found.Quotes)
	for id := range d.cast.into {
		if speakers[id] {
			return true
		}
	}
	return false
}

// mergeSpeakers makes everybody in the quotations the party that he is part of.
func (d *derivation) mergeSpeakers() {
	merged := func(id PartyID) bool { return d.cast.root(id) != id }
	for i := range d.quotes {
		if merged(d.quotes[i].Speaker) {
			q := d.change(i)
			q.Speaker = d.cast.root(q.Speaker)
		}
		if slices.ContainsFunc(d.quotes[i].Candidates, merged) {
			q := d.change(i)
			q.Candidates = slices.Clone(q.Candidates)
			for j, id := range q.Candidates {
				q.Candidates[j] = d.cast.root(id)
			}
		}
	}
}

// change is a quotation to be changed.
func (d *derivation) change(i int) *Quote {
	d.own()
	return &d.quotes[i]
}

// own gives the derivation quotations of its own: the findings stay as they are.
func (d *derivation) own() {
	if !d.owned {
		d.quotes, d.owned = append(make([]Quote, 0, len(d.quotes)+len(d.quotes)/16+8), d.quotes...), true
	}
}

// decide carries out one decision on words of the article.
func (d *derivation) decide(a *Annotation, stands bool) {
	rule := &deeds[a.Deed]
	if rule.subject < aboutWords || !stands && rule.undone == nil {
		return
	}
	here, unresolved := d.here(a)
	if stands && unresolved.Status != Found {
		unresolved.Annotation = *a
		d.unresolved = append(d.unresolved, unresolved)
	}
	switch {
	case unresolved.Status == Lost:
	case !stands:
		rule.undone(d, here)
	case rule.subject == aboutMention && unresolved.Status == Found:
		rule.do(d, here, 0)
	case rule.subject != aboutMention:
		d.decideQuote(rule, here, unresolved)
	}
}

// decideQuote carries out a decision on the quotation that is meant. What was
// decided on words that moved is marked so, until it is decided on these.
func (d *derivation) decideQuote(rule *rule, a *Annotation, unresolved UnresolvedDecision) {
	i, ok := d.quote(a.Anchor.Span, rule.subject == aboutWords)
	if !ok || !d.claim(a, i) {
		return
	}
	rule.do(d, a, i)
	switch {
	case unresolved.Status == Moved:
		words := unresolved.Words
		d.change(i).Moved = &words
		delete(d.gone, i) // what is dropped could not be seen to have moved
	case rule.aspect == speechAspect && d.quotes[i].Moved != nil:
		d.change(i).Moved = nil
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
		i, ok = d.places.derived(span)
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
	return d.add(Quote{Span: at}, at), true
}

// add puts a quotation after all others, which finish puts right.
func (d *derivation) add(q Quote, words Span) (i int) {
	d.own()
	i = len(d.quotes)
	d.quotes = append(d.quotes, q)
	d.parted = true
	d.places.made[words] = i
	return i
}

// occurrences is where the text has a name, in any spelling. The text never
// changes, so each name is looked for once.
func (d *derivation) occurrences(name string) []Mention {
	found, ok := d.named[name]
	if ok {
		return found
	}
	for start, end := range arabic.Named(d.Article.Text, name) {
		found = append(found, Mention{Span: Span{start, end}})
	}
	if d.named == nil {
		d.named = make(map[string][]Mention)
	}
	d.named[name] = found
	return found
}
