package ui

import (
	tea "charm.land/bubbletea/v2"

	"rawi/ui/keys"
)

// early is input that came before the quotations were found. What needs them
// waits, and what comes after it waits behind it, so that all is obeyed in its
// order: but for quitting and for scrolling the text, which are answered at once.
type early struct {
	waiting []waiting
	typing  bool // what waits opens something that keys are typed into
	ordered bool // what waits may change what scrolling does
}

// waiting is one key, command, click or paste.
type waiting struct {
	at   int // byte offset of the text in the top row when it came
	obey func(*Model) tea.Cmd
}

// input takes in what the reader does.
func (m *Model) input(msg tea.Msg) tea.Cmd {
	if len(m.early.waiting) > 0 && m.waitsBehind(msg) {
		return m.await(func(m *Model) tea.Cmd { return m.obey(msg) })
	}
	return m.obey(msg)
}

func (m *Model) obey(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return m.pressCleanly(tea.Key(msg))
	case tea.MouseMsg:
		return m.pointed(msg)
	case tea.PasteMsg:
		if m.overlay != nil {
			m.overlay.Type(msg.Content)
		}
	}
	return nil
}

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
