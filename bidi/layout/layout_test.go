package layout

import (
	"slices"
	"strings"
	"testing"

	"rawi/bidi"
)

// In these tests capitals stand for Arabic letters, so that they read the same
// in every editor.

const alphabet = "\u0628\u062A\u062B\u062C\u062D\u062E\u062F\u0630\u0631\u0632\u0633\u0634\u0635" +
	"\u0636\u0637\u0638\u0639\u063A\u0641\u0642\u0643\u0645\u0646\u0647\u0648\u064A"

func arabic(text string) string {
	letters := []rune(alphabet)
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return letters[r-'A']
		}
		return r
	}, text)
}

// drawn is the line as it stands on the screen, left to right.
func drawn(line Line) string {
	var b strings.Builder
	for _, cell := range line.Cells {
		b.WriteString(cell.Glyph)
	}
	return drawnText(b.String())
}

func drawnText(text string) string {
	letters := []rune(alphabet)
	return strings.Map(func(r rune) rune {
		if i := slices.Index(letters, r); i >= 0 {
			return 'A' + rune(i)
		}
		return r
	}, text)
}

func TestWrap(t *testing.T) {
	tests := []struct {
		name, text string
		width      int
		want       []string
	}{
		{"nothing", "", 80, []string{""}},
		{"blanks only", "   ", 2, []string{""}},
		{"one word", "ABC", 80, []string{"CBA"}},
		{"just fits", "ABC DEF", 7, []string{"FED CBA"}},
		{"one column short", "ABC DEF", 6, []string{"CBA", "FED"}},
		{"blanks hang", "ABC   DEF", 3, []string{"CBA", "FED"}},
		{"blanks at the start stay", "  ABC", 80, []string{"CBA  "}},
		{"blanks at the end hang", "ABC   ", 80, []string{"CBA"}},
		{"a long word is cut", "ABCDEFGHI", 4, []string{"DCBA", "HGFE", "I"}},
		{"a long word begins a line", "AB CDEFGHI JK", 4, []string{"BA", "FEDC", "IHG", "KJ"}},
		{"one column", "ABC D", 1, []string{"A", "B", "C", "D"}},
		{"less than one column is one", "AB", -3, []string{"A", "B"}},
		{"a wide character in one column", "A\u6F22B", 1, []string{"A", "\u6F22", "B"}},
		{"a wide character that does not fit", "A\u6F22B", 2, []string{"A", "\u6F22", "B"}},
		{"latin inside", "ABC def GHI", 80, []string{"IHG def CBA"}},
		{"latin over two lines", "ABC def ghi JKL", 7, []string{"def CBA", "LKJ ghi"}},
		{"a line that begins in latin does not flip", "ABC def GHI", 7, []string{"def CBA", "IHG"}},
		{"numbers", "ABC 1990 DEF", 80, []string{"FED 1990 CBA"}},
		{"brackets are mirrored", "A (B) [c] <D>", 80, []string{"<D> [c] (B) A"}},
		{"brackets keep their word", "AB (CD)", 5, []string{"BA", "(DC)"}},
		{"the last bracket stays", "ABC (DEF).", 9, []string{"CBA", ".(FED)"}},
		{"quotation marks keep their word", "AB \u00ABCD\u00BB", 4, []string{"BA", "\u00ABDC\u00BB"}},
		{"a hyphen ends a line", "ABC-DEF", 4, []string{"-CBA", "FED"}},
		{"a no-break space does not", "A BC\u00A0DE", 4, []string{"A", "D\u00A0CB", "E"}},
		{"a tab is one blank", "A\tB", 80, []string{"B A"}},
		{"line separators end lines", "A\u2028B\nC\r\nD", 80, []string{"A", "B", "C", "D"}},
		{"empty lines", "A\n\nB\n", 80, []string{"A", "", "B"}},
		{"controls are not there", "\u200FA\u0000\x1B[1\u202CB\uFEFF\u00AD", 80, []string{"B1]A"}},
		{"a soft hyphen is a place to break", "AB\u00ADCD", 2, []string{"BA", "DC"}},
		{"a break before a bidi control", "AB \u2067CD\u2069", 2, []string{"BA", "DC"}},
		{"a mark follows its letter", "A\u064EB\u064F", 80, []string{"B\u064FA\u064E"}},
		{"a mark without a letter", "\u064EA \u064E", 80, []string{"\u00A0\u064E A\u00A0\u064E"}},
		{"a sign before a number", "A \u06DD\u0661\u0662", 80, []string{"(\u0661\u0662) A"}},
		{"emoji joined by U+200D", "A\U0001F468\u200D\U0001F469B", 80, []string{"B\U0001F469\U0001F468A"}},
		{"a flag", "A \U0001F1F8\U0001F1E6", 80, []string{"\U0001F1F8\U0001F1E6 A"}},
		{"half a flag", "A \U0001F1F8", 80, []string{"S A"}},
		{"broken bytes", "A\xFF\xD8B", 80, []string{"B\uFFFD\uFFFDA"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var text Text
			text.Set(arabic(test.text), Options{Base: bidi.RightToLeft, Unshaped: true})
			var got []string
			for _, line := range text.AppendLines(nil, test.width) {
				got = append(got, drawn(line))
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("%q at %d columns is %+q, want %+q", test.text, test.width, got, test.want)
			}
		})
	}
}

func TestClip(t *testing.T) {
	tests := []struct {
		text  string
		base  bidi.Direction
		width int
		want  string
	}{
		{"", bidi.RightToLeft, 5, ""},
		{"ABC", bidi.RightToLeft, 3, "CBA"},
		{"ABC  ", bidi.RightToLeft, 3, "CBA"},
		{"ABC DEF GHI", bidi.RightToLeft, 7, "…ED CBA"},
		{"ABC DEF GHI", bidi.RightToLeft, 5, "…CBA"},
		{"ABC def ghi", bidi.RightToLeft, 8, "def… CBA"},
		{"ABC 12 DEF", bidi.RightToLeft, 7, "…12 CBA"},
		{"abc def", bidi.LeftToRight, 6, "abc d…"},
		{"abc DEF", bidi.LeftToRight, 6, "abc …D"},
		{"ABC", bidi.RightToLeft, 2, "…A"},
		{"ABC", bidi.RightToLeft, 1, "…"},
		{"ABC", bidi.RightToLeft, 0, ""},
		{"ABC", bidi.RightToLeft, -1, ""},
		{"\u6F22\u5B57", bidi.LeftToRight, 3, "\u6F22…"},
		{"\u6F22\u5B57", bidi.LeftToRight, 2, "…"},
		{"A\nB", bidi.RightToLeft, 9, "B A"},
	}
	for _, test := range tests {
		var text Text
		text.Set(arabic(test.text), Options{Base: test.base, Unshaped: true})
		line := text.Clip(test.width)
		if got := drawn(line); got != test.want {
			t.Errorf("%q clipped to %d is %q, want %q", test.text, test.width, got, test.want)
		}
		if line.Start != 0 || line.End != len(arabic(test.text)) {
			t.Errorf("%q clipped to %d spans %d-%d", test.text, test.width, line.Start, line.End)
		}
	}
}

// TestCells looks at single cells: what they stand for and what they print.
func TestCells(t *testing.T) {
	tests := []struct {
		name, text string
		opt        Options
		want       []Cell
	}{
		{"lam alef over marks: lam's first", "\u0644\u064E\u0627\u064B", Options{},
			[]Cell{{0, 8, "\uFEFB\u064E\u064B", 1, 1}}},
		{"unshaped: two cells", "\u0644\u064E\u0627\u064B", Options{Unshaped: true},
			[]Cell{{4, 8, "\u0627\u064B", 1, 1}, {0, 4, "\u0644\u064E", 1, 1}}},
		{"hidden marks", "\u0644\u064E\u0627\u064B\u06D6\u06E5", Options{HideMarks: true},
			[]Cell{{10, 12, "\u06E5", 1, 1}, {0, 10, "\uFEFB", 1, 1}}},
		{"hamza composed with its letter is no mark to hide", "\u0627\u064E\u0654", Options{HideMarks: true},
			[]Cell{{0, 6, "\uFE83", 1, 1}}},
		{"a mark alone, hidden", "\u064Ea", Options{HideMarks: true, Base: bidi.LeftToRight},
			[]Cell{{0, 3, "a", 1, 0}}},
		{"controls belong to the cell before them", "\u2068\u0628\u2069\u200Fa\u200E", Options{Base: bidi.LeftToRight},
			[]Cell{{0, 11, "\uFE8F", 1, 1}, {11, 15, "a", 1, 0}}},
		{"ZWJ and ZWNJ are heard but not printed", "\u0628\u200D \u0628\u200C\u0628", Options{},
			[]Cell{{11, 13, "\uFE8F", 1, 1}, {6, 11, "\uFE8F", 1, 1}, {5, 6, " ", 1, 1}, {0, 5, "\uFE91", 1, 1}}},
		{"letters forced left to right stand apart", "\u202D\u0628\u0628", Options{Base: bidi.LeftToRight},
			[]Cell{{0, 5, "\u0628", 1, 2}, {5, 7, "\u0628", 1, 2}}},
		{"letters join over lines", "\u0628\u0628", Options{},
			[]Cell{{2, 4, "\uFE90", 1, 1}, {0, 2, "\uFE91", 1, 1}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var text Text
			text.Set(test.text, test.opt)
			if lines := text.AppendLines(nil, 80); !slices.Equal(lines[0].Cells, test.want) {
				t.Errorf("cells are %v, want %v", lines[0].Cells, test.want)
			}
		})
	}
}

// TestColumnsOfTwoRanges: a stretch of the text over a change of direction is
// not one stretch of the line.
func TestColumnsOfTwoRanges(t *testing.T) {
	var text Text
	text.Set(arabic("ABC def GHI"), Options{Base: bidi.RightToLeft}) // IHG def CBA
	line := text.AppendLines(nil, 80)[0]
	tests := []struct {
		name       string
		start, end int
		want       []Columns
	}{
		{"C d", 4, 8, []Columns{{4, 5}, {7, 9}}},
		{"f G", 9, 13, []Columns{{2, 4}, {6, 7}}},
		{"half of A", 1, 2, []Columns{{10, 11}}},
		{"nothing", 4, 4, nil},
		{"all", 0, 17, []Columns{{0, 11}}},
		{"more than all", -5, 99, []Columns{{0, 11}}},
	}
	for _, test := range tests {
		if got := line.AppendColumns(nil, test.start, test.end); !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}

func TestOffsetAtOutsideTheLine(t *testing.T) {
	var text Text
	text.Set(arabic("AB cd "), Options{Base: bidi.RightToLeft}) // cd BA, one blank hangs
	lines := text.AppendLines(nil, 80)
	for column, want := range map[int]int{-1: 5, 0: 5, 1: 6, 2: 4, 3: 2, 4: 0, 5: 0, 100: 0} {
		if got := lines[0].OffsetAt(column); got != want {
			t.Errorf("column %d is at %d, want %d", column, got, want)
		}
	}
	text.Set("a\n\nb", Options{})
	if lines := text.AppendLines(nil, 80); lines[1].OffsetAt(3) != 2 {
		t.Errorf("an empty line is at %d", lines[1].OffsetAt(3))
	}
}

// TestWrapAgain: lines given back give their memory to new ones, and the new
// ones are right.
func TestWrapAgain(t *testing.T) {
	var text Text
	text.Set(arabic(strings.Repeat("ABC def \u064E", 40)), Options{Base: bidi.RightToLeft})
	want := text.AppendLines(nil, 20)
	lines := text.AppendLines(nil, 7)
	lines = text.AppendLines(lines[:0], 20)
	if !slices.EqualFunc(lines, want, func(a, b Line) bool {
		return a.Start == b.Start && a.End == b.End && a.Width == b.Width && slices.Equal(a.Cells, b.Cells)
	}) {
		t.Errorf("lines of memory used again differ")
	}
	if n := testing.AllocsPerRun(10, func() { lines = text.AppendLines(lines[:0], 20) }); n != 0 {
		t.Errorf("wrapping again allocates %v times", n)
	}
}

func TestSteadyUseAllocatesNothing(t *testing.T) {
	source := strings.Repeat("\u0642\u0627\u0644 (abc) \u06DD\u0661 \u0645\u064F\u062D\u0645\u062F \uFDFA \u0644\u064E\u0627 12.5% \u00AB\u0633\u0644\u0627\u0645\u00BB ", 30)
	var text Text
	var lines []Line
	for _, opt := range []Options{{}, {Justify: true}, {Balance: true}, {Justify: true, Balance: true, HideMarks: true}} {
		do := func() {
			text.Set(source, opt)
			lines = text.AppendLines(lines[:0], 40)
			lines = text.AppendLines(lines[:0], 7)
		}
		do()
		if n := testing.AllocsPerRun(10, do); n != 0 {
			t.Errorf("%+v: %v allocations", opt, n)
		}
	}
}

func TestZeroText(t *testing.T) {
	var text Text
	lines := text.AppendLines(nil, 80)
	if line := text.Clip(80); len(lines) != 1 || len(lines[0].Cells) != 0 || len(line.Cells) != 0 || text.Base() != 0 {
		t.Errorf("a zero Text has %v and %v", lines, line)
	}
}

// TestEdgesOfWords: words as long as the loop over words takes them, or longer, that
// end with the text, within a character, or with more marks than are shown.
func TestEdgesOfWords(t *testing.T) {
	const beh, lamAlef, fatha = "\u0628", "\u0644\u0627", "\u064E"
	texts := []string{"\xD8", beh + "\xD8", lamAlef + "\xD9", fatha, fatha + beh, beh + "\u060C", beh + "\u200D"}
	for _, n := range []int{MaxMarks - 1, MaxMarks, MaxMarks + 1, maxWord/2 - 1, maxWord / 2, maxWord/2 + 1, maxWord} {
		texts = append(texts, strings.Repeat(beh, n), strings.Repeat(lamAlef, n), strings.Repeat(beh+fatha, n)+" ", beh+strings.Repeat(fatha, n))
	}
	var text Text
	for _, source := range texts {
		for _, opt := range []Options{{Base: bidi.RightToLeft, Justify: true}, {HideMarks: true, Balance: true}} {
			text.Set(source, opt)
			for _, width := range []int{1, 5, 80} {
				checkWrap(t, &text, source, opt, width)
			}
		}
	}
}
