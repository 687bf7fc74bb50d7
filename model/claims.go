package model

// claim is a remark that can be made: an aspect of a quotation, by its place in the
// derivation.
type claim struct {
	quote  int
	aspect aspect
}

// claims is which remark holds for each claim, as far as a log was applied: the last
// one, but the reader's own before those of others. Remarks of several people do not
// contradict each other, so the others need not agree.
type claims struct {
	reader  string
	holders map[claim]*Annotation
}

func newClaims(reader string, decisions int) claims {
	return claims{reader, make(map[claim]*Annotation, decisions)}
}

// add notes that a decides its aspect of a quotation, and reports whether it
// applies: it does not where the reader decided, and somebody else made a.
func (c *claims) add(a *Annotation, quote int) bool {
	key := claim{quote: quote, aspect: deeds[a.Deed].aspect}
	if key.aspect == noAspect {
		return true
	}
	if holder := c.holders[key]; holder != nil && holder.Author == c.reader && a.Author != c.reader {
		return false
	}
	c.holders[key] = a
	return true
}

// copyQuote lets the decisions that hold for one quotation hold for another too.
func (c *claims) copyQuote(from, to int) {
	for key, by := range c.holders {
		if key.quote == from {
			key.quote = to
			c.holders[key] = by
		}
	}
}
