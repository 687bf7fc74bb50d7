package pace

import (
	"bytes"
	"io"
	"os"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"

	"rawi/ui/terminal"
)

// page is a model that shows some text on a screen of its own, and ends when the
// program has begun. Another text is shown from the second view on.
type page struct {
	views   int
	content [2]string
}

func (p *page) Init() tea.Cmd                       { return tea.Quit }
func (p *page) Update(tea.Msg) (tea.Model, tea.Cmd) { return p, nil }
func (p *page) Repaints() bool                      { return false }
func (p *page) View() tea.View {
	v := tea.NewView(p.content[min(p.views, 1)])
	v.AltScreen = true
	p.views++
	return v
}

const (
	red   = "\x1b[38;2;250;0;0mred\x1b[m   \ntext  "
	other = "text  \n  n   "
)

// run is what a program sends whose first frame is painted before it, and what of that
// is the painted frame.
func run(t *testing.T, m *page, colours colorprofile.Profile) (sent, painted string) {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	all := make(chan []byte)
	go func() {
		text, _ := io.ReadAll(r)
		all <- text
	}()
	p, out := New(), terminal.Output{File: w}
	var first bytes.Buffer
	if err := p.Paint(m, io.MultiWriter(out, &first), colours); err != nil {
		t.Error(err)
	}
	if _, err := p.Program(m, out, tea.WithInput(nil), tea.WithWindowSize(6, 2), tea.WithFilter(sizeless), tea.WithColorProfile(colours)).Run(); err != nil {
		t.Error(err)
	}
	p.Leave(out)
	w.Close()
	return string(<-all), first.String()
}

// sizeless drops the message of the size, which the program has from the start: were it
// to come after the first frame, the program would clear the screen for it.
func sizeless(_ tea.Model, msg tea.Msg) tea.Msg {
	if _, is := msg.(tea.WindowSizeMsg); is {
		return nil
	}
	return msg
}

// The program takes the painted frame over: it enters, clears and leaves the screen
// once. Where it shows something else by then, nothing of the painted one is left.
func TestTakeOver(t *testing.T) {
	for _, second := range []string{red, other} {
		sent, painted := run(t, &page{content: [2]string{red, second}}, colorprofile.TrueColor)
		if !strings.HasPrefix(sent, painted) || !strings.Contains(painted, "red") {
			t.Errorf("%q is not painted first: %q", painted, sent)
		}
		for _, sequence := range []string{ansi.SetModeAltScreenSaveCursor, ansi.EraseEntireScreen, ansi.ResetModeAltScreenSaveCursor} {
			if n := strings.Count(sent, sequence); n != 1 {
				t.Errorf("%q: %q is sent %d times: %q", second, sequence, n, sent)
			}
		}
		if rest := sent[len(painted):]; !strings.Contains(rest, "text") {
			t.Errorf("the program does not paint its frame: %q", rest)
		}
		screen, _, _ := strings.Cut(sent, ansi.ResetModeAltScreenSaveCursor)
		if got, want := shown(screen), shown(ansi.SetModeAltScreenSaveCursor+second); got != want {
			t.Errorf("%q: the screen shows %q, want %q", second, got, want)
		}
	}
}

// shown is what a terminal shows that was sent so much. Its line ends lines as one does
// that is not raw.
func shown(sent string) string {
	e := vt.NewEmulator(6, 2)
	go io.Copy(io.Discard, e)
	defer e.InputPipe().(io.Closer).Close()
	e.WriteString(strings.ReplaceAll(sent, "\n", "\r\n"))
	return e.Render()
}

// The painted frame has the colours that the program's frames have.
func TestPaintedColours(t *testing.T) {
	for colours, style := range map[colorprofile.Profile]string{
		colorprofile.TrueColor: "\x1b[38;2;250;0;0m", colorprofile.ANSI256: "\x1b[38;5;196m", colorprofile.ANSI: "\x1b[91m",
	} {
		sent, painted := run(t, &page{content: [2]string{red, red}}, colours)
		if own := sent[len(painted):]; !strings.Contains(painted, style+"red") || !strings.Contains(own, style+"red") {
			t.Errorf("%v: painted %q, the program's own frame %q", colours, painted, own)
		}
	}
	if sent, painted := run(t, &page{content: [2]string{red, red}}, colorprofile.NoTTY); painted != "" || strings.Count(sent, ansi.SetModeAltScreenSaveCursor) != 1 {
		t.Errorf("what has no screen is painted on: %q", sent)
	}
}

// A program that never shows a frame leaves the screen to Leave, once.
func TestLeave(t *testing.T) {
	p := New()
	var out bytes.Buffer
	if p.Leave(&out); out.Len() > 0 {
		t.Errorf("left before it was entered: %q", out.String())
	}
	if err := p.Paint(&page{content: [2]string{red, red}}, &out, colorprofile.TrueColor); err != nil {
		t.Fatal(err)
	}
	p.Leave(&out)
	p.Leave(&out)
	if n := strings.Count(out.String(), ansi.ResetModeAltScreenSaveCursor); n != 1 || !strings.HasSuffix(out.String(), ansi.SetModeTextCursorEnable) {
		t.Errorf("left %d times: %q", n, out.String())
	}
}
