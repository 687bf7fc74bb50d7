package detect

import (
	"cmp"
	"rawi/model"
	"slices"
)

// linker makes the cast.
type linker struct {
	cast
	byWord  map[string][]int     // persons by each word of their names
	byStart map[string][]int     // persons by the first letters of a word
	byKey   map[string]int       // bodies and places by key; persons by NUL and their letters
	byHead  map[string][]casting // descriptions by their head noun
	words   []string             // room for those of one name
}

// casting is one description that a party was seen under.
type casting struct {
	party int
	stems []string // of all its words but the head
}

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
