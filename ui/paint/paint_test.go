package paint

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"

	"rawi/bidi"
	"rawi/bidi/layout"
	"rawi/ui/terminal"
	"rawi/ui/theme"
)

// line makes a line of cells from what stands on the screen, left to right. A
// capital letter stands for an Arabic letter, ~ puts a vowel mark on the letter
// before it. The n-th cell of a left-to-right line has source byte n; on a
// right-to-left line counting starts at the right, and what is not a capital
// is taken for as logical.
func line(screen string, base bidi.Level) layout.Line {
	l := layout.Line{Base: base}
	for _, r := range screen {
		switch {
		case r == '~':
			l.Cells[len(l.Cells)-1].Glyph += "\u064e"
			continue
		case 'A' <= r && r <= 'Z':
			r = arabic(r)
		}
		c := layout.Cell{Glyph: string(r), Width: lipgloss.Width(string(r)), Level: base}
		l.Cells = append(l.Cells, c)
		l.Width += c.Width
	}
	for i := range l.Cells {
		at := i
		if base.RightToLeft() {
			at = len(l.Cells) - 1 - i
		}
		l.Cells[i].Start, l.Cells[i].End = at, at+1
	}
	l.End = len(l.Cells)
	return l
}

// arabic is the presentation form that a capital stands for, from U+FE91 on.
func arabic(capital rune) rune { return 0xFE91 + capital - 'A' }

// screen is the inverse of line for what a terminal shows.
func screen(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case 0xFE91 <= r && r <= 0xFE91+25:
			return r - 0xFE91 + 'A'
		case r == '\u064e':
			return '~'
		}
		return r
	}, text)
}

func TestLineStandsAtItsEdge(t *testing.T) {
	tests := []struct {
		screen string
		base   bidi.Level
		width  int
		want   string
	}{
		{"abc", 0, 5, "abc  "},
		{"CBA", 1, 5, "  CBA"},
		{"abc CBA", 1, 7, "abc CBA"},
		{"", 0, 3, "   "},
		{"", 1, 3, "   "},
		{"abc", 0, 0, ""},
		{"abc", 0, -1, ""},

		// Too wide: the beginning of the line stays.
		{"abcdef", 0, 4, "abcd"},
		{"FEDCBA", 1, 4, "DCBA"},
		{"F~E~D~C~B~A~", 1, 2, "B~A~"},

		// A wide cell is never halved.
		{"a漢字", 0, 4, "a漢 "},
		{"字漢A", 1, 4, " 漢A"},
		{"漢", 0, 1, " "},
		{"漢", 1, 1, " "},
	}
	for _, tt := range tests {
		got := Painter{}.Line(line(tt.screen, tt.base), tt.width, theme.Text, nil)
		if screen(got) != tt.want {
			t.Errorf("%q in %d columns: %q, want %q", tt.screen, tt.width, screen(got), tt.want)
		}
	}
}

func TestEveryWidthIsExact(t *testing.T) {
	lines := []layout.Line{line("漢C~B~A abc 字", 1), line("abc 漢 CB~A", 0), line("", 1)}
	marks := []Mark{{Start: 2, End: 5, Role: theme.Quote}, {Start: 4, End: 9, Role: theme.Party(2)}, {Start: 0, End: 30, Role: theme.CurrentQuote}}
	for order := range terminal.Order(terminal.OrderCount) {
		p := Painter{Theme: theme.Either(), Order: order}
		for _, l := range lines {
			for width := range 24 {
				got := p.Line(l, width, theme.Status, marks)
				if w := lipgloss.Width(got); w != width {
					t.Errorf("%s: %d columns for %d: %q", order, w, width, got)
				}
			}
		}
	}
}

// looksOn are the looks of the cells of a painted line, as an emulator shows
// it, one letter for each: plain '.', bold 'b', underline 'u', both 'q', reverse
// (whatever else) 'r'; a capital is coloured, 'O' coloured only.
func looksOn(t *testing.T, painted string, width int) (text, looks string) {
	t.Helper()
	e := vt.NewEmulator(width, 1)
	defer e.Close()
	if _, err := e.WriteString(painted); err != nil {
		t.Fatal(err)
	}
	for x := range width {
		c := e.CellAt(x, 0)
		text += c.Content
		look := "."
		bold, reverse := c.Style.Attrs&1 != 0, c.Style.Attrs&(1<<5) != 0 // ultraviolet's AttrBold, AttrReverse
		under := c.Style.Underline != ansi.UnderlineNone
		switch {
		case reverse:
			look = "r"
		case bold && under:
			look = "q"
		case bold:
			look = "b"
		case under:
			look = "u"
		}
		if c.Style.Fg != nil {
			look = strings.ToUpper(strings.ReplaceAll(look, ".", "o"))
		}
		looks += look
	}
	return text, looks
}

func TestMarks(t *testing.T) {
	tests := []struct {
		name   string
		screen string
		base   bidi.Level
		role   theme.Role
		marks  []Mark
		looks  string // on a line of ten columns
	}{
		{"none", "abc", 0, theme.Text, nil, ".........."},
		{"the base fills the line", "abc", 0, theme.Status, nil, "rrrrrrrrrr"},
		{"left to right", "abcdef", 0, theme.Text, []Mark{{Start: 1, End: 3, Role: theme.Quote}}, ".bb......."},
		{"right to left", "FEDCBA", 1, theme.Text, []Mark{{Start: 1, End: 3, Role: theme.Quote}}, ".......bb."},
		{"empty", "abcdef", 0, theme.Text, []Mark{{Start: 1, End: 1, Role: theme.Quote}}, ".........."},
		{"turned round", "abcdef", 0, theme.Text, []Mark{{Start: 3, End: 1, Role: theme.Quote}}, ".........."},
		{"outside", "abcdef", 0, theme.Text, []Mark{{Start: -9, End: 0, Role: theme.Quote}, {Start: 6, End: 99, Role: theme.Quote}}, ".........."},
		{"beyond both ends", "abcdef", 0, theme.Text, []Mark{{Start: -9, End: 99, Role: theme.Quote}}, "bbbbbb...."},
		{"colour over weight", "abcdef", 0, theme.Text,
			[]Mark{{Start: 0, End: 4, Role: theme.Quote}, {Start: 2, End: 6, Role: theme.Party(1)}}, "bbBBOO...."},
		{"weight over colour", "abcdef", 0, theme.Text,
			[]Mark{{Start: 2, End: 6, Role: theme.Party(1)}, {Start: 0, End: 4, Role: theme.Quote}}, "bbBBOO...."},
		{"selection over all", "abcdef", 0, theme.Text,
			[]Mark{{Start: 0, End: 4, Role: theme.CurrentQuote}, {Start: 2, End: 3, Role: theme.Selected}}, "BBRB......"},
		{"the base lies below", "abcdef", 0, theme.Status, []Mark{{Start: 0, End: 2, Role: theme.Party(1)}}, "rrrrrrrrrr"},
	}
	own := Painter{Theme: theme.Called("terminal", theme.Dark)}
	painted := own.Line(line("abc", 0), 10, theme.CurrentQuote, nil)
	if _, looks := looksOn(t, painted, 10); looks != "qqqbbbbbbb" {
		t.Errorf("a line under the blanks: %s", looks)
	}
	p := Painter{Theme: theme.Either()}
	for _, tt := range tests {
		painted := p.Line(line(tt.screen, tt.base), 10, tt.role, tt.marks)
		if _, looks := looksOn(t, painted, 10); looks != tt.looks {
			t.Errorf("%s: %s, want %s: %q", tt.name, looks, tt.looks, painted)
		}
	}
}

// Two quotations in different colours: the later mark's colour wins where both
// lie.
func TestLaterMarkWins(t *testing.T) {
	th := theme.Either()
	p := Painter{Theme: th}
	painted := p.Line(line("ab", 0), 2, theme.Text, []Mark{{Start: 0, End: 2, Role: theme.Party(1)}, {Start: 1, End: 2, Role: theme.Party(2)}})
	want := th.Style(theme.Party(1)).Render("a") + th.Style(theme.Party(2)).Render("b")
	if painted != want {
		t.Errorf("%q, want %q", painted, want)
	}
}

// Labels go through the real layout: shaped, ordered, clipped, aligned.
func TestLabel(t *testing.T) {
	tests := []struct {
		text  string
		width int
		base  bidi.Direction
		want  string
	}{
		{"abc", 5, bidi.Auto, "abc  "},
		{"abc", 5, bidi.RightToLeft, "  abc"},
		{"abcdef", 4, bidi.LeftToRight, "abc…"},
		{"لا", 3, bidi.Auto, "  \ufefb"},
		{"(باب)", 7, bidi.Auto, "  (\ufe8f\ufe8e\ufe91)"},
		{"باب abc", 7, bidi.RightToLeft, "abc \ufe8f\ufe8e\ufe91"},
		{"بابا", 3, bidi.Auto, "…\ufe8e\ufe91"},
		{"بَ", 2, bidi.Auto, " \ufe8f\u064e"},
		{"", 2, bidi.RightToLeft, "  "},
		{"abc", 0, bidi.Auto, ""},
		{"abc", -4, bidi.Auto, ""},
		{"a\x1b[31mb", 8, bidi.LeftToRight, "a[31mb  "},
	}
	for _, tt := range tests {
		if got := labelled(Painter{}, tt.text, tt.width, tt.base); got != tt.want {
			t.Errorf("%q in %d columns: %+q, want %+q", tt.text, tt.width, got, tt.want)
		}
	}
	if got := labelled(Painter{HideMarks: true}, "بَ", 2, bidi.Auto); got != " \ufe8f" {
		t.Errorf("hidden marks: %+q", got)
	}
	p := Painter{Theme: theme.Either()}
	painted := labelled(p, "ab باب", 8, bidi.RightToLeft, Mark{Start: 3, End: 5, Role: theme.Quote})
	if _, looks := looksOn(t, painted, 8); looks != "....b..." { // ب of the logical beginning: باب stands left of ab
		t.Errorf("%s: %q", looks, painted)
	}
}

// A cell that stands for several bytes (lam-alef, a letter with its marks)
// takes part in a mark on any of them.
func TestCellOfSeveralBytes(t *testing.T) {
	l := layout.Line{Cells: []layout.Cell{
		{Start: 0, End: 6, Glyph: "\ufefb", Width: 1}, {Start: 6, End: 8, Glyph: "\ufe8d", Width: 1},
	}, Width: 2}
	p := Painter{Theme: theme.Either()}
	for m, want := range map[Mark]string{
		{Start: 0, End: 2, Role: theme.Quote}: "b.", {Start: 2, End: 4, Role: theme.Quote}: "b.", {Start: 4, End: 7, Role: theme.Quote}: "bb", {Start: 6, End: 7, Role: theme.Quote}: ".b",
	} {
		if _, looks := looksOn(t, p.Line(l, 2, theme.Text, []Mark{m}), 2); looks != want {
			t.Errorf("%v: %s, want %s", m, looks, want)
		}
	}
}

// One SGR sequence and one reset for each stretch of one look, none between a
// letter and its mark.
func TestOneSequenceAStretch(t *testing.T) {
	p := Painter{Theme: theme.Either()}
	l := line("abc C~B~A~ def", 0)
	painted := p.Line(l, 20, theme.Text, []Mark{{Start: 0, End: 9, Role: theme.CurrentQuote}, {Start: 3, End: 6, Role: theme.CurrentQuote}})
	if n := strings.Count(painted, "\x1b["); n > 8 {
		t.Errorf("%d sequences: %q", n, painted)
	}
	painted = p.Line(l, 20, theme.Text, []Mark{{Start: 0, End: 14, Role: theme.CurrentQuote}})
	if n := strings.Count(painted, "\x1b["); n != 2 {
		t.Errorf("%d sequences, want 2: %q", n, painted)
	}
	if !strings.Contains(screen(painted), "C~B~A~") {
		t.Errorf("a mark is cut off from its letter: %q", painted)
	}
}

func TestGuard(t *testing.T) {
	for _, glyph := range []string{
		"\x1b", "\x1b[31m", "\n", "\r", "\t", "\x00", "\x7f", "\u0085", "\u009b", "\x9b", "\xff", "a\x1b", "ا\x07",
		"\u2028", "\u2029", "\u202e", "\u2067", "\u061c", lrm, "",
	} {
		for _, width := range []int{1, 2} {
			l := layout.Line{Cells: []layout.Cell{{Start: 0, End: 1, Glyph: glyph, Width: width}}, Width: width}
			want := "\ufffd" + strings.Repeat(" ", 3-1)
			if got := (Painter{}).Line(l, 3, theme.Text, nil); got != want {
				t.Errorf("%q: %q, want %q", glyph, got, want)
			}
		}
	}
	for _, glyph := range []string{"a", "漢", "\ufefb\u064e\u0651", "👨\u200d👩", "\ufffd", " "} {
		if guard(glyph, 1) != glyph {
			t.Errorf("%q does not pass", glyph)
		}
	}
}

// passages are lines as they stand on the screen, as line takes them.
var passages = []string{
	"CBA", "FED CBA", "abc CBA def", "CBA 123 FED", "CBA ١٢٣ FED", "CBA ١٢٫٥ FED ١٢/٣",
	"│FED CBA│IHG ٢│", "(CBA) [DE] «FED»", "(123) CBA (٤٥)", "CBA-12%", "12% CBA", ".C~B~A~ :FED",
	"a(CBA)b", "(a CBA)", "CBA, abc, FED!", "١ ٢", "+12 CBA", "CBA 1990-1995", "$5 CBA", "╭─ CBA ─╮",
}

// textOf are the cells that a terminal should show.
func textOf(l layout.Line) (cells []string) {
	for _, c := range l.Cells {
		if !safe(c.Glyph) {
			c.Glyph = "\ufffd"
		}
		cells = append(cells, c.Glyph)
	}
	return cells
}

// kinds are the kinds of terminals for which each order is meant, as models.
var kinds = []struct {
	order terminal.Order
	model func(string) []string
}{
	{terminal.Visual, obeying},
	{terminal.Visual, counting},
	{terminal.Fence, obeying},
	{terminal.Fence, reordering},
	{terminal.Fence, walled},
	{terminal.Words, reordering},
	{terminal.Words, walled},
	{terminal.Runs, turning},
	{terminal.Tokens, shaping},
	{terminal.Kitty, sizing},
	{terminal.SGR, fragmenting},
}

// What each kind of terminal makes of what its order sends is the cells as
// they were laid out.
func TestTerminalsShowTheCells(t *testing.T) {
	for i, s := range passages {
		checkTerminals(t, line(s, 0))
		checkTerminals(t, line(s, 1))
		for _, other := range passages[i:] {
			checkRow(t, line(s, 1), line(other, 1))
		}
	}
}

// checkTerminals holds every kind of terminal to a line.
func checkTerminals(t *testing.T, l layout.Line) {
	t.Helper()
	want := textOf(l)
	for _, k := range kinds {
		sent := Painter{Order: k.order}.Line(l, l.Width, theme.Text, nil)
		if got := k.model(sent); !slices.Equal(got, want) {
			t.Errorf("%s shows %q, want %q (sent %+q)", k.order, got, want, sent)
		}
	}
}

// checkRow holds every kind of terminal to a row of the screen.
func checkRow(t *testing.T, left, right layout.Line) {
	t.Helper()
	want := obeying(row(Painter{}, left, right))
	for _, k := range kinds {
		sent := row(Painter{Order: k.order}, left, right)
		if got := k.model(sent); !slices.Equal(got, want) {
			t.Errorf("%s shows %q, want %q (sent %+q)", k.order, got, want, sent)
		}
	}
}

// labelled is a row of the screen with a label.
func labelled(p Painter, text string, width int, base bidi.Direction, marks ...Mark) string {
	return p.Row(width, func(row Area) { row.LabelMarks(0, 0, width, text, theme.Text, base, marks) })
}

// row is a row of the screen: two panes in frames.
func row(p Painter, left, right layout.Line) string {
	return p.Row(left.Width+right.Width+13, func(row Area) {
		x := 0
		for _, l := range []*layout.Line{&left, &right} {
			row.Repeat(x, 0, 1, "│", theme.Text)
			row.Line(x+2, 0, l.Width+3, l, 0, theme.Text, nil)
			x += l.Width + 6
		}
		row.Repeat(x, 0, 1, "│", theme.Text)
	})
}

// The models are worth something: what is sent in the wrong order comes out
// wrong.
func TestModelsReverseText(t *testing.T) {
	for in, want := range map[string]string{
		"CBA": "ABC", "a CBA b": "a ABC b", "CBA 12 FED": "DEF 12 ABC", "(CBA": "(ABC", "CBA (DE) F": "F (ED) ABC",
		"x(CB)": "x(BC)", "CBA ١٢": "١٢ ABC", "A│B": "B│A", "12 CBA": "12 ABC",
	} {
		sent := Painter{}.Line(line(in, 0), len([]rune(in)), theme.Text, nil)
		if got := screen(strings.Join(reordering(sent), "")); got != want {
			t.Errorf("UAX #9 shows %q as %q, want %q", in, got, want)
		}
	}
	fenced := Painter{Order: terminal.Fence}.Line(line("CBA", 0), 3, theme.Text, nil)
	if got := counting(fenced); len(got) != 6 {
		t.Errorf("where U+200E takes a cell three cells with fences are %d", len(got))
	}
	if got := screen(strings.Join(walled(Painter{}.Line(line("FED│CBA", 0), 7, theme.Text, nil)), "")); got != "DEF│ABC" {
		t.Errorf("walled shows %q", got)
	}
	if got := screen(strings.Join(turning(string([]rune{arabic('B'), arabic('A')})), "")); got != "AB" {
		t.Errorf("turning shows %q", got)
	}
}

func TestFenceIsVisualWithFences(t *testing.T) {
	for _, s := range passages {
		l := line(s, 1)
		fenced := Painter{Order: terminal.Fence}.Line(l, 40, theme.Text, nil)
		visual := Painter{}.Line(l, 40, theme.Text, nil)
		if strings.ReplaceAll(fenced, lrm, "") != visual {
			t.Errorf("%q: %+q", s, fenced)
		}
	}
	l := line("A~ a 1", 0)
	want := string(arabic('A')) + "\u064e\u200e a 1"
	if got := (Painter{Order: terminal.Fence}).Line(l, 5, theme.Text, nil); got != want {
		t.Errorf("%+q, want %+q", got, want)
	}
}

func TestFenceUnderlinesNoBlank(t *testing.T) {
	p := Painter{Order: terminal.Fence, Theme: theme.Called("terminal", theme.Dark)}
	painted := p.Line(line("ab cd", 0), 5, theme.CurrentQuote, nil)
	if _, looks := looksOn(t, painted, 5); looks != "qqbqq" {
		t.Errorf("%s: %q", looks, painted)
	}
}

func TestBareSendsNothingWithoutWidth(t *testing.T) {
	l := layout.Line{}
	for i, g := range []string{"\ufefb\u064e\u0651", "e\u0301", "a", "\u05d0\u05b8", "🇵🇸"} {
		l.Cells = append(l.Cells, layout.Cell{Start: i, End: i + 1, Glyph: g, Width: lipgloss.Width(g)})
	}
	if got, want := (Painter{Order: terminal.Bare}).Line(l, 6, theme.Text, nil), "\ufefbéa\u05d0🇵🇸"; got != want {
		t.Errorf("%+q, want %+q", got, want)
	}
	for _, s := range passages {
		for _, r := range (Painter{Order: terminal.Bare}).Line(line(s, 1), 40, theme.Text, nil) {
			if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
				t.Errorf("%q sends %U, which has no width", s, r)
			}
		}
	}
}

// The screen of an emulator has the cells of the line, whatever their looks.
// (Not in the other orders: this emulator loses cells to U+200E.)
func TestEmulatorShowsTheCells(t *testing.T) {
	p := Painter{Theme: theme.Either()}
	marks := []Mark{{Start: 0, End: 4, Role: theme.Quote}, {Start: 2, End: 6, Role: theme.Party(3)}, {Start: 3, End: 5, Role: theme.Selected}}
	for _, s := range passages {
		l := line(s, 1)
		text, _ := looksOn(t, p.Line(l, 30, theme.Text, marks), 30)
		if want := strings.Repeat(" ", 30-l.Width) + strings.Join(textOf(l), ""); text != want {
			t.Errorf("%q, want %q", screen(text), screen(want))
		}
	}
}

// Words that lead to an address are sent with it, whatever else is painted over them,
// and only where the terminal has links; an address that is none gets no link.
func TestLinks(t *testing.T) {
	const text = "قال زيد نعم"
	at := strings.Index(text, "زيد")
	for _, test := range []struct {
		links   bool
		address string
		want    string
	}{{true, "https://example.org/a", "https://example.org/a"}, {false, "https://example.org/a", ""}, {true, "https://x\x1b]0;y", ""}, {true, "https://مثال", ""}} {
		for order := range terminal.OrderCount {
			p := Painter{Theme: theme.New(true), Links: test.links, Order: terminal.Order(order)}
			e := vt.NewEmulator(20, 1)
			row := p.Row(20, func(row Area) {
				row.LabelMarks(0, 0, 20, text, theme.Text, bidi.RightToLeft, []Mark{
					{Start: at, End: at + len("زيد"), Role: theme.Link, Address: test.address}, {Start: 0, End: len(text), Role: theme.Quote},
				})
			})
			if strings.Count(row, "\x1b]8;;\x1b\\") > 1 || strings.Contains(row, "]0;") {
				t.Errorf("%v: %q", terminal.Order(order), row)
			}
			e.WriteString(strings.NewReplacer(lrm, "", terminal.SizedEven, "", terminal.SizedOdd, "").Replace(row)) // it takes a cell's link for them
			linked := 0
			for x := range 20 {
				if c := e.CellAt(x, 0); c != nil && c.Link.URL != "" {
					linked++
					if c.Link.URL != test.want {
						t.Errorf("a cell leads to %q", c.Link.URL)
					}
				}
			}
			if want := map[bool]int{true: 3}[test.want != ""]; linked != want {
				t.Errorf("%v, %+v: %d cells lead somewhere, want %d: %q", terminal.Order(order), test, linked, want, row)
			}
		}
	}
}
