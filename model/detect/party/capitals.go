package party

import (
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/mention"
)

// linkCapitals makes a capital that speaks or acts an alias of its state.
func (c *linker) linkCapitals() {
	for p := range c.parties.list {
		state, ok := c.page.Lexicon().State(c.parties.list[p].State)
		if !ok {
			continue
		}
		s, ok := c.byKey[state]
		if !ok || s == p {
			continue
		}
		kept := c.parties.list[p].Mentions[:0]
		for _, id := range c.parties.list[p].Mentions {
			if c.actsAsState(c.found.Mention(id)) {
				c.join(id, s)
			} else {
				kept = append(kept, id)
			}
		}
		c.parties.list[p].Mentions = kept
	}
}

// actsAsState reports whether a place stands where a government would: as a subject.
func (c *linker) actsAsState(m mention.Mention) bool {
	if p := c.found.Proclitic(m); p != "" && p != "و" {
		return false
	}
	if m.To < c.page.Len() && c.page.At(m.To).Is(lex.Verb|lex.CommonVerb) && c.page.At(m.To).Form().Mood != lex.Participle {
		return true
	}
	return m.From > 0 && c.page.At(m.From-1).Is(lex.Verb|lex.CommonVerb|lex.That) && !c.page.At(m.From-1).Is(lex.Function&^lex.That)
}
