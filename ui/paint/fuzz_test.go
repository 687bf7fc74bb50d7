package paint

import (
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"charm.land/lipgloss/v2"

	"rawi/bidi"
	"rawi/bidi/layout"
	"rawi/ui/terminal"
	"rawi/ui/theme"
)

// alphabet is what fuzzed cells are made of: letters of both directions (forms,
// nominal, Hebrew), both kinds of digits, what stands between digits, brackets,
// box drawing, wide characters, marks.
var alphabet = []rune("abZ \ufe91\ufe92\ufefb\ufee0اب\u05d0\u05d1" + "019٠٩۵" + "+-.,:/%$٪٫٬" + "()[]«»\"!؟،" +
	"│─╭█漢字é" + "\u064e\u0651\u0670\u05b8\u0301")

var hostile = []string{"\x1b", "\x1b[31m", "\n", "\x00", "\x7f", "\u009b", "\x9b", "\u202e", lrm, ""}

var sgr = regexp.MustCompile("\x1b\\[[0-9;:]*m")

// fuzzedLine makes one cell of each byte: a character of the alphabet, a mark
// on the cell before, or, rarely, what package layout must never let through.
func fuzzedLine(data []byte, base bidi.Level) layout.Line {
	l := layout.Line{Base: base, End: len(data)}
	for i, b := range data {
		glyph, width := string(alphabet[int(b)%len(alphabet)]), 1
		if b >= 250 {
			glyph = hostile[(int(b)+i)%len(hostile)]
		} else if r, _ := utf8.DecodeRuneInString(glyph); unicode.Is(unicode.Mn, r) {
			if n := len(l.Cells); n > 0 && safe(l.Cells[n-1].Glyph) {
				l.Cells[n-1].Glyph += glyph
				l.Cells[n-1].End = i + 1
			}
			continue
		} else {
			width = lipgloss.Width(glyph)
		}
		l.Cells = append(l.Cells, layout.Cell{Start: i, End: i + 1, Glyph: glyph, Width: width})
		l.Width += width
	}
	return l
}

func FuzzLine(f *testing.F) {
	f.Add([]byte("the quick brown fox"), []byte{1, 4, 4, 3, 9, 23}, uint8(30), false)
	f.Add([]byte{4, 5, 6, 3, 12, 13, 60, 61, 5, 62, 250, 252, 254, 46, 47}, []byte{0, 9, 5}, uint8(9), true)
	f.Fuzz(func(t *testing.T, data, roles []byte, columns uint8, rightToLeft bool) {
		var base bidi.Level
		if rightToLeft {
			base = 1
		}
		l := fuzzedLine(data[:min(len(data), 300)], base)
		var marks []Mark
		for ; len(roles) >= 3; roles = roles[3:] {
			marks = append(marks, Mark{Start: int(roles[0]) - 10, End: int(roles[1]) - 5, Role: theme.Role(roles[2])})
		}
		width := int(columns)
		visual := ""
		for order := range terminal.Order(terminal.OrderCount) {
			painted := Painter{Theme: theme.New(rightToLeft), Order: order}.Line(l, width, theme.Text, marks)
			if w := lipgloss.Width(painted); w != width {
				t.Errorf("%s: %d columns for %d: %q", order, w, width, painted)
			}
			text := sgr.ReplaceAllString(painted, "")
			if !utf8.ValidString(text) || strings.ContainsFunc(text, unicode.IsControl) {
				t.Errorf("%s lets a control through: %q", order, text)
			}
			switch order {
			case terminal.Visual:
				visual = text
				if room := width - l.Width; room >= 0 {
					checkText(t, text, l, room)
				}
			case terminal.Fence:
				if strings.ReplaceAll(text, lrm, "") != visual {
					t.Errorf("without fences %q is not %q", text, visual)
				}
			}
		}
		checkTerminals(t, l)
		checkRow(t, l, l)
	})
}

// checkText reports whether text has the cells in their order beside the
// blanks that fill up.
func checkText(t *testing.T, text string, l layout.Line, room int) {
	t.Helper()
	cells := strings.Join(textOf(l), "")
	want := cells + strings.Repeat(" ", room)
	if l.Base.RightToLeft() {
		want = strings.Repeat(" ", room) + cells
	}
	if text != want {
		t.Errorf("%q, want %q", text, want)
	}
}

// A frame: 48 lines of 100 cells, each with a quotation, a party, the current
// quotation and a selection.
func BenchmarkFrame(b *testing.B) {
	l := line(strings.Repeat("F~E~D CB~A ", 13)[:len("F~E~D CB~A ")*13], 1)
	l.Cells = l.Cells[:100]
	marks := []Mark{{Start: 10, End: 60, Role: theme.Quote}, {Start: 20, End: 26, Role: theme.Party(3)}, {Start: 40, End: 48, Role: theme.CurrentQuote}, {Start: 70, End: 74, Role: theme.Party(1)}}
	for order := range terminal.Order(terminal.OrderCount) {
		b.Run(order.String(), func(b *testing.B) {
			p := Painter{Theme: theme.New(true), Order: order}
			b.ReportAllocs()
			for b.Loop() {
				for range 48 {
					p.Line(l, 110, theme.Text, marks)
				}
			}
		})
	}
}
