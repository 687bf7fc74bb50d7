package ui

import (
	tea "charm.land/bubbletea/v2"

	"rawi/model"
	"rawi/ui/l10n"
)

// quotation is the current one; ok is false where the article has none.
func (m *Model) quotation() (q *model.Quote, ok bool) {
	if quotes := m.reading.Quotes(); m.current < len(quotes) {
		return &quotes[m.current], true
	}
	return nil, false
}

// review is how the reader goes through what is undecided.
type review struct {
	inText bool // as the text does, not from doubtful to sure
	at     int  // the quotation that it led to last
}

// goToUndecided goes to the next quotation in the order of review, and from the
// last one to the first. Who went elsewhere begins with the most doubtful.
func (m *Model) goToUndecided() tea.Cmd {
	next, ok := m.reading.NextUndecided(-1, !m.review.inText)
	if !ok {
		m.say(l10n.AllDecided)
		return nil
	}
	if m.review.inText || m.current == m.review.at || next == m.current {
		if after, ok := m.reading.NextUndecided(m.current, !m.review.inText); ok {
			next = after
		}
	}
	m.review.at = next
	return m.goTo(next)
}

func (m *Model) changeOrder() tea.Cmd {
	m.review.inText = !m.review.inText
	if m.review.inText {
		m.say(l10n.TextOrder)
	} else {
		m.say(l10n.DoubtfulFirst)
	}
	return nil
}

// decide makes a decision on the current quotation and, where it was undecided
// and now nothing is left open, goes on to the next one.
func (m *Model) decide(do func(quote int) (model.Annotation, bool)) tea.Cmd {
	q, ok := m.quotation()
	if !ok {
		m.say(l10n.NoQuotes)
		return nil
	}
	before := q.Decided()
	a, ok := do(m.current)
	if !ok {
		m.say(l10n.NothingToAccept)
		return nil
	}
	saved := m.decided(a)
	if q, _ := m.quotation(); before || unknown(q) {
		return saved
	}
	if _, open := m.reading.NextUndecided(-1, false); !open {
		m.claim(l10n.LastDecided)
		return saved
	}
	m.review.at = m.current // it goes on from here
	return tea.Batch(saved, m.goToUndecided())
}

// unknown reports whether nobody knows who spoke.
func unknown(q *model.Quote) bool { return q.Kind.Spoken() && q.Speaker == "" }

func (m *Model) accept() tea.Cmd {
	return m.decide(func(quote int) (model.Annotation, bool) { return m.reading.Accept(quote) })
}

// kindOf is the action that says of what kind the quoted words are.
func kindOf(k model.QuoteKind) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd {
		return m.decide(func(quote int) (model.Annotation, bool) { return m.reading.SetKind(quote, k), true })
	}
}

// assign says who spoke.
func (m *Model) assign(p model.Party) tea.Cmd {
	return m.decide(func(quote int) (model.Annotation, bool) { return m.reading.Assign(quote, p), true })
}

// chooseCandidate says that the n-th candidate spoke, from 1.
func (m *Model) chooseCandidate(argument string) tea.Cmd {
	n, ok := m.number(argument)
	if !ok {
		return nil
	}
	if candidates := m.candidates(); 1 <= n && n <= len(candidates) {
		return m.assign(candidates[n-1])
	}
	m.say(l10n.NoSuchCandidate, argument)
	return nil
}

// candidates is who may have said the current quotation, likeliest first, and
// after them the people of other articles.
func (m *Model) candidates() []model.Party {
	if _, ok := m.quotation(); !ok {
		return nil
	}
	return append(m.reading.Candidates(m.current), m.reading.Others(m.people)...)
}

// nearest is the first n candidates, for every frame: the library's people are
// looked at only where the article has too few.
func (m *Model) nearest(n int) []model.Party {
	if _, ok := m.quotation(); !ok {
		return nil
	}
	candidates := m.reading.Likeliest(m.current, n)
	for i := 0; i < len(m.people) && len(candidates) < n; i++ {
		if p := m.people[i]; !m.reading.Has(p.ID) {
			candidates = append(candidates, p)
		}
	}
	return candidates
}

func (m *Model) nameSpeaker() tea.Cmd {
	if _, ok := m.quotation(); !ok {
		return nil
	}
	nobody := model.Party{Name: m.session.Language.Say(l10n.NobodyKnown)}
	return m.pickParty(l10n.WhoSpoke, append(m.candidates(), nobody), (*Model).assign)
}

// acceptAbove accepts what is at least so many per cent sure.
func (m *Model) acceptAbove(argument string) tea.Cmd {
	n, ok := m.number(argument)
	if !ok {
		return nil
	}
	return m.acceptAll(float64(n) / 100)
}

// acceptAll accepts the guesses that are at least so sure, as one decision to
// undo.
func (m *Model) acceptAll(least float64) tea.Cmd {
	accepted := m.reading.AcceptAll(0, least)
	if len(accepted) == 0 {
		m.say(l10n.NothingToAccept)
		return nil
	}
	m.claim(l10n.AcceptedCount, len(accepted))
	if left := count(m.reading.Quotes(), unknown); left > 0 {
		m.claim(l10n.AcceptedLeft, len(accepted), left)
	}
	return m.decided(accepted...)
}
