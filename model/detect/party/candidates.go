package party

import (
	"slices"
	"strings"

	"rawi/model/detect/learn"
)

// The keys under which parties are found again besides single words.
const (
	headKey  = "\x00" // and the head of a description
	knownKey = "\x01" // and the key of a known name
	stateKey = "\x02" // and the words of a name without article
)

// index makes a party known under the words of a mention.
func (c *chooser) index(v *view, g int) {
	add := func(key string) {
		switch list := c.known[key]; {
		case len(list) > 0 && list[len(list)-1] == g:
		case len(list) == mostKnown:
			copy(list, list[1:])
			list[mostKnown-1] = g
		default:
			c.known[key] = append(list, g)
		}
	}
	for _, w := range v.words {
		for _, k := range w.keys() {
			add(k)
		}
	}
	if p := particled(v.words); p != "" {
		add(p)
	}
	switch {
	case !v.isName():
		add(headKey + v.head)
		return
	case v.Name != "":
		add(knownKey + v.Name)
	}
	add(stateKey + strings.TrimPrefix(v.key, "ال"))
}

// mostKnown is how many parties are found again by one word, the latest.
const mostKnown = 8

// pool collects parties, each once, no more than are compared.
type pool []int

// take takes the last so many of a list.
func (p *pool) take(list []int, most int) {
	for i := len(list) - 1; i >= max(0, len(list)-most) && len(*p) < maxCompared; i-- {
		if !slices.Contains(*p, list[i]) {
			*p = append(*p, list[i])
		}
	}
}

// candidates are the parties that have a word in common with the mention, or were
// mentioned shortly before a description, and that there is none of them.
func (c *chooser) candidates(id int) []candidate {
	v := &c.views[id]
	found := c.pool(v)
	among := make([]candidate, 0, len(found)+2)
	for _, i := range found {
		g, x := &c.groups[i], candidate{group: i}
		if g.contradicts(v) {
			continue
		}
		if v.isName() {
			x.relation, x.spelled = g.relate(v)
		}
		among = append(among, x)
	}
	for _, choice := range v.choices() {
		among = append(among, candidate{group: choice})
	}
	if len(among) > 1 { // else there is nothing to choose
		c.describeAll(v, among)
	}
	return among
}

// describeAll gives what a mention may mean its features: parties first, then others.
func (c *chooser) describeAll(v *view, among []candidate) {
	c.room = c.room[:0]
	parties := among[:slices.IndexFunc(among, func(x candidate) bool { return x.group < 0 })]
	none := c.feature(func(fs *bag) { c.noneFeatures(fs, v, parties) })
	if v.isName() {
		c.describeForName(v, parties)
	} else {
		c.describeForRole(v, parties)
	}
	for i := len(parties); i < len(among); i++ {
		among[i].features = c.feature(func(fs *bag) {
			*fs = learn.AppendForClass(*fs, none, learn.Bit(among[i].group == nobody))
		})
	}
}

// feature is the features that a function adds. They hold until the next mention is
// described.
func (c *chooser) feature(add func(fs *bag)) []learn.Feature {
	from := len(c.room)
	add(&c.room)
	return c.room[from:len(c.room):len(c.room)]
}

func (c *chooser) pool(v *view) (found pool) {
	const few, some, many = 2, 4, mostKnown
	if v.Name != "" {
		found.take(c.known[knownKey+v.Name], some)
		if state, ok := c.page.Lexicon().State(v.Name); ok {
			found.take(c.known[knownKey+state], few)
			found.take(c.known[stateKey+strings.TrimPrefix(state, "ال")], few)
		}
	}
	if v.head != "" {
		found.take(c.known[headKey+v.head], many)
	}
	for _, w := range v.words {
		for _, k := range w.keys() {
			if k != "" {
				found.take(c.known[k], many)
			}
		}
	}
	if !v.isName() {
		for _, id := range c.adjacent(v) {
			found.take(c.of[id:id+1], 1)
		}
		found.take(c.recent, many+few)
		if c.page.InTitle(v.From) {
			found.take(c.ahead(), some)
		}
	}
	return found
}

// adjacent are the names next to a description, behind it first, with no more than a
// sign between.
func (c *chooser) adjacent(v *view) (names []int) {
	for _, id := range [...]int{c.starts.at(v.To), c.starts.at(v.To + 1), c.ends.at(v.From), c.ends.at(v.From - 1)} {
		if id >= 0 && c.of[id] >= 0 && c.page.SameBlock(c.views[id].From, v.From) {
			names = append(names, id)
		}
	}
	return names
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
