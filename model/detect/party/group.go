package party

import (
	"slices"

	"rawi/model"
)

// group is a party in the making, as linking by score sees it.
type group struct {
	spellings []*view  // names, each once
	heads     []string // of descriptions, each once
	stems     []word   // of descriptions
	kinds     [4]int   // of its mentions
	mentions  []int
	first     int // its first token so far
	last      int // the mention before the one looked at; -1 for none
	seen      int // how many mentions stand before it
}

const (
	maxSpellings = 6
	maxHeads     = 6
	maxStems     = 16
)

// learn takes in what a mention says of the party.
func (g *group) learn(id int, v *view) {
	g.mentions = append(g.mentions, id)
	g.kinds[v.Kind]++
	g.first = min(g.first, v.From)
	if v.Form == model.NameForm {
		known := slices.ContainsFunc(g.spellings, func(s *view) bool { return s.key == v.key })
		if !known && len(g.spellings) < maxSpellings {
			g.spellings = append(g.spellings, v)
		}
		return
	}
	if len(g.heads) < maxHeads && !slices.Contains(g.heads, v.head) {
		g.heads = append(g.heads, v.head)
	}
	for _, w := range v.stems() {
		if len(g.stems) < maxStems && !has(g.stems, w) {
			g.stems = append(g.stems, w)
		}
	}
}

// kind is what most of its mentions are taken for, names before descriptions.
func (g *group) kind() model.PartyKind {
	best := model.RoleOnly
	for k := model.Person; k < model.RoleOnly; k++ {
		if n := g.kinds[k]; n > 0 && (best == model.RoleOnly || n > g.kinds[best]) {
			best = k
		}
	}
	return best
}

// relate is the closest relation of a name to one of the party's.
func (g *group) relate(v *view) (r relation, to *view) {
	for _, s := range g.spellings {
		if x := relate(v, s); to == nil || closer(x, r) {
			r, to = x, s
		}
	}
	return r, to
}

func closer(a, b relation) bool { return a != apart && (b == apart || a < b) }
