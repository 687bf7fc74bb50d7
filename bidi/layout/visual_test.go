package layout

import (
	"slices"
	"strings"
	"testing"

	"rawi/bidi"
)

// TestAppendVisual: letters join those beyond the ends of the line; a run of
// another level joins nothing.
func TestAppendVisual(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"a line", "|\u0628\u0628 ab|", "ab \uFE90\uFE91"},
		{"a divided word", "\u0628|\u0628|\u0628", "\uFE92"},
		{"a divided lam-alef", "\u0644|\u0627|", "\uFE8E"},
		{"over marks", "\u0628\u064E|\u064E\u0628\u064E|\u064E\u0628", "\uFE92\u064E\u064E"},
		{"lam-alef and its marks", "|\u0644\u064E\u0627\u064B|", "\uFEFB\u064E\u064B"},
		{"brackets", "|(\u0628)|", "(\uFE8F)"},
		{"letters at another level", "\u0628\u202D|\u0628|", "\u0628"},
		{"nothing", "\u0628||", ""},
	}
	for _, test := range tests {
		parts := strings.Split(test.text, "|")
		text, start := strings.Join(parts, ""), len(parts[0])
		var p bidi.Paragraph
		p.Set(text, bidi.RightToLeft)
		if got := string(AppendVisual(nil, &p, text, start, start+len(parts[1]))); got != test.want {
			t.Errorf("%s: %+q, want %+q", test.name, got, test.want)
		}
	}
}

// FuzzAppendVisual: where no letter has forms, it is bidi's order.
func FuzzAppendVisual(f *testing.F) {
	for i, seed := range append(seeds, "\u05D0\u05B0(\u05D1\u05B0\u200C\u05B0) a\u0301b [1] \u2067\u05D0\u2069") {
		f.Add(seed, uint8(i), uint8(i*3))
	}
	f.Fuzz(func(t *testing.T, text string, start, end uint8) {
		text = strings.Map(func(r rune) rune {
			if within(r, 0x0600, 0x06FF) {
				return r - 0x0600 + 0x0750 // the two blocks have letters, marks and numbers elsewhere
			}
			return r
		}, text)
		to := min(int(end), len(text))
		from := min(int(start), to)
		var p bidi.Paragraph
		p.Set(text, bidi.RightToLeft)
		got, want := AppendVisual(nil, &p, text, from, to), p.AppendVisual(nil, from, to)
		if !slices.Equal(got, want) {
			t.Errorf("%+q from %d to %d is %+q, not %+q", text, from, to, string(got), string(want))
		}
	})
}

// TestVisualOfRealTexts: the code points are those of the cells.
func TestVisualOfRealTexts(t *testing.T) {
	for name, paragraphs := range corpus(t) {
		var text Text
		var p bidi.Paragraph
		for _, source := range paragraphs {
			text.Set(source, Options{Base: bidi.RightToLeft})
			p.Set(source, bidi.RightToLeft)
			for _, line := range text.AppendLines(nil, 40) {
				var want strings.Builder
				for _, cell := range line.Cells {
					want.WriteString(cell.Glyph)
				}
				end := line.Start + len(strings.TrimRightFunc(source[line.Start:line.End], hanging))
				got := remove(string(AppendVisual(nil, &p, source, line.Start, end)), invisible)
				if got != want.String() {
					t.Fatalf("%s: line %d-%d is %+q, its cells %+q", name, line.Start, line.End, got, want.String())
				}
			}
		}
	}
}

// hanging reports whether r makes no cell at the end of a line.
func hanging(r rune) bool { return breakingSpace(r) || invisible(r) }

func TestAppendVisualDoesNotAllocate(t *testing.T) {
	text := strings.Repeat("\u0642\u0627\u0644 (abc) \u0644\u064E\u0627 ", 10)
	var p bidi.Paragraph
	p.Set(text, bidi.RightToLeft)
	visual := AppendVisual(nil, &p, text, 0, len(text))
	if n := testing.AllocsPerRun(10, func() { visual = AppendVisual(visual[:0], &p, text, 0, len(text)) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
