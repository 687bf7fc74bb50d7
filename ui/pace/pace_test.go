package pace

import (
	"bytes"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// glance is a model that ends when it was looked at.
type glance struct{ look func() }

func (g glance) Init() tea.Cmd                       { return tea.Quit }
func (g glance) Update(tea.Msg) (tea.Model, tea.Cmd) { return g, nil }
func (g glance) View() tea.View                      { g.look(); return tea.NewView("") }

// Bubble Tea has the clock that is taken hold of. Where a new version has none,
// rawi wakes 60 times a second and answers keys later: see whether that version
// rests by itself, and then drop pace.
func TestClockIsThere(t *testing.T) {
	p := New()
	var program *tea.Program
	program = tea.NewProgram(glance{func() { p.take(program) }}, tea.WithInput(nil), tea.WithOutput(&bytes.Buffer{}))
	if _, err := program.Run(); err != nil {
		t.Fatal(err)
	}
	if p.clock == nil {
		t.Error("Bubble Tea has no clock of this name and type")
	}
}

// paceOf is a pace with a clock of its own.
func paceOf() *Pace {
	p := New()
	p.clock = time.NewTicker(resting)
	p.shift = time.AfterFunc(resting, p.slowDown)
	return p
}

// ticks is how often the clock ticks within a time, and at its end.
func (p *Pace) ticks(within time.Duration) (n int) {
	for end := time.After(within + time.Nanosecond); ; {
		select {
		case <-p.clock.C:
			n++
			p.drawn()
		case <-end:
			return n
		}
	}
}

func TestPace(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := paceOf()
		if n := p.ticks(time.Minute); n != 0 {
			t.Errorf("without a view %d ticks a minute", n)
		}
		p.view(false)
		if n := p.ticks(promptly); n != 1 {
			t.Errorf("after a view %d ticks within %v, want 1", n, promptly)
		}
		p.view(false)
		if n := p.ticks(frame); n != 1 {
			t.Errorf("after another view %d ticks within a frame's time, want 1", n)
		}
		p.ticks(2 * settling)
		if n := p.ticks(time.Minute); n != 0 {
			t.Errorf("when nothing changes %d ticks a minute", n)
		}
		p.view(true)
		if n := p.ticks(promptly); n != 0 {
			t.Error("a view that will be replaced is drawn at once")
		}
		p.view(false)
		if n := p.ticks(promptly); n != 1 {
			t.Errorf("the one that replaces it: %d ticks within %v, want 1", n, promptly)
		}
		p.ticks(time.Second)
		p.view(true)
		if n := p.ticks(frame); n != 1 {
			t.Errorf("a view that nothing replaces: %d ticks within a frame's time, want 1", n)
		}
	})
}

// However many views there are, there are no more frames than 60 a second, but
// for those after pauses.
func TestFloodOfViews(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := paceOf()
		n := 0
		for range 10000 { // in a second
			p.view(false)
			n += p.ticks(100 * time.Microsecond)
		}
		if n < 50 || n > 130 {
			t.Errorf("%d frames in a second of views", n)
		}
	})
}

// The first frame is the one that enters the alternate screen.
func TestFirstFrame(t *testing.T) {
	p := New()
	isClosed := func() bool {
		select {
		case <-p.first:
			return true
		default:
			return false
		}
	}
	p.entered([]byte("\x1b[c"))
	if isClosed() {
		t.Error("a question is taken for the first frame")
	}
	for range 2 {
		p.entered([]byte("\x1b[c" + ansi.SetModeAltScreenSaveCursor + "text"))
		if !isClosed() {
			t.Error("the first frame is not seen")
		}
	}
}
