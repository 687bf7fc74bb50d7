package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"rawi/ui/terminal"
)

// Interview is a program that asks the terminal what it is and ends: as soon
// as the answers are in, or after a while of silence.
type Interview struct {
	Profile terminal.Profile // as the environment has it

	listener listener
}

// patience is how long an Interview waits.
const patience = time.Second

// Answers is what was said.
func (i *Interview) Answers() terminal.Answers { return i.listener.answers }

// Init asks.
func (i *Interview) Init() tea.Cmd {
	return tea.Batch(tea.Raw(terminal.Questions), tea.Tick(patience, func(time.Time) tea.Msg { return tea.Quit() }))
}

// Update listens.
func (i *Interview) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	l := &i.listener
	if !l.take(msg) {
		return i, nil
	}
	if i.Profile.Refine(l.answers).Sizable() && !l.sized {
		l.sized = true
		return i, tea.Raw(terminal.FontQuestion + terminal.SizeQuestion)
	}
	return i, tea.Quit
}

// View is an empty screen of its own, since the question of text sizing writes
// on it.
func (i *Interview) View() tea.View {
	v := tea.NewView(" ")
	v.AltScreen = true
	return v
}
