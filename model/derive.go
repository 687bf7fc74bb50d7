package model

import "slices"

// view is what a reading shows: the findings, and over them what stands in the log.
// Once derived it never changes, except for the overview, which is a cache.
type view struct {
	src *source

	quotes     []Quote
	parties    []Party
	quoteIndex quoteIndex
	partyIndex partyIndex
	overrides  partyOverrides
	polls      *polls                    // nil where nobody but the reader decided on quotations
	partyWords []partyWords              // what authors say of parties
	confirmed  map[otherText]*Annotation // where the reader says that words of other texts are
	unresolved []UnresolvedDecision
	overview   overview
}

// derivation is a view in the making: what was found, and over that one decision
// after the other.
type derivation struct {
	*view
	claims   claims
	turn     func(entry int) turn // when a decision is applied; nil for all now
	entry    int                  // the place in the log of the decision that is applied
	hearing  *hearing             // nil unless it is the derivation of a voice
	owned    bool                 // the quotations are this derivation's own, not the findings'
	unsorted bool                 // the quotations may be out of text order
	previous map[Span]Span        // the ends before, of ends whose decision was undone
	unmade   map[Span]bool        // words of quotations whose making was undone
	dropped  map[int]bool         // places of quotations that are none any more
}

// turn is when a decision is applied.
type turn uint8

const (
	now   turn = iota
	late       // after those that say what and where quotations are
	never      // another author's word is shown
)

// derive makes the view of what was found and what was decided on it, as a reader
// sees it: a function of these three alone. It changes none, and no view that was
// derived before. Whose decisions are shown is said in prevail.go.
func derive(src *source, log *Log, reader who) *view {
	stands := log.stand()
	overrides, words := decideParties(log, stands, reader)
	d := newDerivation(src, reader.author, log.Len(), overrides)
	d.partyWords = words
	if d.polls = takePolls(src, log, stands, reader, overrides); d.polls != nil {
		d.turn = func(i int) turn { return d.polls.turn(&log.entries[i], i, reader.author) }
	}
	d.decide(log, stands)
	order := d.sortQuotes()
	d.rankPolls()
	d.propagateSpeakers(order)
	return d.view
}

func newDerivation(src *source, author string, decisions int, overrides partyOverrides) *derivation {
	return &derivation{
		view: &view{
			src:        src,
			quoteIndex: quoteIndex{found: src.quotes, made: make(map[Span]int)},
			confirmed:  make(map[otherText]*Annotation),
			overrides:  overrides,
		},
		claims:  newClaims(author, decisions),
		dropped: make(map[int]bool),
	}
}

// decide applies the decisions.
func (d *derivation) decide(log *Log, stands []bool) {
	d.collectConfirmations(log, stands)
	d.collectParties(log, stands)
	d.startQuotes()
	var waiting []int
	for i := range log.entries {
		switch d.turnOf(i) {
		case now:
			d.apply(log, i, stands[i])
		case late:
			waiting = append(waiting, i)
		}
	}
	d.settle()
	for _, i := range waiting {
		if stands[i] && !d.gone(&log.entries[i], i) {
			d.apply(log, i, true)
		}
	}
}

func (d *derivation) turnOf(entry int) turn {
	if d.turn == nil {
		return now
	}
	return d.turn(entry)
}

// gone reports whether a decision is on a quotation that is shown as none.
func (d *derivation) gone(a *Annotation, entry int) bool {
	poll, ok := d.polls.about(a.by(), entry)
	return ok && len(d.polls.polls[poll].Quotes) == 0
}

// collectConfirmations notes where the words of other texts are, which all
// decisions on them depend on.
func (d *derivation) collectConfirmations(log *Log, stands []bool) {
	for i := range log.entries {
		if a := &log.entries[i]; stands[i] && a.Deed == Confirm {
			d.confirmed[otherText{a.Target, a.Anchor.Span}] = a
		}
	}
}

// collectParties makes the parties: those found, and those that decisions on words
// of this text name.
func (d *derivation) collectParties(log *Log, stands []bool) {
	parties, known := slices.Clip(d.src.found.Parties), make(map[PartyID]bool)
	for i := range log.entries {
		a := &log.entries[i]
		if !stands[i] || a.Party == "" || a.Deed.LibraryWide() || known[a.Party] || d.hearing != nil && d.turn(i) == never {
			continue
		}
		if _, found := d.src.parties[a.Party]; found {
			continue
		}
		if _, unresolved := d.locateDecision(a); unresolved.Status == Lost {
			continue
		}
		known[a.Party] = true
		p := Party{ID: a.Party, Name: a.Name, Kind: a.PartyKind}
		if a.Deed != MakeMention {
			p.Mentions = d.src.mentionsOf(a.Name)
		}
		parties = append(parties, p)
	}
	d.parties = d.overrides.assemble(parties)
	d.partyIndex = newPartyIndex(d.src, d.parties, len(d.overrides.into) > 0)
}

// startQuotes takes the guesses, with party IDs resolved through merges.
func (d *derivation) startQuotes() {
	d.quotes = d.src.found.Quotes
	if d.mergesConcernQuotes() {
		d.resolveSpeakers()
	}
}

// mergesConcernQuotes reports whether a possible speaker was merged into
// another party. Most mergers of a library are of people in other articles.
func (d *derivation) mergesConcernQuotes() bool {
	if len(d.overrides.into) == 0 {
		return false
	}
	speakers := d.src.foundSpeakers()
	for id := range d.overrides.into {
		if speakers[id] {
			return true
		}
	}
	return false
}

// resolveSpeakers resolves the party IDs in quotations through merges.
func (d *derivation) resolveSpeakers() {
	merged := func(id PartyID) bool { return d.overrides.root(id) != id }
	for i := range d.quotes {
		if merged(d.quotes[i].Speaker) {
			q := d.edit(i)
			q.Speaker = d.overrides.root(q.Speaker)
		}
		if slices.ContainsFunc(d.quotes[i].Candidates, merged) {
			q := d.edit(i)
			q.Candidates = slices.Clone(q.Candidates)
			for j := range q.Candidates {
				q.Candidates[j] = d.overrides.root(q.Candidates[j])
			}
		}
	}
}
