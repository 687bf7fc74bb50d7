package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"rawi/ui/keys"
	"rawi/ui/l10n"
	"rawi/ui/room"
)

// press gives a key to what is open: an overlay, the help or the panes.
func (m *Model) press(k tea.Key) tea.Cmd {
	row, name := m.keyboard.Find(k, m.context())
	if m.overlay != nil && !row.Leaves(k) {
		return m.pressOverlay(k)
	}
	if m.listing != nil && !row.Leaves(k) {
		return m.pressListing(k)
	}
	m.message = statusMessage{}
	if take := m.awaited; take != nil && !row.Leaves(k) {
		if m.awaited = nil; k.Code == tea.KeyEscape {
			return nil
		}
		return take(m, keys.Name(k))
	}
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

// withdraw closes the questions that a key does not answer.
func (m *Model) withdraw(answered keys.Question) {
	if answered != keys.SameParty {
		m.naming.Withdraw()
	}
	if answered != keys.QuitUnsaved {
		m.keeper.Stay()
	}
}

func openHelp(m *Model) tea.Cmd {
	m.help = newHelpPage(m.keyboard.Rows, m.Language)
	return m.repaint()
}

// pressHelp scrolls the help, or narrows it to what is typed. The keys that close it do
// nothing else, except for those that the terminal's keys for interrupting and stopping
// are.
func (m *Model) pressHelp(k tea.Key, row *action) tea.Cmd {
	body, closes := m.geometry.body(), row.ID() == "quit" || row.ID() == "help"
	switch {
	case row.Leaves(k), k.Code == tea.KeyEscape, k.Code == tea.KeyEnter, closes && m.help.typed == "":
		m.help = nil
	case k.Code == tea.KeyBackspace:
		m.help.erase()
	case strings.TrimSpace(k.Text) != "" || k.Text != "" && m.help.typed != "":
		m.help.filter(m.help.typed + k.Text)
	default:
		m.help.scroll(row, body.w, body.h)
	}
	if row.Leaves(k) {
		return row.Run(m, "")
	}
	return m.repaint()
}

// unknownKey says where a key does something that does nothing here.
func (m *Model) unknownKey(k tea.Key) tea.Cmd {
	row, in := m.keyboard.Elsewhere(k)
	if row == nil {
		m.say(l10n.NoSuchKey)
	} else {
		m.say(l10n.KeyElsewhere, m.Language.Say(row.Help), m.Language.Say(headings[in]))
	}
	return nil
}

// turn moves the focus by a number of panes.
func (m *Model) turn(panes pane) tea.Cmd { return m.focusOn((m.focus + panes) % paneCount) }

// toArticle gives the article the focus and takes the light off what was searched for.
// While something is fetched it stops that.
func (m *Model) toArticle() tea.Cmd {
	if m.loading != nil {
		return m.stopLoading()
	}
	m.search.Clear()
	if m.zen {
		return m.toggleZen()
	}
	return m.focusOn(articlePane)
}

// focusOn gives a pane the focus, and keeps that for the next article.
func (m *Model) focusOn(p pane) tea.Cmd {
	m.focus = p
	if m.zen && p != articlePane {
		m.zen = false
		m.dress()
	}
	return tea.Batch(m.rearrange(), m.session.Preferences.keepPane(p))
}

// toQuotation goes from the article to the current quotation's row.
func (m *Model) toQuotation() tea.Cmd { return m.focusOn(quotesPane) }

// toggleLock locks what is decided, or unlocks it.
func (m *Model) toggleLock() tea.Cmd {
	m.locked = !m.locked
	m.say(map[bool]l10n.Word{true: l10n.LockOn, false: l10n.LockOff}[m.locked])
	return nil
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
	return tea.Sequence(tea.Raw(m.LeaveScreen()), tea.Suspend)
}

// quit ends the program when everything is saved. While that takes its time, or
// fails, it says so and ends at the second time.
func (m *Model) quit() tea.Cmd {
	effect := m.keeper.Quit()
	if effect.Quit {
		return m.follow(effect)
	}
	m.message.showQuitting(&m.keeper, m.Language)
	if m.overlay == nil {
		return m.follow(effect)
	}
	return tea.Batch(m.ask(nil), m.follow(effect)) // q would be typed into it
}

// pressListing gives a key to the list that is open.
func (m *Model) pressListing(k tea.Key) tea.Cmd {
	l := m.listing
	m.message = statusMessage{}
	effect, closes := l.Press(k.Keystroke(), k.Text)
	switch {
	case !closes:
		return m.apply(effect)
	case effect.Nothing() && l.Back == nil && m.session.Shelf: // there is nothing behind it
		return m.quit()
	}
	return tea.Batch(m.list(nextList(l, effect)), m.apply(effect))
}

// nextList is what is shown when a list closes: the one below it, unless something was
// chosen.
func nextList(l *room.Listing, chosen room.Effect) *room.Listing {
	if chosen.Nothing() {
		return l.Back
	}
	return nil
}
