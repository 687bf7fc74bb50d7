package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"rawi/ui/cmdline"
	"rawi/ui/l10n"
	"rawi/ui/paint"
	"rawi/ui/picker"
	"rawi/ui/room"
	"rawi/ui/theme"
)

// commandLine is the table of actions as the command line reads it.
type commandLine struct {
	rows     []action
	language l10n.Language
}

func openCommandLine(m *Model) tea.Cmd {
	return m.apply(room.Effect{Ask: commandLine{m.keyboard.Rows, m.Language}.question()})
}

// question lists everything that rawi can do; typing narrows the list. The list is
// to look at: what runs is what the typed words mean alone, or the row that the
// reader moved to.
func (c commandLine) question() *room.Question {
	all := c.actions()
	items := make([]picker.Item, len(all))
	for i := range all {
		items[i] = c.item(&c.rows[i], all[i].Argument)
	}
	q := &room.Question{
		Picker: picker.New(items, picker.Narrowing), Title: l10n.Command, Prompt: l10n.TypeCommand, Keys: l10n.CommandKeys,
		Choose: func(chosen picker.Choice) room.Effect {
			return room.Effect{Action: chosen.Item + 1, Argument: chosen.Typed}
		},
		ChooseTyped: func(typed string) room.Effect { return c.run(typed, all) },
	}
	q.Tab = func() room.Effect {
		c.complete(q)
		return room.Effect{}
	}
	q.SetMeaning(func(typed string) int {
		if meant := cmdline.Parse(typed, all); meant.Outcome == cmdline.Run {
			return meant.Action
		}
		return -1
	})
	return q
}

func (c commandLine) actions() []cmdline.Action {
	all := make([]cmdline.Action, len(c.rows))
	for i := range all {
		all[i] = cmdline.Action{Names: c.rows[i].Names[:], Argument: c.rows[i].DoWith != nil}
	}
	return all
}

// complete types the rest of the action that is selected, or else of the first
// in the list.
func (c commandLine) complete(q *room.Question) {
	chosen, ok := q.Chosen()
	if !ok {
		chosen, ok = q.Choice(0)
	}
	if ok {
		q.Set(strings.TrimSpace(c.rows[chosen.Item].Names[c.language]+" "+chosen.Typed) + " ")
	}
}

// goToQuotation is the action that a number typed alone stands for.
const goToQuotation = "go"

// run goes to the quotation whose number was typed, or says why nothing is done.
func (c commandLine) run(typed string, all []cmdline.Action) room.Effect {
	const between = " · "
	switch meant := cmdline.Parse(typed, all); meant.Outcome {
	case cmdline.GoTo:
		row := slices.IndexFunc(c.rows, func(row action) bool { return row.ID() == goToQuotation })
		return room.Effect{Action: row + 1, Argument: meant.Argument}
	case cmdline.Unknown:
		return room.Say(c.language.Say(l10n.NoCommandCalled, room.OneLine(typed), strings.Join(meant.Names, between)))
	case cmdline.Ambiguous:
		return room.Say(c.language.Say(l10n.ManyCommands, room.OneLine(typed), strings.Join(meant.Names, between)))
	}
	return room.Effect{}
}

// item is an action in the command line: its name, its key, and what it does.
func (c commandLine) item(row *action, argument bool) picker.Item {
	var t paint.Text
	t.Add(row.Names[c.language], theme.Key)
	if key := shortcut(row); key != "" {
		t.Add(" ["+key+"]", theme.Dim)
	}
	help := c.language.Say(row.Help)
	t.Add(" · "+help, theme.KeyHelp)
	return picker.Item{Names: row.Names[:], Also: []string{help}, Text: t.Plain, Marks: t.Marks, Argument: argument}
}
