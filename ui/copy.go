package ui

import (
	tea "charm.land/bubbletea/v2"

	"rawi/ui/l10n"
	"rawi/ui/room"
	"rawi/ui/take"
	"rawi/ui/terminal"
)

// copyOut brings text to the clipboard, to a file where the terminal takes no copies,
// and to both where nobody knows. It is said to be copied when it is.
func (m *Model) copyOut(c room.Copy) tea.Cmd {
	way := take.WayOf(m.clipboard(), len(c.Text))
	done := copiedMsg{what: c.What, way: way}
	var clipboard tea.Cmd
	if way.Clipboard {
		clipboard = tea.SetClipboard(c.Text)
	}
	return tea.Sequence(clipboard, func() tea.Msg {
		if way.File && m.session.WriteCopy != nil {
			done.file, done.err = m.session.WriteCopy(c.Text)
		}
		return done
	})
}

// clipboard is what the terminal does with copies, by the reader's word if there is one.
func (m *Model) clipboard() terminal.Clipboard {
	switch takes := m.session.Clipboard; {
	case takes == nil:
		return m.Terminal().Clipboard()
	case *takes:
		return terminal.TakesCopies
	}
	return terminal.RefusesCopies
}

// arrive says what was copied, and where to.
func (msg copiedMsg) arrive(m *Model) tea.Cmd {
	say, file := m.Language.Say, isolate(msg.file)
	m.message = statusMessage{text: say(l10n.Copied, msg.what)}
	switch {
	case msg.err != nil && msg.way.Clipboard:
		m.message.warn(say(l10n.CopiedUnsure, msg.what, msg.err))
	case msg.err != nil:
		m.message.warn(say(l10n.NotCopied, msg.err))
	case msg.way.TooLong:
		m.message.text = say(l10n.CopiedLong, file, msg.what, take.Most)
	case msg.way.File && msg.way.Clipboard:
		m.message.text = say(l10n.CopiedToBoth, file, msg.what)
	case msg.way.File:
		m.message.text = say(l10n.CopiedToFile, file, msg.what)
	}
	return nil
}
