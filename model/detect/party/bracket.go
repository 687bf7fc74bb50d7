package party

import (
	"slices"
	"sort"

	"rawi/model"
	"rawi/model/detect/token"
)

// names are the names of a page by a token, in its order.
type names []nameAt

type nameAt struct{ token, id int32 }

func (ns names) sort() {
	slices.SortStableFunc(ns, func(a, b nameAt) int { return int(a.token - b.token) })
}

// at is the last name at a token; -1 for none.
func (ns names) at(token int) int {
	k := sort.Search(len(ns), func(k int) bool { return int(ns[k].token) > token })
	if k == 0 || int(ns[k-1].token) != token {
		return -1
	}
	return int(ns[k-1].id)
}

// findBeside finds the names in brackets behind others, which mean the same in
// all of 72 annotated cases but that of a place.
func (c *chooser) findBeside() {
	for id := range c.views {
		if v := &c.views[id]; v.isName() {
			c.starts = append(c.starts, nameAt{int32(v.From), int32(id)})
			c.ends = append(c.ends, nameAt{int32(v.To), int32(id)})
		}
	}
	c.starts.sort()
	c.ends.sort()
	for id := range c.views {
		v := &c.views[id]
		if !v.isName() {
			continue
		}
		b := int(v.Of)
		if b < 0 {
			b = c.bracketed(v)
		}
		if b >= 0 && b != id {
			c.beside[id] = int32(b)
			if c.beside[b] < 0 {
				c.beside[b] = int32(id)
			}
		}
	}
}

// bracketed is the name before the brackets in which a name stands, by itself or
// beside another: «مكتب التحقيقات (إف بي آي – FBI)»; -1 for none. Where a person or
// body comes from is no name of it: «منى الحداد (قطر)».
func (c *chooser) bracketed(v *view) int {
	open := c.opening(v)
	if open < 1 || !c.page.SameBlock(open-1, v.From) {
		return -1
	}
	b := c.ends.at(open)
	if b < 0 && c.page.At(open-1).Sign() == token.Mark {
		b = c.ends.at(open - 1)
	}
	if b < 0 || v.Kind == model.Place && c.views[b].Kind != model.Place {
		return -1
	}
	return b
}

// opening is the bracket that opens before a name which signs part from all other
// words; -1 for none.
func (c *chooser) opening(v *view) int {
	const far = 8
	if v.From == 0 || c.page.At(v.From-1).IsWord() || v.To >= c.page.Len() || c.page.At(v.To).IsWord() {
		return -1
	}
	for i := v.From - 1; i > 0 && v.From-i < far; i-- {
		switch c.page.At(i).Sign() {
		case token.Opening:
			return i
		case token.Closing:
			return -1
		}
	}
	return -1
}
