package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
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

// A library that cannot be used is said on stderr, and is left as it is.
func TestBrokenLibrary(t *testing.T) {
	data := t.TempDir()
	file := filepath.Join(data, "rawi.db")
	garbage := strings.Repeat("this is no database\n", 500)
	must(t, os.WriteFile(file, []byte(garbage), 0o600))
	w := open(t, setup{data: data})
	w.refused(exitFailed, file)
	if readFile(t, file) != garbage {
		t.Error("the file was changed")
	}

	under := filepath.Join(file, "below") // no folder can be there
	open(t, setup{data: under}).refused(exitFailed, "below")
}

// refused waits for an end with a status and one clear sentence, which names
// something, before the terminal was touched.
func (w *window) refused(status int, names string) {
	w.t.Helper()
	got := w.exit()
	said := w.stderr.String()
	if got != status {
		w.t.Errorf("status %d, want %d", got, status)
	}
	if !strings.HasPrefix(said, "rawi: ") || !strings.Contains(said, names) ||
		strings.Count(said, "\n") != 1 || !strings.HasSuffix(said, "\n") || len(said) > 400 {
		w.t.Errorf("stderr is not one sentence about %q: %q", names, said)
	}
	if sent := w.sent(); sent != "" {
		w.t.Errorf("the terminal was touched: %q", sent)
	}
}

func init() {
	deeds["nobody"], deeds["small disk"] = runAsNobody, runOnSmallDisk
	deeds["panic"], deeds["panic in a frame"] = panicInside, panicInFrame
}

// cannot begins what a child says that cannot do what a test wants.
const cannot = "cannot be tried here: "

// skipUnlessTried skips a test whose child could not do what it should, unless
// in CI, where nothing may be skipped.
func (w *window) skipUnlessTried() {
	w.t.Helper()
	<-w.ended
	if why := w.stderr.String(); strings.HasPrefix(why, cannot) {
		if os.Getenv("CI") == "true" {
			w.t.Fatal(why)
		}
		w.t.Skip(why)
	}
}

// begins waits for the first frame of a child that may be unable to start.
func (w *window) begins() {
	w.t.Helper()
	if _, ended := w.untilEnded("a first frame", screen.framed); ended {
		w.skipUnlessTried()
	}
	w.ready()
}

func runAsNobody() int {
	if err := syscall.Setuid(65534); err != nil {
		fmt.Fprint(os.Stderr, cannot, err)
		return exitFailed
	}
	return run()
}

// A library that may only be read is no obstacle to reading; what is decided
// is shown as unsaved, and leaving without it takes two keys.
func TestReadOnlyLibrary(t *testing.T) {
	data := filepath.Join(t.TempDir(), "library")
	w := market(t, data)
	w.goTo(first)
	w.press("a")
	w.becomes(first, decided, "")
	w.quit()

	for dir := data; dir != os.TempDir() && len(dir) > 1; dir = filepath.Dir(dir) {
		must(t, os.Chmod(dir, 0o755)) // the way to it is open to others
	}
	must(t, os.Chmod(filepath.Join(data, "rawi.db"), 0o444))
	must(t, os.Chmod(data, 0o555))
	t.Cleanup(func() { os.Chmod(data, 0o755) })

	w = open(t, setup{deed: "nobody", data: data})
	w.begins()
	s := w.shows("المكتبة للقراءة فقط")
	if !s.quotation(first).is(decided) || !right(s, 3, readFile(t, marketFile)) {
		t.Errorf("what the library holds is not shown:\n%s", s)
	}
	w.leavesUnsaved(second)
	w.press("q")
	if status := w.exit(); status != exitFailed || !strings.Contains(w.stderr.String(), "lost") {
		t.Errorf("status %d, stderr %q", status, w.stderr.String())
	}
	w.restored()
}

// leavesUnsaved decides on a quotation what cannot be saved, and presses quit
// once: rawi must say that it is unsaved and stay.
func (w *window) leavesUnsaved(words string) {
	w.t.Helper()
	w.goTo(words)
	w.press("x")
	w.becomes(words, unsaved, "ليس قولا")
	w.shows("تعذّر الحفظ")
	w.press("q")
	w.shows("قرارات لم تُحفظ: 1")
}

// runOnSmallDisk is rawi with its library on a small disk of its own. The mount
// belongs to one thread, so that thread becomes a new process.
func runOnSmallDisk() int {
	runtime.LockOSThread()
	err := syscall.Unshare(syscall.CLONE_NEWNS)
	if err == nil {
		err = syscall.Mount("", "/", "", syscall.MS_REC|syscall.MS_PRIVATE, "")
	}
	if err == nil {
		err = syscall.Mount("none", os.Getenv("RAWI_DATA"), "tmpfs", 0, "size=400k")
	}
	if err == nil {
		os.Setenv(deedVariable, "rawi")
		err = syscall.Exec(os.Args[0], os.Args, os.Environ())
	}
	fmt.Fprint(os.Stderr, cannot, err)
	return exitFailed
}

// On a full disk a decision is shown as unsaved and saved once there is room.
func TestFullDisk(t *testing.T) {
	w := open(t, setup{deed: "small disk", args: []string{marketFile}})
	w.begins()
	w.goTo(first)
	dir := fmt.Sprintf("/proc/%d/root%s", w.process.Pid, w.data)
	filler := filepath.Join(dir, "filler")
	fillDisk(t, filler)
	last := ""
	for _, words := range []string{first, second, third} { // each needs some room
		w.goTo(words)
		w.press("x")
		s := w.until("an answer", func(s screen) bool {
			return s.quotation(words).is(decided) || s.quotation(words).is(unsaved) && s.has("تعذّر الحفظ")
		})
		if s.quotation(words).is(unsaved) {
			last = words
			break
		}
	}
	if last == "" {
		t.Fatalf("a full disk takes any number of decisions\n%s", w.screen())
	}
	w.press("q")
	w.shows("قرارات لم تُحفظ: 1")
	must(t, os.Remove(filler))
	w.goTo(fourth)
	w.press("x") // with it all that waits is saved
	w.becomes(fourth, decided, "ليس قولا")
	w.becomes(last, decided, "ليس قولا")
	w.quit()
}

// fillDisk takes all the room that a disk has.
func fillDisk(t *testing.T, file string) {
	t.Helper()
	f, err := os.Create(file)
	must(t, err)
	defer f.Close()
	for size := 1 << 16; size > 0; size >>= 1 {
		for err = nil; err == nil; {
			_, err = f.Write(make([]byte, size))
		}
	}
}
