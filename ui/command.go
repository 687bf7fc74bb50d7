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
	all := m.commands()
	items := make([]picker.Item, len(all))
	for i := range all {
		items[i] = m.commandChoice(&m.keyboard.Rows[i], all[i].Argument)
	}
	o := &overlay{
		Picker: picker.New(items, picker.Narrowing), title: l10n.Command, prompt: l10n.TypeCommand, keys: l10n.CommandKeys,
		tab:       (*Model).completeCommand,
		choose:    func(m *Model, c picker.Choice) tea.Cmd { return m.do(&m.keyboard.Rows[c.Item], c.Typed) },
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
func (m *Model) commands() []command.Command {
	all := make([]command.Command, len(m.keyboard.Rows))
	for i := range all {
		row := &m.keyboard.Rows[i]
		all[i] = command.Command{Names: row.Names[:], Argument: row.DoWith != nil}
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
		m.overlay.Set(strings.TrimSpace(m.keyboard.Rows[c.Item].Names[m.session.Language]+" "+c.Typed) + " ")
	}
	return nil
}

// goToQuotation is the command that a number typed alone stands for.
const goToQuotation = "go"

// runTyped goes to the quotation whose number was typed, or says why nothing is
// done.
func (m *Model) runTyped(typed string) tea.Cmd {
	const between = " · "
	switch meant := command.Parse(typed, m.commands()); meant.Outcome {
	case command.GoTo:
		return m.do(m.keyboard.Named(goToQuotation), meant.Argument)
	case command.Unknown:
		m.say(l10n.NoCommandCalled, oneLine(typed), strings.Join(meant.Names, between))
	case command.Ambiguous:
		m.say(l10n.ManyCommands, oneLine(typed), strings.Join(meant.Names, between))
	}
	return nil
}

// commandChoice is an action in the command line: its name, its key, and what
// it does.
func (m *Model) commandChoice(row *action, argument bool) picker.Item {
	var l line
	l.add(row.Names[m.session.Language], theme.Key)
	if key := shortcut(row); key != "" {
		l.add(" ["+key+"]", theme.Dim)
	}
	help := m.session.Language.Say(row.Help)
	l.add(" · "+help, theme.KeyHelp)
	return picker.Item{Names: row.Names[:], Also: []string{help}, Text: l.text, Marks: l.marks, Argument: argument}
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
