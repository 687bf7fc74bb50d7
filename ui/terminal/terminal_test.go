package terminal

import (
	"slices"
	"strings"
	"testing"
)

func env(pairs string) func(string) string {
	m := map[string]string{}
	for _, p := range strings.Fields(pairs) {
		k, v, _ := strings.Cut(p, "=")
		m[k] = v
	}
	return func(k string) string { return m[k] }
}

func TestDetect(t *testing.T) {
	tests := []struct{ env, name, order string }{
		{"", "unknown", "fence"},
		{"TERM=xterm-256color", "unknown", "fence"},
		{"TERM=dumb", "unknown", "fence"},
		{"TERM=linux", "linux", "bare"},
		{"TERM=xterm XTERM_VERSION=XTerm(379)", "xterm", "visual"},
		{"TERM=rxvt-unicode-256color COLORTERM=rxvt-xpm", "urxvt", "visual"},
		{"TERM=alacritty ALACRITTY_WINDOW_ID=1", "alacritty", "visual"},
		{"TERM=xterm-256color ALACRITTY_WINDOW_ID=1", "alacritty", "visual"},
		{"TERM=foot", "foot", "visual"},
		{"TERM=foot-direct", "foot", "visual"},
		{"TERM=st-256color", "st", "bare"},
		{"TERM=xterm-256color VTE_VERSION=7006", "vte", "visual"},
		{"TERM=xterm-256color KONSOLE_VERSION=221203", "konsole", "words"},
		{"TERM=xterm-kitty KITTY_WINDOW_ID=1", "kitty", "kitty-tokens"},
		{"TERM=mlterm MLTERM=3.9.0", "mlterm", "visual"},
		{"TERM=konsole-256color", "konsole", "words"},
		{"TERM=vte-256color", "vte", "visual"},
		{"TERM=gnome-256color", "vte", "visual"},
		{"TERM=putty-256color", "putty", "logical"},
		{"TERM=mintty", "mintty", "visual"},
		{"TERM=iterm2", "iterm2", "fence"},
		{"TERM=nsterm-256color", "apple", "fence"},
		{"TERM=xterm MLTERM=3.9.0", "mlterm", "visual"},
		{"TERM=xterm-256color WT_SESSION=1", "windows-terminal", "visual"},
		{"TERM=xterm-256color TERM_PROGRAM=vscode", "xterm.js", "fence"},
		{"TERM=xterm-256color TERM_PROGRAM=WezTerm", "wezterm", "visual"},
		{"TERM=xterm-ghostty TERM_PROGRAM=ghostty", "ghostty", "visual"},
		{"TERM=xterm-256color TERM_PROGRAM=mintty", "mintty", "visual"},
		{"TERM=xterm-256color TERM_PROGRAM=iTerm.app", "iterm2", "fence"},
		{"TERM=xterm-256color TERM_PROGRAM=Apple_Terminal", "apple", "fence"},

		// What is inherited from the terminal that started this one does not win.
		{"TERM=foot VTE_VERSION=7006", "foot", "visual"},
		{"TERM=st-256color KONSOLE_VERSION=221203", "st", "bare"},
		{"TERM=xterm-256color VTE_VERSION=7006 TERM_PROGRAM=vscode", "xterm.js", "fence"},

		// Inside a multiplexer.
		{"TERM=tmux-256color TMUX=/tmp/t,1,0 TERM_PROGRAM=tmux VTE_VERSION=7006", "vte", "fence"},
		{"TERM=screen STY=1.x VTE_VERSION=7006", "vte", "fence"},
		{"TERM=tmux-256color TMUX=x TERM_PROGRAM=tmux KONSOLE_VERSION=221203", "konsole", "words"},
		{"TERM=tmux-256color TMUX=x XTERM_VERSION=XTerm(379)", "xterm", "visual"},
		{"TERM=tmux-256color TMUX=x", "unknown", "fence"},
		{"TERM=screen STY=1.x MLTERM=3.9.0", "mlterm", "walled"},

		// The reader's word wins, but it names the terminal around a multiplexer.
		{"TERM=foot RAWI_TERMINAL=vte", "vte", "visual"},
		{"TERM=tmux-256color TMUX=x RAWI_TERMINAL=vte", "vte", "fence"},
		{"TERM=foot RAWI_TERMINAL=nonsense", "foot", "visual"},
	}
	for _, tt := range tests {
		p := Detect(env(tt.env))
		if p.Name != tt.name || p.Order.String() != tt.order {
			t.Errorf("%q: %s, %s; want %s, %s", tt.env, p.Name, p.Order, tt.name, tt.order)
		}
		if mux := multiplexed(env(tt.env)); mux && p.Enter+p.Leave != "" {
			t.Errorf("%q: sends %q into a multiplexer", tt.env, p.Enter)
		}
	}
}

func TestModesAreUndone(t *testing.T) {
	tests := []struct{ name, enter, leave string }{
		{"vte", "\x1b[8l", "\x1b[8h"},
		{"mintty", "\x1b[8l", "\x1b[8h"},
		{"mlterm", "\x1b]5379;use_ctl=false\a", "\x1b]5379;use_ctl=true\a"},
		{"xterm", "", ""},
		{"unknown", "", ""},
	}
	for _, tt := range tests {
		p, ok := ByName(tt.name)
		if !ok || p.Enter != tt.enter || p.Leave != tt.leave {
			t.Errorf("%s: %q, %q, %v", tt.name, p.Enter, p.Leave, ok)
		}
	}
	for _, p := range profiles {
		if (p.Enter == "") != (p.Leave == "") {
			t.Errorf("%s: enters with %q and leaves with %q", p.Name, p.Enter, p.Leave)
		}
	}
}

func TestMarks(t *testing.T) {
	for name, want := range map[string]bool{
		"xterm": true, "urxvt": true, "vte": true, "mlterm": true, "konsole": true, "unknown": true,
		"alacritty": false, "foot": false, "st": false, "zutty": false, "kitty": false,
	} {
		if p, ok := ByName(name); !ok || p.Marks != want {
			t.Errorf("%s: marks %v, known %v", name, p.Marks, ok)
		}
	}
}

func TestChoose(t *testing.T) {
	foot := env("TERM=foot")
	if p, err := Choose("", foot); err != nil || p.Name != "foot" {
		t.Error(p.Name, err)
	}
	if p, err := Choose("vte", foot); err != nil || p.Name != "vte" {
		t.Error(p.Name, err)
	}
	if p, err := Choose("xterm", env("RAWI_TERMINAL=st")); err != nil || p.Name != "xterm" {
		t.Error("the option does not win:", p.Name, err)
	}
	for _, tt := range []struct{ name, env string }{{"vt52", ""}, {"", "RAWI_TERMINAL=vt52"}} {
		_, err := Choose(tt.name, env(tt.env))
		if err == nil || !strings.Contains(err.Error(), "vt52") || !strings.Contains(err.Error(), "xterm") {
			t.Errorf("%q, %q: %v", tt.name, tt.env, err)
		}
	}
}

func TestTablesAgree(t *testing.T) {
	names := Names()
	for i, n := range names {
		if slices.Index(names, n) != i {
			t.Errorf("%s stands twice", n)
		}
	}
	for _, s := range signs {
		if _, ok := ByName(s.name); !ok {
			t.Errorf("%s=%s speaks for %q, which has no profile", s.variable, s.value, s.name)
		}
	}
}

func TestBackgroundOf(t *testing.T) {
	if got := BackgroundOf(env("TERM=linux")); got != DarkBackground {
		t.Errorf("the console: %v", got)
	}
	for colours, want := range map[string]Background{
		"": UnknownBackground, "7;default": UnknownBackground, "15;0": DarkBackground, "15;default;8": DarkBackground,
		"0;15": LightBackground, "0;default;15": LightBackground, "0;7": LightBackground,
	} {
		if got := BackgroundOf(env("COLORFGBG=" + colours)); got != want {
			t.Errorf("%q: %v, want %v", colours, got, want)
		}
	}
}
