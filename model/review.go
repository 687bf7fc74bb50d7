package model

import (
	"cmp"
	"slices"
)

// NextUndecided is the quotation that is reviewed next after another one, which
// may be decided, or the first of all after -1; in text order or from the least
// sure guess to the surest. ok is false where none is left.
func (r *Reading) NextUndecided(after int, doubtfulFirst bool) (next int, ok bool) {
	compare := func(i, j int) int { return cmp.Compare(i, j) }
	if doubtfulFirst {
		compare = func(i, j int) int {
			return cmp.Or(cmp.Compare(r.quotes[i].Sureness(), r.quotes[j].Sureness()), cmp.Compare(i, j))
		}
	}
	for i, standing := range r.Standings() {
		if standing == StandsDecided || after >= 0 && compare(i, after) <= 0 {
			continue
		}
		if !ok || compare(i, next) < 0 {
			next, ok = i, true
		}
	}
	return next, ok
}

// kindSureness is how often a guess that words between marks are not speech is
// right, as counted on annotated articles.
var kindSureness = [...]float64{Scare: 0.6, WorkTitle: 0.95, Other: 0.6}

// Sureness is how sure what is shown of a quotation is, from 0 to 1: the guessed
// speaker, or the kind where nobody speaks. It is -1 for words that moved.
func (q *Quote) Sureness() float64 {
	switch {
	case q.Moved != nil:
		return -1
	case q.Kind.Spoken():
		return q.Confidence
	}
	return kindSureness[q.Kind]
}

// doubtful is the sureness below which guesses are wrong often enough to be
// looked at one by one: on annotated articles more than a tenth of them.
const doubtful = 0.8

// Doubtful reports whether what is shown of a quotation is a guess that may well
// be wrong.
func (q *Quote) Doubtful() bool { return !q.Decided() && q.Sureness() < doubtful }

// Past is one decision of the history.
type Past struct {
	Annotation
	Stands bool // not taken back
	Quote  int  // the quotation that it is about; -1 for none
}

// History is all decisions that bear on the article, oldest first, without
// the undoing and redoing.
func (r *Reading) History() []Past {
	var history []Past
	for i, stands := range r.log.stand() {
		a := r.log.entries[i]
		if a.Deed == Revoke {
			continue
		}
		quote, ok := r.Subject(a)
		if !ok {
			quote = -1
		}
		history = append(history, Past{a, stands, quote})
	}
	return history
}

// Subject is the quotation that an annotation is about: for one that takes back
// others, the first that those were about.
func (r *Reading) Subject(a Annotation) (quote int, ok bool) {
	for range r.log.entries {
		if a.Deed != Revoke && a.Deed != Retract {
			break
		}
		target := r.log.find(a.Target)
		if target == nil {
			return 0, false
		}
		a = *target
	}
	if s := deeds[a.Deed].subject; s != aboutQuote && s != aboutWords && a.Deed != Confirm {
		return 0, false
	}
	for _, anchor := range []Anchor{a.Anchor, a.To} {
		at, status := r.locate(a.Article, anchor, maxConfirms)
		if quote, ok = r.QuoteAt(at); ok && status != Lost {
			return quote, true
		}
	}
	return 0, false
}

// Again makes a decision of the history once more, as a new one; ok is false
// when there is none of that ID, or its words are not found in this text.
func (r *Reading) Again(id string) (a Annotation, ok bool) {
	i := slices.IndexFunc(r.log.entries, func(e Annotation) bool { return e.ID == id })
	if i < 0 || r.log.entries[i].Deed == Revoke {
		return a, false
	}
	a = r.log.entries[i]
	if a.Deed.OfArticle() && a.Article != r.Article.ID {
		here, unresolved := r.locateDecision(&a)
		if unresolved.Status != Found {
			return a, false
		}
		a = *here
		a.Anchor = NewAnchor(r.Article.Text, a.Anchor.Span)
		if a.To != (Anchor{}) {
			a.To = NewAnchor(r.Article.Text, a.To.Span)
		}
	}
	return r.one(a), true
}

// Unresolved is the decisions made on other texts of the article whose words moved
// or are lost.
func (r *Reading) Unresolved() []UnresolvedDecision { return r.unresolved }

// Difference is something on which two readers decided otherwise.
type Difference struct {
	Quote  int     // the quotation, -1 for a party
	Party  PartyID // the party, "" for a quotation
	Mine   Annotation
	Theirs Annotation
}

// Differences is where the last word of another reader is not that of this one:
// only what both have decided, quotations in text order and then parties.
func (r *Reading) Differences() []Difference {
	type ballot struct {
		claim
		author string
	}
	last := make(map[ballot]*Annotation)
	var order []ballot
	for _, v := range r.votes {
		b := ballot{v.claim, v.by.Author}
		if last[b] == nil {
			order = append(order, b)
		}
		last[b] = v.by
	}
	var differences []Difference
	for _, b := range order {
		mine, theirs := last[ballot{b.claim, r.Author}], last[b]
		if mine == nil || b.author == r.Author || r.agree(mine, theirs) {
			continue
		}
		d := Difference{b.quote, b.party, *mine, *theirs}
		if b.party != "" {
			d.Quote = -1
		}
		differences = append(differences, d)
	}
	slices.SortStableFunc(differences, func(a, b Difference) int {
		return cmp.Or(cmp.Compare(uint(a.Quote), uint(b.Quote)), cmp.Compare(a.Party, b.Party))
	})
	return differences
}

// agree reports whether two decisions on one thing say the same. Parties are
// the same whatever they were called.
func (r *Reading) agree(a, b *Annotation) bool {
	sameParty := r.overrides.root(a.Party) == r.overrides.root(b.Party)
	return a.Deed == b.Deed && sameParty && (a.Says() == b.Says() || a.Party != "" && a.Deed.OfArticle())
}

// Merged is the parties that are part of a party, by their IDs and former
// names; empty unless some were merged into it.
func (r *Reading) Merged(id PartyID) []Party {
	var members []Party
	for member := range r.overrides.into {
		if r.overrides.root(member) == id {
			members = append(members, r.overrides.applyOverrides(Party{ID: member}))
		}
	}
	slices.SortFunc(members, func(a, b Party) int { return cmp.Compare(a.ID, b.ID) })
	return members
}

// Others is those of the library's people who are not in this article, in
// their order.
func (r *Reading) Others(people []Party) []Party {
	return slices.DeleteFunc(slices.Clone(people), func(p Party) bool { return r.Has(p.ID) })
}

// Has reports whether a party of the library, or the one that it was merged
// into, is in this article.
func (r *Reading) Has(id PartyID) bool {
	_, _, here := r.Party(r.overrides.root(id))
	return here
}
