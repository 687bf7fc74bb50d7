package main

import (
	tea "charm.land/bubbletea/v2"
	"golang.org/x/term"

	"rawi/ui"
)

// screenSize is the size of the terminal, zero where it says none.
func screenSize() tea.WindowSizeMsg {
	width, height, err := term.GetSize(int(terminalOutput().Fd()))
	if err != nil || width <= 0 || height <= 0 {
		return tea.WindowSizeMsg{}
	}
	return tea.WindowSizeMsg{Width: width, Height: height}
}

func sizeOf(m *ui.Model) tea.WindowSizeMsg {
	width, height := m.Size()
	return tea.WindowSizeMsg{Width: width, Height: height}
}

// sizeWatch sees to it that a program has the size of its screen, from the first
// frame on. Bubble Tea says the size once after the first frame, which would
// clear it away, and begins to listen for another size then, which may have come
// before.
type sizeWatch struct {
	shown   tea.WindowSizeMsg // last, or soon
	started bool
	program func() *tea.Program
}

// known reports whether a message says the size that is shown in the first
// frame. It looks at the terminal's size with every message.
func (s *sizeWatch) known(msg tea.Msg) bool {
	said, isSize := msg.(tea.WindowSizeMsg)
	first := isSize && !s.started
	s.started = s.started || isSize
	if first && said == s.shown {
		return true
	}
	if isSize {
		s.shown = said
	}
	if now := screenSize(); now != s.shown && now != (tea.WindowSizeMsg{}) {
		s.shown = now
		go s.program().Send(now)
	}
	return false
}
