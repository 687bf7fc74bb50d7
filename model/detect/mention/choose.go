package mention

import (
	"rawi/model"
	"rawi/model/detect/marks"
	"rawi/model/detect/token"
)

// choose takes the names that the tagger finds, and those of the rules that it
// leaves likely. What the rules know of a name, such as which known place it is,
// stays.
func (m Models) choose(rules *Found, pairs []marks.Pair) *Found {
	d := newDescriber(rules, pairs)
	c := chooser{rules: rules, found: newNamer(rules.page), renamed: map[int32]int32{}}
	names := namesTagger(d, m.Names).tag()
	for _, s := range stretches(names.labels) {
		if s = repair(rules.page, s); s.From < s.To {
			c.addName(s)
		}
	}
	c.keepNames(names)
	c.keepRest()
	return c.found.Found
}

type chooser struct {
	rules   *Found
	found   *namer
	renamed map[int32]int32 // a rules' mention -> the same as it is found
}

// addName records a name, as the rules have it if they do.
func (c *chooser) addName(s Stretch) {
	if id, ok := c.rules.IndexAt(s.From); ok {
		if r := c.rules.mentions[id]; r.From == s.From && r.To == s.To && int(r.Kind) == s.Class {
			c.take(id)
			return
		}
	}
	n := c.found.newMention(s.From, s.To, model.PartyKind(s.Class))
	c.found.add(n)
}

// take records a name of the rules.
func (c *chooser) take(id int) {
	c.renamed[int32(id)] = int32(c.found.add(c.rules.mentions[id]))
}

// keepNames records the names of the rules that the tagger does not, where it
// leaves them likely.
func (c *chooser) keepNames(names tagged) {
	const likely = 0.1
	for id, m := range c.rules.mentions {
		_, taken := c.renamed[int32(id)]
		if m.Form != model.NameForm || taken || !c.found.free(m.From, m.To) {
			continue
		}
		if names.share[m.From*labelCount+int(labelOf(int(m.Kind), true))] >= likely {
			c.take(id)
		}
	}
}

// keepRest records the rules' descriptions, and whose they are.
func (c *chooser) keepRest() {
	for _, m := range c.rules.mentions {
		if m.Form == model.NameForm {
			continue
		}
		if m.Of >= 0 {
			m.Of = c.nameOf(m.Of)
		}
		switch {
		case m.Form == model.Apposition && m.Of < 0:
			m.Form = model.RoleForm
		case m.Form != model.Apposition && c.found.Covers(m.From) && c.found.Covers(m.To-1):
			continue // a name after all
		}
		c.found.add(m)
	}
	for id, m := range c.found.mentions {
		if m.Form == model.NameForm && m.Of >= 0 {
			c.found.mentions[id].Of = c.nameOf(m.Of)
		}
	}
}

// nameOf is the found name where the rules have one; -1 for none.
func (c *chooser) nameOf(id int32) int32 {
	if same, ok := c.renamed[id]; ok {
		return same
	}
	r := c.rules.mentions[id]
	for i := r.From; i < r.To; i++ {
		if id, ok := c.found.IndexAt(i); ok && c.found.mentions[id].Kind == r.Kind {
			return int32(id)
		}
	}
	return -1
}

// repair takes a mark in or leaves it out, so that a name has both of a pair or
// none, and leaves out signs at its end.
func repair(p *token.Page, s Stretch) Stretch {
	isMark := func(i int) bool { return p.At(i).Sign() == token.Mark }
	count := 0
	for i := s.From; i < s.To; i++ {
		count += number(isMark(i))
	}
	switch {
	case count%2 == 0:
	case isMark(s.To - 1):
		s.To--
	case isMark(s.From):
		s.From++
	case s.To < p.EndOf(s.From) && isMark(s.To):
		s.To++
	}
	for s.To > s.From+1 && !p.At(s.To-1).IsWord() && !isMark(s.To-1) && p.At(s.To-1).Sign() != token.Number {
		s.To--
	}
	if s.To-s.From > 2 && isMark(s.From) && isMark(s.To-1) {
		s.From, s.To = s.From+1, s.To-1
	}
	return s
}
