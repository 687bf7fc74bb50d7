package picker

import (
	"strconv"

	"rawi/ui/paint"
	"rawi/ui/theme"
)

// Words is what the picker says, in the language of the interface.
type Words struct {
	Lead   string                    // before what is typed
	Prompt string                    // while nothing is typed
	Keys   string                    // what the keys do
	Typed  func(typed string) string // offers what was typed
	Digits bool                      // rows show the digit that picks them
}

// View paints the picker on an area of its size.
func (p *Picker) View(to paint.Area, w Words) {
	p.input(to, w)
	page := max(0, p.height-2)
	first := max(0, min(p.selected-page+1, len(p.rows)-page))
	for n := first; n < min(len(p.rows), first+page); n++ {
		p.row(to, 1+n-first, w, n)
	}
	if p.height > 1 {
		to.Row(p.height-1, w.Keys, theme.KeyHelp, nil)
	}
}

func (p *Picker) input(to paint.Area, w Words) {
	if p.String() == "" {
		to.Row(0, w.Lead+Caret+" "+w.Prompt, theme.Dim, nil)
		return
	}
	text, rest := w.Lead+p.Line.Shown(p.width-2-len(w.Lead), to.Measure), p.Completion()
	to.Row(0, text+rest, theme.Input, []paint.Mark{{Start: len(text), End: len(text + rest), Role: theme.Dim}})
}

// row paints the n-th row: the digit that picks it, and its text.
func (p *Picker) row(to paint.Area, y int, w Words, n int) {
	role := theme.Text
	if n == p.selected {
		role = theme.Selected
	}
	digit := ""
	if w.Digits {
		digit = "   "
		if n < 9 {
			digit = strconv.Itoa(n+1) + "  "
		}
	}
	if p.rows[n].item < 0 {
		to.Row(y, digit+w.Typed(p.rows[n].name), role, nil)
		return
	}
	item := &p.items[p.rows[n].item]
	marks := make([]paint.Mark, len(item.Marks))
	for i, m := range item.Marks {
		marks[i] = paint.Mark{Start: m.Start + len(digit), End: m.End + len(digit), Role: m.Role}
	}
	to.Row(y, digit+item.Text, role, marks)
}
