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

// suspend gives the screen back to the shell, with its modes as they were.
func (m *Model) suspend() tea.Cmd {
	return tea.Sequence(tea.Raw(m.Terminal().Leave), tea.Suspend)
}
