package party

import (
	"slices"
	"strings"

	"rawi/model"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// index makes a party known under the words of a mention.
func (c *chooser) index(v *view, g int) {
	for _, w := range v.words {
		for _, k := range w.keys() {
			add(c.byWord, k, g)
		}
	}
	if v.head != "" {
		add(c.byWord, "\x00"+v.head, g)
	}
	if v.Form == model.NameForm {
		add(c.byState, strings.TrimPrefix(v.key, "ال"), g)
		if v.Name != "" {
			add(c.byWord, "\x01"+v.Name, g)
			add(c.byState, v.Name, g)
		}
	}
}

func add(to map[string][]int, key string, g int) {
	if list := to[key]; len(list) == 0 || list[len(list)-1] != g {
		to[key] = append(list, g)
	}
}

// keys are what words that may be one have in common.
func (w word) keys() (out [2]string) {
	out[0] = w.bare
	if w.bare == "" {
		out[0] = w.fold
	}
	if token.Letters(w.bare) >= 4 {
		out[1] = token.FirstLetters(w.bare, 3)
	}
	return out
}

// candidates are the parties that share a word with the mention or were
// mentioned shortly before, and a new one, which comes last.
func (c *chooser) candidates(id int) []candidate {
	v := &c.views[id]
	var found []int
	take := func(list []int, most int) {
		for i := len(list) - 1; i >= max(0, len(list)-most); i-- {
			if len(found) < maxCompared && !slices.Contains(found, list[i]) {
				found = append(found, list[i])
			}
		}
	}
	if v.Name != "" {
		take(c.byWord["\x01"+v.Name], 4)
		if s, ok := c.page.Lexicon().State(v.Name); ok {
			take(c.byState[s], 2)
		}
	}
	if v.head != "" {
		take(c.byWord["\x00"+v.head], 8)
	}
	for _, w := range v.words {
		for _, k := range w.keys() {
			if k != "" {
				take(c.byWord[k], 8)
			}
		}
	}
	if v.Form != model.NameForm {
		take(c.recent, 10)
		if c.page.InTitle(v.From) {
			take(c.ahead(), 4)
		}
	}
	return c.described(id, found)
}

// ahead are the parties that are named first below the title.
func (c *chooser) ahead() (out []int) {
	const far = 12
	for _, id := range c.order[c.at:min(len(c.order), c.at+far)] {
		if g := c.of[id]; g >= 0 && !c.page.InTitle(c.views[id].From) && !slices.Contains(out, g) {
			out = append(out, g)
		}
	}
	slices.Reverse(out)
	return out
}

// described gives each candidate its features.
func (c *chooser) described(id int, found []int) []candidate {
	v := &c.views[id]
	all := make([]candidate, 0, len(found)+1)
	for _, g := range found {
		if !c.contradicts(v, &c.groups[g]) {
			all = append(all, candidate{group: g})
		}
	}
	if v.Form == model.NameForm {
		c.nameFeatures(id, all)
	} else {
		c.roleFeatures(id, all)
	}
	none, fresh := c.newFeatures(id, all, 1), c.newFeatures(id, all, 0)
	if v.mayBeNobody() {
		all = append(all, candidate{nobody, none})
	}
	return append(all, candidate{anew, fresh})
}

// contradicts reports whether a mention cannot mean a party: a person's full name
// is another one than the party's, or somebody's office is no place.
func (c *chooser) contradicts(v *view, g *group) bool {
	if v.Form != model.NameForm {
		return g.kind() == model.Place && v.words[0].traits&(lex.Role|lex.BodyHead|lex.PlaceHead|lex.AreaHead) == lex.Role
	}
	if v.Kind != model.Person || len(v.name()) < 2 {
		return false
	}
	for _, s := range g.spellings {
		if s.Kind == model.Person && len(s.name()) > 1 && relate(v, s) == overlapping {
			return true
		}
	}
	return false
}

// findBeside finds the names in brackets behind others.
func (c *chooser) findBeside() {
	ends := map[int]int{}
	for id := range c.views {
		v := &c.views[id]
		if v.Form == model.NameForm {
			ends[v.To] = id
		}
	}
	c.beside = slices.Repeat([]int{-1}, len(c.views))
	for id := range c.views {
		v := &c.views[id]
		if v.Form != model.NameForm {
			continue
		}
		b := int(v.Of)
		if b < 0 {
			b = c.bracketed(v, ends)
		}
		if b >= 0 && b != id {
			c.beside[id] = b
			if c.beside[b] < 0 {
				c.beside[b] = id
			}
		}
	}
}

// bracketed is the name before the brackets in which a name stands, by itself or
// beside others, -1 for none. A place in brackets is none but a place's name: a
// person comes from it.
func (c *chooser) bracketed(v *view, ends map[int]int) int {
	const far = 8
	if v.From == 0 || c.page.At(v.From-1).IsWord() || v.To >= c.page.Len() || c.page.At(v.To).IsWord() {
		return -1
	}
	i := v.From - 1
	for i > 0 && v.From-i < far && c.page.At(i).Sign() != token.Opening {
		if c.page.At(i).Sign() == token.Closing {
			return -1
		}
		i--
	}
	if i < 1 || c.page.At(i).Sign() != token.Opening || !c.page.SameBlock(i-1, v.From) {
		return -1
	}
	if !c.page.At(i-1).IsWord() && c.page.At(i-1).Sign() != token.Number {
		i-- // the mark that ends the name before
	}
	if b, ok := ends[i]; ok && (v.Kind != model.Place || c.views[b].Kind == model.Place) {
		return b
	}
	return -1
}

func headNoun(t *token.Token) string {
	head := strings.TrimSuffix(t.Bare(), "ه")
	if one, ok := synonyms[head]; ok {
		return one
	}
	return head
}
