package picker

import (
	"strconv"
	"strings"

	"rawi/model"
	"rawi/ui/paint"
	"rawi/ui/theme"
)

// Words is what the picker says, in the language of the interface.
type Words struct {
	Prompt string                               // while nothing is typed
	Keys   string                               // what the keys do
	New    func(name, kind string) string       // offers a new party
	Kind   func(model.PartyKind) string         // names a kind
	Number func(model.PartyID) (n int, ok bool) // a party's number in the article
}

// caret stands where the next letter will come.
const caret = "▏"

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
	if len(p.input) == 0 {
		return p.label(painter, caret+" "+w.Prompt, theme.Dim)
	}
	return p.label(painter, string(p.input[:p.cursor])+caret+string(p.input[p.cursor:]), theme.Input)
}

// label is a row of the picker, with a blank at either end.
func (p *Picker) label(painter paint.Painter, text string, role theme.Role, marks ...paint.Mark) string {
	return painter.Row(text, p.width, role, marks)
}

// row is the n-th party: the digit that chooses it, its name, its kind or role.
func (p *Picker) row(painter paint.Painter, w Words, n int) string {
	party, _ := p.Choice(n)
	var text strings.Builder
	if n < 9 {
		text.WriteString(strconv.Itoa(n + 1))
	}
	text.WriteString("  ")
	var marks []paint.Mark
	if n == len(p.shown) {
		text.WriteString(w.New(party.Name, w.Kind(party.Kind)))
	} else {
		start := text.Len()
		text.WriteString(party.Name)
		if number, ok := w.Number(party.ID); ok {
			marks = append(marks, paint.Mark{Start: start, End: text.Len(), Role: theme.Party(number)})
		}
		if len(party.Roles) > 0 {
			text.WriteString(" · " + party.Roles[0])
		} else {
			text.WriteString(" · " + w.Kind(party.Kind))
		}
	}
	role := theme.Text
	if n == p.selected {
		role = theme.Selected
	}
	return p.label(painter, text.String(), role, marks...)
}
