package detect

// linkCapitals makes a capital that speaks or acts an alias of its state.
func (c *linker) linkCapitals() {
	for p := range c.parties {
		state, ok := c.lex.State(c.parties[p].state)
		if !ok {
			continue
		}
		s, ok := c.byKey[state]
		if !ok || s == p {
			continue
		}
		kept := c.parties[p].mentions[:0]
		for _, id := range c.parties[p].mentions {
			if c.acts(c.mentions[id]) {
				c.join(id, s)
			} else {
				kept = append(kept, id)
			}
		}
		c.parties[p].mentions = kept
	}
}

// acts reports whether a place stands where a government would: as a subject.
func (c *linker) acts(m mention) bool {
	if p := c.proclitic(&m); p != "" && p != "و" {
		return false
	}
	if m.to < len(c.tokens) && c.tokens[m.to].is(verb|commonVerb) && c.tokens[m.to].form.Mood != participle {
		return true
	}
	return m.from > 0 && c.tokens[m.from-1].is(verb|commonVerb|that) && !c.tokens[m.from-1].is(function&^that)
}
