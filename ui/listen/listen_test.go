package listen

import (
	"testing"

	"github.com/charmbracelet/colorprofile"

	"rawi/ui/terminal"
)

// in is the profile that an environment of one variable or two speaks for.
func in(environment map[string]string) terminal.Profile {
	return terminal.Detect(func(name string) string { return environment[name] })
}

// named is a profile by its name.
func named(t *testing.T, name string) terminal.Profile {
	p, ok := terminal.ByName(name)
	if !ok {
		t.Fatalf("there is no profile %s", name)
	}
	return p
}

// An answer changes the profile: the old modes are left before the new ones are
// entered, and the screen is repainted.
func TestAnswerChangesTheProfile(t *testing.T) {
	given := in(map[string]string{"TERM": "xterm-256color", "VTE_VERSION": "7006"})
	l := New(given, terminal.UnknownBackground, colorprofile.Unknown, nil, false)
	if l.Questions() != terminal.Questions {
		t.Error("the terminal is not asked")
	}
	l.Answers.Version = "foot(1.13.1)"
	effect := l.Answered()
	if l.Profile().Name != "foot" || !effect.Changed || !effect.Repaint || effect.Send != given.Leave+l.Profile().Enter {
		t.Errorf("%s with %+v", l.Profile().Name, effect)
	}
	if again := l.Answered(); again.Repaint || again.Send != "" {
		t.Errorf("the same answer again: %+v", again)
	}
}

// A kitty gets the question about text sizing once, and its answer decides its order.
func TestSizeQuestionIsSentOnce(t *testing.T) {
	l := New(named(t, "kitty"), terminal.UnknownBackground, colorprofile.Unknown, nil, false)
	if l.CursorAt(2) {
		t.Error("a cursor position that nobody asked for ends the questions")
	}
	if effect := l.Answered(); effect.Send != terminal.FontQuestion+terminal.SizeQuestion || !effect.Repaint {
		t.Errorf("asked %+v", effect)
	}
	if !l.CursorAt(2) {
		t.Error("the answer is not the last")
	}
	if effect := l.Answered(); effect.Send != "" || l.Profile().Order != terminal.Kitty {
		t.Errorf("after the answer %s, %+v", l.Profile().Order, effect)
	}
}

// A background that comes before the last answer is shown with it; without a last
// answer, after the silence.
func TestBackgroundIsHeld(t *testing.T) {
	for _, end := range []func(*Listener) Effect{(*Listener).Answered, func(l *Listener) Effect { return l.Silent(false) }} {
		l := New(named(t, "foot"), terminal.UnknownBackground, colorprofile.Unknown, nil, false)
		if l.HoldBackground(true) {
			t.Error("held back though nothing was asked")
		}
		l.Questions()
		if !l.HoldBackground(true) || l.Background() != terminal.UnknownBackground {
			t.Error("not held back")
		}
		if effect := end(&l); !effect.Changed || l.Background() != terminal.DarkBackground {
			t.Errorf("%+v, background %d", effect, l.Background())
		}
	}
}

// No colours are used of sixteen on a background that nobody knows, and none where
// the reader wants none, though all are sent.
func TestColourless(t *testing.T) {
	tests := []struct {
		terminal   string
		background terminal.Background
		colours    colorprofile.Profile
		want       bool
	}{
		{"foot", terminal.UnknownBackground, colorprofile.ANSI, true},
		{"foot", terminal.DarkBackground, colorprofile.ANSI, false},
		{"foot", terminal.UnknownBackground, colorprofile.ANSI256, false},
		{"foot", terminal.UnknownBackground, colorprofile.TrueColor, false},
		{"qterminal", terminal.DarkBackground, colorprofile.ASCII, true},
		{"qterminal", terminal.DarkBackground, colorprofile.ANSI, false},
	}
	for _, test := range tests {
		l := New(named(t, test.terminal), test.background, colorprofile.Unknown, nil, false)
		effect := l.SetColorProfile(test.colours)
		if got := l.Colourless(); got != test.want {
			t.Errorf("%+v: %v", test, got)
		}
		if all := test.terminal == "qterminal"; effect.AllColours != all {
			t.Errorf("%+v: all colours %v", test, effect.AllColours)
		}
		l.SetColorProfile(colorprofile.TrueColor) // the echo of what was asked for
		if got := l.Colourless(); got != test.want {
			t.Errorf("%+v: after the echo %v", test, got)
		}
	}
}

// The doctor is offered on a terminal of which nothing is known, and not beside a
// warning.
func TestOffer(t *testing.T) {
	never := func(string) (terminal.Choice, bool) { return terminal.Choice{}, false }
	unknown := in(map[string]string{"TERM": "strange"})
	for _, test := range []struct {
		what    string
		given   terminal.Profile
		recall  ChoiceFor
		warned  bool
		offered bool
	}{
		{"never met", unknown, never, false, true},
		{"never met, beside a warning", unknown, never, true, false},
		{"met", unknown, nil, false, false},
		{"known", named(t, "foot"), never, false, false},
	} {
		l := New(test.given, terminal.UnknownBackground, colorprofile.Unknown, test.recall, false)
		effect := l.Silent(test.warned)
		if effect.Offer != test.offered || (effect.Remember != nil) != test.offered {
			t.Errorf("%s: %+v", test.what, effect)
		}
	}
}

// tmux is asked only inside tmux, one question at a time; another client brings its own
// profile and its own marks.
func TestTmux(t *testing.T) {
	if l := New(named(t, "foot"), 0, colorprofile.Unknown, nil, false); l.TmuxDue() != (Effect{}) {
		t.Error("asked outside tmux")
	}
	l := New(in(map[string]string{"TERM": "tmux-256color", "TMUX": "x"}), 0, colorprofile.Unknown, nil, true)
	if l.Questions() != "" {
		t.Error("tmux is asked what it would answer for itself")
	}
	if effect := l.TmuxDue(); !effect.AskTmux || effect.AskAgain == 0 {
		t.Errorf("first %+v", effect)
	}
	if effect := l.TmuxDue(); effect.AskTmux || effect.AskAgain == 0 {
		t.Errorf("before it answered %+v", effect)
	}
	l.Attached("xterm-256color|Konsole 22.12.3")
	if l.Profile().Order != terminal.Words || !l.Marks() {
		t.Errorf("in Konsole %s, marks %v", l.Profile().Order, l.Marks())
	}
	l.ChooseMarks(false)
	for _, nothing := range []string{"", "|", "xterm-256color|Konsole 22.12.3"} {
		if effect := l.Attached(nothing); effect != (Effect{}) || l.Marks() {
			t.Errorf("%q: %+v", nothing, effect)
		}
	}
	if l.Attached("xterm|XTerm(379)"); l.Profile().Order != terminal.Visual || !l.Marks() {
		t.Errorf("in xterm %s, marks %v", l.Profile().Order, l.Marks())
	}
}

// A terminal that was taken for one of 16 colours by its name but says its version has
// 256; what is asked to have none has none.
func TestVersionTellsColours(t *testing.T) {
	for _, test := range []struct {
		had     colorprofile.Profile
		version string
		want    colorprofile.Profile
	}{
		{colorprofile.ANSI, "XTerm(379)", colorprofile.ANSI256}, {colorprofile.ANSI, "", colorprofile.Unknown},
		{colorprofile.ASCII, "XTerm(379)", colorprofile.Unknown}, {colorprofile.ANSI256, "XTerm(379)", colorprofile.Unknown},
	} {
		l := New(in(map[string]string{"TERM": "xterm"}), terminal.LightBackground, test.had, nil, false)
		l.SetColorProfile(test.had)
		l.Answers.Version = test.version
		if got := l.Answered().Colours; got != test.want || test.want != 0 && l.FewColours() {
			t.Errorf("%+v: %v", test, got)
		}
	}
}
