package ui

import (
	tea "charm.land/bubbletea/v2"

	"rawi/model"
	"rawi/ui/l10n"
	"rawi/ui/parties"
	"rawi/ui/reader"
	"rawi/ui/review"
	"rawi/ui/room"
	"rawi/ui/words"
)

// What the rows of the table of actions do by way of the rooms.

// reviewing is an action of the review.
func reviewing(do func(*review.Review) room.Step) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd { return m.apply(do(&m.review)) }
}

// reviewingWith is one with an argument.
func reviewingWith(do func(*review.Review, string) room.Step) func(*Model, string) tea.Cmd {
	return func(m *Model, argument string) tea.Cmd { return m.apply(do(&m.review, argument)) }
}

// kindOf is the action that says of what kind the quoted words are.
func kindOf(k model.QuoteKind) func(*Model) tea.Cmd {
	return reviewing(func(r *review.Review) room.Step { return r.SetKind(k) })
}

// same is the action that answers whether a name just typed is one that is known.
func same(m *Model) tea.Cmd { return m.apply(m.naming.Same()) }

// openHistory and openUnresolved are the actions that list decisions.
func openHistory(m *Model) tea.Cmd    { return m.apply(m.history.Open()) }
func openUnresolved(m *Model) tea.Cmd { return m.apply(m.history.OpenUnresolved()) }

// ofParty is an action on the selected party.
func ofParty(do func(*parties.Parties, *model.Party) room.Step) func(*Model) tea.Cmd {
	change := changing(func(p *parties.Parties, party *model.Party, _ string) room.Step { return do(p, party) })
	return func(m *Model) tea.Cmd { return change(m, "") }
}

// changing is an action on the selected party with an argument.
func changing(do func(*parties.Parties, *model.Party, string) room.Step) func(*Model, string) tea.Cmd {
	return func(m *Model, argument string) tea.Cmd {
		all, i := m.Reading.Parties(), m.parties.Selected()
		if i >= len(all) {
			m.say(l10n.NoParties)
			return nil
		}
		return m.apply(do(&m.naming, &all[i], argument))
	}
}

// fieldOf is the action that changes a text of the selected party.
func fieldOf(f parties.Field) func(*Model, string) tea.Cmd {
	return changing(func(p *parties.Parties, party *model.Party, text string) room.Step { return p.Change(party, f, text) })
}

// markWords is the action that begins to mark words.
func markWords(m *Model) tea.Cmd { return m.apply(m.words.Start(m.reader.Visible())) }

// markQuote is the action that marks the current quotation, to move its end or its
// beginning.
func markQuote(end bool) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd { return m.apply(m.words.StartQuote(end)) }
}

// leaveWords is the action that ends marking.
func leaveWords(m *Model) tea.Cmd { return m.apply(m.words.Leave()) }

// inWords is an action on the words that are being marked; where none are, it
// begins that.
func inWords(do func(*words.Words) room.Step) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd {
		if !m.words.Marking() {
			return markWords(m)
		}
		return m.apply(do(&m.words))
	}
}

// moveCursor is the action that moves the word cursor.
func moveCursor(to func(*reader.Reader, model.Span) model.Span) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd {
		return inWords(func(w *words.Words) room.Step {
			return w.Move(func(word model.Span) model.Span { return to(&m.reader, word) })
		})(m)
	}
}

// stepwise is a movement with its step filled in.
func stepwise(to func(*reader.Reader, model.Span, int) model.Span, step int) func(*reader.Reader, model.Span) model.Span {
	return func(r *reader.Reader, word model.Span) model.Span { return to(r, word, step) }
}
