package pace

import (
	"bytes"
	"io"
	"runtime"
	"strings"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

// Until its first frame Bubble Tea takes longer than all that comes before it, so that
// frame is painted here, on the screen that the program will use. The program then
// paints its own over it, without entering or clearing that screen once more.

const (
	enterScreen = ansi.SetModeAltScreenSaveCursor
	clearScreen = ansi.EraseEntireScreen
	leaveScreen = ansi.ResetModeAltScreenSaveCursor + ansi.SetModeTextCursorEnable
)

// painted is what [Pace.Paint] painted, until the program takes it over.
type painted struct {
	content string // rows apart by line feeds
	colours colorprofile.Profile
	changed bool // content is of a later view
}

// Paint puts the first view of a model on the terminal, before its program runs. The
// output must be the program's; [Pace.Leave] must be called at the end. What has no
// screen gets none, nor does a console of Windows, which understands sequences only when
// Bubble Tea has told it to.
func (p *Pace) Paint(m Model, out io.Writer, colours colorprofile.Profile) error {
	if colours <= colorprofile.NoTTY || runtime.GOOS == "windows" {
		return nil
	}
	f := &painted{content: m.View().Content, colours: colours}
	p.mu.Lock()
	p.painted = f
	p.mu.Unlock()
	_, err := io.WriteString(out, enterScreen+ansi.ResetModeTextCursorEnable+clearScreen+f.rows())
	return err
}

// Leave leaves the screen that [Pace.Paint] entered, unless the program took it over,
// which leaves it then.
func (p *Pace) Leave(out io.Writer) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.painted != nil {
		p.painted = nil
		_, _ = io.WriteString(out, leaveScreen) // nowhere left to report it
	}
}

// rows is all cells of a screen, blank ones too. They are as wide as the screen: one
// that the terminal finds wider must not wrap. At the end the cursor is where a key that
// is echoed before the program runs stands in a cell that it paints.
func (f *painted) rows() string {
	var rows strings.Builder
	rows.WriteString(ansi.ResetModeAutoWrap + ansi.CursorHomePosition)
	to := colorprofile.Writer{Forward: &rows, Profile: f.colours}
	_, _ = to.WriteString(strings.ReplaceAll(f.content, "\n", "\r\n")) // to memory
	rows.WriteString(ansi.ResetStyle + ansi.SetModeAutoWrap + ansi.CursorHomePosition)
	return rows.String()
}

// shows notes what the program will show.
func (p *Pace) shows(content string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if f := p.painted; f != nil && f.content != content {
		f.content, f.changed = content, true
	}
}

// takeOver is what the program sends, as it is to be sent: instead of clearing a screen
// that shows its frame already it does nothing, and where that has changed, it paints
// it in place. Should a view still be on its way to the program, the program paints
// the difference to it next, as always.
func (p *Pace) takeOver(output []byte) []byte {
	p.mu.Lock()
	defer p.mu.Unlock()
	f := p.painted
	if f == nil || !bytes.Contains(output, []byte(enterScreen)) {
		return output
	}
	p.painted = nil
	rows := ""
	if f.changed {
		rows = f.rows()
	}
	output = bytes.Replace(output, []byte(enterScreen), nil, 1)
	return bytes.Replace(output, []byte(clearScreen), []byte(rows), 1)
}
