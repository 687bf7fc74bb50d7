package ui

import (
	"image/color"
	"math/rand"
	"reflect"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"rawi/model"
	"rawi/ui/terminal"
)

// deliver is what Bubble Tea does with a message: it asks the filter, updates
// and looks at the view.
func (d *driver) deliver(msg tea.Msg) (viewed bool) {
	msg = Filter(d.Model, msg)
	if msg == nil {
		return false
	}
	d.send(msg)
	d.View()
	return true
}

// What a terminal answers at the start makes no view where it shows nothing, and
// no frame that was there before.
func TestAnswersMakeNoViews(t *testing.T) {
	d := driveIn(t, "TERM=xterm XTERM_VERSION=1", Preferences{})
	d.View()
	before, views := d.last.made, 0
	for _, msg := range []tea.Msg{
		tea.EnvMsg{}, tea.ColorProfileMsg{Profile: colorprofile.TrueColor}, tea.RawMsg{},
		tea.BackgroundColorMsg{Color: color.Black}, tea.TerminalVersionMsg{Name: "XTerm(379)"},
		tea.ModeReportMsg{Mode: ansi.ModeSynchronizedOutput}, tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore},
		tea.ModeReportMsg{Mode: ansi.ModeBiDirectionalSupport}, tea.KeyboardEnhancementsMsg{}, tea.KeyReleaseMsg{},
	} {
		if d.deliver(msg) {
			views++
		}
	}
	if views > 2 || d.last.made != before {
		t.Errorf("%d views and %d frames, of which none shows anything new", views, d.last.made-before)
	}
	if d.listener.Answers.Version != "XTerm(379)" {
		t.Error("an answer that shows nothing is lost")
	}
	d.later() // nothing more is awaited
	if d.listener.Background() != terminal.DarkBackground {
		t.Error("the background is lost")
	}
}

// While the program ends nothing is painted any more, and the modes that the last view
// set stay, to be left.
func TestLastView(t *testing.T) {
	d := driveIn(t, "TERM=xterm XTERM_VERSION=1", Preferences{})
	want := d.View()
	d.press("q")
	got := d.View()
	if strings.TrimSpace(got.Content) != "" {
		t.Errorf("at the end this is painted:\n%s", got.Content)
	}
	if want.Content = got.Content; !reflect.DeepEqual(got, want) {
		t.Errorf("the view was %+v and is %+v", want, got)
	}
}

// The view that is kept is the one that would be made, whatever happened.
func TestViewIsFresh(t *testing.T) {
	keys := strings.Fields("j k s a x u r left right up down space w g e tab shift+tab m z l ? enter esc 1 2 backspace v o h y N d n f c t i")
	client := ""
	memory := remembering(map[string]terminal.Choice{})
	memory.TmuxClient = func() (string, error) { return client, nil }
	for seed := range int64(5) {
		random := rand.New(rand.NewSource(seed))
		d := driveIn(t, []string{"TERM=xterm-256color", "TERM=tmux-256color TMUX=x"}[seed%2], memory)
		for range 150 {
			switch msg := tea.Msg(nil); random.Intn(12) {
			case 0:
				d.later()
			case 1:
				msg = tea.WindowSizeMsg{Width: 1 + random.Intn(160), Height: 1 + random.Intn(50)}
				fallthrough
			case 2:
				if msg == nil {
					msg = tea.BackgroundColorMsg{Color: []color.Color{color.Black, color.White}[random.Intn(2)]}
				}
				fallthrough
			case 3:
				if msg == nil {
					msg = tea.ColorProfileMsg{Profile: colorprofile.Profile(random.Intn(6))}
				}
				d.deliver(msg)
			case 4:
				client = []string{"xterm-256color|", "foot|foot(1.13.1)", "xterm-256color|Konsole 22.12.3"}[random.Intn(3)]
				d.deliver(tea.FocusMsg{})
			case 5:
				d.library = append(d.library, model.Party{ID: "p", Name: "شخص"})
				d.run(d.session.loadPeople)
			case 6:
				d.deliver(tea.PasteMsg{Content: "زيد"})
			default:
				d.press(keys[random.Intn(len(keys))])
			}
			if kept, fresh := d.View(), d.view(); kept.Content != fresh.Content || kept.MouseMode != fresh.MouseMode || kept.KeyboardEnhancements != fresh.KeyboardEnhancements {
				t.Fatalf("seed %d: the view that is kept is not as it would be made", seed)
			}
		}
	}
}

// Quotations are there before people are, and the people after them.
func TestPeopleComeAfterQuotations(t *testing.T) {
	d := drive(t, page, 120, 30)
	asked := false
	d.session.People = func() ([]model.Party, error) {
		asked = true
		return []model.Party{{ID: "سعاد", Name: "سعاد"}}, nil
	}
	found := d.session.detect()
	if asked {
		t.Error("quotations wait for the people of the library")
	}
	d.send(found)
	if len(d.People) != 1 {
		t.Error("the people of the library are not loaded")
	}
}

// Repaints reports a pending repaint until it is done.
func TestRepaints(t *testing.T) {
	d := drive(t, page, 120, 30)
	if d.Repaints() {
		t.Error("nothing moved")
	}
	_, cmd := d.Update(tea.KeyPressMsg(key("?")))
	if !d.Repaints() {
		t.Error("the help covers the panes: everything is repainted")
	}
	d.run(cmd)
	if d.Repaints() {
		t.Error("all was repainted")
	}
}

// Whoever quits waits for no view.
func TestQuittingMakesNoView(t *testing.T) {
	for _, first := range []string{"", "a"} {
		d := drive(t, page, 120, 30)
		d.press(first)
		d.View()
		before := d.last.made
		d.press("q")
		if d.View(); !d.ended || d.last.made != before {
			t.Errorf("after %q: ended %v, %d views made", first, d.ended, d.last.made-before)
		}
	}
}
