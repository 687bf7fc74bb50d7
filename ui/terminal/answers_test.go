package terminal

import (
	"encoding/hex"
	"regexp"
	"testing"
)

// table is what real terminals set and answered: table 1.2 of the measurements
// of 2026 (xterm 379, mlterm 3.9.0, kitty 0.26.5 and 0.47.4, alacritty 0.11.0,
// VTE 0.70.6, Konsole 22.12.3, qterminal 1.2.0, st 0.9, rxvt-unicode 9.30, zutty
// 0.14, foot 1.13.1, pterm 0.78, xterm.js 6.0.0, tmux 3.3a, screen 4.9.0), and
// the profile and order that each needs.
var table = []struct{ environment, sent, name, order string }{
	{"TERM=xterm XTERM_VERSION=XTerm(379)", "\x1bP>|XTerm(379)\x1b\\\x1b[8;0$y\x1b[>41;379;0c\x1b[?64;1;2;6;9;15c", "xterm", "visual"},
	{"TERM=mlterm MLTERM=3.9.0", "\x1b[8;0$y\x1b[>24;279;0c\x1b[?63;1;2;3;4;6;7c", "mlterm", "visual"},
	{"TERM=xterm-kitty KITTY_WINDOW_ID=1", "\x1bP>|kitty(0.26.5)\x1b\\\x1b[8;0$y\x1b[>1;4000;26c\x1b[?62c\x1b[2;1R", "kitty", "kitty-tokens"},
	{"TERM=xterm-kitty KITTY_WINDOW_ID=1", "\x1bP>|kitty(0.47.4)\x1b\\\x1b[8;0$y\x1b[>1;4000;47c\x1b[?62;52c\x1b[2;3R", "kitty", "kitty"},
	{"TERM=xterm-kitty KITTY_WINDOW_ID=1", "\x1bP>|kitty(0.26.5)\x1b\\\x1b[?62c\x1b[2;1R\x1bP1+r6b697474792d71756572792d666f6e745f66616d696c79=4a6574427261696e734d6f6e6f\x1b\\", "kitty", "kitty-runs"},
	{"TERM=alacritty ALACRITTY_WINDOW_ID=1", "\x1b[>0;1700;1c\x1b[?6c", "alacritty", "visual"},
	{"TERM=xterm-256color VTE_VERSION=7006", "\x1b[8;1$y\x1b[>65;7006;1c\x1b[?65;1;9c", "vte", "visual"},
	{"TERM=xterm-256color KONSOLE_VERSION=221203", "\x1bP>|Konsole 22.12.3\x1b\\\x1b[>1;115;0c\x1b[?62;1;4c", "konsole", "words"},
	{"TERM=xterm-256color COLORFGBG=15;0", "\x1b[>0;115;0c\x1b[?1;2c", "qterminal", "sgr"},
	{"TERM=xterm-256color KONSOLE_VERSION=211203", "\x1b[>0;115;0c\x1b[?62;1;4c", "konsole", "words"}, // by its sources
	{"TERM=st-256color", "\x1b[?6c", "st", "bare"},
	{"TERM=rxvt-unicode-256color COLORTERM=rxvt-xpm", "\x1b[>85;95;0c\x1b[?1;2c", "urxvt", "visual"},
	{"TERM=xterm-256color", "\x1b[>64;0;0c\x1b[?64;1;9;15;21;22c", "zutty", "visual"},
	{"TERM=foot", "\x1bP>|foot(1.13.1)\x1b\\\x1b[>1;011301;0c\x1b[?62;4;22c", "foot", "visual"},
	{"TERM=xterm", "\x1b[>0;136;0c\x1b[?6c", "putty", "logical"},
	{"TERM=xterm-256color", "\x1b[8;0$y\x1b[>0;276;0c\x1b[?1;2c", "xterm.js", "fence"},
	{"TERM=tmux-256color TMUX=x TERM_PROGRAM=tmux XTERM_VERSION=XTerm(379)", "\x1bP>|tmux 3.3a\x1b\\\x1b[>84;0;0c\x1b[?1;2c", "xterm", "visual"},
	{"TERM=screen STY=1.x MLTERM=3.9.0", "\x1b[>83;40900;0c\x1b[?1;2c", "mlterm", "walled"},
	{"TERM=screen STY=1.x VTE_VERSION=7006", "\x1b[>83;40900;0c\x1b[?1;2c", "vte", "fence"},

	// Over ssh, with no variable but TERM.
	{"TERM=xterm-256color", "\x1bP>|XTerm(379)\x1b\\\x1b[?64c", "xterm", "visual"},
	{"TERM=xterm-256color", "\x1b[8;2$y\x1b[>65;7006;1c\x1b[?65c", "vte", "visual"},
	{"TERM=xterm-256color", "\x1bP>|Konsole 22.12.3\x1b\\\x1b[?62c", "konsole", "words"},
	{"TERM=xterm-256color", "\x1b[8;1$y\x1b[>77;1;0c\x1b[?1c", "explicit", "visual"},
	{"TERM=xterm-256color", "\x1bP>|tmux 3.3a\x1b\\\x1b[?1;2c", "unknown", "fence"},
	{"TERM=xterm-256color", "\x1b[?1;2c", "unknown", "fence"},
	{"TERM=xterm-256color", "", "unknown", "fence"},

	// Started from a shell in another terminal.
	{"TERM=xterm-256color VTE_VERSION=7006", "\x1bP>|XTerm(379)\x1b\\\x1b[8;0$y\x1b[?64c", "xterm", "visual"},
	{"TERM=xterm-256color KONSOLE_VERSION=221203", "\x1b[>64;0;0c\x1b[?64c", "zutty", "visual"},

	// What the reader says holds.
	{"TERM=xterm RAWI_TERMINAL=fence", "\x1bP>|XTerm(379)\x1b\\\x1b[?64c", "fence", "fence"},
	{"TERM=xterm RAWI_TERMINAL=kitty", "\x1b[?64c\x1b[2;3R", "kitty", "kitty"},
}

// reply is the shape of one answer in what a terminal sends.
type reply struct {
	shape *regexp.Regexp
	take  func(a *Answers, match string)
}

// replies are all of them.
var replies = []reply{
	{regexp.MustCompile(`\x1bP>\|([^\x1b]*)\x1b\\`), func(a *Answers, s string) { a.Version = s }},
	{regexp.MustCompile(`\x1b\[8;([0-4])\$y`), func(a *Answers, s string) { a.Explicit = s == "1" || s == "2" }},
	{regexp.MustCompile(`\x1b\[>([0-9;]*)c`), func(a *Answers, s string) { a.Device = s }},
	{regexp.MustCompile(`\x1b\[\?([0-9;]*)c`), func(a *Answers, _ string) { a.Ended = true }},
	{regexp.MustCompile(`\x1bP1\+r[0-9A-Fa-f]+=([0-9A-Fa-f]+)\x1b\\`), func(a *Answers, s string) {
		font, _ := hex.DecodeString(s) // the shape lets only hex digits pass
		a.Font = string(font)
	}},
	{regexp.MustCompile(`\x1b\[2;([0-9]+)R`), func(a *Answers, s string) { a.Sized = s == "3" }},
}

// answersIn finds answers in what a terminal sent.
func answersIn(sent string) Answers {
	var a Answers
	for _, r := range replies {
		if m := r.shape.FindStringSubmatch(sent); m != nil {
			r.take(&a, m[1])
		}
	}
	return a
}

func TestAnswers(t *testing.T) {
	for _, tt := range table {
		p := Detect(env(tt.environment)).Refine(answersIn(tt.sent))
		if p.Name != tt.name || p.Order.String() != tt.order {
			t.Errorf("%s, %q: %s, %s; want %s, %s", tt.environment, tt.sent, p.Name, p.Order, tt.name, tt.order)
		}
		if p.Known() && p.Reason == "" {
			t.Errorf("%s, %q: no reason", tt.environment, tt.sent)
		}
	}
}

func TestAttached(t *testing.T) {
	tests := []struct{ environment, client, name, order string }{
		{"TMUX=x KITTY_WINDOW_ID=1", "xterm-kitty|kitty(0.26.5)", "kitty", "kitty-tokens"},
		{"TMUX=x", "xterm-256color|Konsole 22.12.3", "konsole", "words"},
		{"TMUX=x", "foot|foot(1.13.1)\n", "foot", "visual"},
		{"TMUX=x", "mlterm|", "mlterm", "walled"},
		{"TMUX=x", "alacritty|", "alacritty", "visual"},
		{"TMUX=x", "xterm|XTerm(379)", "xterm", "visual"},
		{"TMUX=x VTE_VERSION=7006", "xterm-256color|", "vte", "fence"},
		{"TMUX=x", "st-256color|", "st", "bare"},

		// Started in one terminal, attached from another.
		{"TMUX=x XTERM_VERSION=XTerm(379)", "xterm-256color|", "unknown", "fence"},
		{"TMUX=x KITTY_WINDOW_ID=1", "xterm-256color|", "unknown", "fence"},
		{"TMUX=x VTE_VERSION=7006", "xterm-256color|Konsole 22.12.3", "konsole", "words"},
		{"TMUX=x KONSOLE_VERSION=221203", "xterm-256color|", "konsole", "words"}, // right in VTE too

		{"TMUX=x VTE_VERSION=7006", "", "vte", "fence"}, // no client
		{"TMUX=x RAWI_TERMINAL=vte", "foot|foot(1.13.1)", "vte", "fence"},
		{"TERM=foot", "xterm|XTerm(379)", "foot", "visual"}, // not in tmux
	}
	for _, tt := range tests {
		p := Detect(env(tt.environment)).Attached(tt.client)
		if p.Name != tt.name || p.Order.String() != tt.order || p.Enter != "" {
			t.Errorf("%s, %q: %s, %s; want %s, %s", tt.environment, tt.client, p.Name, p.Order, tt.name, tt.order)
		}
	}
}

func TestPrefer(t *testing.T) {
	yes, no := true, false
	tests := []struct {
		environment string
		choice      Choice
		order       string
		enter       string
		marks       bool
	}{
		{"TERM=foot", Choice{}, "visual", "", false},
		{"TERM=foot", Choice{Marks: &yes}, "visual", "", true},
		{"TERM=xterm XTERM_VERSION=1", Choice{Marks: &no}, "visual", "", false},
		{"TERM=xterm", Choice{Terminal: "words"}, "words", "", true},
		{"TERM=xterm", Choice{Terminal: "explicit", Marks: &no}, "visual", "\x1b[8l", false},
		{"TERM=xterm TMUX=x", Choice{Terminal: "explicit"}, "fence", "", true},
		{"TERM=xterm RAWI_TERMINAL=st", Choice{Terminal: "words"}, "bare", "", false},
		{"TERM=foot", Choice{Terminal: "nonsense"}, "visual", "", false},
	}
	for _, tt := range tests {
		p := Detect(env(tt.environment)).Prefer(tt.choice, Answers{})
		if p.Order.String() != tt.order || p.Enter != tt.enter || p.Marks != tt.marks {
			t.Errorf("%s, %+v: %s, %q, %v", tt.environment, tt.choice, p.Order, p.Enter, p.Marks)
		}
	}
	p := Detect(env("TERM=xterm")).Prefer(Choice{Terminal: "words"}, Answers{}).Refine(Answers{Version: "XTerm(379)"})
	if p.Name != "words" {
		t.Error("an answer beats the reader's choice:", p.Name)
	}
	p = Detect(env("TERM=xterm")).Prefer(Choice{Terminal: "kitty", Marks: &no}, Answers{Sized: true})
	if p.Order != Kitty || p.Marks {
		t.Errorf("a kitty chosen, with text sizing, without marks: %s, %v", p.Order, p.Marks)
	}
}

func TestIdentity(t *testing.T) {
	for environment, want := range map[string]string{
		"TERM=foot": "foot", "TERM=screen STY=1 VTE_VERSION=1": "vte multiplexed", "TERM=eterm": "unknown eterm",
		"": "unknown",
	} {
		if got := Detect(env(environment)).Identity(); got != want {
			t.Errorf("%s: %q, want %q", environment, got, want)
		}
	}
	if got := Detect(env("TERM=xterm")).Refine(Answers{Device: "77;1;0"}).Refine(Answers{Device: "77;1;0"}).Identity(); got != "unknown xterm 77;1;0" {
		t.Errorf("%q", got)
	}
}

func TestTablesOfAnswersAgree(t *testing.T) {
	for _, v := range versions {
		if _, ok := ByName(v.name); !ok {
			t.Errorf("%s has no profile", v.name)
		}
	}
	for _, d := range devices {
		if _, ok := ByName(d.name); !ok {
			t.Errorf("%s has no profile", d.name)
		}
	}
}
