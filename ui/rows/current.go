package rows

import (
	"slices"
	"strconv"
	"strings"

	"rawi/model"
	"rawi/ui/l10n"
	"rawi/ui/paint"
	"rawi/ui/room"
	"rawi/ui/roster"
	"rawi/ui/theme"
)

// Rows that the current quotation has at most, besides those that all have.
const (
	changeLines = 3
	remarkLines = 2
)

// candidateLines is how many rows candidates take: the more the higher the pane, so
// that the quotations around are seen too.
func (r *Rows) candidateLines() int { return min(max(3, r.PaneHeight/4), 6) }

// current is the current quotation: it says in full how it stands, and has rows below
// those that all have.
func (r *Rows) current(item roster.Item, q *model.Quote, width int) roster.Item {
	k, of := r.keep(), [3]int{width, r.Current, r.PaneHeight}
	if k.currentFor != of {
		item = slices.Clone(item)
		item[2] = r.stateRow(r.Current, q, true)
		k.current, k.currentFor = slices.Concat(item, r.changeRows(q, width), r.opinionRows(), r.remarkRows(q, width), r.CandidateRows(width)), of
	}
	return k.current
}

// CandidateRows is who may have spoken, each with the digit that says so, as
// many as there are digits and room for.
func (r *Rows) CandidateRows(width int) []roster.Row {
	var names []paint.Text
	for i, c := range r.Choices(r.Candidates) {
		p := &c.Party
		if c.Opinion != nil {
			continue // it has a row of its own
		}
		var l paint.Text
		_, number, _ := r.Reading.Party(p.ID)
		l.Add(strconv.Itoa(i+1)+" ", theme.Key).Add(room.OneLine(p.Name), theme.Party(number))
		names = append(names, l)
	}
	return r.pack(names, "   ", width, r.candidateLines())
}

// changeRows is what changed in the words of a quotation that moved.
func (r *Rows) changeRows(q *model.Quote, width int) []roster.Row {
	if q.Moved == nil {
		return nil
	}
	return r.pack(changes(q.Moved.Exact, q.In(r.Article.Text)), " ", width, changeLines)
}

// changes is the words of both texts: each that was struck after a minus, each
// that was added after a plus.
func changes(before, after string) (words []paint.Text) {
	signs := [...]string{model.Struck: "−", model.Added: "+"}
	roles := [...]theme.Role{model.Kept: theme.Dim, model.Struck: theme.Error, model.Added: theme.Decided}
	for _, c := range model.DiffWords(before, after) {
		var t paint.Text
		words = append(words, *t.Add(signs[c.Edit]+c.Word, roles[c.Edit]))
	}
	return words
}

// remarkRows is what the reader says of a quotation besides who spoke.
func (r *Rows) remarkRows(q *model.Quote, width int) []roster.Row {
	say := r.Language.Say
	var words []paint.Text
	add := func(text string, role theme.Role) {
		for _, w := range strings.Fields(text) {
			var l paint.Text
			words = append(words, *l.Add(w, role))
		}
	}
	if p, n, ok := r.Reading.Party(q.Addressee); ok {
		add(r.Language.Deed(model.SetAddressee)+":", theme.Dim)
		add(p.Name, theme.Party(n))
	}
	if q.Note != "" {
		add(say(l10n.NoteTitle)+":", theme.Dim)
		add(room.OneLine(q.Note), theme.Text)
	}
	return r.pack(words, " ", width, remarkLines)
}

// pack puts pieces into rows of width columns, a gap between two; what does not
// fit into the most rows is left out.
func (r *Rows) pack(pieces []paint.Text, gap string, width, most int) []roster.Row {
	const indent = "    "
	var rows []paint.Text
	for _, p := range pieces {
		n := len(rows) - 1
		if n < 0 || r.Measure(rows[n].Plain+gap+p.Plain) > width {
			if len(rows) == most {
				break
			}
			rows = append(rows, paint.Text{Plain: indent})
			n++
		} else {
			rows[n].Add(gap, theme.Text)
		}
		rows[n].Append(p)
	}
	packed := make([]roster.Row, len(rows))
	for i := range rows {
		packed[i] = row(&rows[i])
	}
	return packed
}
