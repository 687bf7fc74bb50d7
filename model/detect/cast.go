package detect

import (
	"cmp"
	"slices"
	"strings"

	"rawi/model"
	"rawi/model/arabic"
)

// cast is the parties of an article and which mention is whose.
type cast struct {
	*namedPage
	parties []party
	of      []int               // mention -> party, -1 for none
	forms   []model.MentionForm // of the mentions, now that it is known whom they mean
}

// linker makes the cast.
type linker struct {
	cast
	byWord  map[string][]int     // persons by each word of their names
	byStart map[string][]int     // persons by the first letters of a word
	byKey   map[string]int       // bodies and places by key; persons by NUL and their letters
	byHead  map[string][]casting // descriptions by their head noun
	words   []string             // room for those of one name
}

// party is a party in the making.
type party struct {
	kind     model.PartyKind
	words    []string // of the fullest name
	state    string   // key of the state that this place is, or ""
	mentions []int
}

// casting is one description that a party was seen under.
type casting struct {
	party int
	stems []string // of all its words but the head
}

// most is how many earlier parties a name or role is compared with; it keeps
// hostile texts linear.
const most = 32

// link groups the mentions into parties: names first, the fullest before the
// short ones, then descriptions in text order.
func (n *namer) link() *cast {
	c := &linker{cast: cast{namedPage: n.namedPage, of: make([]int, len(n.mentions)), forms: make([]model.MentionForm, len(n.mentions))},
		byWord: map[string][]int{}, byStart: map[string][]int{}, byKey: map[string]int{}, byHead: map[string][]casting{}}
	order, length := make([]int, len(n.mentions)), make([]int, len(n.mentions))
	for id := range n.mentions {
		m := &n.mentions[id]
		c.of[id], c.forms[id], order[id], length[id] = -1, m.form, id, len(c.nameWords(m))
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(length[b]-length[a], n.mentions[a].from-n.mentions[b].from)
	})
	for _, id := range order {
		if n.mentions[id].form == model.NameForm {
			c.linkName(id)
		}
	}
	c.linkCapitals()
	slices.SortStableFunc(order, func(a, b int) int { return n.mentions[a].from - n.mentions[b].from })
	for _, id := range order {
		if n.mentions[id].form != model.NameForm {
			c.linkRole(id)
		} else if p := c.of[id]; p >= 0 && n.mentions[id].kind == model.Organisation {
			c.addCasting(c.headOf(n.mentions[id].from), p, nil)
		}
	}
	made := c.cast // without what the linker alone needs
	return &made
}

func (c *linker) join(id, p int) {
	c.of[id] = p
	c.parties[p].mentions = append(c.parties[p].mentions, id)
}

func (c *linker) found(id int, words []string) int {
	c.parties = append(c.parties, party{kind: c.mentions[id].kind, words: slices.Clone(words)})
	p := len(c.parties) - 1
	c.join(id, p)
	return p
}

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
		for i := len(list) - 1; i >= max(0, len(list)-most); i-- {
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
