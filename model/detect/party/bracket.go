package party

import (
	"rawi/model"
	"rawi/model/detect/token"
)

// findBeside finds the names in brackets behind others, which mean the same in
// all of 72 annotated cases but that of a place.
func (c *chooser) findBeside() {
	for id := range c.views {
		if v := &c.views[id]; v.isName() {
			c.starts[v.From], c.ends[v.To] = id+1, id+1
		}
	}
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
			c.beside[id] = b
			if c.beside[b] < 0 {
				c.beside[b] = id
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
	b := c.ends[open]
	if b == 0 && c.page.At(open-1).Sign() == token.Mark {
		b = c.ends[open-1]
	}
	if b == 0 || v.Kind == model.Place && c.views[b-1].Kind != model.Place {
		return -1
	}
	return b - 1
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
