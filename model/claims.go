package model

// claim is something that can be decided: an aspect of a quotation (by its place
// in the derivation) or of a party.
type claim struct {
	quote  int
	party  PartyID
	aspect aspect
}

// vote is what a decision says on a claim.
type vote struct {
	claim
	by *Annotation
}

// claims is which decision holds for each claim, as far as a log was applied: the
// last one, but the author's own before those of others.
type claims struct {
	author  string
	holders map[claim]*Annotation
	votes   []vote // all decisions on claims, oldest first
}

func newClaims(author string, decisions int) claims {
	return claims{author, make(map[claim]*Annotation, decisions), make([]vote, 0, decisions)}
}

// add notes that a decides its aspect of a quotation or party, and reports whether
// it applies: it does not where the author decided, and somebody else made a.
func (c *claims) add(a *Annotation, quote int) bool {
	key := claim{quote: quote, aspect: deeds[a.Deed].aspect}
	if key.aspect == noAspect {
		return true
	}
	if a.Deed.LibraryWide() {
		key.party = a.Party
	}
	c.votes = append(c.votes, vote{key, a})
	if holder := c.holders[key]; holder != nil && holder.Author == c.author && a.Author != c.author {
		return false
	}
	c.holders[key] = a
	return true
}

// copyQuote lets the decisions that hold for one quotation hold for another too.
func (c *claims) copyQuote(from, to int) {
	for key, by := range c.holders {
		if key.party == "" && key.quote == from {
			key.quote = to
			c.holders[key] = by
		}
	}
}
