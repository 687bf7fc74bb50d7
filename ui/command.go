package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"rawi/ui/command"
	"rawi/ui/l10n"
	"rawi/ui/picker"
	"rawi/ui/theme"
)

// openCommandLine lists everything that rawi can do; typing narrows the list.
// The list is to look at: what runs is what the typed words mean alone, or the
// row that the reader moved to.
func (m *Model) openCommandLine() tea.Cmd {
	all := commands()
	items := make([]picker.Item, len(all))
	for i := range all {
		items[i] = m.commandChoice(&keyboard[i], all[i].Argument)
	}
	o := &overlay{
		Picker: picker.New(items, picker.Narrowing), title: l10n.Command, prompt: l10n.TypeCommand, keys: l10n.CommandKeys,
		tab:       (*Model).completeCommand,
		choose:    func(m *Model, c picker.Choice) tea.Cmd { return m.do(keyboard[c.Item].action, c.Typed) },
		otherwise: (*Model).runTyped,
	}
	o.SetMeaning(func(typed string) int {
		if meant := command.Parse(typed, all); meant.Outcome == command.Run {
			return meant.Command
		}
		return -1
	})
	return m.show(o)
}

// commands is the keyboard as the command line reads it.
func commands() []command.Command {
	takes := withArgument()
	all := make([]command.Command, len(keyboard))
	for i, b := range keyboard {
		all[i] = command.Command{Names: b.names[:], Argument: takes[b.action] != nil}
	}
	return all
}

// completeCommand types the rest of the command that is selected, or else of
// the first in the list.
func (m *Model) completeCommand() tea.Cmd {
	c, ok := m.overlay.Chosen()
	if !ok {
		c, ok = m.overlay.Choice(0)
	}
	if ok {
		m.overlay.Set(strings.TrimSpace(keyboard[c.Item].name(m.session.Language)+" "+c.Typed) + " ")
	}
	return nil
}

// runTyped goes to the quotation whose number was typed, or says why nothing is
// done.
func (m *Model) runTyped(typed string) tea.Cmd {
	const between = " · "
	switch meant := command.Parse(typed, commands()); meant.Outcome {
	case command.GoTo:
		return m.do(goToQuote, meant.Argument)
	case command.Unknown:
		m.say(l10n.NoCommandCalled, oneLine(typed), strings.Join(meant.Names, between))
	case command.Ambiguous:
		m.say(l10n.ManyCommands, oneLine(typed), strings.Join(meant.Names, between))
	}
	return nil
}

// name is what the command line calls the action in a language.
func (b *binding) name(l l10n.Language) string { return b.names[l] }

// commandChoice is an action in the command line: its name, its key, and what
// it does.
func (m *Model) commandChoice(b *binding, argument bool) picker.Item {
	var l line
	l.add(b.name(m.session.Language), theme.Key)
	if len(b.keys) > 0 {
		l.add(" ["+b.keys[0]+"]", theme.Dim)
	}
	help := m.session.Language.Say(b.help)
	l.add(" · "+help, theme.KeyHelp)
	return picker.Item{Names: b.names[:], Also: []string{help}, Text: l.text, Marks: l.marks, Argument: argument}
}

// do carries out an action. The argument is the digit pressed, or what was
// typed after a command's name.
func (m *Model) do(a action, argument string) tea.Cmd {
	if m.awaits(a, argument) {
		return nil
	}
	if do, ok := withArgument()[a]; ok {
		return do(m, argument)
	}
	return actions()[a](m)
}

// number is an argument that must be a number, in any script's digits.
func (m *Model) number(argument string) (n int, ok bool) {
	n, ok = command.Number(argument)
	if !ok {
		m.say(l10n.NotANumber, oneLine(argument))
	}
	return n, ok
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
