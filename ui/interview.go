package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"rawi/ui/listen"
	"rawi/ui/terminal"
)

// Interview is a program that asks the terminal what it is and ends: as soon
// as the answers are in, or when they time out.
type Interview struct {
	Profile terminal.Profile // as the environment has it

	hearing listen.Hearing
}

// answerTimeout is how long an Interview waits for answers.
const answerTimeout = time.Second

// Answers is what the terminal answered.
func (i *Interview) Answers() terminal.Answers { return i.hearing.Answers }

// Init asks.
func (i *Interview) Init() tea.Cmd {
	return tea.Batch(tea.Raw(terminal.Questions), tea.Tick(answerTimeout, func(time.Time) tea.Msg { return tea.Quit() }))
}

// Update listens.
func (i *Interview) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if !noteAnswer(&i.hearing, msg) {
		return i, nil
	}
	if question := i.hearing.SizeQuestion(i.Profile.Refine(i.hearing.Answers)); question != "" {
		return i, tea.Raw(question)
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
