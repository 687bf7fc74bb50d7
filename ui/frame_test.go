package ui

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"rawi/model"
	"rawi/ui/keys"
	"rawi/ui/paint"
	"rawi/ui/terminal"
)

// afresh is the frame of a Model that remembers nothing of earlier frames.
func (d *driver) afresh() string {
	m := *d.Model
	m.screen = new(paint.Screen)
	m.rows.Forget()
	m.rows.Measure = m.screen.Measure
	return m.View().Content
}

// What a frame takes over from the one before is what it would build itself,
// whatever keys are pressed, decisions saved or not, sizes changed.
func TestFramesRememberNothingWrong(t *testing.T) {
	text := page + strings.Repeat("\nقال زيد إن «السلام» خير من الحرب، وأضاف في 2024 أن ذلك رأيه", 30)
	var pressed []string
	for _, row := range keyboard().Rows {
		if row.Needs != keys.Leaving {
			pressed = append(pressed, row.Pressed()...)
		}
	}
	pressed = append(pressed, "enter", "esc", "ز", "1", "2", "down", "up", "end", "home")
	for seed := range uint64(6) {
		random := rand.New(rand.NewPCG(seed, 1))
		d := drive(t, text, 120, 30)
		var played []string
		for range 120 {
			switch k := pressed[random.IntN(len(pressed))]; random.IntN(12) {
			case 0:
				d.send(tea.WindowSizeMsg{Width: 20 + random.IntN(150), Height: 8 + random.IntN(40)})
			case 1:
				d.fail = fmt.Errorf("the disk is full")
				played = append(played, "fail")
			case 2:
				d.fail = nil
				d.later()
				played = append(played, "later")
			default:
				d.press(k)
				played = append(played, k)
			}
			if got, want := d.View().Content, d.afresh(); got != want {
				t.Fatalf("after %q the frame is\n%s\nand built from scratch\n%s", played, got, want)
			}
		}
	}
}

// floods are letters, lines and words as long as a file, as an article or a page
// of names may hold them.
var floods = map[string]string{
	"marks":          "ب" + strings.Repeat("\u064E", 50_000),
	"marks alone":    strings.Repeat("\u0301", 50_000),
	"viramas":        "\u0915" + strings.Repeat("\u094D", 50_000),
	"conjuncts":      strings.Repeat("\u0915\u094D", 25_000),
	"vowel signs":    "\u0915" + strings.Repeat("\u093F", 50_000),
	"joiners":        "ب" + strings.Repeat("\u200D", 50_000) + "ب",
	"selectors":      "\u2764" + strings.Repeat("\uFE0F", 50_000),
	"bidi controls":  strings.Repeat("\u202E\u202C\u2067\u2069", 12_500) + "ب",
	"families":       strings.Repeat("\U0001F468\u200D", 25_000),
	"halves of flag": strings.Repeat("\U0001F1F8", 50_000),
	"jamo":           strings.Repeat("\u1100", 25_000) + strings.Repeat("\u1161", 25_000),
	"signs":          strings.Repeat("\u0600", 50_000),
	"a word":         strings.Repeat("ب", 50_000),
	"marked letters": strings.Repeat("ب"+strings.Repeat("\u064E", 40), 5_000),
}

// cellBytes is how much a cell takes at most: a character and 30 marks of four
// bytes each, an SGR sequence with both colours and one that ends it, and what
// keeps the cell apart.
const cellBytes = 200

// checkBytes: what goes to the terminal is bounded by the size of the screen.
func checkBytes(t *testing.T, d *driver, what string) {
	t.Helper()
	g := d.geometry
	frame := d.View().Content
	if most := cellBytes * g.width * g.height; len(frame) > most {
		t.Errorf("%s: a frame of %d bytes for %dx%d cells", what, len(frame), g.width, g.height)
	}
	if clean := strings.ReplaceAll(frame, "\x1b[", ""); strings.ContainsFunc(clean, func(r rune) bool { return r != '\n' && unicode.IsControl(r) }) {
		t.Errorf("%s: a control reaches the terminal", what)
	}
}

// Nothing that an article or a name holds floods the terminal.
func TestFloods(t *testing.T) {
	for name, flood := range floods {
		d := drive(t, flood+"\n"+flood+"\n"+page, 60, 12)
		d.session.Detect = func(a *model.Article) (model.Findings, error) {
			f, err := findings(a)
			f.Parties[0].Name, f.Parties[0].Aliases = flood, []string{flood}
			f.Quotes[0].Span = model.Span{Start: len(flood) + 1, End: 2*len(flood) + 1}
			return f, err
		}
		d.run(d.session.detect)
		d.applyProfile(d.listener.ChooseMarks(true))
		for _, keys := range []string{"", "tab", "tab", "s"} {
			d.press(keys)
			for order := range terminal.Order(terminal.OrderCount) {
				d.painter.Order = order
				checkBytes(t, d, name+" "+order.String())
			}
		}
	}
}

// Marks that are left out of a letter are counted in the status line.
func TestMarksLeftOutAreCounted(t *testing.T) {
	d := drive(t, page+"\nب"+strings.Repeat("\u064E", 1000), 160, 24)
	d.applyProfile(d.listener.ChooseMarks(true))
	if rows := d.frame(); !strings.Contains(rows[len(rows)-2], "970") {
		t.Errorf("the status line is %q", rows[len(rows)-2])
	}
	d = drive(t, page, 160, 24)
	if n := d.reader.Hidden(); n != 0 {
		t.Errorf("%d characters of an ordinary page are hidden", n)
	}
}

// FuzzFrame: whatever an article holds, every row has the screen's width and the
// frame's bytes are bounded by its cells.
func FuzzFrame(f *testing.F) {
	for name, flood := range floods {
		f.Add(flood[:min(len(flood), 300)], uint8(len(name)), uint8(80), uint8(24))
	}
	f.Fuzz(func(t *testing.T, text string, order, w, h uint8) {
		w, h = w%120, h%40
		d := drive(t, text+"\n"+page, int(w), int(h))
		d.painter.Order = terminal.Order(int(order) % terminal.OrderCount)
		checkBytes(t, d, fmt.Sprintf("%q", text))
		if d.painter.Order == terminal.Visual || d.painter.Order == terminal.Fence {
			for _, row := range d.frame() {
				if got := lipgloss.Width(row); got != max(int(w), 1) {
					t.Fatalf("a row of %d columns for %d: %q", got, w, row)
				}
			}
		}
	})
}
