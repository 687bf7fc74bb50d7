package detect

import (
	"rawi/model"
	"rawi/model/arabic"
	"slices"
	"strings"
)

// nameWords are the folded words of a mention's name, without its head noun,
// proclitics and signs. They hold until it is asked again.
func (c *linker) nameWords(m *mention) (out []string) {
	defer func() { c.words = out[:0] }()
	out = c.words
	if m.name != "" {
		return slices.AppendSeq(out, strings.FieldsSeq(m.name))
	}
	for i := m.core; i < m.to; i++ {
		t := &c.tokens[i]
		switch {
		case !t.word() || t.fold == "":
		case i == m.from && m.skip > 0 && t.definite:
			out = append(out, "ال"+t.bare)
		case i == m.from:
			out = append(out, afterLetters(t.fold, int(m.skip)))
		case len(out) > 0 && out[len(out)-1] == "عبد" && m.kind == model.Person:
			out[len(out)-1] += t.fold // «عبد الكريم» is «عبدالكريم»
		default:
			out = append(out, t.fold)
		}
	}
	return out
}

func (c *linker) linkName(id int) {
	m := &c.mentions[id]
	words := c.nameWords(m)
	if len(words) == 0 {
		return
	}
	if m.kind == model.Person {
		c.linkPerson(id, words)
		return
	}
	key := strings.Join(words, " ")
	if m.of >= 0 && c.of[m.of] >= 0 { // «... (إيرينا)»
		c.merge(key, c.of[m.of])
	}
	if p, ok := c.byKey[key]; ok {
		c.join(id, p)
		return
	}
	// A short form: the first two words or more of a longer name.
	p := c.found(id, words)
	c.byKey[key] = p
	for k := 2; k < len(words) && m.name == ""; k++ {
		short := strings.Join(words[:k], " ")
		if _, taken := c.byKey[short]; !taken {
			c.byKey[short] = p
		}
	}
	if m.kind == model.Place {
		c.parties[p].state = key
	}
}

// merge makes the key a name of party p, with all that it has named so far.
func (c *linker) merge(key string, p int) {
	if q, ok := c.byKey[key]; ok && q != p {
		for _, id := range c.parties[q].mentions {
			c.join(id, p)
		}
		c.parties[q].mentions = nil
	}
	c.byKey[key] = p
}

func (c *linker) linkPerson(id int, words []string) {
	joined := "\x00" + strings.Join(words, "") // «لا فاييت» is «لافاييت»
	if p := c.person(words, c.mentions[id].from); p >= 0 {
		c.join(id, p)
		return
	}
	if p, ok := c.byKey[joined]; ok {
		c.join(id, p)
		return
	}
	p := c.found(id, words)
	c.byKey[joined] = p
	if n := len(words); n > 2 && c.lex.Word(words[n-2]).Has(namePart) {
		c.byKey["\x00"+words[n-2]+words[n-1]] = p // «ديفورني» after «جاك دي فورني»
	}
	for _, w := range words {
		c.byWord[w] = append(c.byWord[w], p)
		if s := firstLetters(w, 3); letters(w) >= 5 {
			c.byStart[s] = append(c.byStart[s], p)
		}
	}
}

// person is the person whose full name holds the words, as they are or in
// another spelling; -1 when there is none.
func (c *linker) person(words []string, at int) int {
	last := words[len(words)-1]
	for _, list := range [][]int{c.byWord[last], c.byStart[firstLetters(last, 3)]} {
		best := -1
		for i := len(list) - 1; i >= max(0, len(list)-maxCompared); i-- {
			if p := list[i]; partOf(words, c.parties[p].words) && (best < 0 || c.nearer(p, best, at)) {
				best = p
			}
		}
		if best >= 0 {
			return best
		}
	}
	return -1
}

// nearer reports whether party p was named later than q, yet before at.
func (c *linker) nearer(p, q, at int) bool {
	x, y := c.mentions[c.parties[p].mentions[0]].from, c.mentions[c.parties[q].mentions[0]].from
	if x > at {
		return false
	}
	return y > at || x > y
}

// partOf reports whether the words stand together in the full name. A single
// word must be its last, or its first when the name has no more than two.
func partOf(words, full []string) bool {
	for i := len(full) - len(words); i >= 0; i-- {
		if len(words) == 1 && i != len(full)-1 && len(full) > 2 {
			break
		}
		same := true
		for k, w := range words {
			same = same && arabic.SameSpelling(w, full[i+k])
		}
		if same {
			return true
		}
	}
	return false
}
