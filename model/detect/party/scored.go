package party

import (
	"cmp"
	"math"
	"slices"

	"rawi/model"
	"rawi/model/detect/corpus"
	"rawi/model/detect/learn"
	"rawi/model/detect/mention"
	"rawi/model/detect/token"
)

// chooser links mentions by score: names first, the longest before the short
// ones, then descriptions in text order.
type chooser struct {
	page    *token.Page
	views   []view
	facts   *corpus.Corpus
	groups  []group
	of      []int
	beside  []int // mention -> the name beside it, of which it is another: «X (Y)»; -1
	byWord  map[string][]int
	byState map[string][]int
	recent  []int // groups by their latest mention, the latest last
	choose  func(id int, candidates []candidate) int
	order   []int // mentions in text order, once names are linked
	at      int   // where in it the description stands that is linked
}

// candidate is a party that a mention may mean, or one of those below.
type candidate struct {
	group    int
	features []learn.Feature
}

// What a mention may mean besides the parties that there are.
const (
	anew   = -1 // a party that was not mentioned yet
	nobody = -2 // «الطبيب» in general
)

func newChooser(p *token.Page, n *mention.Found) *chooser {
	c := &chooser{page: p, views: look(p, n), facts: corpus.Default(), of: make([]int, n.Len()),
		byWord: map[string][]int{}, byState: map[string][]int{}}
	for id := range c.of {
		c.of[id] = -1
	}
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
		if c.views[id].Form == model.NameForm && len(c.views[id].words) > 0 {
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
	case v.Form == model.NameForm || len(v.words) == 0:
	case v.Form == model.Apposition && v.Of >= 0 && c.of[v.Of] >= 0:
		c.join(id, c.of[v.Of])
	default:
		c.decide(id)
	}
}

// mayBeNobody reports whether a mention may be no party: the trade that anybody
// has, «الطبيب» in general, and the bare noun, unless a verb of saying has it as
// its subject.
func (v *view) mayBeNobody() bool {
	return v.Idle || v.Form == model.Nominal && !v.Subject
}

// decide chooses among the parties that the mention may mean.
func (c *chooser) decide(id int) {
	if b := c.beside[id]; b >= 0 && c.of[b] >= 0 {
		c.join(id, c.of[b])
		return
	}
	all := c.candidates(id)
	g := all[c.choose(id, all)].group
	switch g {
	case nobody:
		return
	case anew:
		c.groups = append(c.groups, group{first: math.MaxInt, last: -1})
		g = len(c.groups) - 1
	}
	c.join(id, g)
}

func (c *chooser) join(id, g int) {
	c.of[id] = g
	v := &c.views[id]
	c.groups[g].learn(id, v)
	c.index(v, g)
}

// see notes that a party was mentioned.
func (c *chooser) see(id, g int) {
	c.groups[g].last = id
	c.groups[g].seen++
	const most = 12
	if i := slices.Index(c.recent, g); i >= 0 {
		c.recent = slices.Delete(c.recent, i, i+1)
	} else if len(c.recent) == most {
		c.recent = slices.Delete(c.recent, 0, 1)
	}
	c.recent = append(c.recent, g)
}

// reluctance is how much likelier than everything else it must be that a
// description is no party, as log odds: to miss one costs more than one too many.
const reluctance = 0.7

// likeliest is the candidate with the highest score.
func (m Models) likeliest(_ int, all []candidate) int {
	best, top := 0, float32(math.Inf(-1))
	for i, x := range all {
		s := m.Whom.Score(x.features)
		if x.group == nobody {
			s -= reluctance
		}
		if s > top {
			best, top = i, s
		}
	}
	return best
}

// result is the parties as others see them.
func (c *chooser) result(kinds *learn.Ranker) *Parties {
	ps := &Parties{of: c.of, forms: make([]model.MentionForm, len(c.of)), list: make([]Party, len(c.groups))}
	for g := range c.groups {
		q := &ps.list[g]
		q.Kind, q.Mentions = c.kindOf(g, kinds), c.groups[g].mentions
		if s := c.groups[g].spellings; len(s) > 0 {
			for _, w := range s[0].words {
				q.Words = append(q.Words, w.fold)
			}
		}
	}
	for id := range c.of {
		ps.forms[id] = c.views[id].Form
		v := &c.views[id]
		if g := c.of[id]; g >= 0 && v.Form == model.RoleForm && len(v.words) == 1 && ps.list[g].Kind == model.Organisation {
			ps.forms[id] = model.Nominal
		}
	}
	return ps
}
