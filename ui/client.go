package ui

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
)

// Messages about tmux.
type (
	clientMsg struct{ client string } // tmux answered, or "" could not
	awhileMsg struct{}                // tmux was asked a while ago
)

// awhile is how often tmux is asked which terminal it is shown in. Unless it is
// set to, it does not tell programs that another one has attached.
const awhile = 3 * time.Second

// watchClient asks tmux which terminal it is shown in, now and every so often.
func (m *Model) watchClient() tea.Cmd {
	if m.session.Memory.Client == nil {
		return nil
	}
	return tea.Batch(m.askClient(), m.tick(awhile, func(time.Time) tea.Msg { return awhileMsg{} }))
}

// askClient asks tmux, unless it is still thinking.
func (m *Model) askClient() tea.Cmd {
	ask := m.session.Memory.Client
	if ask == nil || m.listener.asking {
		return nil
	}
	m.listener.asking = true
	return func() tea.Msg {
		client, _ := ask() // where tmux is gone or slow the guess holds
		return clientMsg{client}
	}
}

// attached takes in which terminal tmux is shown in.
func (m *Model) attached(client string) tea.Cmd {
	l := &m.listener
	l.asking = false
	if client == "" || client == l.client || strings.HasPrefix(client, "|") { // nobody looks
		return nil
	}
	l.client, l.chosen = client, false // each terminal has its own marks
	return m.settle(l.given.Attached(client))
}
