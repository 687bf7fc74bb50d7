package party

import (
	"slices"
	"strings"

	"rawi/model"
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
			take(c.ahead(id), 4)
		}
	}
	return c.described(id, found)
}

// ahead are the parties that are named first below the title.
func (c *chooser) ahead(id int) (out []int) {
	const far = 12
	for i := id + 1; i < len(c.views) && i <= id+far; i++ {
		if g := c.of[i]; g >= 0 && !slices.Contains(out, g) {
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
		if v.Form == model.NameForm {
			if c.contradicts(v, &c.groups[g]) {
				continue
			}
			all = append(all, candidate{group: g})
		} else {
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

// contradicts reports whether a person's full name is another one than the
// party's.
func (c *chooser) contradicts(v *view, g *group) bool {
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
		if v.Of >= 0 {
			c.beside[id] = int(v.Of)
			continue
		}
		i := v.From - 1
		if i >= 0 && c.page.At(i).Sign() == token.Mark && i > 0 {
			i--
		}
		if i < 1 || c.page.At(i).Sign() != token.Opening || v.To >= c.page.Len() {
			continue
		}
		b, ok := ends[i]
		if s := c.page.At(i - 1).Sign(); !ok && (s == token.Mark || s == token.Closing) {
			b, ok = ends[i-1]
		}
		if ok && c.twoNames(v, &c.views[b]) {
			c.beside[id] = b
			if c.beside[b] < 0 {
				c.beside[b] = id
			}
		}
	}
}

// twoNames reports whether a name in brackets is another name of the one before,
// no place that a person comes from.
func (c *chooser) twoNames(v, before *view) bool {
	return v.Kind == before.Kind || latin(v) != latin(before)
}

func headNoun(t *token.Token) string {
	head := strings.TrimSuffix(t.Bare(), "ه")
	if one, ok := synonyms[head]; ok {
		return one
	}
	return head
}
