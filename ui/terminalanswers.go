package ui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"rawi/ui/listen"
	"rawi/ui/terminal"
)

// noteAnswer notes an answer of the terminal, and reports whether it ends what was
// asked.
func noteAnswer(h *listen.AnswerCollector, msg tea.Msg) (last bool) {
	a := &h.Answers
	switch msg := msg.(type) {
	case tea.TerminalVersionMsg:
		a.Version = msg.Name
	case tea.ModeReportMsg:
		if msg.Mode == ansi.ModeBiDirectionalSupport {
			a.Explicit = msg.Value == ansi.ModeSet || msg.Value == ansi.ModeReset
		}
	case tea.CapabilityMsg:
		if font, ok := strings.CutPrefix(msg.Content, terminal.FontCapability+"="); ok {
			a.Font = font
		}
	case tea.CursorPositionMsg:
		return h.CursorAt(msg.X)
	default:
		return noteDevice(a, msg)
	}
	return false
}

// Bubble Tea passes device attributes on in types of a package that is not ours
// to import, so they are known by their names.
const (
	primaryAttributes   = "uv.PrimaryDeviceAttributesEvent"
	secondaryAttributes = "uv.SecondaryDeviceAttributesEvent"
)

// noteDevice notes device attributes; the primary ones come last.
func noteDevice(a *terminal.Answers, msg tea.Msg) (last bool) {
	switch fmt.Sprintf("%T", msg) {
	case secondaryAttributes:
		a.Device = numbers(msg)
	case primaryAttributes:
		a.Primary, a.Ended = numbers(msg), true
		return true
	}
	return false
}

// numbers are the numbers of a message that is a list of them, such as [0 115 0].
func numbers(msg tea.Msg) string {
	list := strings.Trim(fmt.Sprint(msg), "[]")
	return strings.ReplaceAll(list, " ", ";")
}

// holdBack takes in a message that shows nothing by itself, and reports whether it is
// one.
func holdBack(l *listen.Listener, msg tea.Msg) bool {
	switch msg := msg.(type) {
	case tea.EnvMsg, tea.KeyReleaseMsg, tea.KeyboardEnhancementsMsg:
		return true
	case tea.BackgroundColorMsg:
		return l.HoldBackground(msg.IsDark())
	case tea.TerminalVersionMsg:
		noteAnswer(&l.AnswerCollector, msg)
		return true
	case tea.ModeReportMsg:
		noteAnswer(&l.AnswerCollector, msg)
		return msg.Mode == ansi.ModeBiDirectionalSupport || msg.Value == ansi.ModeNotRecognized
	}
	return fmt.Sprintf("%T", msg) == secondaryAttributes && !noteAnswer(&l.AnswerCollector, msg)
}
