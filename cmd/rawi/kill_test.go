//go:build unix

package main

import (
	"flag"
	"math/rand/v2"
	"strings"
	"syscall"
	"testing"
	"time"

	"rawi/cmd/internal/screentest"
)

var killRounds = flag.Int("kill-rounds", 5, "how often TestKill kills rawi")

// A kill -9 at any moment loses no decision that the screen showed as saved, and
// leaves a sound library.
func TestKill(t *testing.T) {
	var data string
	var saved map[string]bool // words of quotations that were shown as decided
	total := 0
	for round := range *killRounds { // in windows that show all quotations
		if round%5 == 0 { // before all is decided
			data, saved = t.TempDir(), map[string]bool{}
		}
		w := open(t, setup{data: data, width: 140, height: 100})
		w.ready()
		w.until("the decisions made before", func(s screen) bool { return holds(s, saved) })
		var keys []string
		for range 1 + rand.IntN(10) {
			keys = append(keys, []string{"j", "j", "k", "x", "a"}[rand.IntN(5)])
		}
		w.press(strings.Join(keys, " "))
		time.AfterFunc(rand.N(300*time.Millisecond), func() { w.signal(syscall.SIGKILL) })
		if status := w.exit(); status != -1 {
			t.Fatalf("round %d: a killed rawi ended by itself with %d", round, status)
		}
		before := len(saved)
		for _, i := range w.Screen().Quotations() { // all that was ever shown
			if i.Is(decided) {
				saved[i.Words] = true
			}
		}
		total += len(saved) - before
		rawiIs(t, "check", "--data", data)
	}
	if total == 0 {
		t.Error("nothing was ever decided before a kill")
	}
	t.Logf("%d decisions shown in %d rounds, none lost", total, *killRounds)
}

// holds reports whether the quotations of these words are shown as decided.
func holds(s screen, saved map[string]bool) bool {
	shown := map[string]bool{}
	for _, i := range s.Quotations() {
		shown[i.Words] = i.Is(decided)
	}
	for words := range saved {
		if !shown[words] {
			return false
		}
	}
	return true
}

// With no argument rawi opens what was read last, at the same sentence.
func TestReopen(t *testing.T) {
	data := t.TempDir()
	w := open(t, setup{data: data, width: 80, height: 24, reading: true})
	if s := w.ready(); !right(s, 2, string(builtIn)) {
		t.Errorf("a new reader does not get the article of the program:\n%s", s)
	}
	w.press("space")
	top := w.until("a place in the middle", func(s screen) bool {
		return s.Article() != nil && strings.Contains(s.Article()[0], screentest.Unshaped("الدكتور يوسف"))
	}).Article()[0]
	w.quit()

	w = open(t, setup{data: data, width: 80, height: 24, reading: true})
	if s := w.ready(); s.Article()[0] != top {
		t.Errorf("left at %q, found again at %q", top, s.Article()[0])
	}
	w.quit()

	w = open(t, setup{data: data, width: 120, height: 20})
	if s := w.ready(); !strings.Contains(letters(strings.Join(s.Article()[:2], " ")), letters(top)) {
		t.Errorf("left at %q, found again in a wider window at %q", top, s.Article()[:2])
	}
	w.quit()

	market(t, data).quit()
	w = open(t, setup{data: data, width: 80, height: 24, reading: true})
	if s := w.ready(); !right(s, 2, readFile(t, marketFile)) {
		t.Errorf("the last article is not opened again:\n%s", s)
	}
	w.quit()
}

// Signals that ask rawi to end find all kept and leave the terminal as it was.
func TestSignals(t *testing.T) {
	for _, signal := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT, syscall.SIGQUIT} {
		t.Run(signal.String(), func(t *testing.T) {
			t.Parallel()
			data := t.TempDir()
			w := open(t, setup{data: data, width: 80, height: 24, env: []string{"VTE_VERSION=7600"}})
			w.ready()
			w.press("down down down x")
			const one = "المحسوم: 1"
			w.shows(one)
			top := w.Screen().Article()[0]
			w.signal(signal)
			if status := w.exit(); status != 128+int(signal) || w.stderr.Len() > 0 {
				t.Errorf("status %d, stderr %q", status, w.stderr.String())
			}
			w.restored()
			if sent := w.sent(); strings.LastIndex(sent, "\x1b[8h") <= strings.LastIndex(sent, "\x1b[8l") {
				t.Error("the terminal's own order of letters is not given back")
			}
			again := open(t, setup{data: data, width: 80, height: 24, reading: true})
			if s := again.ready(); s.Article()[0] != top || !s.Has(one) {
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
	w.until("the decision", func(s screen) bool { return decisions(s) == 1 || s.Has(unsaved) })
	must(t, w.pty.Close())
	w.exit()

	again := market(t, data)
	again.becomes(second, decided, "ليس قولا")
	again.quit()
}
