package ui

import (
	tea "charm.land/bubbletea/v2"

	"rawi/ui/keys"
)

// waitsBehind reports whether input must wait because other input does. Letters
// after a key that opens a line are text, even q.
func (m *Model) waitsBehind(msg tea.Msg) bool {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		_, wheel := msg.(tea.MouseWheelMsg)
		return !wheel || m.early.ordered
	}
	k := tea.Key(press)
	row, _ := m.keyboard.Find(k, m.context())
	switch {
	case row.Leaves(k):
		return false
	case m.early.typing:
		m.early.typing = k.Code != tea.KeyEnter && k.Code != tea.KeyEscape
		return true
	case row.Needs == keys.Leaving, m.scrollsText(row) && !m.early.ordered:
		return false
	}
	m.early.expect(row)
	return true
}

// expect notes what an action that waits will do with the keys after it.
func (e *early) expect(row *action) {
	e.typing = row.Needs.Types()
	e.ordered = e.ordered || row.Needs != keys.Lists
}

// scrollsText reports whether an action moves the text alone.
func (m *Model) scrollsText(row *action) bool {
	return row.Needs == keys.Scrolling && m.focus == articlePane
}

// await lets input wait until the quotations are found.
func (m *Model) await(obey func(*Model) tea.Cmd) tea.Cmd {
	m.early.waiting = append(m.early.waiting, waiting{m.reader.Offset(), obey})
	return nil
}

// awaits lets an action wait that needs what is not there yet.
func (m *Model) awaits(row *action, argument string) bool {
	if m.Detected || !row.Needs.Waits() || m.scrollsText(row) {
		return false
	}
	m.early.expect(row)
	m.await(func(m *Model) tea.Cmd { return m.do(row, argument) })
	return true
}

// do carries out an action. The argument is the digit pressed, or what was
// typed after a command's name.
func (m *Model) do(row *action, argument string) tea.Cmd {
	if m.awaits(row, argument) {
		return nil
	}
	return row.Run(m, argument)
}

// obeyEarly obeys what waited, each at the place in the text where the reader
// was, and in the end shows the text where he is.
func (m *Model) obeyEarly() tea.Cmd {
	all, here := m.early.waiting, m.reader.Offset()
	m.early = early{}
	if len(all) == 0 {
		return nil
	}
	if all[0].at != here {
		m.Current = 0 // anew from there
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
		cmds = append(cmds, w.obey(m))
	}
	goTo(here)
	return tea.Batch(cmds...)
}
