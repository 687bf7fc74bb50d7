// Package pace makes Bubble Tea's renderer draw promptly after a view and rest when
// nothing changes. By itself it looks for a new view 60 times a second for ever, so
// that a key is answered up to 17 ms late and an idle reader wakes the machine
// (upstream pull requests 1776 and 1796). The clock that it goes by is the one thing
// of Bubble Tea's that is taken hold of here; where a later version has no such clock,
// it goes at its own pace. The first frame does not wait for Bubble Tea at all: see
// [Pace.Paint].
package pace

import (
	"bytes"
	"reflect"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"rawi/ui/terminal"
)

// How Bubble Tea's renderer is paced.
const (
	promptly = 250 * time.Microsecond // until a frame after a pause is drawn
	frame    = time.Second / 60       // between frames
	settling = 100 * time.Millisecond // without a new view until the renderer rests
	resting  = time.Hour
)

// Pace is the pace of one program; [New] makes one.
type Pace struct {
	mu      sync.Mutex
	clock   *time.Ticker // nil when there is none
	shift   *time.Timer  // to the next slower pace
	viewed  time.Time    // last view
	hurried time.Time    // last change to promptly
	waiting bool         // for a frame that was promised promptly
	holding bool         // a frame back, since the next one will replace it
	painted *painted     // before the program ran; nil when it has taken that over

	first chan struct{}
}

// New is the pace of a program that has not begun.
func New() *Pace { return &Pace{first: make(chan struct{})} }

// First is closed when the program's first frame is made.
func (p *Pace) First() <-chan struct{} { return p.first }

// take takes hold of a program's clock, and stops it until there is a view:
// nothing is to be drawn before. It is to be called by the program's own
// goroutine, which makes the clock before the first view.
func (p *Pace) take(program *tea.Program) {
	field := reflect.ValueOf(program).Elem().FieldByName("ticker")
	if field.IsValid() && field.Type() == reflect.TypeFor[*time.Ticker]() {
		p.clock = (*time.Ticker)(field.UnsafePointer())
		p.shift = time.AfterFunc(resting, p.slowDown)
		p.clock.Reset(resting)
	}
}

// view says that there may be something to draw, or that it soon will be, so
// that drawing can wait.
func (p *Pace) view(canWait bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.viewed = time.Now()
	if p.clock == nil || p.viewed.Sub(p.hurried) < frame {
		return // it comes within a frame's time
	}
	if canWait {
		if !p.holding {
			p.holding = true
			p.clock.Reset(frame)
			p.shift.Reset(frame)
		}
		return
	}
	p.hurried, p.waiting, p.holding = p.viewed, true, false
	p.clock.Reset(promptly)
	p.shift.Reset(frame)
}

// entered is told what goes out next. The first frame enters the alternate screen.
func (p *Pace) entered(output []byte) {
	select {
	case <-p.first:
	default:
		if bytes.Contains(output, []byte(ansi.SetModeAltScreenSaveCursor)) {
			close(p.first)
		}
	}
}

// drawn says that a frame was drawn.
func (p *Pace) drawn() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.waiting {
		p.waiting = false
		p.clock.Reset(frame)
	}
}

// slowDown is called when a view is a while old.
func (p *Pace) slowDown() {
	p.mu.Lock()
	defer p.mu.Unlock()
	rest := time.Since(p.viewed) >= settling
	if rest {
		p.clock.Reset(resting)
	} else {
		p.shift.Reset(settling)
	}
	if p.waiting && !rest { // nothing was drawn, since nothing had changed
		p.clock.Reset(frame)
	}
	p.waiting, p.holding = false, false
}

// Program is a program that shows m on a terminal at this pace.
func (p *Pace) Program(m Model, out terminal.Output, options ...tea.ProgramOption) *tea.Program {
	shown := &paced{Model: m, pace: p}
	shown.program = tea.NewProgram(shown, append(options, tea.WithOutput(pacedOutput{out, p}))...)
	return shown.program
}

// Model is a model that says when everything is about to be painted anew, so that
// what is painted before would be painted twice.
type Model interface {
	tea.Model
	Repaints() bool
}

// paced is a model whose views set the pace.
type paced struct {
	Model
	pace    *Pace
	program *tea.Program
}

func (m *paced) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	_, cmd := m.Model.Update(msg)
	return m, cmd
}

func (m *paced) View() tea.View {
	if m.pace.clock == nil {
		m.pace.take(m.program)
	}
	v := m.Model.View()
	m.pace.shows(v.Content)
	m.pace.view(m.Repaints())
	return v
}

// pacedOutput is an output that tells when a frame was drawn.
type pacedOutput struct {
	terminal.Output
	pace *Pace
}

func (o pacedOutput) Write(p []byte) (int, error) {
	o.pace.entered(p)
	_, err := o.Output.Write(o.pace.takeOver(p))
	o.pace.drawn()
	if err != nil {
		return 0, err
	}
	return len(p), nil
}
