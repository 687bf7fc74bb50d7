package rows

import (
	"slices"
	"strconv"

	"rawi/model"
	"rawi/ui/l10n"
	"rawi/ui/paint"
	"rawi/ui/room"
	"rawi/ui/roster"
	"rawi/ui/theme"
)

// Quotation is a quotation in its list: who spoke, the words, how sure that is and
// why. The current one has the candidates below it.
func (r *Rows) Quotation(i int) roster.Item {
	q := &r.Reading.Quotes()[i]
	rows := r.keep().quotes
	item, ok := rows[i]
	if !ok {
		item = roster.Item{r.whoRow(i, q), r.wordsRow(q), r.whyRow(q)}
		rows[i] = item
	}
	if i == r.Current {
		return slices.Concat(item, r.below(q, r.Width-2))
	}
	return item
}

// whoRow is who spoke, or what the words are else.
func (r *Rows) whoRow(i int, q *model.Quote) roster.Row {
	var who paint.Text
	who.Add(strconv.Itoa(i+1)+"  ", theme.Dim)
	if p, n, ok := r.Reading.Party(q.Speaker); ok && q.Kind.Spoken() {
		who.Add("["+strconv.Itoa(n)+"] "+room.OneLine(p.Name), theme.Party(n)) // the number first: a long name is cut
	} else if q.Kind.Spoken() {
		who.Add(r.Language.Say(l10n.Unknown), theme.Unknown)
	} else {
		who.Add(r.Language.QuoteKind(q.Kind), theme.Dim)
	}
	return row(&who)
}

// wordsRow is the words, between marks if they stand so in the text.
func (r *Rows) wordsRow(q *model.Quote) roster.Row {
	var words paint.Text
	text := room.OneLine(q.In(r.Article.Text))
	if q.Marked {
		text = "«" + text + "»"
	}
	return row(words.Add("    "+text, theme.Text))
}

// whyRow is the state, and why the speaker was guessed.
func (r *Rows) whyRow(q *model.Quote) roster.Row {
	var why paint.Text
	state, role := r.State(q)
	why.Add("    ", theme.Text).Add(r.Language.Say(state), role)
	if state == l10n.Guess || state == l10n.DoubtfulGuess {
		why.Add(" "+r.Language.Say(l10n.Percent, int(100*q.Sureness())), theme.Dim)
	}
	if q.Certainty != model.NoCertainty {
		why.Add(" · "+r.Language.Certainty(q.Certainty), theme.Text)
	}
	if q.Note != "" {
		why.Add(" · "+r.Language.Say(l10n.NoteTitle), theme.Text)
	}
	if q.Kind.Spoken() && q.Marked != (q.Kind == model.Speech) { // else the marks around the words say it
		why.Add(" · "+r.Language.QuoteKind(q.Kind), theme.Dim)
	}
	if q.Kind.Spoken() {
		if !q.Cue.Empty() {
			why.Add(" · «"+room.OneLine(q.Cue.In(r.Article.Text))+"»", theme.Dim)
		}
		why.Add(" · "+r.Language.Reason(q.Reason), theme.Dim)
	}
	return row(&why)
}
