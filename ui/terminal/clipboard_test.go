package terminal

import (
	"strings"
	"testing"
)

// What a terminal does with copies is known by its name, better by its answers, and
// not at all behind a multiplexer.
func TestClipboard(t *testing.T) {
	for _, test := range []struct {
		environment string
		answers     Answers
		want        Clipboard
	}{
		{"TERM=foot", Answers{}, TakesCopies}, {"TERM=xterm XTERM_VERSION=1", Answers{}, RefusesCopies},
		{"TERM=vte VTE_VERSION=9000", Answers{Device: "65;9000;1", Primary: "61;1;22;52"}, TakesCopies},
		{"KONSOLE_VERSION=221203", Answers{Version: "Konsole 22.12.3"}, RefusesCopies},
		{"KONSOLE_VERSION=241200", Answers{Version: "Konsole 24.12.0"}, TakesCopies},
		{"KONSOLE_VERSION=250400", Answers{Version: "Konsole 25.04.1"}, TakesCopies},
		{"TERM=dim", Answers{Primary: "152;5"}, UnsureOfCopies}, {"TERM=foot TMUX=x", Answers{Primary: "1;2"}, UnsureOfCopies},
	} {
		if got := Detect(env(test.environment)).Refine(test.answers).Clipboard(); got != test.want {
			t.Errorf("%s, %+v: %d, want %d", test.environment, test.answers, got, test.want)
		}
	}
}

// What is said of terminals is said of those that have a profile, and links go through
// no multiplexer.
func TestTablesOfFeaturesAgree(t *testing.T) {
	for name := range clipboards {
		if _, ok := ByName(name); !ok {
			t.Errorf("%s has no profile", name)
		}
	}
	for name := range links {
		if p, ok := ByName(name); !ok || !p.Links {
			t.Errorf("%s has no profile with links", name)
		}
	}
	if Detect(env("TERM=foot TMUX=x")).Links {
		t.Error("links in tmux")
	}
	if Detect(env("TERM=linux")).Titled() || !Detect(env("TERM=foot")).Titled() {
		t.Error("the Linux console has no title, others have")
	}
	if strings.Contains(PushTitle+PopTitle, "\x1b]") {
		t.Error("a title is pushed by an OSC")
	}
}
