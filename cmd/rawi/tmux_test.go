//go:build unix

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode"
)

func init() { deeds["tmux"] = insideTmux }

// insideTmux is tmux, in which a child of this binary is rawi.
func insideTmux() int {
	os.Setenv(deedVariable, "rawi")
	path, err := exec.LookPath("tmux")
	if err == nil {
		err = syscall.Exec(path, append([]string{"tmux"}, os.Args[1:]...), os.Environ())
	}
	os.Stderr.WriteString(err.Error())
	return 100
}

// multiplexer is a tmux server of a test's own.
type multiplexer struct {
	t    *testing.T
	base []string // of every command line
	env  []string
}

func newMultiplexer(t *testing.T) *multiplexer {
	t.Helper()
	if _, err := exec.LookPath("tmux"); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("tmux is not installed; .ci/run should have seen to that")
		}
		t.Skip("NOT TESTED: rawi inside tmux, which is not installed")
	}
	config := filepath.Join(t.TempDir(), "tmux.conf")
	must(t, os.WriteFile(config, []byte("set -g status off\nset -s escape-time 0\n"), 0o644))
	m := &multiplexer{t, []string{"-f", config, "-L", "rawi"}, []string{"TMUX_TMPDIR=" + t.TempDir()}}
	t.Cleanup(func() { m.run("kill-server") })
	return m
}

// run is what tmux prints.
func (m *multiplexer) run(args ...string) string {
	c := exec.Command("tmux", append(m.base, args...)...)
	c.Env = append(os.Environ(), m.env...)
	out, _ := c.Output() // a server that is gone says nothing
	return string(out)
}

// open shows a session in a window: a new one in which rawi runs, or that one.
func (m *multiplexer) open(s setup, command ...string) *window {
	m.t.Helper()
	s.deed, s.args = "tmux", append(m.base, command...)
	s.env = append(s.env, m.env...)
	return open(m.t, s)
}

func (m *multiplexer) start(s setup) *window {
	return m.open(s, "new-session", executable(m.t))
}

var capturedCell = regexp.MustCompile(`\P{M}\p{M}*`)

// screen is what stands in the cells of tmux.
func (m *multiplexer) screen(width int) (s screen) {
	text := strings.ReplaceAll(m.run("capture-pane", "-p"), "\u200e", "")
	for line := range strings.Lines(text) {
		cells := capturedCell.FindAllString(strings.TrimRight(line, "\n"), -1)
		for len(cells) < width {
			cells = append(cells, " ")
		}
		s.Cells = append(s.Cells, cells)
	}
	return s
}

// unmarked is the screen as it looks without vowel marks.
func unmarked(s screen) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, s.String())
}

// The cells of tmux are those that rawi shows without it, whatever is done. Each
// step waits for what it must show, in both: a key sent before Esc was taken is
// Alt and that key, and a frame may come in parts.
func TestCellsInTmux(t *testing.T) {
	const picker, help = "من القائل؟", "◂ المفاتيح"
	has := func(words string) func(screen) bool { return func(s screen) bool { return s.Has(words) } }
	hasNot := func(words string) func(screen) bool { return func(s screen) bool { return !s.Has(words) } }
	whatever := func(screen) bool { return true } // keys come in order
	is := func(width int) func(screen) bool { return func(s screen) bool { return s.Width() == width } }
	steps := []struct {
		do    func(*window)
		shows func(screen) bool
	}{
		{func(*window) {}, hasNot("يبحث عن الأقوال")},
		{pressing("down down space space"), whatever},
		{pressing("w up"), whatever},
		{pressing("s"), has(picker)},
		{pressing("esc"), hasNot(picker)},
		{sizing(80, 24), is(80)},
		{pressing("end"), func(s screen) bool { return strings.Contains(s.Status(), "100") }},
		{sizing(40, 12), is(40)},
		{pressing("tab"), has("◂ الأطراف")},
		{pressing("?"), has(help)},
		{pressing("esc"), hasNot(help)},
		{sizing(120, 36), is(120)},
	}
	for name, looks := range map[string]func(screen) string{
		"xterm": screen.String, "fence": screen.String, "sgr": unmarked, "st": unmarked,
	} {
		t.Run(name, func(t *testing.T) {
			m := newMultiplexer(t)
			alone := open(t, setup{mute: true})
			inside := m.start(setup{env: []string{"RAWI_TERMINAL=" + name}})
			for i, step := range steps {
				step.do(alone)
				step.do(inside)
				equal(t, fmt.Sprint("step ", i), alone, inside, func() bool {
					shown := alone.Screen()
					return shown.Framed() && step.shows(shown) && looks(m.screen(shown.Width())) == looks(shown)
				})
			}
			inside.press("q")
			inside.exit()
			alone.quit()
		})
	}
}

func pressing(keys string) func(*window) { return func(w *window) { w.press(keys) } }

func sizing(width, height int) func(*window) { return func(w *window) { w.resize(width, height) } }

// equal waits until something holds that depends on two windows.
func equal(t *testing.T, what string, a, b *window, holds func() bool) {
	t.Helper()
	deadline := time.NewTimer(patience)
	defer deadline.Stop()
	for {
		aChanged, bChanged := a.next(), b.next()
		if holds() {
			return
		}
		select {
		case <-aChanged:
		case <-bChanged:
		case <-deadline.C:
			t.Fatalf("%s: not equal\n%s%s", what, a.Screen(), b.Screen())
		}
	}
}

// next is closed when the window changes.
func (w *window) next() chan struct{} {
	w.Lock()
	defer w.Unlock()
	return w.Changed
}

// Whoever attaches to a session gets the order that the terminal needs.
func TestAttachInTmux(t *testing.T) {
	m := newMultiplexer(t)
	has := func(letters string) func(screen) bool {
		return func(screen) bool { return strings.Contains(m.run("capture-pane", "-p"), letters) }
	}
	console := setup{env: []string{"TERM=linux", "XTERM_VERSION="}, mute: true}
	w := m.start(console)
	w.until("the console's order", has(articleVisual))
	w = m.open(setup{env: []string{"TERM=xterm-256color"}, mute: true}, "attach-session", "-d")
	w.until("the order for any terminal", has(articleFence))
	w = m.open(console, "attach-session", "-d")
	w.until("the console's order again", has(articleVisual))
	w.press("q")
	w.exit()
}
