package ui

import (
	tea "charm.land/bubbletea/v2"

	"rawi/ui/keys"
	"rawi/ui/l10n"
)

// press gives a key to what is open: an overlay, the help or the panes.
func (m *Model) press(k tea.Key) tea.Cmd {
	row, name := m.keyboard.Find(k, m.context())
	if m.overlay != nil && !row.Leaves(k) {
		return m.pressOverlay(k)
	}
	m.message = message{}
	m.withdraw(row.Answers)
	if m.help != nil {
		return m.pressHelp(k, row)
	}
	argument := ""
	if _, ok := keys.Digit(name); ok {
		argument = name
	}
	return tea.Batch(m.applyProfile(m.listener.AskTmux()), m.do(row, argument))
}

// withdraw takes back the questions that a key does not answer.
func (m *Model) withdraw(answered keys.Question) {
	if answered != keys.SameParty {
		m.naming.Withdraw()
	}
	if answered != keys.QuitUnsaved {
		m.keeper.Stay()
	}
}

// do carries out an action. The argument is the digit pressed, or what was
// typed after a command's name.
func (m *Model) do(row *action, argument string) tea.Cmd {
	if m.awaits(row, argument) {
		return nil
	}
	return row.Run(m, argument)
}

// focused is the context of each pane.
var focused = [paneCount]keys.Context{articlePane: keys.InArticle, quotesPane: keys.InQuotations, partiesPane: keys.InParties}

// context is where the next key is pressed.
func (m *Model) context() keys.Context {
	if m.words.Marking() {
		return keys.InWords
	}
	return focused[m.focus]
}

func (m *Model) unknownKey() tea.Cmd {
	m.say(l10n.NoSuchKey)
	return nil
}

// goTo makes a quotation the current one and shows it.
func (m *Model) goTo(quote int) tea.Cmd {
	quotes := m.Reading.Quotes()
	if len(quotes) == 0 {
		return nil
	}
	m.Current = max(0, min(quote, len(quotes)-1))
	m.quotes.Select(m.Current, len(quotes))
	m.reader.Show(quotes[m.Current].Span)
	return m.moved()
}

// goBy goes on by some quotations, back where n is negative.
func (m *Model) goBy(n int) tea.Cmd { return m.goTo(m.Current + n) }

// meet selects a party and shows where the text names it next (step 1), or
// last (step -1), or anywhere near (step 0).
func (m *Model) meet(party, step int) tea.Cmd {
	parties := m.Reading.Parties()
	if len(parties) == 0 {
		return nil
	}
	m.parties.Select(party, len(parties))
	mentions := parties[m.parties.Selected()].Mentions
	if len(mentions) == 0 {
		return nil
	}
	m.mention = max(0, min(m.mention+step, len(mentions)-1))
	if step == 0 {
		m.mention = 0
	}
	m.reader.Show(mentions[m.mention].Span)
	return m.followText()
}

// step goes forward or back by one: a paragraph, a quotation, or a mention.
func (m *Model) step(n int) tea.Cmd {
	switch m.focus {
	case quotesPane:
		return m.goBy(n)
	case partiesPane:
		return m.meet(m.parties.Selected(), n)
	}
	m.reader.Paragraph(n)
	return m.followText()
}

// scroll goes down or up by one row, quotation or party.
func (m *Model) scroll(n int) tea.Cmd {
	switch m.focus {
	case quotesPane:
		return m.goBy(n)
	case partiesPane:
		return m.meet(m.parties.Selected()+n, 0)
	}
	m.reader.Scroll(n)
	return m.followText()
}

// page is scroll by a screen; of text one row stays.
func (m *Model) page(n int) tea.Cmd {
	switch m.focus {
	case quotesPane:
		return m.goTo(m.Current + n*m.quotes.Page())
	case partiesPane:
		return m.meet(m.parties.Selected()+n*m.parties.Page(), 0)
	}
	m.reader.Scroll(n * max(1, m.reader.Height()-1))
	return m.followText()
}

// end goes to the first or the last of what the focus is on.
func (m *Model) end(last bool) tea.Cmd {
	to := 0
	if last {
		to = len(m.session.Article.Text) // more than there are of anything
	}
	switch m.focus {
	case quotesPane:
		return m.goTo(to)
	case partiesPane:
		return m.meet(to, 0)
	}
	m.reader.Top()
	if last {
		m.reader.Bottom()
	}
	return m.followText()
}

// followText makes the first quotation on the screen the current one, unless
// the current one is on the screen.
func (m *Model) followText() tea.Cmd {
	quotes, visible := m.Reading.Quotes(), m.reader.Visible()
	if m.Current < len(quotes) && !quotes[m.Current].Overlaps(visible) {
		first, last := m.Reading.QuotesIn(visible)
		for i := first; i < last; i++ {
			if quotes[i].Overlaps(visible) {
				m.Current = i
				break
			}
		}
	}
	m.quotes.Select(m.Current, len(quotes))
	return m.moved()
}

// turn moves the focus by so many panes.
func (m *Model) turn(panes pane) tea.Cmd {
	m.focus = (m.focus + panes) % paneCount
	return m.rearrange()
}

func (m *Model) toggleMarks() tea.Cmd {
	cmd := m.applyProfile(m.listener.ChooseMarks(m.painter.HideMarks))
	if m.painter.HideMarks {
		m.say(l10n.MarksOff)
	} else {
		m.say(l10n.MarksOn)
	}
	return cmd
}

func (m *Model) toggleFolds() tea.Cmd {
	m.reader.ToggleFolds()
	return m.followText()
}

// suspend gives the screen back to the shell, with its modes as they were.
func (m *Model) suspend() tea.Cmd {
	return tea.Sequence(tea.Raw(m.Terminal().Leave), tea.Suspend)
}
