//go:build unix

package main

import (
	"slices"
	"strings"
	"syscall"
	"testing"
)

// A kill -9 at any moment loses no decision that the screen showed as saved.
func TestKill(t *testing.T) {
	data := t.TempDir()
	saved := map[string]bool{} // words of quotations that were shown as decided
	for round := range 5 {
		w := open(t, setup{data: data})
		w.ready()
		s := w.until("the decisions of old", func(s screen) bool { return s.decisions() >= len(saved) })
		for words := range saved {
			if !slices.ContainsFunc(s.quotations(), func(i item) bool { return i.is(decided) && i.words == words }) {
				t.Errorf("round %d: the decision on %q is lost:\n%s", round, words, s)
			}
		}
		for range round {
			w.press("j x")
		}
		w.press("g x j a j x j a")
		w.until("another decision", func(s screen) bool { return s.decisions() > len(saved) })
		w.signal(syscall.SIGKILL)
		if status := w.exit(); status != -1 {
			t.Fatalf("round %d: a killed rawi ended by itself with %d", round, status)
		}
		for _, i := range w.screen().quotations() { // all that was ever shown
			if i.is(decided) {
				saved[i.words] = true
			}
		}
	}
}

// With no argument rawi opens what was read last, at the same sentence.
func TestReopen(t *testing.T) {
	data := t.TempDir()
	w := open(t, setup{data: data, width: 80, height: 24})
	if s := w.ready(); !right(s, 2, string(builtIn)) {
		t.Errorf("a new reader does not get the article of the program:\n%s", s)
	}
	w.press("space")
	top := w.until("a place in the middle", func(s screen) bool {
		return s.article() != nil && strings.Contains(s.article()[0], unshaped("الدكتور يوسف"))
	}).article()[0]
	w.quit()

	w = open(t, setup{data: data, width: 80, height: 24})
	if s := w.ready(); s.article()[0] != top {
		t.Errorf("left at %q, found again at %q", top, s.article()[0])
	}
	w.quit()

	w = open(t, setup{data: data, width: 120, height: 20})
	if s := w.ready(); !strings.Contains(letters(strings.Join(s.article()[:2], " ")), letters(top)) {
		t.Errorf("left at %q, found again in a wider window at %q", top, s.article()[:2])
	}
	w.quit()

	market(t, data).quit()
	w = open(t, setup{data: data, width: 80, height: 24})
	if s := w.ready(); !right(s, 2, readFile(t, marketFile)) {
		t.Errorf("the last article is not opened again:\n%s", s)
	}
	w.quit()
}

// Signals that ask rawi to end find all kept and leave the terminal as it was.
func TestSignals(t *testing.T) {
	for _, signal := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT} {
		t.Run(signal.String(), func(t *testing.T) {
			t.Parallel()
			data := t.TempDir()
			w := open(t, setup{data: data, width: 80, height: 24, env: []string{"VTE_VERSION=7600"}})
			w.ready()
			w.press("down down down x")
			w.until("the decision", func(s screen) bool { return s.decisions() == 1 || s.has(unsaved) })
			top := w.screen().article()[0]
			w.signal(signal)
			w.exit()
			w.restored()
			if sent := w.sent(); strings.LastIndex(sent, "\x1b[8h") <= strings.LastIndex(sent, "\x1b[8l") {
				t.Error("the terminal's own order of letters is not given back")
			}
			again := open(t, setup{data: data, width: 80, height: 24})
			if s := again.ready(); s.article()[0] != top || s.decisions() != 1 {
				t.Errorf("the decision or the place is lost:\n%s", s)
			}
			again.quit()
		})
	}
}

// A terminal that goes away takes nothing with it.
func TestTerminalGoesAway(t *testing.T) {
	data := t.TempDir()
	w := market(t, data)
	w.goTo(second)
	w.press("x")
	w.until("the decision", func(s screen) bool { return s.decisions() == 1 || s.has(unsaved) })
	must(t, w.pty.Close())
	w.exit()

	again := market(t, data)
	again.becomes(second, decided, "ليس قولا")
	again.quit()
}
