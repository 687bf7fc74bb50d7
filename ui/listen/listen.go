// Package listen holds what rawi knows about its terminal and what it still has to
// ask: which profile it needs, which background and how many colours it has,
// and, in tmux, which terminal looks at it now.
//
// It does no I/O, has no clock and knows no message of Bubble Tea: each method of a
// [Listener] takes in a fact and returns the [Effect] that its caller must take.
package listen

import (
	"strings"
	"time"

	"github.com/charmbracelet/colorprofile"

	"rawi/ui/terminal"
)

// Silence is how long a terminal may take to answer before rawi offers the
// doctor.
const Silence = 2 * time.Second

// tmuxInterval is how often rawi asks tmux which terminal it is shown in. Unless
// it is set to, it does not tell programs that another one has attached.
const tmuxInterval = 3 * time.Second

// ChoiceFor is what the reader chose for a terminal, by its identity, and whether
// that terminal was met before.
type ChoiceFor func(identity string) (choice terminal.Choice, met bool)

// Listener is what is known of the terminal. The profile in use follows from how
// it is named, what it answers, and what the reader chose for it.
type Listener struct {
	AnswerCollector

	choiceFor  ChoiceFor
	given      terminal.Profile // by name or environment
	detected   terminal.Profile // before the reader's choice
	profile    terminal.Profile // in use
	asked      bool             // the questions were sent
	background terminal.Background
	held       *bool // whether the background is dark, until it is shown
	colours    colorprofile.Profile
	marks      bool   // vowel marks are shown
	chosen     bool   // because the reader said so
	inTmux     bool   // tmux can be asked
	client     string // what it said last
	waiting    bool   // it has not answered yet
}

// Effect is what must happen next; the zero Effect is nothing.
type Effect struct {
	Changed    bool                 // the profile, the colours or the marks: see the methods of [Listener]
	Colours    colorprofile.Profile // what the terminal was found to have; 0 for no news
	AllColours bool                 // send all colours, however few the terminal is known to have
	Send       string               // to the terminal
	Repaint    bool                 // repaint all of the screen, after that
	AskTmux    bool                 // ask tmux, then call [Listener.Attached]
	AskAgain   time.Duration        // after this time call [Listener.TmuxDue]
	Offer      bool                 // say how to find out what the terminal needs
	Remember   *TerminalChoice
}

// TerminalChoice is a choice to be remembered of a terminal.
type TerminalChoice struct {
	Identity string
	Choice   terminal.Choice
}

// New listens to a terminal that is so by its name or the environment. Colours that
// are unknown count as all. If choiceFor is nil, every terminal counts as met.
func New(given terminal.Profile, background terminal.Background, colours colorprofile.Profile, choiceFor ChoiceFor, inTmux bool) Listener {
	if choiceFor == nil {
		choiceFor = func(string) (terminal.Choice, bool) { return terminal.Choice{}, true }
	}
	if colours == colorprofile.Unknown {
		colours = colorprofile.TrueColor
	}
	l := Listener{choiceFor: choiceFor, given: given, background: background, colours: colours, inTmux: inTmux}
	l.use(given)
	return l
}

// Profile is the profile in use.
func (l *Listener) Profile() terminal.Profile { return l.profile }

// Background is the terminal's background as far as it is known.
func (l *Listener) Background() terminal.Background { return l.background }

// Marks reports whether vowel marks are shown.
func (l *Listener) Marks() bool { return l.marks }

// Colourless reports whether no colours are to be used: of sixteen, whose tones
// each terminal chooses, few are legible on a background that is not known. Where
// all colours are sent for another reason, none of them may be one that the
// reader does not want (NO_COLOR).
func (l *Listener) Colourless() bool {
	if l.profile.Order == terminal.SGR && l.colours < colorprofile.ANSI {
		return true
	}
	return l.colours == colorprofile.ANSI && l.background == terminal.UnknownBackground
}

// Colours is how many colours the terminal is to be sent.
func (l *Listener) Colours() colorprofile.Profile {
	if l.allColours() {
		return colorprofile.TrueColor
	}
	return l.colours
}

// FewColours reports whether there are sixteen, whose tones each terminal chooses.
func (l *Listener) FewColours() bool { return l.Colours() == colorprofile.ANSI }

// Questions is what to send first. It is empty in a multiplexer, which would
// answer for itself.
func (l *Listener) Questions() string {
	if l.asked = !l.profile.Multiplexed(); l.asked {
		return terminal.Questions
	}
	return ""
}

// SetColorProfile takes in how many colours there are, or an echo of how many are sent.
func (l *Listener) SetColorProfile(p colorprofile.Profile) Effect {
	if p == colorprofile.TrueColor || p == l.colours {
		return Effect{}
	}
	l.colours = p
	return l.restyled()
}

// SetBackground takes in whether the terminal's background is dark.
func (l *Listener) SetBackground(dark bool) Effect {
	l.held = nil
	l.background = terminal.LightBackground
	if dark {
		l.background = terminal.DarkBackground
	}
	return l.restyled()
}

// HoldBackground keeps the background back where other answers are still to
// come, so that all are shown together; it reports whether it did.
func (l *Listener) HoldBackground(dark bool) bool {
	if l.asked && !l.Answers.Ended {
		l.held = &dark
	}
	return l.held != nil
}

// Answered notes that the last answer came.
func (l *Listener) Answered() Effect {
	shown := l.showBackground()
	colours := l.moreColours()
	effect := l.use(l.detected.Refine(l.Answers))
	if question := l.SizeQuestion(l.profile); question != "" {
		effect.Send += question
		effect.Repaint = true
	}
	effect.Colours = colours
	return shown.and(effect)
}

// moreColours is 256 colours where the terminal was taken for one of 16 by its name
// but says its version: all that do have them.
func (l *Listener) moreColours() colorprofile.Profile {
	if l.Answers.Version == "" || l.colours != colorprofile.ANSI {
		return colorprofile.Unknown
	}
	l.colours = colorprofile.ANSI256
	return l.colours
}

// Silent notes that no more answers will come. If a warning is shown, the doctor is
// not offered before the next start.
func (l *Listener) Silent(warned bool) Effect {
	effect, p := l.showBackground(), l.detected
	choice, met := l.choiceFor(p.Identity())
	if met || warned || p.Known() || l.profile.Named() {
		return effect
	}
	effect.Offer, effect.Remember = true, &TerminalChoice{p.Identity(), choice}
	return effect
}

// AskTmux asks tmux which terminal it is shown in, unless an answer is still due.
func (l *Listener) AskTmux() Effect {
	if !l.inTmux || l.waiting {
		return Effect{}
	}
	l.waiting = true
	return Effect{AskTmux: true}
}

// TmuxDue asks tmux now, and every so often.
func (l *Listener) TmuxDue() Effect {
	effect := l.AskTmux()
	if l.inTmux {
		effect.AskAgain = tmuxInterval
	}
	return effect
}

// Attached takes in what tmux says of its client; "" where it says nothing.
func (l *Listener) Attached(client string) Effect {
	l.waiting = false
	if client == "" || client == l.client || strings.HasPrefix(client, "|") { // nobody looks
		return Effect{}
	}
	l.client, l.chosen = client, false // each terminal has its own marks
	return l.use(l.given.Attached(client))
}

// ChooseMarks takes in whether the reader wants vowel marks in this terminal.
func (l *Listener) ChooseMarks(show bool) Effect {
	l.marks, l.chosen = show, true
	id := l.detected.Identity()
	choice, _ := l.choiceFor(id)
	choice.Marks = &show
	return Effect{Changed: true, Remember: &TerminalChoice{id, choice}}
}

// use changes over to a profile, with what the reader chose for that terminal:
// the modes of the one before are left, its own entered, and everything is repainted.
func (l *Listener) use(detected terminal.Profile) Effect {
	before := l.profile
	choice, _ := l.choiceFor(detected.Identity())
	l.detected, l.profile = detected, detected.Prefer(choice, l.Answers)
	if !l.chosen {
		l.marks = l.profile.Marks
	}
	effect := l.restyled()
	if before.Enter != l.profile.Enter {
		effect.Send = before.Leave + l.profile.Enter
	}
	effect.Repaint = before.Order != l.profile.Order || before.Enter != l.profile.Enter
	return effect
}

func (l *Listener) showBackground() Effect {
	if l.held == nil {
		return Effect{}
	}
	return l.SetBackground(*l.held)
}

// restyled is the effect after a visible change.
func (l *Listener) restyled() Effect { return Effect{Changed: true, AllColours: l.allColours()} }

// allColours reports whether all colours are wanted: where neighbours differ by less
// than any two of 256.
func (l *Listener) allColours() bool { return l.profile.Order == terminal.SGR }

// and is both of two effects, of which the first sends nothing.
func (s Effect) and(next Effect) Effect {
	next.Changed = s.Changed || next.Changed
	next.AllColours = s.AllColours || next.AllColours
	return next
}
