package ui

import (
	tea "charm.land/bubbletea/v2"

	"rawi/ui/keys"
	"rawi/ui/l10n"
)

// mustWait reports whether input must wait because other input does. Letters
// after a key that opens a line are text, even q.
func (m *Model) mustWait(msg tea.Msg) bool {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		_, wheel := msg.(tea.MouseWheelMsg)
		return !wheel || m.pending.ordered
	}
	k := tea.Key(press)
	row, _ := m.keyboard.Find(k, m.context())
	switch {
	case row.Leaves(k):
		return false
	case m.pending.typing:
		m.pending.typing = k.Code != tea.KeyEnter && k.Code != tea.KeyEscape
		return true
	case row.Needs == keys.Leaving, m.scrollsText(row) && !m.pending.ordered:
		return false
	}
	m.pending.expect(row)
	return true
}

// expect notes what an action that waits will do with the keys after it.
func (e *pendingInput) expect(row *action) {
	e.typing = row.Needs.Types()
	e.ordered = e.ordered || row.Needs != keys.Lists
}

// scrollsText reports whether an action moves the text alone.
func (m *Model) scrollsText(row *action) bool {
	return row.Needs == keys.Scrolling && m.focus == articlePane
}

// postpone lets input wait until the quotations are found.
func (m *Model) postpone(run func(*Model) tea.Cmd) tea.Cmd {
	m.pending.waiting = append(m.pending.waiting, pendingAction{m.reader.Offset(), run})
	return nil
}

// postponeAction lets an action wait that needs what is not there yet.
func (m *Model) postponeAction(row *action, argument string) bool {
	if m.Detected || !row.Needs.Waits() || m.scrollsText(row) {
		return false
	}
	m.pending.expect(row)
	m.postpone(func(m *Model) tea.Cmd { return m.do(row, argument) })
	return true
}

// do carries out an action. The argument is the digit pressed, or what was
// typed after its name on the command line.
func (m *Model) do(row *action, argument string) tea.Cmd {
	if row.Decides && m.locked {
		m.say(l10n.Locked)
		return nil
	}
	if m.postponeAction(row, argument) {
		return nil
	}
	return row.Run(m, argument)
}

// runPending runs what waited, each at the place in the text where the reader
// was when it came, and then shows the text where the reader is now.
func (m *Model) runPending() tea.Cmd {
	all, here := m.pending.waiting, m.reader.Offset()
	m.pending = pendingInput{}
	if len(all) == 0 {
		return nil
	}
	if all[0].at != here {
		m.Current = 0 // start over from there
	}
	at, cmds := here, []tea.Cmd(nil)
	goTo := func(offset int) {
		if offset != at {
			m.reader.ScrollTo(offset)
			m.followText()
			cmds = append(cmds, m.moved())
			at = offset
		}
	}
	for _, w := range all {
		goTo(w.at)
		cmds = append(cmds, w.run(m), m.comeBack())
	}
	goTo(here)
	return tea.Batch(cmds...)
}
