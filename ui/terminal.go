package ui

import (
	"reflect"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"rawi/model/printable"
	"rawi/ui/l10n"
	"rawi/ui/listen"
	"rawi/ui/taste"
	"rawi/ui/terminal"
)

// askTerminal asks for the background, and sends the questions.
func (m *Model) askTerminal() tea.Cmd {
	ask := tea.Cmd(tea.RequestBackgroundColor)
	if questions := m.listener.Questions(); questions != "" {
		ask = tea.Raw(ansi.RequestBackgroundColor + questions) // in one message, the last answer last
	}
	silence := m.tick(listen.Silence, func(time.Time) tea.Msg { return silenceMsg{} })
	return tea.Batch(ask, m.applyProfile(m.listener.TmuxDue()), silence)
}

// EnterScreen is what the terminal must be sent when the program takes the screen: its modes,
// and the article's title for the window. What the window was called before it keeps.
func (m *Model) EnterScreen() string {
	if !m.Terminal().Titled() {
		return m.Terminal().Enter
	}
	return m.Terminal().Enter + terminal.PushTitle + m.titling()
}

// titling is what gives the window the article's title, "" where the terminal has none.
func (m *Model) titling() string {
	if !m.Terminal().Titled() {
		return ""
	}
	return ansi.SetWindowTitle(m.windowTitle())
}

// LeaveScreen is what it must be sent when the program gives the screen back.
func (m *Model) LeaveScreen() string {
	if !m.Terminal().Titled() {
		return m.Terminal().Leave
	}
	return terminal.PopTitle + m.Terminal().Leave
}

// maxTitle is how many characters of an article's title go into that of the window.
const maxTitle = 200

// windowTitle is the window's title, without anything that steers a terminal.
func (m *Model) windowTitle() string {
	title := printable.Text(strings.Join(strings.Fields(m.Article.Title()), " "))
	if title == "" {
		return "rawi"
	}
	runes := []rune(title)
	return string(runes[:min(len(runes), maxTitle)]) + " · rawi"
}

// handleTerminalMsg takes in what the terminal or tmux says of itself.
func (m *Model) handleTerminalMsg(msg tea.Msg) tea.Cmd {
	var effect listen.Effect
	switch msg := msg.(type) {
	case tea.FocusMsg:
		effect = m.listener.AskTmux()
	case tea.BackgroundColorMsg:
		effect = m.listener.SetBackground(msg.IsDark())
	case tea.ColorProfileMsg:
		effect = m.listener.SetColorProfile(msg.Profile)
	case clientMsg:
		effect = m.listener.Attached(msg.client)
	case offerDoctorMsg:
		m.say(l10n.OfferDoctor)
		m.last.stale = true
	case tmuxDueMsg:
		effect = m.listener.TmuxDue()
	case silenceMsg:
		effect = m.listener.Silent(m.message.warning)
	case choiceNotSavedMsg:
		m.message.warn(msg.err.Error())
		m.last.stale = true
	default:
		if reflect.TypeOf(msg) == cleared {
			m.last.clear = false
		}
		if noteAnswer(&m.listener.AnswerCollector, msg) {
			effect = m.listener.Answered()
		}
	}
	return m.applyProfile(effect)
}

// applyProfile carries out an effect of the listener: the screen follows the
// profile, the terminal is sent what it must be sent before it is repainted.
func (m *Model) applyProfile(s listen.Effect) tea.Cmd {
	if s.Changed {
		p := m.listener.Profile()
		m.painter.Order, m.painter.Counts, m.painter.Links = p.Order, p.Counts, p.Links
		m.painter.Theme = themeFor(&m.listener, m.taste.Of(taste.Theme))
		if p.Typed != m.painter.Typed {
			m.dress()
		}
		if hide := !m.listener.Marks(); hide != m.painter.HideMarks {
			m.painter.HideMarks = hide
			m.reader.HideMarks(hide)
		}
		m.rows.Forget()
	}
	m.last.stale = m.last.stale || s.Changed
	if s.AllColours {
		s.Colours = colorprofile.TrueColor
	}
	cmds := []tea.Cmd{useColours(s.Colours), send(s.Send), nil}
	if s.Repaint {
		cmds[2] = m.repaint()
	}
	again := tea.Cmd(nil)
	if s.AskAgain > 0 {
		again = m.tick(s.AskAgain, func(time.Time) tea.Msg { return tmuxDueMsg{} })
	}
	return tea.Batch(tea.Sequence(cmds...), m.session.Preferences.remember(s.Remember, s.Offer), m.session.Preferences.askTmux(s.AskTmux), again)
}

// useColours lets that many colours through to the terminal.
func useColours(p colorprofile.Profile) tea.Cmd {
	if p == colorprofile.Unknown {
		return nil
	}
	return func() tea.Msg { return tea.ColorProfileMsg{Profile: p} }
}

// send sends something to the terminal beside frames.
func send(text string) tea.Cmd {
	if text == "" {
		return nil
	}
	return tea.Raw(text)
}
