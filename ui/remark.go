package ui

import (
	tea "charm.land/bubbletea/v2"

	"rawi/model"
	"rawi/ui/l10n"
	"rawi/ui/picker"
)

// What a reader says of a quotation besides who spoke.

// drop decides that the current quotation is none.
func (m *Model) drop() tea.Cmd {
	if _, ok := m.quotation(); !ok {
		m.say(l10n.NoQuotes)
		return nil
	}
	saved := m.decided(m.reading.DropQuote(m.current))
	m.claim(l10n.Dropped)
	return tea.Batch(saved, m.goTo(m.current))
}

// note puts a note on the current quotation: the argument, or what is typed.
func (m *Model) note(text string) tea.Cmd {
	q, ok := m.quotation()
	if !ok {
		m.say(l10n.NoQuotes)
		return nil
	}
	set := func(m *Model, text string) tea.Cmd { return m.decided(m.reading.SetNote(m.current, text)) }
	if text != "" {
		return set(m, text)
	}
	return m.ask(l10n.NoteTitle, l10n.TypeNote, q.Note, set)
}

// ask lets the reader type a text, which begins as what is there; empty, it
// takes that away.
func (m *Model) ask(title, prompt l10n.Word, text string, then func(*Model, string) tea.Cmd) tea.Cmd {
	var items []picker.Item
	if text != "" {
		away := m.session.Language.Say(l10n.TakeAway)
		items = []picker.Item{{Names: []string{away}, Text: away}}
	}
	o := &overlay{
		Picker: picker.New(items, picker.Text), title: title, prompt: prompt, keys: l10n.TextKeys,
		offer: func(_ *Model, typed string) string { return typed },
	}
	o.Set(text)
	o.choose = func(m *Model, c picker.Choice) tea.Cmd {
		if c.Item >= 0 {
			return then(m, "")
		}
		return then(m, c.Typed)
	}
	return m.show(o)
}

// nextCertainty says how sure the reader is: sure, likely, unsure, nothing.
func (m *Model) nextCertainty() tea.Cmd {
	q, ok := m.quotation()
	if !ok {
		m.say(l10n.NoQuotes)
		return nil
	}
	c := (q.Certainty + 1) % (model.Unsure + 1)
	m.claim(l10n.CertaintyIs, m.session.Language.Certainty(c))
	return m.decided(m.reading.SetCertainty(m.current, c))
}

// nameAddressee says to whom the current quotation was said.
func (m *Model) nameAddressee() tea.Cmd {
	q, ok := m.quotation()
	if !ok {
		m.say(l10n.NoQuotes)
		return nil
	}
	parties := m.candidates()
	if q.Addressee != "" {
		parties = append(parties, model.Party{Name: m.session.Language.Say(l10n.Nobody)})
	}
	return m.pickParty(l10n.ToWhom, parties, func(m *Model, p model.Party) tea.Cmd {
		return m.decided(m.reading.SetAddressee(m.current, p))
	})
}
