package party

import (
	"slices"
	"strings"

	"rawi/model"
	"rawi/model/arabic"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/mention"
	"rawi/model/detect/token"
)

// nameWords are the folded words of a mention's name, without its head noun,
// proclitics and signs. They hold until it is asked again.
func (c *linker) nameWords(m mention.Mention) (out []string) {
	defer func() { c.words = out[:0] }()
	out = c.words
	if m.Name != "" {
		return slices.AppendSeq(out, strings.FieldsSeq(m.Name))
	}
	for i := m.Core; i < m.To; i++ {
		t := c.page.At(i)
		switch {
		case !t.IsWord() || t.Fold() == "":
		case i == m.From && m.Skip > 0 && t.IsDefinite():
			out = append(out, "ال"+t.Bare())
		case i == m.From:
			out = append(out, token.AfterLetters(t.Fold(), int(m.Skip)))
		case len(out) > 0 && out[len(out)-1] == "عبد" && m.Kind == model.Person:
			out[len(out)-1] += t.Fold() // «عبد الكريم» is «عبدالكريم»
		default:
			out = append(out, t.Fold())
		}
	}
	return out
}

func (c *linker) linkName(id int) {
	m := c.found.Mention(id)
	words := c.nameWords(m)
	if len(words) == 0 {
		return
	}
	if m.Kind == model.Person {
		c.linkPerson(id, words)
		return
	}
	key := strings.Join(words, " ")
	if m.Of >= 0 && c.parties.of[m.Of] >= 0 { // «... (إيرينا)»
		c.merge(key, c.parties.of[m.Of])
	}
	if p, ok := c.byKey[key]; ok {
		c.join(id, p)
		return
	}
	// A short form: the first two words or more of a longer name.
	p := c.newParty(id, words)
	c.byKey[key] = p
	for k := 2; k < len(words) && m.Name == ""; k++ {
		short := strings.Join(words[:k], " ")
		if _, taken := c.byKey[short]; !taken {
			c.byKey[short] = p
		}
	}
	if m.Kind == model.Place {
		c.parties.list[p].State = key
	}
}

// merge makes the key a name of party p, with all that it has named so far.
func (c *linker) merge(key string, p int) {
	if q, ok := c.byKey[key]; ok && q != p {
		for _, id := range c.parties.list[q].Mentions {
			c.join(id, p)
		}
		c.parties.list[q].Mentions = nil
	}
	c.byKey[key] = p
}

func (c *linker) linkPerson(id int, words []string) {
	joined := "\x00" + strings.Join(words, "") // «لا فاييت» is «لافاييت»
	if p := c.person(words, c.found.Mention(id).From); p >= 0 {
		c.join(id, p)
		return
	}
	if p, ok := c.byKey[joined]; ok {
		c.join(id, p)
		return
	}
	p := c.newParty(id, words)
	c.byKey[joined] = p
	if n := len(words); n > 2 && c.page.Lexicon().Word(words[n-2]).Has(lex.NamePart) {
		c.byKey["\x00"+words[n-2]+words[n-1]] = p // «ديفورني» after «جاك دي فورني»
	}
	for _, w := range words {
		c.byWord[w] = append(c.byWord[w], p)
		if s := token.FirstLetters(w, 3); token.Letters(w) >= 5 {
			c.byStart[s] = append(c.byStart[s], p)
		}
	}
}

// person is the person whose full name holds the words, as they are or in
// another spelling; -1 when there is none.
func (c *linker) person(words []string, at int) int {
	last := words[len(words)-1]
	for _, list := range [][]int{c.byWord[last], c.byStart[token.FirstLetters(last, 3)]} {
		best := -1
		for i := len(list) - 1; i >= max(0, len(list)-maxCompared); i-- {
			if p := list[i]; partOf(words, c.parties.list[p].Words) && (best < 0 || c.nearer(p, best, at)) {
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
	x, y := c.found.Mention(c.parties.list[p].Mentions[0]).From, c.found.Mention(c.parties.list[q].Mentions[0]).From
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
