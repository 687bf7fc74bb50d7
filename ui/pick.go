package ui

import (
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"rawi/model"
	"rawi/ui/l10n"
	"rawi/ui/picker"
)

// pickerKeys is what keys do while a speaker is picked; any other key that
// gives text is typed.
var pickerKeys = map[string]func(*Model) tea.Cmd{
	"enter":     (*Model).pick,
	"esc":       (*Model).closePicker,
	"up":        func(m *Model) tea.Cmd { m.picker.Next(-1); return nil },
	"down":      func(m *Model) tea.Cmd { m.picker.Next(1); return nil },
	"left":      func(m *Model) tea.Cmd { m.picker.Move(1); return nil }, // the line runs right to left
	"right":     func(m *Model) tea.Cmd { m.picker.Move(-1); return nil },
	"backspace": func(m *Model) tea.Cmd { m.picker.Erase(); return nil },
	"ctrl+u":    func(m *Model) tea.Cmd { m.picker.Clear(); return nil },
	"tab":       func(m *Model) tea.Cmd { m.picker.NextKind(); return nil },
}

func (m *Model) pressPicker(k tea.Key) tea.Cmd {
	if do, ok := pickerKeys[k.Keystroke()]; ok {
		return do(m)
	}
	if n, ok := digit(k.Text); ok {
		if p, ok := m.picker.Choice(n - 1); ok {
			return m.assign(p)
		}
		return nil
	}
	m.picker.Type(k.Text)
	return nil
}

// digit is the number from 1 to 9 that text is, in either script.
func digit(text string) (n int, ok bool) {
	r, size := utf8.DecodeRuneInString(text)
	for _, zero := range []rune{'0', '٠'} {
		if n := int(r - zero); 1 <= n && n <= 9 {
			return n, size == len(text)
		}
	}
	return 0, false
}

// pick assigns the selected party.
func (m *Model) pick() tea.Cmd {
	if p, ok := m.picker.Chosen(); ok {
		return m.assign(p)
	}
	return nil
}

func (m *Model) assign(p model.Party) tea.Cmd {
	a := m.reading.Assign(m.current, p)
	return tea.Batch(m.closePicker(), m.decided(a))
}

// pickerWords is what the picker says.
func (m *Model) pickerWords() picker.Words {
	say := m.session.Language.Say
	return picker.Words{
		Prompt: say(l10n.TypeName),
		Keys:   say(l10n.PickerKeys),
		New:    func(name, kind string) string { return say(l10n.NewParty, name, kind) },
		Kind:   m.session.Language.PartyKind,
		Number: func(id model.PartyID) (int, bool) {
			_, n, ok := m.reading.Party(id)
			return n, ok
		},
	}
}
