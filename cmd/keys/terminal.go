package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"sync"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// patience is how long to wait for what a key must do.
const patience = time.Minute

// terminal is a pseudo-terminal with an emulator, in which a program runs.
type terminal struct {
	command *exec.Cmd
	pty     *os.File
	ended   chan struct{} // closed at the end of the program's output

	mu       sync.Mutex // guards what follows
	emulator *vt.Emulator
	half     bool          // the program is in the middle of a frame
	changed  chan struct{} // closed and made anew at every change
}

// start runs a command in a terminal of so many columns and rows.
func start(c *exec.Cmd, width, height int) (*terminal, error) {
	c.Env = append(os.Environ(), "TERM=xterm-256color", "XTERM_VERSION=XTerm(379)", "RAWI_CONFIG="+os.DevNull)
	tty, err := pty.StartWithSize(c, &pty.Winsize{Cols: uint16(width), Rows: uint16(height)})
	if err != nil {
		return nil, err
	}
	t := &terminal{command: c, pty: tty, ended: make(chan struct{}), emulator: vt.NewEmulator(width, height), changed: make(chan struct{})}
	mode := func(on bool) func(ansi.Mode) {
		return func(m ansi.Mode) {
			if m == ansi.ModeSynchronizedOutput {
				t.half = on
			}
		}
	}
	t.emulator.SetCallbacks(vt.Callbacks{EnableMode: mode(true), DisableMode: mode(false)})
	t.emulator.WriteString(ansi.ResetModeSynchronizedOutput) // so that it answers that it has this mode
	go io.Copy(tty, t.emulator)                              // its answers to queries
	go t.read()
	return t, nil
}

// read shows the program's output.
func (t *terminal) read() {
	defer close(t.ended)
	buffer := make([]byte, 1<<16)
	for {
		n, err := t.pty.Read(buffer)
		t.mu.Lock()
		t.emulator.Write(buffer[:n])
		close(t.changed)
		t.changed = make(chan struct{})
		t.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// send types.
func (t *terminal) send(keys string) error {
	_, err := t.pty.WriteString(keys)
	return err
}

// until waits for a whole frame that is as it should be.
func (t *terminal) until(what string, holds func(screen) bool) (screen, error) {
	deadline := time.NewTimer(patience)
	defer deadline.Stop()
	for {
		t.mu.Lock()
		s, half, changed := snapshot(t.emulator), t.half, t.changed
		t.mu.Unlock()
		if !half && holds(s) {
			return s, nil
		}
		select {
		case <-changed:
		case <-t.ended:
			return s, errors.New("rawi ended before there was " + what)
		case <-deadline.C:
			return s, fmt.Errorf("waited in vain for %s; the screen is\n%s", what, s)
		}
	}
}

// close ends the program.
func (t *terminal) close() {
	select {
	case <-t.ended:
	case <-time.After(patience):
		t.command.Process.Kill()
	}
	t.command.Wait()
	t.pty.Close()
	t.emulator.InputPipe().(io.Closer).Close()
}
