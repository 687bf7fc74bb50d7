package model

import (
	"cmp"
	"maps"
	"slices"
)

// voice is what one author says of an article: their decisions alone, over what was
// found. Places are those of its derivation, where a found quotation has its place
// in the findings.
type voice struct {
	*derivation
	by who
}

// hearing is what a derivation notes of whom it heard.
type hearing struct {
	last    map[int]*Annotation // by the place of a quotation: the last decision on what or where it is
	places  map[int]int         // by the place of a decision in the log: of the quotation that it is about
	joined  map[int]int         // by the place of a quotation that became part of another: of that one
	entries []Annotation        // the log
}

// note takes down a decision on what a quotation is or where it stands.
func (h *hearing) note(entry, quote int) {
	if h == nil {
		return
	}
	h.places[entry] = quote
	if a := &h.entries[entry]; deeds[a.Deed].shapes() {
		h.last[quote] = a
	}
}

// split notes that what was said of a quotation holds for its second half too.
func (h *hearing) split(second, entry int) {
	if h != nil {
		h.last[second] = &h.entries[entry]
	}
}

// join notes that a quotation became part of another.
func (h *hearing) join(quote, into int) {
	if h != nil {
		h.joined[quote] = into
	}
}

// root is the place of the quotation that one has become part of, itself for others.
func (h *hearing) root(quote int) int {
	for range len(h.joined) {
		into, ok := h.joined[quote]
		if !ok {
			break
		}
		quote = into
	}
	return quote
}

// listen derives the voice of an author in one capacity.
func listen(src *source, log *Log, stands []bool, by who, overrides partyOverrides) voice {
	d := newDerivation(src, by.author, log.Len(), overrides)
	d.hearing = &hearing{make(map[int]*Annotation), make(map[int]int), make(map[int]int), log.entries}
	d.turn = func(i int) turn {
		if log.entries[i].by() == by {
			return now
		}
		return never
	}
	d.decide(log, stands)
	return voice{d, by}
}

// deciders is who decided on quotations, in order of their names.
func deciders(log *Log, stands []bool) []who {
	all := map[who]bool{}
	for i := range log.entries {
		if a := &log.entries[i]; stands[i] && deeds[a.Deed].shapes() {
			all[a.by()] = true
		}
	}
	return slices.SortedFunc(maps.Keys(all), func(a, b who) int { return cmp.Or(cmp.Compare(a.author, b.author), cmp.Compare(a.as, b.as)) })
}

// opinion is what the voice says of the quotations at some places.
func (v *voice) opinion(places []int) Opinion {
	o := Opinion{Author: v.by.author, As: v.by.as}
	for _, i := range places {
		if a := v.hearing.last[i]; o.Last == nil || a.Compare(*o.Last) > 0 {
			o.Last = a
		}
		if q := &v.quotes[i]; !v.dropped[i] {
			o.Parts = append(o.Parts, Part{v.src.words(q.Span), q.Decision != "", q.Kind, v.speaker(q)})
		}
	}
	slices.SortFunc(o.Parts, func(a, b Part) int { return a.Start - b.Start })
	return o
}

func (v *voice) speaker(q *Quote) PartyID {
	if q.Decision == "" || !q.Kind.Spoken() {
		return ""
	}
	return q.Speaker
}

// says is the places of the quotations on which the voice has an opinion, in order.
// Words that may have moved are none.
func (v *voice) says() (places []int) {
	for i := range v.hearing.last {
		if _, joined := v.hearing.joined[i]; !joined && v.quotes[i].Moved == nil {
			places = append(places, i)
		}
	}
	slices.Sort(places)
	return places
}

// holds reports whether the voice has a quotation of exactly these words, or decided
// that they are none.
func (v *voice) holds(words Span) bool {
	i, ok := v.quoteIndex.derived(words)
	if !ok || v.src.words(v.quotes[i].Span) != words {
		return false
	}
	_, joined := v.hearing.joined[i]
	return !joined
}

// undecided reports whether the voice has a quotation of exactly these words and
// decided nothing on it.
func (v *voice) undecided(words Span) bool {
	i, _ := v.quoteIndex.derived(words)
	return v.holds(words) && v.hearing.last[i] == nil
}

// complete reports whether the author decided on every quotation that was found or
// made, so that saying nothing of another one means that it is none. Who adjudicates
// decides on what others differ on, and nothing follows from the rest.
func (v *voice) complete() bool {
	for i := range v.quotes {
		if !v.dropped[i] && !v.quotes[i].Decided() {
			return false
		}
	}
	return len(v.src.found.Quotes) > 0 && len(v.hearing.last) > 0 && v.by.as == Annotator
}
