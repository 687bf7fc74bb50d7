//go:build unix

package main

import (
	"io"
	"os"
	"strings"
	"syscall"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"rawi/cmd/internal/screentest"
	"rawi/model"
	"rawi/ui"
	"rawi/ui/terminal"
)

func init() { deeds["find nothing"] = findNothing }

// findNothing is rawi while it looks for quotations, in the terminal that the
// environment tells of.
func findNothing() int {
	return showBroken(func(s *ui.Session) {
		s.Terminal = terminal.Detect(os.Getenv)
		size := screenSize()
		s.Width, s.Height = size.Width, size.Height
		s.Detect = func(*model.Article) (model.Findings, error) { select {} }
	})
}

// On every terminal the article is on the screen before anything is asked or set, as
// the program's own first frame shows it.
func TestFirstFrame(t *testing.T) {
	for _, f := range families {
		t.Run(f.name, func(t *testing.T) {
			w := open(t, setup{deed: "find nothing", mute: true, env: strings.Fields(f.env)})
			w.until("a whole frame of the program", func(s screen) bool {
				return s.Framed() && strings.Contains(w.sent(), ansi.SetModeBracketedPaste)
			})
			w.signal(syscall.SIGTERM) // after q the last frame would be a blank one
			w.exit()
			w.restored()
			sent := w.sent()
			painted, _, ok := strings.Cut(sent, ansi.SetModeAutoWrap)
			for _, later := range []string{ansi.RequestModeSynchronizedOutput, ansi.RequestBackgroundColor, "\x1b[c", ansi.SetModeBracketedPaste} {
				if !ok || strings.Contains(painted, later) {
					t.Fatalf("%q is sent before the article is shown: %q", later, sent[:min(len(sent), 400)])
				}
			}
			shown := emulated(painted)
			article := shown.Edges()[2] // the column of its left edge
			if !shown.Alternate || !shown.Framed() || strings.Join(shown.Cells[1][article:], "") == "│"+strings.Repeat(" ", shown.Width()-article-2)+"│" {
				t.Errorf("the article is not painted first:\n%s", shown)
			}
			frame, _, _ := strings.Cut(sent, ansi.ResetModeAltScreenSaveCursor)
			if own := emulated(frame); look(shown) != look(own) {
				t.Errorf("painted first:\n%sthe program's own frame:\n%s", look(shown), look(own))
			}
		})
	}
}

// look is a screen with the style of each cell that shows one.
func look(s screen) string {
	var b strings.Builder
	for y, row := range s.Cells {
		for x, cell := range row {
			if cell != " " || s.Filled(x, y) {
				cell += s.Styles[y][x]
			}
			b.WriteString(cell)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// emulated is the screen of a terminal that was sent so much.
func emulated(sent string) screen {
	term := screentest.NewTerminal(120, 36)
	defer term.Close()
	go term.Answer(io.Discard)
	term.Emulator.WriteString(sent)
	return term.Screen()
}
