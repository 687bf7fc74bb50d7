package ui

import (
	tea "charm.land/bubbletea/v2"

	"rawi/ui/listen"
	"rawi/ui/terminal"
)

// Memory is what is remembered of terminals between runs. Its functions are
// called from commands, but for Recall, which must answer at once. Functions
// that are nil remember nothing.
type Memory struct {
	Recall   listen.Recall
	Remember func(identity string, c terminal.Choice) error
	Client   func() (string, error) // what tmux says of its client; nil outside tmux
}

// remember keeps a choice. One that cannot be kept is said, and holds for now.
func (m Memory) remember(memo *listen.Memo) tea.Cmd {
	if memo == nil || m.Remember == nil {
		return nil
	}
	return func() tea.Msg {
		if err := m.Remember(memo.Identity, memo.Choice); err != nil {
			return unrememberedMsg{err}
		}
		return nil
	}
}

// askTmux asks tmux for its client. Where it is gone or slow the guess holds.
func (m Memory) askTmux(ask bool) tea.Cmd {
	if !ask {
		return nil
	}
	return func() tea.Msg {
		client, _ := m.Client()
		return clientMsg{client}
	}
}
