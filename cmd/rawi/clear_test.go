//go:build unix

package main

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"rawi/cmd/internal/screentest"
)

// The screen is cleared once at the start, whether the terminal is silent or
// answers as xterm, and not again where the quotations come; xterm smears, so that a key
// that moves the text clears it once more.
func TestOneClear(t *testing.T) {
	const xterm = "\x1b]11;rgb:0000/0000/0000\x1b\\" + "\x1bP>|XTerm(379)\x1b\\" + "\x1b[8;0$y" + "\x1b[>41;379;0c" + "\x1b[?64;1;2c"
	for _, answers := range []string{"", xterm} {
		w := open(t, setup{mute: true, reading: true})
		w.until("the questions", func(screen) bool { return strings.Contains(w.sent(), "\x1b[c") })
		w.send(answers)
		w.ready()
		if n := strings.Count(w.sent(), ansi.EraseEntireScreen); n != 1 {
			t.Errorf("answers %q: the screen is cleared %d times before a key, want 1", answers, n)
		}
		w.press("down") // all that came before it has had its frame
		w.until("the text moved", func(s screen) bool {
			return s.Framed() && !strings.Contains(s.Article()[0], screentest.Unshaped("وزارة المياه تعلن"))
		})
		if n := strings.Count(w.sent(), ansi.EraseEntireScreen); n > 2 {
			t.Errorf("answers %q: a key clears the screen %d times, want 1 at most", answers, n-1)
		}
		w.quit()
	}
}
