//go:build unix

package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/creack/pty"
	"golang.org/x/sys/unix"
	"golang.org/x/term"

	"rawi/cmd/internal/screentest"
	"rawi/model/store"
	"rawi/model/store/pgtest"
)

// These tests run the whole program: the test binary starts itself once more
// as rawi, on a pseudo-terminal whose output goes through an emulator.

// deedVariable tells a child of the test binary what to be.
const deedVariable = "RAWI_TEST_DEED"

// deeds are what a child can be.
var deeds = map[string]func() int{"rawi": run}

func TestMain(m *testing.M) {
	if deed, ok := deeds[os.Getenv(deedVariable)]; ok {
		os.Exit(deed())
	}
	status := m.Run()
	pgtest.Stop()
	os.Exit(status)
}

// patience is how long a test waits for what must happen. It is generous, so
// that a busy machine fails no test; nothing waits for it to pass.
const patience = time.Minute

// setup is how to start rawi. The zero value is a window of 120x36 that
// answers queries, with a library of its own and no arguments.
type setup struct {
	deed          string // what to be instead of rawi
	width, height int
	data          string    // folder of the library
	args          []string  // of the command line
	env           []string  // further environment
	stdin         io.Reader // instead of the terminal
	mute          bool      // the terminal answers no query
	detached      bool      // rawi has no controlling terminal
	sizeless      bool      // the terminal says that it has no size
	reading       bool      // the article has the focus at the start, not the quotations
}

// usual is the modes that are on in a terminal where nothing runs.
var usual = map[ansi.Mode]bool{ansi.ModeTextCursorEnable: true, ansi.ModeAutoWrap: true, ansi.ANSIMode(8): true}

// window is a terminal in which rawi runs.
type window struct {
	*screentest.Terminal
	t       *testing.T
	process *os.Process
	pty     *os.File
	data    string      // folder of the library
	termios *term.State // as it was before the program
	stderr  bytes.Buffer
	status  int           // of exit; -1 for a signal
	ended   chan struct{} // closed when process and output have come to their end
}

// environment is all that a child knows of the world.
func (s *setup) environment(t *testing.T) []string {
	if s.data == "" {
		s.data = t.TempDir()
	}
	if s.deed == "" {
		s.deed = "rawi"
	}
	home := t.TempDir()
	if !s.reading {
		keepHabits(t, filepath.Join(home, ".local", "state"), s.data, `pane = "quotations"`)
	}
	if store.IsAddress(s.data) {
		s.env = append(s.env, "RAWI_LIBRARY="+s.data)
	}
	return append([]string{
		deedVariable + "=" + s.deed, "RAWI_DATA=" + s.data, "HOME=" + home, "TMPDIR=" + os.TempDir(),
		"PATH=" + os.Getenv("PATH"), "TERM=xterm-256color", "XTERM_VERSION=XTerm(379)", "LANG=C.UTF-8",
		"GORACE=" + os.Getenv("GORACE"),
	}, s.env...)
}

// keepHabits writes what was used last with a library into a state folder.
func keepHabits(t *testing.T, state, library, habits string) {
	t.Helper()
	must(t, os.MkdirAll(filepath.Join(state, "rawi"), 0o700))
	must(t, os.WriteFile(filepath.Join(state, "rawi", habitsName(library)), []byte(habits), 0o600))
}

func executable(t *testing.T) string {
	t.Helper()
	path, err := os.Executable()
	must(t, err)
	return path
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// open starts rawi in a window. The window closes with the test.
func open(t *testing.T, s setup) *window {
	t.Helper()
	if s.width == 0 {
		s.width, s.height = 120, 36
	}
	master, tty, err := pty.Open()
	must(t, err)
	defer tty.Close()
	w := &window{Terminal: screentest.NewTerminal(s.width, s.height), t: t, pty: master, ended: make(chan struct{})}
	for m := range usual {
		w.Emulator.WriteString(ansi.SetMode(m))
	}
	w.line(func(fd int) error { return unix.SetNonblock(fd, true) }) // pty undoes it; Close must end a Read
	if !s.sizeless {
		w.setSize(s.width, s.height)
	}
	w.termios = w.lineSettings()

	c := exec.Command(executable(t), s.args...)
	c.Env, c.Stdin, c.Stdout, c.Stderr = s.environment(t), s.stdin, tty, &w.stderr
	if s.stdin == nil {
		c.Stdin = tty
	}
	w.data = s.data
	c.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: !s.detached, Ctty: 1}
	must(t, c.Start())
	w.process = c.Process
	output := make(chan struct{})
	go w.answer(s.mute)
	go w.read(output)
	go w.wait(c, output)
	t.Cleanup(w.close)
	return w
}

// answer sends the emulator's answers to the program, or drops them.
func (w *window) answer(mute bool) {
	var to io.Writer = w.pty
	if mute {
		to = io.Discard
	}
	w.Answer(to)
}

// read shows the program's output.
func (w *window) read(done chan<- struct{}) {
	defer close(done)
	w.Show(w.pty)
}

// wait takes in the end of the program.
func (w *window) wait(c *exec.Cmd, output <-chan struct{}) {
	c.Wait()
	<-output
	w.status = c.ProcessState.ExitCode()
	close(w.ended)
}

func (w *window) close() {
	select {
	case <-w.ended:
	default:
		w.process.Kill()
		<-w.ended
	}
	w.Terminal.Close()
	w.pty.Close()
}

// until waits until the screen is as it should be and returns it. Frames that
// the program has not finished are not looked at.
func (w *window) until(what string, holds func(screen) bool) screen {
	w.t.Helper()
	s, ended := w.untilEnded(what, holds)
	if ended {
		<-w.ended
		w.t.Fatalf("rawi ended before there was %s\nstderr: %s\n%s", what, w.stderr.String(), s)
	}
	return s
}

// untilEnded is until, but the program may end instead.
func (w *window) untilEnded(what string, holds func(screen) bool) (s screen, ended bool) {
	w.t.Helper()
	s, err := w.Until(holds, patience)
	if errors.Is(err, screentest.ErrTimedOut) {
		w.t.Fatalf("timed out waiting for %s\n%s", what, s)
	}
	return s, err != nil
}

// shows waits until the screen shows some words, as they would be typed.
func (w *window) shows(words ...string) screen {
	w.t.Helper()
	return w.until(fmt.Sprintf("%q", words), func(s screen) bool { return s.Has(words...) })
}

// ready waits for a reading that is whole.
func (w *window) ready() screen {
	w.t.Helper()
	return w.until("a whole reading", func(s screen) bool {
		return s.Framed() && !s.Has("يبحث عن الأقوال")
	})
}

// resize changes the size of the window.
func (w *window) resize(width, height int) {
	w.t.Helper()
	w.Lock()
	w.Emulator.Resize(width, height)
	w.Unlock()
	w.setSize(width, height)
}

// press sends keys by their names, separated by blanks, as a terminal without
// any keyboard protocol sends them.
func (w *window) press(keys string) {
	w.t.Helper()
	for _, key := range strings.Fields(keys) {
		if sequence, ok := sequences[key]; ok {
			key = sequence
		}
		w.send(key)
	}
}

// escape presses Esc and waits until some words are gone that it removes. A key
// sent before Esc was taken would be Alt and that key, to rawi and to tmux.
func (w *window) escape(words string) screen {
	w.t.Helper()
	w.press("esc")
	return w.until(words+" gone", func(s screen) bool { return s.Framed() && !s.Has(words) })
}

// sequences are what keys send that are no character.
var sequences = map[string]string{
	"enter": "\r", "tab": "\t", "shift+tab": "\x1b[Z", "esc": "\x1b", "space": " ", "backspace": "\x7f",
	"up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F",
	"pgup": "\x1b[5~", "pgdown": "\x1b[6~", "f1": "\x1bOP", "f6": "\x1b[17~", "f5": "\x1b[15~", "ctrl+c": "\x03", "ctrl+z": "\x1a", "ctrl+u": "\x15",
}

// send writes to the program as the terminal does.
func (w *window) send(text string) {
	w.t.Helper()
	_, err := w.pty.WriteString(text)
	must(w.t, err)
}

// line does something to the terminal's line.
func (w *window) line(do func(fd int) error) {
	w.t.Helper()
	line, err := w.pty.SyscallConn()
	must(w.t, err)
	var failed error
	must(w.t, line.Control(func(fd uintptr) { failed = do(int(fd)) }))
	must(w.t, failed)
}

func (w *window) setSize(width, height int) {
	w.t.Helper()
	w.line(func(fd int) error {
		return unix.IoctlSetWinsize(fd, unix.TIOCSWINSZ, &unix.Winsize{Col: uint16(width), Row: uint16(height)})
	})
}

func (w *window) lineSettings() (state *term.State) {
	w.t.Helper()
	w.line(func(fd int) (err error) { state, err = term.GetState(fd); return err })
	return state
}

func (w *window) signal(s os.Signal) {
	w.t.Helper()
	must(w.t, w.process.Signal(s))
}

// exit waits for the end of the program and returns its status.
func (w *window) exit() int {
	w.t.Helper()
	select {
	case <-w.ended:
	case <-time.After(patience):
		w.t.Fatalf("rawi does not end\n%s", w.Screen())
	}
	return w.status
}

// quit ends the program as a reader does, and holds it to a clean end.
func (w *window) quit() {
	w.t.Helper()
	w.press("q")
	if status := w.exit(); status != 0 || w.stderr.Len() > 0 {
		w.t.Fatalf("quit: status %d, stderr %q", status, w.stderr.String())
	}
	w.restored()
}

// sent is all that the program has sent to the terminal so far.
func (w *window) sent() string {
	w.Lock()
	defer w.Unlock()
	return w.Output.String()
}

// restored fails the test unless the terminal is as it was before the program.
func (w *window) restored() {
	w.t.Helper()
	w.restoredBut("")
}

// restoredBut is restored, with some text on the first screen.
func (w *window) restoredBut(text string) {
	w.t.Helper()
	w.Lock()
	defer w.Unlock()
	if w.Emulator.IsAltScreen() {
		w.t.Error("the alternate screen is left on")
	}
	if !maps.Equal(w.Modes, usual) {
		w.t.Errorf("modes are left as %v, they were %v", w.Modes, usual)
	}
	if w.Keyboards != 0 {
		w.t.Errorf("%d keyboard modes are left on the stack", w.Keyboards)
	}
	if found := strings.TrimSpace(w.Emulator.String()); found != text {
		w.t.Errorf("the first screen is left with %q, want %q", found, text)
	}
	if pen := lastStyle(w.Output.String()); pen != "\x1b[m" && pen != "\x1b[0m" && pen != "" {
		w.t.Errorf("the pen is left as %q", pen)
	}
	if now := w.lineSettings(); *now != *w.termios {
		w.t.Errorf("the line settings were %v and are %v", w.termios, now)
	}
}

// lastStyle is the last SGR sequence of an output.
func lastStyle(output string) string {
	found := ansiStyle.FindAllString(output, -1)
	if len(found) == 0 {
		return ""
	}
	return found[len(found)-1]
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
