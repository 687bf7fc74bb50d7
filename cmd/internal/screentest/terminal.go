// Package screentest runs rawi on an emulated terminal and reads its screen as a
// person does. The tests of cmd/rawi and the key counter, cmd/keys, share it.
package screentest

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"strings"
	"sync"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
)

// Terminal is the emulator behind a pseudo-terminal.
type Terminal struct {
	sync.Mutex // guards what follows
	Emulator   *vt.Emulator
	Modes      map[ansi.Mode]bool // that are on
	Keyboards  int                // on the Kitty keyboard stack
	Titles     []string           // of the window: those that were pushed, and the present one
	Clipboard  string             // what the program put there (OSC 52)
	Output     bytes.Buffer       // all that the program sent
	Changed    chan struct{}      // closed and replaced at every change
	Closed     bool               // no more output will come
}

// NewTerminal is a terminal of a size in cells, which does what the emulator does
// not do by itself: report modes, keep the Kitty keyboard stack, know synchronized
// output, and accept margins beyond its size.
func NewTerminal(width, height int) *Terminal {
	t := &Terminal{Emulator: vt.NewEmulator(width, height), Modes: map[ansi.Mode]bool{}, Titles: []string{""}, Changed: make(chan struct{})}
	t.Emulator.SetCallbacks(vt.Callbacks{
		EnableMode:  func(m ansi.Mode) { t.Modes[m] = true },
		DisableMode: func(m ansi.Mode) { delete(t.Modes, m) },
		Title:       func(title string) { t.Titles[len(t.Titles)-1] = title },
	})
	t.Emulator.RegisterOscHandler(52, func(data []byte) bool {
		text, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(string(data), "52;c;"))
		if err == nil {
			t.Clipboard = string(text)
		}
		return err == nil
	})
	t.Emulator.RegisterCsiHandler('t', func(operation ansi.Params) bool { // XTWINOPS
		switch what, _, _ := operation.Param(0, 0); what {
		case 22:
			t.Titles = append(t.Titles, t.Titles[len(t.Titles)-1])
		case 23:
			t.Titles = t.Titles[:max(1, len(t.Titles)-1)]
		}
		return true
	})
	keyboard := func(change int) func(ansi.Params) bool {
		return func(ansi.Params) bool { t.Keyboards += change; return true }
	}
	t.Emulator.RegisterCsiHandler(ansi.Command('>', 0, 'u'), keyboard(1))
	t.Emulator.RegisterCsiHandler(ansi.Command('<', 0, 'u'), keyboard(-1))
	// A frame from before the window shrank may name margins beyond it. Terminals
	// live with that, the emulator would panic.
	t.Emulator.RegisterCsiHandler('r', func(margins ansi.Params) bool {
		bottom, _, _ := margins.Param(1, 0)
		return bottom > t.Emulator.Height()
	})
	t.Emulator.WriteString(ansi.ResetModeSynchronizedOutput)
	return t
}

// Answer sends the emulator's answers to queries, until it is closed.
func (t *Terminal) Answer(to io.Writer) { io.Copy(to, t.Emulator) }

// halfCluster is how long what may be half a cluster waits for its rest.
const halfCluster = 100 * time.Millisecond

// Show shows a program's output to its end. Output comes in pieces that may end
// inside a cluster, which the emulator would show as two: so what stands at the end
// of a piece and is not ASCII waits for the next one, or, since a frame may end so
// too, for a while.
func (t *Terminal) Show(output io.Reader) {
	pieces := make(chan []byte)
	go func() {
		defer close(pieces)
		for {
			piece := make([]byte, 1<<16)
			n, err := output.Read(piece)
			if n > 0 {
				pieces <- piece[:n]
			}
			if err != nil {
				return
			}
		}
	}()
	var rest []byte
	timeout := time.NewTimer(halfCluster)
	for {
		whole := 0
		select {
		case piece, ok := <-pieces:
			if !ok {
				t.show(rest, piece, true)
				return
			}
			rest = append(rest, piece...)
			whole = 1 + bytes.LastIndexFunc(rest, func(r rune) bool { return r < 0x80 })
			t.show(rest[:whole], piece, false)
		case <-timeout.C:
			whole = len(rest)
			t.show(rest, nil, false)
		}
		rest = rest[:copy(rest, rest[whole:])]
		timeout.Reset(halfCluster)
	}
}

// show gives the emulator what is whole of the output; came is what came last.
func (t *Terminal) show(whole, came []byte, closed bool) {
	t.Lock()
	defer t.Unlock()
	t.Output.Write(came)
	t.Closed = closed
	if len(whole) == 0 && !closed {
		return
	}
	t.Emulator.Write(whole)
	close(t.Changed)
	t.Changed = make(chan struct{})
}

// Screen is what the terminal shows now.
func (t *Terminal) Screen() Screen {
	t.Lock()
	defer t.Unlock()
	return snapshot(t.Emulator)
}

// Why [Terminal.Until] gave up.
var (
	ErrEnded    = errors.New("the program ended")
	ErrTimedOut = errors.New("timed out")
)

// Until waits until the screen is as it should be and returns it; with an error,
// the last one that there was. Frames that the program has not finished are not
// looked at.
func (t *Terminal) Until(holds func(Screen) bool, patience time.Duration) (Screen, error) {
	deadline := time.NewTimer(patience)
	defer deadline.Stop()
	for {
		t.Lock()
		s, half, changed, closed := snapshot(t.Emulator), t.Modes[ansi.ModeSynchronizedOutput], t.Changed, t.Closed
		t.Unlock()
		switch {
		case !half && holds(s):
			return s, nil
		case closed:
			return s, ErrEnded
		}
		select {
		case <-changed:
		case <-deadline.C:
			return s, ErrTimedOut
		}
	}
}

// Close ends the emulator's answers.
func (t *Terminal) Close() { t.Emulator.InputPipe().(io.Closer).Close() }
