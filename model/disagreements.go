package model

import (
	"cmp"
	"slices"
)

// Disagreement is something on which two readers decided otherwise.
type Disagreement struct {
	Quote  int     // the quotation, -1 for a party
	Party  PartyID // the party, "" for a quotation
	Mine   Annotation
	Theirs Annotation
}

// Disagreements is where the last word of another reader is not that of this one:
// only what both have decided, quotations in text order and then parties.
func (r *Reading) Disagreements() []Disagreement {
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
	var differences []Disagreement
	for _, b := range order {
		mine, theirs := last[ballot{b.claim, r.Author}], last[b]
		if mine == nil || b.author == r.Author || r.agree(mine, theirs) {
			continue
		}
		d := Disagreement{b.quote, b.party, *mine, *theirs}
		if b.party != "" {
			d.Quote = -1
		}
		differences = append(differences, d)
	}
	slices.SortStableFunc(differences, func(a, b Disagreement) int {
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
