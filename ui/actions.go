package ui

import (
	tea "charm.land/bubbletea/v2"

	"rawi/model"
	"rawi/ui/keys"
	"rawi/ui/l10n"
	"rawi/ui/marks"
	"rawi/ui/parties"
	"rawi/ui/reader"
	"rawi/ui/review"
	"rawi/ui/room"
	"rawi/ui/search"
	"rawi/ui/take"
	"rawi/ui/words"
)

// names are what the command line calls it, in Arabic and English.
type names = [l10n.LanguageCount]string

// in gives rows their contexts.
func in(where keys.Contexts, rows []action) []action {
	for i := range rows {
		rows[i].Where = where
	}
	return rows
}

// with is a method with its argument filled in.
func with[T any](do func(*Model, T) tea.Cmd, argument T) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd { return do(m, argument) }
}

// What the rows of the table of actions do by way of the rooms.

// onReview is an action of the review.
func onReview(do func(*review.Review) room.Effect) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd { return m.apply(do(&m.review)) }
}

// onReviewWith is one with an argument.
func onReviewWith(do func(*review.Review, string) room.Effect) func(*Model, string) tea.Cmd {
	return func(m *Model, argument string) tea.Cmd { return m.apply(do(&m.review, argument)) }
}

// setKind is the action that says of what kind the quoted words are.
func setKind(k model.QuoteKind) func(*Model) tea.Cmd {
	return onReview(func(r *review.Review) room.Effect { return r.SetKind(k) })
}

// sameParty is the action that answers whether a name just typed is one that is known.
func sameParty(m *Model) tea.Cmd { return m.apply(m.naming.Same()) }

// openHistory and openUnresolved are the actions that list decisions.
func openHistory(m *Model) tea.Cmd    { return m.apply(m.history.Open()) }
func openUnresolved(m *Model) tea.Cmd { return m.apply(m.history.OpenUnresolved()) }

// onSearch is an action of the search.
func onSearch(do func(*search.Search) room.Effect) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd { return m.apply(do(&m.search)) }
}

// nextHit is the action that goes to the next place found, or the last one.
func nextHit(step int) func(*Model) tea.Cmd {
	return onSearch(func(s *search.Search) room.Effect { return s.Next(step) })
}

// searchThis is the action that looks for the marked words, or the selected party's
// name.
func searchThis(m *Model) tea.Cmd {
	if m.words.Marking() {
		return m.apply(m.search.For(m.words.Span().In(m.Article.Text)))
	}
	return onParty(func(_ *parties.Parties, p *model.Party) room.Effect { return m.search.For(p.Name) })(m)
}

// openPage is the action that opens the article's own address in the browser.
func openPage(m *Model) tea.Cmd {
	address := take.Address(m.Article)
	if address == "" {
		m.say(l10n.NoPageAddress)
		return nil
	}
	return m.apply(room.Effect{Browse: address})
}

// openLinks is the action that lists the links of the article, or opens the one of a
// number.
func openLinks(m *Model, number string) tea.Cmd { return m.apply(m.links.Open(number)) }

// onParty is an action on the selected party.
func onParty(do func(*parties.Parties, *model.Party) room.Effect) func(*Model) tea.Cmd {
	change := onPartyWith(func(p *parties.Parties, party *model.Party, _ string) room.Effect { return do(p, party) })
	return func(m *Model) tea.Cmd { return change(m, "") }
}

// onPartyWith is an action on the selected party with an argument.
func onPartyWith(do func(*parties.Parties, *model.Party, string) room.Effect) func(*Model, string) tea.Cmd {
	return func(m *Model, argument string) tea.Cmd {
		all, i := m.Reading.Parties(), m.selected()
		if i < 0 {
			m.say(l10n.NoParties)
			return nil
		}
		return m.apply(do(&m.naming, &all[i], argument))
	}
}

// setField is the action that changes a text of the selected party.
func setField(f parties.Field) func(*Model, string) tea.Cmd {
	return onPartyWith(func(p *parties.Parties, party *model.Party, text string) room.Effect { return p.Change(party, f, text) })
}

// markWords is the action that starts marking words.
func markWords(m *Model) tea.Cmd { return m.apply(m.words.Start(m.reader.Visible())) }

// markQuote is the action that marks the current quotation, to move its end or its
// beginning.
func markQuote(end bool) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd { return m.apply(m.words.StartQuote(end)) }
}

// leaveWords is the action that ends marking.
func leaveWords(m *Model) tea.Cmd { return m.apply(m.words.Leave()) }

// onWords is an action on the words that are being marked; where none are, it
// starts marking.
func onWords(do func(*words.Words) room.Effect) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd {
		if !m.words.Marking() {
			return markWords(m)
		}
		return m.apply(do(&m.words))
	}
}

// onTake is an action that copies.
func onTake(copies func(take.Take) room.Effect) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd { return m.apply(copies(m.takes())) }
}

// takes is the room of what readers take with them.
func (m *Model) takes() take.Take { return take.Take{Scene: m.Scene, Form: m.session.Form} }

// copyWords is the action that copies the marked words, and ends marking.
func copyWords(m *Model) tea.Cmd {
	if !m.words.Marking() {
		return markWords(m)
	}
	cmd := m.apply(m.takes().Words(m.words.Span()))
	m.words.Leave()
	return cmd
}

// moveCursor is the action that moves the word cursor.
func moveCursor(to func(*reader.Reader, model.Span) model.Span) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd {
		return onWords(func(w *words.Words) room.Effect {
			return w.Move(func(word model.Span) model.Span { return to(&m.reader, word) })
		})(m)
	}
}

// inDirection is a movement with its direction filled in.
func inDirection(to func(*reader.Reader, model.Span, int) model.Span, direction int) func(*reader.Reader, model.Span) model.Span {
	return func(r *reader.Reader, word model.Span) model.Span { return to(r, word, direction) }
}

// onMarks is an action that leads back to a place.
func onMarks(do func(*marks.Marks) room.Effect) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd { return m.apply(do(&m.marks)) }
}

// withLetter is an action with a letter, which is the next key unless it was typed.
func withLetter(do func(*marks.Marks, string) room.Effect) func(*Model, string) tea.Cmd {
	return func(m *Model, letter string) tea.Cmd {
		if letter != "" {
			return m.apply(do(&m.marks, letter))
		}
		m.say(l10n.AskLetter)
		m.awaited = func(m *Model, key string) tea.Cmd { return m.apply(do(&m.marks, key)) }
		return nil
	}
}
