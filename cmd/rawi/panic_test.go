//go:build unix

package main

import (
	"os"
	"strings"
	"testing"

	"rawi/model"
	"rawi/model/detect"
	"rawi/ui"
	"rawi/ui/l10n"
	"rawi/ui/terminal"
)

func init() { deeds["panic"], deeds["panic in a frame"] = panicInside, panicInFrame }

// panicInside is rawi when looking for quotations goes wrong.
func panicInside() int {
	return showBroken(func(s *ui.Session) {
		s.Detect = func(*model.Article) (model.Findings, error) { panic("the world is flat") }
	})
}

// panicInFrame is rawi when a frame cannot be made: there is no such order.
func panicInFrame() int {
	return showBroken(func(s *ui.Session) { s.Terminal.Order = 99 })
}

// showBroken shows the article of the program in a session that something was
// broken in.
func showBroken(breakIt func(*ui.Session)) int {
	library := newLibrarySession(os.Getenv("RAWI_DATA"), l10n.Arabic)
	defer library.Close()
	profile, _ := terminal.ByName("vte")
	s, err := (&opener{profile: profile, detect: detectOnce(detect.Learned), basis: func() string { return "" }}).start(library, firstInput{}, false)
	if err != nil {
		return 101
	}
	breakIt(&s)
	return reportError(os.Stderr, l10n.English, show(s))
}

// A panic restores the terminal and is reported on stderr.
func TestPanic(t *testing.T) {
	for _, deed := range []string{"panic", "panic in a frame"} {
		t.Run(deed, func(t *testing.T) {
			w := open(t, setup{deed: deed, mute: true})
			if status := w.exit(); status != exitFailed {
				t.Errorf("status %d: %s", status, w.stderr.String())
			}
			w.restored()
			if said := w.stderr.String(); !strings.Contains(said, "panic") {
				t.Errorf("stderr does not tell of a panic: %q", said)
			}
			if sent := w.sent(); !strings.Contains(sent, "\x1b[8l") || strings.LastIndex(sent, "\x1b[8h") < strings.LastIndex(sent, "\x1b[8l") {
				t.Error("the terminal's own order of letters is not given back")
			}
		})
	}
}
