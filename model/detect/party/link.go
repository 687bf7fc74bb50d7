package party

import (
	"cmp"
	"slices"

	"rawi/model"
	"rawi/model/detect/mention"
	"rawi/model/detect/token"
)

// linker makes the parties.
type linker struct {
	page    *token.Page
	found   *mention.Found
	parties Parties
	byWord  map[string][]int         // persons by each word of their names
	byStart map[string][]int         // persons by the first letters of a word
	byKey   map[string]int           // bodies and places by key; persons by NUL and their letters
	byHead  map[string][]description // descriptions by their head noun
	words   []string                 // room for those of one name
}

// description is one description that a party was seen under.
type description struct {
	party int
	stems []string // of all its words but the head
}

// Link groups the mentions into parties.
func Link(p *token.Page, n *mention.Found, m Models) *Parties {
	if m.Whom == nil || m.Kinds == nil {
		return linkByRules(p, n)
	}
	c := newChooser(p, n)
	c.choose = func(id int, among []candidate) int { return m.likeliest(c.views[id].Form, among) }
	c.link()
	return c.result(m.Kinds)
}

// linkByRules links names first, the fullest before the short ones, then
// descriptions in text order.
func linkByRules(p *token.Page, n *mention.Found) *Parties {
	c := &linker{page: p, found: n, parties: Parties{of: make([]int, n.Len()), forms: make([]model.MentionForm, n.Len())},
		byWord: map[string][]int{}, byStart: map[string][]int{}, byKey: map[string]int{}, byHead: map[string][]description{}}
	order, length, from := make([]int, n.Len()), make([]int, n.Len()), make([]int, n.Len())
	for id := range n.Len() {
		m := n.Mention(id)
		c.parties.of[id], c.parties.forms[id], order[id], length[id], from[id] = -1, m.Form, id, len(c.nameWords(m)), m.From
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(length[b]-length[a], from[a]-from[b])
	})
	for _, id := range order {
		if n.Mention(id).Form == model.NameForm {
			c.linkName(id)
		}
	}
	c.linkCapitals()
	slices.SortStableFunc(order, func(a, b int) int { return from[a] - from[b] })
	for _, id := range order {
		if n.Mention(id).Form != model.NameForm {
			c.linkRole(id)
		} else if p := c.parties.of[id]; p >= 0 && n.Mention(id).Kind == model.Organisation {
			c.addDescription(c.headOf(n.Mention(id).From), p, nil)
		}
	}
	parties := c.parties // without what the linker alone needs
	return &parties
}

func (c *linker) join(id, p int) {
	c.parties.of[id] = p
	c.parties.list[p].Mentions = append(c.parties.list[p].Mentions, id)
}

func (c *linker) newParty(id int, words []string) int {
	c.parties.list = append(c.parties.list, Party{Kind: c.found.Mention(id).Kind, Words: slices.Clone(words)})
	p := len(c.parties.list) - 1
	c.join(id, p)
	return p
}
