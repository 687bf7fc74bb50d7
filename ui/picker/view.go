package picker

import (
	"strconv"

	"rawi/ui/paint"
	"rawi/ui/theme"
)

// Words is what the picker says, in the language of the interface.
type Words struct {
	Prompt string                    // while nothing is typed
	Keys   string                    // what the keys do
	Typed  func(typed string) string // offers what was typed
	Digits bool                      // rows bear the digit that picks them
}

// View is the picker's rows, each of exactly its width.
func (p *Picker) View(painter paint.Painter, w Words) []string {
	rows := []string{p.inputRow(painter, w)}
	page := max(0, p.height-2)
	first := max(0, min(p.selected-page+1, p.rows()-page))
	for n := first; n < min(p.rows(), first+page); n++ {
		rows = append(rows, p.row(painter, w, n))
	}
	for len(rows) < p.height-1 {
		rows = append(rows, p.label(painter, "", theme.Text))
	}
	if p.height > 1 {
		rows = append(rows, p.label(painter, w.Keys, theme.KeyHelp))
	}
	return rows
}

func (p *Picker) inputRow(painter paint.Painter, w Words) string {
	if p.String() == "" {
		return p.label(painter, caret+" "+w.Prompt, theme.Dim)
	}
	text, rest := p.Line.shown(p.width-2), p.Completion()
	return p.label(painter, text+rest, theme.Input, paint.Mark{Start: len(text), End: len(text + rest), Role: theme.Dim})
}

// label is a row of the picker, with a blank at either end.
func (p *Picker) label(painter paint.Painter, text string, role theme.Role, marks ...paint.Mark) string {
	return painter.Row(text, p.width, role, marks)
}

// row is the n-th row: the digit that picks it, and its text.
func (p *Picker) row(painter paint.Painter, w Words, n int) string {
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
	if n == len(p.shown) {
		return p.label(painter, digit+w.Typed(p.Typed()), role)
	}
	item := &p.items[p.shown[n]]
	marks := make([]paint.Mark, len(item.Marks))
	for i, m := range item.Marks {
		marks[i] = paint.Mark{Start: m.Start + len(digit), End: m.End + len(digit), Role: m.Role}
	}
	return p.label(painter, digit+item.Text, role, marks...)
}
