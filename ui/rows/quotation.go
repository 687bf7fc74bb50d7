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

// Quotation is a quotation in its list: who spoke, the words, how sure that is and
// why. The current one has the candidates below it.
func (r *Rows) Quotation(i int) roster.Item {
	q := &r.Reading.Quotes()[i]
	rows := r.keep().quotes
	item, ok := rows[i]
	if !ok {
		item = roster.Item{r.whoRow(i, q), r.wordsRow(q), r.stateRow(i, q, false)}
		rows[i] = item
	}
	if i == r.Current {
		return r.current(item, q, r.Width-2)
	}
	return item
}

// whoRow is who spoke, or what the words are else.
func (r *Rows) whoRow(i int, q *model.Quote) roster.Row {
	var who paint.Text
	who.Add(strconv.Itoa(i+1), theme.Dim)
	if r.Differs(i) {
		who.Add(" "+differSign+" ", theme.Differ)
	} else {
		who.Add("  ", theme.Dim)
	}
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
		text = "«" + isolated(text) + "»"
	}
	return row(words.Add("    "+text, theme.Text))
}

// stateRow is how a quotation stands, where that is not a guess to be trusted, and what
// else was said of it; in full also how sure that is, and why the speaker was guessed.
func (r *Rows) stateRow(i int, q *model.Quote, full bool) roster.Row {
	var parts list
	state, role := r.State(q)
	guessed := state == l10n.Guess || state == l10n.DoubtfulGuess
	if full || state != l10n.Guess && state != l10n.Unknown {
		parts.add(r.Language.Say(state), role)
	}
	if by := r.Reading.DecidedBy(i); len(by) > 0 && !slices.Contains(by, r.Reading.Author) {
		parts.add(isolated(room.OneLine(strings.Join(by, "، "))), theme.Dim)
	}
	if guessed && (full || q.Doubtful()) {
		parts.text.Add(" "+r.Language.Say(l10n.Percent, int(100*q.Sureness())), theme.Dim)
	}
	if q.Certainty != model.NoCertainty {
		parts.add(r.Language.Certainty(q.Certainty), theme.Text)
	}
	if q.Note != "" {
		parts.add(r.Language.Say(l10n.NoteTitle), theme.Text)
	}
	if q.Kind.Spoken() && q.Marked != (q.Kind == model.Speech) { // else the marks around the words say it
		parts.add(r.Language.QuoteKind(q.Kind), theme.Dim)
	}
	if full && q.Kind.Spoken() {
		if !q.Cue.Empty() {
			parts.add("«"+room.OneLine(q.Cue.In(r.Article.Text))+"»", theme.Dim)
		}
		parts.add(r.Language.Reason(q.Reason), theme.Dim)
	}
	return parts.row()
}

// isolated is a text that keeps its own order, whatever is around it (U+2068, U+2069).
func isolated(text string) string { return "\u2068" + text + "\u2069" }

// list is a row of parts, below the beginning of the first row of an item.
type list struct{ text paint.Text }

func (l *list) add(part string, role theme.Role) *list {
	between := " · "
	if l.text.Plain == "" {
		between = "    "
	}
	l.text.Add(between, theme.Dim).Add(part, role)
	return l
}

func (l *list) row() roster.Row { return row(&l.text) }
