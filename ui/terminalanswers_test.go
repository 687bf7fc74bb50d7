package ui

import (
	"errors"
	"image/color"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"rawi/ui/l10n"
	"rawi/ui/listen"
	"rawi/ui/terminal"
)

// driveIn is drive in the terminal that the environment speaks for.
func driveIn(t *testing.T, environment string, m Preferences) *driver {
	d := drive(t, page, 120, 30)
	p := terminal.Detect(func(name string) string {
		for _, pair := range strings.Fields(environment) {
			if k, v, _ := strings.Cut(pair, "="); k == name {
				return v
			}
		}
		return ""
	})
	d.session.Preferences, d.listener = m, listen.New(p, terminal.UnknownBackground, colorprofile.Unknown, m.ChoiceFor, m.TmuxClient != nil)
	d.run(d.applyProfile(listen.Effect{Changed: true}))
	d.clears = 0
	d.run(d.Init())
	return d
}

// remembering is a memory that keeps choices in a map.
func remembering(choices map[string]terminal.Choice) Preferences {
	return Preferences{
		ChoiceFor: func(id string) (terminal.Choice, bool) { c, met := choices[id]; return c, met },
		Remember:  func(id string, c terminal.Choice) error { choices[id] = c; return nil },
	}
}

func (d *driver) screen() string { return strings.Join(d.frame(), "\n") }

// On a terminal never met the doctor is offered once; on others, and where the
// reader has spoken, it is not.
func TestOffer(t *testing.T) {
	offer := l10n.Arabic.Say(l10n.OfferDoctor)
	choices := map[string]terminal.Choice{}
	for _, tt := range []struct {
		environment string
		offered     bool
	}{
		{"TERM=xterm-256color", true},
		{"TERM=xterm-256color", false},
		{"TERM=eterm-color", true}, // another one
		{"TERM=foot", false},
		{"TERM=xterm-256color RAWI_TERMINAL=fence", false},
		{"TERM=screen STY=1", true},
	} {
		d := driveIn(t, tt.environment, remembering(choices))
		if d.message.text == offer {
			t.Errorf("%s: offered before the terminal could answer", tt.environment)
		}
		d.later()
		if got := d.message.text == offer; got != tt.offered {
			t.Errorf("%s: offered %v", tt.environment, got)
		}
	}
}

// A choice that cannot be saved is reported, and holds for this run.
func TestChoiceNotSaved(t *testing.T) {
	m := remembering(map[string]terminal.Choice{})
	m.Remember = func(string, terminal.Choice) error { return errors.New("القرص ممتلئ") }
	d := driveIn(t, "TERM=xterm XTERM_VERSION=1", m)
	d.press("~")
	if !d.painter.HideMarks || !strings.Contains(d.message.text, "القرص ممتلئ") || !d.message.warning {
		t.Errorf("marks hidden %v, said %+v", d.painter.HideMarks, d.message)
	}
}

// Another terminal that attaches to tmux gets what it needs, whether tmux says
// so or not, and with the marks that were chosen for it.
func TestAttachAnother(t *testing.T) {
	client := "xterm-256color|Konsole 22.12.3"
	choices := map[string]terminal.Choice{}
	m := remembering(choices)
	m.TmuxClient = func() (string, error) { return client, nil }
	d := driveIn(t, "TERM=tmux-256color TMUX=x VTE_VERSION=7006", m)
	if d.painter.Order != terminal.Words || d.clears == 0 || d.painter.HideMarks {
		t.Fatalf("in Konsole: %s, repainted %d times", d.painter.Order, d.clears)
	}
	d.press("~")
	for _, tt := range []struct {
		name, client string
		order        terminal.Order
		hide         bool
		notice       func()
	}{
		{"nothing new", client, terminal.Words, true, d.later},
		{"detached", "|", terminal.Words, true, d.later},
		{"foot, in time", "foot|foot(1.13.1)", terminal.Visual, true, d.later},
		{"xterm, said", "xterm|XTerm(379)", terminal.Visual, false, func() { d.send(tea.FocusMsg{}) }},
		{"VTE, of another size", "xterm-256color|", terminal.Fence, false, func() { d.send(tea.WindowSizeMsg{Width: 80, Height: 24}) }},
		{"Konsole again", "xterm-256color|Konsole 22.12.3", terminal.Words, true, d.later},
	} {
		before, clears := d.painter.Order, d.clears
		client = tt.client
		tt.notice()
		if d.painter.Order != tt.order || d.painter.HideMarks != tt.hide {
			t.Errorf("%s: %s, marks hidden %v", tt.name, d.painter.Order, d.painter.HideMarks)
		}
		if repainted := d.clears > clears; repainted != (before != tt.order) {
			t.Errorf("%s: repainted %v", tt.name, repainted)
		}
	}
	if d.raw != "" {
		t.Errorf("tmux was sent %q", d.raw)
	}
}

// Sixteen colours on a ground that nobody knows are none; when the terminal says
// what its ground is they are there.
func TestSixteenColours(t *testing.T) {
	d := driveIn(t, "TERM=xterm", Preferences{})
	coloured := func() bool { return strings.Contains(d.screen(), "38;2;") }
	if !coloured() {
		t.Fatal("no colours, though nothing speaks against them")
	}
	d.send(tea.ColorProfileMsg{Profile: colorprofile.ANSI})
	if coloured() {
		t.Error("sixteen colours on any ground")
	}
	d.send(tea.BackgroundColorMsg{Color: color.Black})
	if !coloured() {
		t.Error("no colours on black")
	}
	d.send(tea.ColorProfileMsg{Profile: colorprofile.ANSI})
	if !coloured() {
		t.Error("the ground is forgotten")
	}
}
