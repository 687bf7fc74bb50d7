package ui

import (
	tea "charm.land/bubbletea/v2"

	"rawi/model"
	"rawi/ui/l10n"
	"rawi/ui/reader"
	"rawi/ui/theme"
)

// selection is words in the article that are being marked: those from the
// anchor to the cursor, which moves, or the cursor's word alone.
type selection struct {
	cursor, anchor model.Span // a word each
	anchored       bool
	quote, mention model.Span // whose ends are moved; empty while new words are marked
}

// span is the words that are marked.
func (s *selection) span() model.Span {
	if !s.anchored {
		return s.cursor
	}
	return model.Span{Start: min(s.cursor.Start, s.anchor.Start), End: max(s.cursor.End, s.anchor.End)}
}

// markWords puts the word cursor on the current quotation if that is on the
// screen, else on the first word there.
func (m *Model) markWords() tea.Cmd {
	at := m.reader.Visible()
	if q, ok := m.quotation(); ok && q.Overlaps(at) {
		at = q.Span
	}
	return m.markAt(at.Start)
}

// markAt puts the word cursor on the word at an offset.
func (m *Model) markAt(offset int) tea.Cmd {
	word, ok := m.reader.Word(offset)
	if !ok {
		return nil
	}
	return m.mark(&selection{cursor: word})
}

// moveEnd marks the current quotation, to move one of its ends.
func (m *Model) moveEnd(last bool) tea.Cmd {
	q, ok := m.quotation()
	if !ok {
		return nil
	}
	s := m.whole(q.Span)
	s.quote = q.Span
	if !last {
		s.cursor, s.anchor = s.anchor, s.cursor
	}
	return m.mark(s)
}

// whole is a selection of all words that begin in a span; the cursor is on the
// last one.
func (m *Model) whole(span model.Span) *selection {
	first, _ := m.reader.Word(span.Start)
	s := &selection{cursor: first, anchor: first, anchored: true}
	for next, ok := first, true; ok && next.Start < span.End; next, ok = m.reader.Word(next.End) {
		s.cursor = next
	}
	return s
}

// moveMention marks the mention under the cursor, to move its ends.
func (m *Model) moveMention() tea.Cmd {
	at, ok := m.mentionHere()
	if !ok {
		m.say(l10n.NobodyHere)
		return nil
	}
	s := m.whole(at)
	s.mention = at
	return m.mark(s)
}

// mark begins marking words, in the article.
func (m *Model) mark(s *selection) tea.Cmd {
	m.selection = s
	m.focus = articlePane
	cmd := m.rearrange()
	m.reader.Show(s.cursor)
	m.say(l10n.Marking)
	return cmd
}

// leaveWords ends marking.
func (m *Model) leaveWords() tea.Cmd {
	m.selection = nil
	return nil
}

// inSelection is an action on the words that are being marked; where none are,
// it begins that.
func inSelection(do func(*Model) tea.Cmd) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd {
		if m.selection == nil {
			return m.markWords()
		}
		return do(m)
	}
}

// moveCursor is the action that moves the word cursor.
func moveCursor(to func(*reader.Reader, model.Span) model.Span) func(*Model) tea.Cmd {
	return inSelection(func(m *Model) tea.Cmd {
		m.selection.cursor = to(&m.reader, m.selection.cursor)
		m.reader.Show(m.selection.cursor)
		return m.moved()
	})
}

// stepwise is a movement with its step filled in.
func stepwise(to func(*reader.Reader, model.Span, int) model.Span, step int) func(*reader.Reader, model.Span) model.Span {
	return func(r *reader.Reader, word model.Span) model.Span { return to(r, word, step) }
}

// toggleAnchor begins the selection at the cursor, or drops it.
func (m *Model) toggleAnchor() tea.Cmd {
	s := m.selection
	*s = selection{cursor: s.cursor, anchor: s.cursor, anchored: !s.anchored}
	return nil
}

// otherEnd lets the cursor move the other end of the selection.
func (m *Model) otherEnd() tea.Cmd {
	if s := m.selection; s.anchored {
		s.cursor, s.anchor = s.anchor, s.cursor
		m.reader.Show(s.cursor)
	}
	return nil
}

// makeQuote makes a quotation of the marked words, or gives the quotation or
// mention whose ends are moved its new ends.
func (m *Model) makeQuote() tea.Cmd {
	words := m.selection.span()
	if at := m.selection.mention; !at.Empty() {
		a, ok := m.reading.MoveMention(at, words)
		return m.marked(a, ok, l10n.NotPossible)
	}
	if at := m.find(m.selection.quote); at >= 0 {
		if m.selection.quote == words {
			return m.leaveWords()
		}
		a, ok := m.reading.MoveQuote(at, words)
		return m.marked(a, ok, l10n.AlreadyQuote)
	}
	kind := model.Indirect
	if model.Marked(m.session.Article.Text, words) {
		kind = model.Speech
	}
	a, ok := m.reading.MakeQuote(words, kind)
	return m.marked(a, ok, l10n.AlreadyQuote)
}

// marked takes a decision on marked words, shows what became of them and ends
// marking.
func (m *Model) marked(a model.Annotation, ok bool, otherwise l10n.Word) tea.Cmd {
	if !ok {
		m.say(otherwise)
		return nil
	}
	m.selection = nil
	saved := m.decided(a)
	m.claim(l10n.Done)
	if at, ok := m.reading.Subject(a); ok {
		return tea.Batch(saved, m.goTo(at))
	}
	return saved
}

// find is the place of the quotation that is the words of a span, -1 for none.
func (m *Model) find(span model.Span) int {
	if i, ok := m.reading.QuoteOf(span); ok && !span.Empty() {
		return i
	}
	return -1
}

// under is the smallest quotation around the cursor, -1 for none.
func (m *Model) under() int {
	found, least := -1, 0
	for i, q := range m.reading.Quotes() {
		if q.Covers(m.selection.cursor) && (found < 0 || q.Len() < least) {
			found, least = i, q.Len()
		}
	}
	return found
}

// atCursor is the action that does something to the quotation under the cursor.
func atCursor(do func(m *Model, quote int) (model.Annotation, bool)) func(*Model) tea.Cmd {
	return inSelection(func(m *Model) tea.Cmd {
		quote := m.under()
		if quote < 0 {
			m.say(l10n.NoQuoteHere)
			return nil
		}
		a, ok := do(m, quote)
		return m.marked(a, ok, l10n.NotPossible)
	})
}

func (m *Model) split(quote int) (model.Annotation, bool) {
	return m.reading.SplitQuote(quote, m.selection.cursor.Start)
}

func (m *Model) join(quote int) (model.Annotation, bool) { return m.reading.JoinNext(quote) }

func (m *Model) dropHere(quote int) (model.Annotation, bool) { return m.reading.DropQuote(quote), true }

// makeMention lets the reader pick whom the marked words name.
func (m *Model) makeMention() tea.Cmd {
	words := m.selection.span()
	return m.pickParty(l10n.WhoIsNamed, m.everybody(), func(m *Model, p model.Party) tea.Cmd {
		a, ok := m.reading.MakeMention(words, p)
		return m.marked(a, ok, l10n.NotPossible)
	})
}

// mentionHere is the mention under the cursor.
func (m *Model) mentionHere() (at model.Span, ok bool) {
	for _, p := range m.reading.Parties() {
		for _, mention := range p.Mentions {
			if mention.Covers(m.selection.cursor) {
				return mention.Span, true
			}
		}
	}
	return at, false
}

// dropMention decides that the words under the cursor name nobody.
func (m *Model) dropMention() tea.Cmd {
	at, ok := m.mentionHere()
	if !ok {
		m.say(l10n.NobodyHere)
		return nil
	}
	return m.marked(m.reading.DropMention(at), true, l10n.NotPossible)
}

// selectionMarks is how the marked words look.
func (m *Model) selectionMarks(mark func(model.Span, theme.Role)) {
	if s := m.selection; s != nil {
		mark(s.span(), theme.Selected)
		if s.anchored {
			mark(s.cursor, theme.Input)
		}
	}
}
