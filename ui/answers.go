package ui

import (
	"fmt"
	"reflect"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"rawi/ui/l10n"
	"rawi/ui/terminal"
)

// Memory is what is remembered of terminals between runs. Its functions are
// called from commands, but for Recall, which must answer at once. Functions
// that are nil remember nothing.
type Memory struct {
	Recall   func(identity string) (choice terminal.Choice, met bool)
	Remember func(identity string, c terminal.Choice) error
	Client   func() (string, error) // what tmux says of its client; nil outside tmux
}

// listener is what is known of the terminal while it is still being asked.
type listener struct {
	given    terminal.Profile // by name or environment
	detected terminal.Profile // before the reader's choice
	answers  terminal.Answers
	sized    bool   // the question of text sizing was asked
	client   string // what tmux said last
	asking   bool   // tmux has not answered yet
	asked    bool   // the questions were sent
	ground   *bool  // whether the background is dark, until it is shown
	chosen   bool   // the reader said whether to show marks

	colourless bool // no colours are wanted
}

// Messages about the terminal.
type (
	silenceMsg      struct{}            // an answer would have come by now
	unrememberedMsg struct{ err error } // a choice could not be kept
)

// silence is how long a terminal may take to answer before rawi offers the
// doctor.
const silence = 2 * time.Second

// interrogate asks for the background, and sends the questions; a multiplexer
// would answer for itself.
func (m *Model) interrogate() tea.Cmd {
	ask := tea.Cmd(tea.RequestBackgroundColor)
	if m.listener.asked = !m.session.Terminal.Multiplexed(); m.listener.asked {
		ask = tea.Raw(ansi.RequestBackgroundColor + terminal.Questions) // in one message, the last answer last
	}
	return tea.Batch(ask, m.colours(), m.watchClient(), m.tick(silence, func(time.Time) tea.Msg { return silenceMsg{} }))
}

// hear takes in what the terminal or tmux says of itself.
func (m *Model) hear(msg tea.Msg) tea.Cmd {
	l := &m.listener
	switch msg := msg.(type) {
	case tea.FocusMsg:
		return m.askClient()
	case tea.ColorProfileMsg:
		return m.restrain(msg.Profile)
	case clientMsg:
		return m.attached(msg.client)
	case awhileMsg:
		return m.watchClient()
	case silenceMsg:
		return tea.Batch(m.showGround(), m.offerDoctor())
	case unrememberedMsg:
		m.warn(msg.err.Error())
	default:
		if reflect.TypeOf(msg) == cleared {
			m.last.clear = false
		}
		if l.take(msg) {
			return tea.Batch(m.showGround(), m.refine())
		}
	}
	return nil
}

// take notes an answer, and reports whether it ends what was asked.
func (l *listener) take(msg tea.Msg) bool {
	a := &l.answers
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
		a.Sized = l.sized && msg.X == 2
		return l.sized
	default:
		return l.takeDevice(msg)
	}
	return false
}

// Bubble Tea passes device attributes on in types of a package that is not ours
// to import, so they are known by their names.
const (
	primaryAttributes   = "uv.PrimaryDeviceAttributesEvent"
	secondaryAttributes = "uv.SecondaryDeviceAttributesEvent"
)

// takeDevice notes device attributes.
func (l *listener) takeDevice(msg tea.Msg) bool {
	switch fmt.Sprintf("%T", msg) {
	case secondaryAttributes:
		l.answers.Device = numbers(msg)
	case primaryAttributes:
		l.answers.Ended = true
		return true
	}
	return false
}

// numbers are the numbers of a message that is a list of them, such as [0 115 0].
func numbers(msg tea.Msg) string {
	list := strings.Trim(fmt.Sprint(msg), "[]")
	return strings.ReplaceAll(list, " ", ";")
}

// refine takes the answers so far for the terminal's word.
func (m *Model) refine() tea.Cmd {
	l := &m.listener
	cmd := m.settle(l.detected.Refine(l.answers))
	if m.session.Terminal.Sizable() && !l.sized {
		l.sized = true
		return tea.Sequence(cmd, tea.Raw(terminal.FontQuestion+terminal.SizeQuestion), m.repaint())
	}
	return cmd
}

// settle is adopt, with what the reader chose for that terminal.
func (m *Model) settle(p terminal.Profile) tea.Cmd {
	m.listener.detected = p
	choice, _ := m.recall(p)
	return m.adopt(p.Prefer(choice, m.listener.answers))
}

func (m *Model) recall(p terminal.Profile) (choice terminal.Choice, met bool) {
	if m.session.Memory.Recall == nil {
		return choice, true
	}
	return m.session.Memory.Recall(p.Identity())
}

// adopt changes over to a profile: the old modes are left, the new ones
// entered, and everything is painted again.
func (m *Model) adopt(p terminal.Profile) tea.Cmd {
	before := m.session.Terminal
	m.session.Terminal, m.last.stale = p, true
	m.painter.Order, m.painter.Counts = p.Order, p.Counts
	if !m.listener.chosen {
		m.hideMarks(!p.Marks)
	}
	m.resize(m.geometry.width, m.geometry.height)
	cmds := []tea.Cmd{m.colours()}
	if before.Enter != p.Enter {
		cmds = append(cmds, tea.Raw(before.Leave+p.Enter))
	}
	if before.Order != p.Order || before.Enter != p.Enter {
		cmds = append(cmds, m.repaint())
	}
	return tea.Sequence(cmds...)
}

// Terminal is the profile in use, whose modes must be left at the end.
func (m *Model) Terminal() terminal.Profile { return m.session.Terminal }

// offerDoctor says once, on a terminal never met, how to find what it needs.
func (m *Model) offerDoctor() tea.Cmd {
	p := m.listener.detected
	choice, met := m.recall(p)
	if met || p.Known() || m.session.Terminal.Named() {
		return nil
	}
	if m.message.warning { // goes before; the doctor is offered at the next start
		return nil
	}
	m.say(l10n.OfferDoctor)
	return m.remember(p, choice)
}

// remember keeps a choice. One that cannot be kept is said, and holds for now.
func (m *Model) remember(p terminal.Profile, c terminal.Choice) tea.Cmd {
	remember := m.session.Memory.Remember
	if remember == nil {
		return nil
	}
	return func() tea.Msg {
		if err := remember(p.Identity(), c); err != nil {
			return unrememberedMsg{err}
		}
		return nil
	}
}

// chooseMarks remembers whether the reader wants vowel marks here.
func (m *Model) chooseMarks(show bool) tea.Cmd {
	m.listener.chosen = true
	choice, _ := m.recall(m.listener.detected)
	choice.Marks = &show
	return m.remember(m.listener.detected, choice)
}
