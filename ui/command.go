package ui

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"rawi/ui/l10n"
	"rawi/ui/picker"
	"rawi/ui/theme"
)

// openCommandLine lists everything that rawi can do; typing narrows the list.
func (m *Model) openCommandLine() tea.Cmd {
	items := make([]picker.Item, len(keyboard))
	for i := range keyboard {
		items[i] = m.commandChoice(&keyboard[i])
	}
	return m.show(&overlay{
		Picker: picker.New(items, picker.Narrowing), title: l10n.Command, prompt: l10n.TypeCommand, keys: l10n.CommandKeys,
		tab: func(m *Model) tea.Cmd {
			if c, ok := m.overlay.Chosen(); ok {
				m.overlay.Set(strings.TrimSpace(keyboard[c.Item].name(m.session.Language)+" "+c.Typed) + " ")
			}
			return nil
		},
		choose: func(m *Model, c picker.Choice) tea.Cmd { return m.do(keyboard[c.Item].action, c.Typed) },
	})
}

// name is what the command line calls the action in a language.
func (b *binding) name(l l10n.Language) string { return b.names[l] }

// commandChoice is an action in the command line: its name, its key, and what
// it does.
func (m *Model) commandChoice(b *binding) picker.Item {
	_, takes := withArgument()[b.action]
	var l line
	l.add(b.name(m.session.Language), theme.Key)
	if len(b.keys) > 0 {
		l.add(" ["+b.keys[0]+"]", theme.Dim)
	}
	help := m.session.Language.Say(b.help)
	l.add(" · "+help, theme.KeyHelp)
	return picker.Item{Names: b.names[:], Also: []string{help}, Text: l.text, Marks: l.marks, Argument: takes}
}

// do carries out an action. The argument is the digit pressed, or what was
// typed after a command's name.
func (m *Model) do(a action, argument string) tea.Cmd {
	if do, ok := withArgument()[a]; ok {
		return do(m, argument)
	}
	return actions()[a](m)
}

// number is an argument that must be a number, in either script's digits.
func (m *Model) number(argument string) (n int, ok bool) {
	western := strings.Map(func(r rune) rune {
		if '٠' <= r && r <= '٩' {
			return r - '٠' + '0'
		}
		return r
	}, strings.TrimRight(argument, "%٪ "))
	n, err := strconv.Atoi(western)
	if err != nil {
		m.say(l10n.NotANumber, argument)
	}
	return n, err == nil
}

// goToNumber goes to the quotation of a number, from 1.
func (m *Model) goToNumber(argument string) tea.Cmd {
	n, ok := m.number(argument)
	if !ok {
		return nil
	}
	if n < 1 || n > len(m.reading.Quotes()) {
		m.say(l10n.NoSuchQuote, argument)
		return nil
	}
	return m.goTo(n - 1)
}
