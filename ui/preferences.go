package ui

import (
	tea "charm.land/bubbletea/v2"

	"rawi/ui/listen"
	"rawi/ui/taste"
	"rawi/ui/terminal"
)

// Preferences is what is kept about terminals between runs. Its functions are
// called from a [tea.Cmd], except ChoiceFor, which must answer at once. Functions
// that are nil remember nothing.
type Preferences struct {
	ChoiceFor  listen.ChoiceFor
	Remember   func(identity string, c terminal.Choice) error
	TmuxClient func() (string, error) // what tmux says of its client; nil outside tmux
	KeepPane   func(name string)      // that the pane of that name was used last
	KeepTaste  func(taste.Values)     // how the reader likes the screen
}

// keepPane keeps which pane was used last. A failure is not worth a warning: the next
// one is kept soon.
func (m Preferences) keepPane(p pane) tea.Cmd {
	if m.KeepPane == nil {
		return nil
	}
	return func() tea.Msg {
		m.KeepPane(paneNames[p])
		return nil
	}
}

// keepTaste keeps how the reader likes the screen, as keepPane does.
func (m Preferences) keepTaste(v taste.Values) tea.Cmd {
	if m.KeepTaste == nil {
		return nil
	}
	return func() tea.Msg {
		m.KeepTaste(v)
		return nil
	}
}

// remember saves a choice. If that fails, the reader is told, and the choice holds for
// this run.
func (m Preferences) remember(memo *listen.TerminalChoice, offer bool) tea.Cmd {
	if memo == nil {
		return nil
	}
	return func() tea.Msg {
		if m.Remember != nil {
			if err := m.Remember(memo.Identity, memo.Choice); err != nil {
				return choiceNotSavedMsg{err}
			}
		}
		if offer { // once it is known that this will not be said again
			return offerDoctorMsg{}
		}
		return nil
	}
}

// askTmux asks tmux for its client. If tmux is gone or slow, the guess stays.
func (m Preferences) askTmux(ask bool) tea.Cmd {
	if !ask {
		return nil
	}
	return func() tea.Msg {
		client, _ := m.TmuxClient()
		return clientMsg{client}
	}
}
