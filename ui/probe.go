package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"rawi/ui/listen"
	"rawi/ui/terminal"
)

// Probe is a program that asks the terminal what it is and ends: as soon
// as the answers are in, or when they time out.
type Probe struct {
	Profile terminal.Profile // as the environment has it

	collector listen.AnswerCollector
}

// answerTimeout is how long a Probe waits for answers.
const answerTimeout = time.Second

// Answers is what the terminal answered.
func (i *Probe) Answers() terminal.Answers { return i.collector.Answers }

// Init sends the questions.
func (i *Probe) Init() tea.Cmd {
	return tea.Batch(tea.Raw(terminal.Questions), tea.Tick(answerTimeout, func(time.Time) tea.Msg { return tea.Quit() }))
}

// Update collects the answers.
func (i *Probe) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if !noteAnswer(&i.collector, msg) {
		return i, nil
	}
	if question := i.collector.SizeQuestion(i.Profile.Refine(i.collector.Answers)); question != "" {
		return i, tea.Raw(question)
	}
	return i, tea.Quit
}

// View is an empty screen of its own, since the question of text sizing writes
// on it.
func (i *Probe) View() tea.View {
	v := tea.NewView(" ")
	v.AltScreen = true
	return v
}
