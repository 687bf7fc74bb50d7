package layout

import (
	"slices"
	"strings"
	"testing"

	"rawi/bidi"
)

// justified is the lines of text at a width, left to right, unshaped, with what
// they were stretched by as "-" and "+": a tatweel and a blank.
func justified(text string, width int) (lines []string) {
	var t Text
	t.Set(text, Options{Base: bidi.RightToLeft, Unshaped: true, Justify: true})
	for _, line := range t.AppendLines(nil, width) {
		var b strings.Builder
		for i, cell := range line.Cells {
			right := i+1 < len(line.Cells) && line.Cells[i+1].Start == cell.Start
			switch {
			case right && cell.Glyph == tatweel:
				b.WriteString("-")
			case right && cell.Glyph == " ":
				b.WriteString("+")
			default:
				b.WriteString(cell.Glyph)
			}
		}
		lines = append(lines, drawnText(b.String()))
	}
	return lines
}

// TestJustify: capitals stand for Arabic letters. A and B join on both sides, C
// to G are letters of the priorities: seen (K), dal (G), kaf (U), reh (I), waw (Y).
func TestJustify(t *testing.T) {
	tests := []struct {
		name, text string
		width      int
		want       []string
	}{
		{"nothing", "", 5, []string{""}},
		{"the last line is left alone", "ABD", 9, []string{"DBA"}},
		{"full already", "ABD ABD ABD", 7, []string{"DBA DBA", "DBA"}},
		{"one tatweel", "ABD ABD ABD", 8, []string{"D-BA DBA", "DBA"}},
		{"one a word", "ABD ABD ABD", 9, []string{"D-BA D-BA", "DBA"}},
		{"then blanks", "ABD ABD ABD", 10, []string{"D-BA+ D-BA", "DBA"}},
		{"the best first: seen before any final", "ABD KBD ABDABD", 8, []string{"DB-K DBA", "DBADBA"}},
		{"dal before kaf", "ABU ABG ABDABD", 8, []string{"G-BA UBA", "DBADBA"}},
		{"spread over the line", "ABD ABD ABD ABD ABDABDABD", 17, []string{"D-BA DBA D-BA DBA", "DBADBADBA"}},
		{"blanks are spread evenly", "AB AB AB AB AB ABABABAB", 16, []string{"BA+ BA BA+ BA BA", "BABABABA"}},
		{"words of two letters take none", "AB AB ABAB", 6, []string{"BA+ BA", "BABA"}},
		{"latin and numbers take none", "abc 123 ABAB", 8, []string{"abc+ 123", "BABA"}},
		{"a line of one word", "ABD ABDABD", 6, []string{"D---BA", "DBADBA"}},
		{"a word that takes none stays short", "ab abcdefgh", 6, []string{"ab", "abcdef", "gh"}},
		{"before a line separator", "ABD\u2028ABD ABDABD", 6, []string{"DBA", "D---BA", "DBADBA"}},
		{"blanks at the start stay", "  AB AB ABABAB", 8, []string{"BA+ BA  ", "BABABA"}},
		{"a word that is cut takes none where it is cut", "ABDABD", 4, []string{"ADBA", "DB"}},
	}
	for _, test := range tests {
		if got := justified(arabic(test.text), test.width); !slices.Equal(got, test.want) {
			t.Errorf("%s: %q at %d columns is %q, want %q", test.name, test.text, test.width, got, test.want)
		}
	}
}

// checkJustified: a justified paragraph is the plain one with cells put in behind
// others of the same bytes; all lines but the last are full if they can be.
func checkJustified(t *testing.T, source string, opt Options, width int) {
	var plain, wide Text
	plain.Set(source, opt)
	opt.Justify = true
	wide.Set(source, opt)
	lines, want := wide.AppendLines(nil, width), plain.AppendLines(nil, width)
	if len(lines) != len(want) {
		t.Fatalf("%+q: %d lines, not %d", source, len(lines), len(want))
	}
	for i := range lines {
		line := &lines[i]
		last := i == len(lines)-1 || strings.ContainsAny(source[line.Start:line.End], "\n\v\f\r\u0085\u2028\u2029")
		stretched := line.Width > want[i].Width
		stretches := stretched || slices.ContainsFunc(innerCells(line), func(c Cell) bool {
			return breakingSpace([]rune(c.Glyph)[0]) && !isSign(source[c.Start:c.End])
		})
		if line.Width != width && stretches && !last && want[i].Width <= width {
			t.Errorf("%+q: line %d has %d columns, not %d", source, i, line.Width, width)
		}
		if last && i == len(lines)-1 && stretched {
			t.Errorf("%+q: the last line is stretched", source)
		}
		line.Cells = slices.CompactFunc(slices.Clone(line.Cells), func(a, b Cell) bool {
			return a.Start == b.Start && (a.Glyph == tatweel || a.Glyph == " " || b.Glyph == " ")
		})
		if got, want := spans(line.Cells, source), spans(want[i].Cells, source); !slices.Equal(got, want) {
			t.Errorf("%+q: line %d without what it was stretched by is %v, not %v", source, i, got, want)
		}
	}
}

// innerCells are the cells of a line but the blanks at its start.
func innerCells(l *Line) []Cell {
	cells := slices.Clone(l.Cells)
	slices.SortFunc(cells, func(a, b Cell) int { return a.Start - b.Start })
	for len(cells) > 0 && breakingSpace([]rune(cells[0].Glyph)[0]) {
		cells = cells[1:]
	}
	return cells
}

// TestJustifyRealTexts checks the contract of justified lines, and that taking
// the tatweels and blanks out gives the text again.
func TestJustifyRealTexts(t *testing.T) {
	for name, paragraphs := range corpus(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var text Text
			opt := Options{Base: bidi.RightToLeft, Justify: true}
			for _, p := range paragraphs {
				text.Set(p, opt)
				for _, width := range []int{80, 30} {
					checkWrap(t, &text, p, opt, width)
					checkJustified(t, p, Options{Base: bidi.RightToLeft}, width)
				}
			}
		})
	}
}

// TestKashidasFillLines: at 80 columns at most one tatweel a word fills 99 % of
// the lines of newspaper text, without a wider blank.
func TestKashidasFillLines(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 3 MB of text")
	}
	full, all, tatweels := 0, 0, 0
	var text Text
	var lines []Line
	for _, p := range realText(t, "arabic", 1<<30) {
		text.Set(p, Options{Base: bidi.RightToLeft, Justify: true})
		lines = text.AppendLines(lines[:0], 80)
		for i := range lines[:len(lines)-1] {
			all++
			blanks := 0
			for j := range lines[i].Cells[1:] {
				if a, b := lines[i].Cells[j], lines[i].Cells[j+1]; a.Start == b.Start && a.Glyph == tatweel {
					tatweels++
				} else if a.Start == b.Start {
					blanks++
				}
			}
			if blanks == 0 && lines[i].Width == 80 {
				full++
			}
		}
	}
	t.Logf("%d of %d lines are full by tatweels alone: %.2f %%; %.2f tatweels a line", full, all, 100*float64(full)/float64(all), float64(tatweels)/float64(all))
	if full*100 < all*99 {
		t.Errorf("%d of %d lines are full by tatweels alone", full, all)
	}
}

func FuzzJustify(f *testing.F) {
	for i, seed := range seeds {
		f.Add(seed+" "+seed, uint8(i*13), uint8(i))
	}
	f.Fuzz(func(t *testing.T, source string, width, flags uint8) {
		opt := Options{Base: bidi.Direction(flags % 3), Unshaped: flags&4 != 0, HideMarks: flags&8 != 0, Balance: flags&16 != 0}
		checkJustified(t, source, opt, max(1, int(width)))
		opt.Justify = true
		var text Text
		text.Set(source, opt)
		checkWrap(t, &text, source, opt, max(1, int(width)))
	})
}
