package ui

import (
	"slices"
	"strconv"
	"strings"

	"rawi/model"
	"rawi/ui/keys"
	"rawi/ui/l10n"
	"rawi/ui/paint"
	"rawi/ui/reader"
	"rawi/ui/roster"
	"rawi/ui/theme"
)

// line builds a row of a list piece by piece.
type line struct {
	text  string
	marks []paint.Mark
}

// add appends text that plays a role.
func (l *line) add(text string, role theme.Role) *line {
	start := len(l.text)
	l.text += text
	if role != theme.Text {
		l.marks = append(l.marks, paint.Mark{Start: start, End: len(l.text), Role: role})
	}
	return l
}

// join appends another line.
func (l *line) join(o line) {
	for _, m := range o.marks {
		l.marks = append(l.marks, paint.Mark{Start: m.Start + len(l.text), End: m.End + len(l.text), Role: m.Role})
	}
	l.text += o.text
}

func (l *line) row() roster.Row { return roster.Row{Text: l.text, Marks: l.marks} }

func (m *Model) articleView(to paint.Area) { m.reader.View(to, m.decor()) }

func (m *Model) quotesView(to paint.Area) {
	empty := l10n.NoQuotes
	if !m.detected {
		empty = l10n.Searching
	}
	list := to.Part(0, 0, to.Width, to.Height-barHeight(to.Height))
	m.quotes.View(list, len(m.reading.Quotes()), m.session.Language.Say(empty), theme.Selected, m.quoteItem)
	if list.Height < to.Height {
		bar := m.bar(to.Width)
		to.Part(0, list.Height, to.Width, 1).Row(0, bar.text, theme.Text, bar.marks)
	}
}

func (m *Model) partiesView(to paint.Area) {
	empty := l10n.NoParties
	if !m.detected {
		empty = l10n.Searching
	}
	chosen := theme.Text // the current quotation stands out, not a party beside it
	if m.focus == partiesPane {
		chosen = theme.Selected
	}
	m.parties.View(to, len(m.reading.Parties()), m.session.Language.Say(empty), chosen, m.partyItem)
}

// decor is what is marked in the text on the screen: quotations, over them
// the parties, over all the current quotation's speaker.
func (m *Model) decor() reader.Decor {
	visible := m.reader.Visible()
	d := reader.Decor{Fold: func(n int) string { return m.session.Language.Say(l10n.Folded, n) }}
	mark := func(s model.Span, r theme.Role) {
		d.Marks = append(d.Marks, paint.Mark{Start: s.Start, End: s.End, Role: r})
	}
	quotes := m.reading.Quotes()
	first, last := m.reading.QuotesIn(visible)
	for i := first; i < last; i++ {
		q := &quotes[i]
		role, number := theme.Quote, 0
		if q.Kind.Spoken() {
			_, number, _ = m.reading.Party(q.Speaker)
		} else {
			role = theme.NotSpeech
		}
		if i == m.current {
			role = theme.CurrentQuote
		}
		mark(q.Span, role)
		d.Quotes = append(d.Quotes, reader.Note{Offset: q.Start, Number: i + 1, Role: theme.Party(number)})
	}
	m.reading.MentionsIn(visible, func(party int, mention model.Mention) {
		mark(mention.Span, theme.Party(party+1))
		d.Parties = append(d.Parties, reader.Note{Offset: mention.Start, Number: party + 1, Role: theme.Party(party + 1)})
	})
	if m.current < len(quotes) && quotes[m.current].Kind.Spoken() {
		mark(quotes[m.current].Mention, theme.CurrentSpeaker)
	}
	m.selectionMarks(mark)
	return d
}

// standing says whether a quotation is decided, guessed or open.
func (m *Model) standing(q *model.Quote) (l10n.Word, theme.Role) {
	switch {
	case m.unsaved.Quote(q):
		return l10n.Unsaved, theme.Unsaved
	case q.Moved != nil:
		return l10n.MovedWords, theme.Unknown
	case q.Decided():
		return l10n.Decided, theme.Decided
	case q.Kind.Spoken() && q.Speaker == "":
		return l10n.Unknown, theme.Unknown
	}
	return guess(q)
}

// guess is how a guess is shown.
func guess(q *model.Quote) (l10n.Word, theme.Role) {
	if q.Doubtful() {
		return l10n.DoubtfulGuess, theme.Doubt
	}
	return l10n.Guess, theme.Guess
}

// quoteItem is a quotation in its list: who spoke, the words, how sure that is
// and why. The current one has the candidates below it.
func (m *Model) quoteItem(i int) roster.Item {
	q := &m.reading.Quotes()[i]
	rows := m.derived().quotes
	item, ok := rows[i]
	if !ok {
		item = roster.Item{m.whoRow(i, q), m.wordsRow(q), m.whyRow(q)}
		rows[i] = item
	}
	if i == m.current {
		width := m.geometry.panes[quotesPane].w - 2
		item = slices.Concat(item, m.changeRows(q, width), m.remarkRows(q, width), m.candidateRows(width))
	}
	return item
}

// whoRow is who spoke, or what the words are else.
func (m *Model) whoRow(i int, q *model.Quote) roster.Row {
	var who line
	who.add(strconv.Itoa(i+1)+"  ", theme.Dim)
	if p, n, ok := m.reading.Party(q.Speaker); ok && q.Kind.Spoken() {
		who.add("["+strconv.Itoa(n)+"] "+oneLine(p.Name), theme.Party(n)) // the number first: a long name is cut
	} else if q.Kind.Spoken() {
		who.add(m.session.Language.Say(l10n.Unknown), theme.Unknown)
	} else {
		who.add(m.session.Language.QuoteKind(q.Kind), theme.Dim)
	}
	return who.row()
}

// wordsRow is the words, between marks if they stand so in the text.
func (m *Model) wordsRow(q *model.Quote) roster.Row {
	var words line
	text := oneLine(q.In(m.session.Article.Text))
	if q.Marked {
		text = "«" + text + "»"
	}
	return words.add("    "+text, theme.Text).row()
}

// whyRow is the standing, and why the speaker was guessed.
func (m *Model) whyRow(q *model.Quote) roster.Row {
	var why line
	standing, role := m.standing(q)
	why.add("    ", theme.Text).add(m.session.Language.Say(standing), role)
	if standing == l10n.Guess || standing == l10n.DoubtfulGuess {
		why.add(" "+m.session.Language.Say(l10n.Percent, int(100*q.Sureness())), theme.Dim)
	}
	if q.Certainty != model.NoCertainty {
		why.add(" · "+m.session.Language.Certainty(q.Certainty), theme.Text)
	}
	if q.Note != "" {
		why.add(" · "+m.session.Language.Say(l10n.NoteTitle), theme.Text)
	}
	if q.Kind.Spoken() && q.Marked != (q.Kind == model.Speech) { // else the marks around the words say it
		why.add(" · "+m.session.Language.QuoteKind(q.Kind), theme.Dim)
	}
	if q.Kind.Spoken() {
		if !q.Cue.Empty() {
			why.add(" · «"+oneLine(q.Cue.In(m.session.Article.Text))+"»", theme.Dim)
		}
		why.add(" · "+m.session.Language.Rule(q.Reason.Rule), theme.Dim)
	}
	return why.row()
}

// Rows that the current quotation has at most, besides those that all have.
const (
	candidateLines = 3
	changeLines    = 3
	remarkLines    = 2
)

// candidateRows is who may have spoken, each with the digit that says so, as
// many as there are digits and room for.
func (m *Model) candidateRows(width int) []roster.Row {
	var names []line
	for i, p := range m.nearest(keys.Digits) {
		var l line
		_, number, _ := m.reading.Party(p.ID)
		l.add(strconv.Itoa(i+1)+" ", theme.Key).add(oneLine(p.Name), theme.Party(number))
		names = append(names, l)
	}
	return m.pack(names, "   ", width, candidateLines)
}

// changeRows is what changed in the words of a quotation that moved: each word
// that was struck after a minus, each that was added after a plus.
func (m *Model) changeRows(q *model.Quote, width int) []roster.Row {
	if q.Moved == nil {
		return nil
	}
	var words []line
	for _, c := range model.Diff(q.Moved.Exact, q.In(m.session.Article.Text)) {
		var l line
		switch c.Edit {
		case model.Struck:
			l.add("−"+c.Word, theme.Error)
		case model.Added:
			l.add("+"+c.Word, theme.Decided)
		default:
			l.add(c.Word, theme.Dim)
		}
		words = append(words, l)
	}
	return m.pack(words, " ", width, changeLines)
}

// remarkRows is what the reader says of a quotation besides who spoke.
func (m *Model) remarkRows(q *model.Quote, width int) []roster.Row {
	say := m.session.Language.Say
	var words []line
	add := func(text string, role theme.Role) {
		for _, w := range strings.Fields(text) {
			var l line
			words = append(words, *l.add(w, role))
		}
	}
	if p, n, ok := m.reading.Party(q.Addressee); ok {
		add(m.session.Language.Deed(model.SetAddressee)+":", theme.Dim)
		add(p.Name, theme.Party(n))
	}
	if q.Note != "" {
		add(say(l10n.NoteTitle)+":", theme.Dim)
		add(oneLine(q.Note), theme.Text)
	}
	return m.pack(words, " ", width, remarkLines)
}

// pack puts pieces into rows of so many columns, a gap between two; those for
// which so many rows have no room are left out.
func (m *Model) pack(pieces []line, gap string, width, most int) []roster.Row {
	const indent = "    "
	var rows []line
	for _, p := range pieces {
		n := len(rows) - 1
		if n < 0 || m.screen.Measure(rows[n].text+gap+p.text) > width {
			if len(rows) == most {
				break
			}
			rows = append(rows, line{text: indent})
			n++
		} else {
			rows[n].add(gap, theme.Text)
		}
		rows[n].join(p)
	}
	packed := make([]roster.Row, len(rows))
	for i := range rows {
		packed[i] = rows[i].row()
	}
	return packed
}

// partyItem is a party in its list: name, kind and counts, other spellings and
// roles.
func (m *Model) partyItem(i int) roster.Item {
	rows := m.derived().parties
	item, ok := rows[i]
	if !ok {
		item = m.partyRows(i)
		rows[i] = item
	}
	return item
}

func (m *Model) partyRows(i int) roster.Item {
	say, p := m.session.Language.Say, &m.reading.Parties()[i]
	var name, counts, also line
	name.add(strconv.Itoa(i+1)+"  ", theme.Dim).add(p.Name, theme.Party(i+1))
	counts.add("    "+m.session.Language.PartyKind(p.Kind)+" · "+say(l10n.Mentions, len(p.Mentions))+
		" · "+say(l10n.Spoke, m.reading.SpokenBy(p.ID)), theme.Dim)
	if m.unsaved.Party(p.ID) {
		counts.add(" · "+say(l10n.Unsaved), theme.Unsaved)
	}
	others := slices.DeleteFunc(slices.Concat(p.Aliases, p.Roles), func(s string) bool { return s == p.Name })
	if len(others) > 0 {
		also.add("    "+say(l10n.AlsoWritten, oneLine(strings.Join(others, "، "))), theme.Dim)
	}
	return roster.Item{name.row(), counts.row(), also.row()}
}

// snippet is how much of a text a list row can use at most, in bytes.
const snippet = 1000

// oneLine is the beginning of text with each stretch of white space as one
// blank.
func oneLine(text string) string {
	if len(text) > snippet {
		text = strings.ToValidUTF8(text[:snippet], "")
	}
	return strings.Join(strings.Fields(text), " ")
}
