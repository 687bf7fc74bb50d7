package main

import (
	"fmt"
	"os"
	"os/exec"
	"time"

	"github.com/creack/pty"

	"rawi/cmd/internal/screentest"
)

// patience is how long to wait for what a key must do.
const patience = time.Minute

// terminal is a pseudo-terminal with an emulator, in which a program runs.
type terminal struct {
	*screentest.Terminal
	command *exec.Cmd
	pty     *os.File
	ended   chan struct{} // closed at the end of the program's output
}

// start runs a command in a terminal of that size in columns and rows, with a folder
// for its state.
func start(c *exec.Cmd, state string, width, height int) (*terminal, error) {
	c.Env = append(os.Environ(), "TERM=xterm-256color", "XTERM_VERSION=XTerm(379)", "RAWI_CONFIG="+os.DevNull, "XDG_STATE_HOME="+state)
	tty, err := pty.StartWithSize(c, &pty.Winsize{Cols: uint16(width), Rows: uint16(height)})
	if err != nil {
		return nil, err
	}
	t := &terminal{Terminal: screentest.NewTerminal(width, height), command: c, pty: tty, ended: make(chan struct{})}
	go t.Answer(tty)
	go func() {
		defer close(t.ended)
		t.Show(tty)
	}()
	return t, nil
}

// send types.
func (t *terminal) send(keys string) error {
	_, err := t.pty.WriteString(keys)
	return err
}

// until waits for a whole frame that is as it should be.
func (t *terminal) until(what string, holds func(screen) bool) (screen, error) {
	s, err := t.Until(holds, patience)
	if err != nil {
		return s, fmt.Errorf("waiting for %s: %w; the screen is\n%s", what, err, s)
	}
	return s, nil
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
	t.Close()
}
