package party

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"rawi/model"
	"rawi/model/detect/corpus"
	"rawi/model/detect/learn"
	"rawi/model/detect/mention"
	"rawi/model/detect/token"
)

// chooser links mentions by score: names first, the longest before the short
// ones, then descriptions in text order.
type chooser struct {
	page   *token.Page
	views  []view
	facts  *corpus.Corpus
	groups []group
	of     []int            // mention -> group; -1 for none
	beside []int32          // mention -> the name of which it is another, «X (Y)»; -1 for none
	starts names            // by where they start
	ends   names            // by where they end
	known  map[string][]int // groups by what they are found again: see [chooser.index]
	recent []int            // groups by their latest mention, the latest last
	said   [2]int           // 1 + the group that stood beside a verb of saying last, and the one before
	order  []int            // mentions in text order, once names are linked
	at     int              // where in it the description stands that is linked
	room   bag              // the features of one choice
	seen   unique
	choose func(id int, among []candidate) (place int)
}

// candidate is a party that a mention may mean, or one of those below.
type candidate struct {
	group    int
	relation relation // of a name to the party's closest name
	spelled  *view    // that name; nil for none
	features []learn.Feature
}

// What a mention may mean besides the parties that there are.
const (
	anew   = -1 // a party that was not mentioned yet
	nobody = -2 // no party
)

func newChooser(p *token.Page, n *mention.Found) *chooser {
	c := &chooser{page: p, views: look(p, n), facts: corpus.Default(), known: map[string][]int{}}
	c.of, c.beside = slices.Repeat([]int{-1}, n.Len()), slices.Repeat([]int32{-1}, n.Len())
	c.findBeside()
	return c
}

// link gives each mention its party.
func (c *chooser) link() {
	order := make([]int, len(c.views))
	for id := range order {
		order[id] = id
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := &c.views[a], &c.views[b]
		return cmp.Or(len(y.words)-len(x.words), x.From-y.From)
	})
	for _, id := range order {
		if v := &c.views[id]; v.isName() && len(v.words) > 0 {
			c.decide(id)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return c.views[a].From - c.views[b].From })
	c.order = order
	for at, id := range order {
		c.at = at
		c.describe(id)
		if g := c.of[id]; g >= 0 {
			c.see(id, g)
		}
	}
}

// describe links a description, and passes a name.
func (c *chooser) describe(id int) {
	v := &c.views[id]
	switch {
	case v.isName() || len(v.words) == 0:
	case v.Form == model.Apposition && v.Of >= 0 && c.of[v.Of] >= 0:
		c.join(id, c.of[v.Of])
	default:
		c.decide(id)
	}
}

// decide chooses among the parties that the mention may mean.
func (c *chooser) decide(id int) {
	if b := c.beside[id]; b >= 0 && c.of[b] >= 0 {
		c.join(id, c.of[b])
		return
	}
	among := c.candidates(id)
	switch g := among[c.choose(id, among)].group; g {
	case nobody:
	case anew:
		c.groups = append(c.groups, group{first: math.MaxInt, last: -1})
		c.join(id, len(c.groups)-1)
	default:
		c.join(id, g)
	}
}

func (c *chooser) join(id, g int) {
	c.of[id] = g
	c.groups[g].take(id, &c.views[id])
	c.index(&c.views[id], g)
}

// see notes that a party was mentioned.
func (c *chooser) see(id, g int) {
	const most = 12
	c.groups[g].last = id
	c.groups[g].seen++
	if c.views[id].says && c.said[0] != g+1 {
		c.said[0], c.said[1] = g+1, c.said[0]
	}
	if i := slices.Index(c.recent, g); i >= 0 {
		c.recent = slices.Delete(c.recent, i, i+1)
	} else if len(c.recent) == most {
		c.recent = slices.Delete(c.recent, 0, 1)
	}
	c.recent = append(c.recent, g)
}

// result is the parties as others see them.
func (c *chooser) result(kinds *learn.Ranker) *Parties {
	ps := &Parties{of: c.of, forms: make([]model.MentionForm, len(c.of)), list: make([]Party, len(c.groups))}
	for i := range c.groups {
		g, p := &c.groups[i], &ps.list[i]
		p.Kind, p.Mentions = c.kindOf(g, kinds), g.mentions
		if len(g.spellings) > 0 {
			p.Words = strings.Fields(g.fullName())
		}
		if p.Kind == model.Place {
			p.State = strings.Join(p.Words, " ")
		}
	}
	for id := range c.of {
		v := &c.views[id]
		ps.forms[id] = v.Form
		if g := c.of[id]; g >= 0 && v.Form == model.RoleForm && len(v.words) == 1 && ps.list[g].Kind == model.Organisation && len(c.groups[g].mentions) > 1 {
			ps.forms[id] = model.Nominal // «الحكومة» after «الحكومة الإسرائيلية»
		}
	}
	return ps
}
