package ui

import (
	tea "charm.land/bubbletea/v2"

	"rawi/ui/listen"
	"rawi/ui/terminal"
)

// Preferences is what is remembered of terminals between runs. Its functions are
// called from a [tea.Cmd], but for Recall, which must answer at once. Functions
// that are nil remember nothing.
type Preferences struct {
	ChoiceFor  listen.ChoiceFor
	Remember   func(identity string, c terminal.Choice) error
	TmuxClient func() (string, error) // what tmux says of its client; nil outside tmux
}

// remember keeps a choice. One that cannot be kept is said, and holds for now.
func (m Preferences) remember(memo *listen.TerminalChoice) tea.Cmd {
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
func (m Preferences) askTmux(ask bool) tea.Cmd {
	if !ask {
		return nil
	}
	return func() tea.Msg {
		client, _ := m.TmuxClient()
		return clientMsg{client}
	}
}
