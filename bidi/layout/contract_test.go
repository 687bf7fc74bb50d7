package layout

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/clipperhouse/uax29/v2/graphemes"
	"github.com/mattn/go-runewidth"
	"golang.org/x/text/unicode/norm"

	"rawi/bidi"
)

// The contract of every line of every text, in the words of the package
// comment; the fuzz targets and the tests on real texts share it.

// checkWrap checks the lines of source at a width.
func checkWrap(t *testing.T, text *Text, source string, opt Options, width int) {
	lines := text.AppendLines(nil, width)
	checkLines(t, text, source, width, lines)
	var par bidi.Paragraph
	par.Set(source, opt.Base)
	end := 0
	for i := range lines {
		line := &lines[i]
		if line.Start != end || line.End < line.Start || line.End == line.Start && len(lines) > 1 {
			t.Fatalf("%+q: line %d is %d-%d after %d", source, i, line.Start, line.End, end)
		}
		end = line.End
		if line.Width > width && len(line.Cells) > 1 {
			t.Errorf("%+q: line %d has %d columns, not %d", source, i, line.Width, width)
		}
		checkLine(t, line, source, opt, &par)
	}
	if end != len(source) {
		t.Errorf("%+q: lines end at %d of %d", source, end, len(source))
	}
}

func checkLine(t *testing.T, line *Line, source string, opt Options, par *bidi.Paragraph) {
	checkWidth(t, line)
	checkColumns(t, line)
	logical := slices.Clone(line.Cells)
	slices.SortStableFunc(logical, func(a, b Cell) int { return a.Start - b.Start })
	end := line.Start
	var whole []Cell // one for each span
	for len(logical) > 0 {
		n := 1
		for n < len(logical) && logical[n].Start == logical[0].Start {
			n++
		}
		cell := joined(t, logical[:n], source, opt)
		logical = logical[n:]
		whole = append(whole, cell)
		if cell.Start != end || cell.End <= cell.Start {
			t.Fatalf("%+q: a cell is %d-%d after %d", source, cell.Start, cell.End, end)
		}
		end = cell.End
		checkGlyph(t, cell, source[cell.Start:cell.End], opt)
		if first := firstShown(source, cell, opt); !unicode.IsSpace(first.r) && cell.Level != par.LevelAt(first.offset) {
			t.Errorf("%+q: level of %v is not %d", source, cell, par.LevelAt(first.offset))
		}
	}
	if rest := shown(source[end:line.End], opt); strings.TrimFunc(rest, breakingSpace) != "" {
		t.Errorf("%+q: line %d-%d leaves out %+q", source, line.Start, line.End, rest)
	}
	want := spans(reorder(whole, line, source, opt, par), source)
	if got := spans(line.Cells, source); !slices.Equal(got, want) {
		t.Errorf("%+q: cells are not in the order of L2: %v", source, line.Cells)
	}
}

// joined is one cell for those that stand for the same bytes: what is written out
// for a sign, or a cell and what it was stretched by.
func joined(t *testing.T, cells []Cell, source string, opt Options) Cell {
	whole := cells[0]
	if len(cells) == 1 {
		return whole
	}
	for _, c := range cells[1:] {
		if c.End != whole.End || c.Level != whole.Level {
			t.Errorf("%+q: cells %v and %v overlap", source, whole, c)
		}
		switch {
		case isSign(source[whole.Start:whole.End]):
			whole.Glyph += c.Glyph
		case opt.Justify && (c.Glyph == tatweel || c.Glyph == " ") && c.Width == 1:
		case opt.Justify && (whole.Glyph == tatweel || whole.Glyph == " "):
			whole = c
		default:
			t.Errorf("%+q: cells %v and %v stand for the same", source, whole, c)
		}
	}
	return whole
}

func isSign(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return signOf(r) != nil })
}

// spans are where cells begin, each once, and without signs, which stand on both
// sides of their numbers.
func spans(cells []Cell, source string) (starts []int) {
	for _, c := range cells {
		if !isSign(source[c.Start:c.End]) && (len(starts) == 0 || starts[len(starts)-1] != c.Start) {
			starts = append(starts, c.Start)
		}
	}
	return starts
}

// checkWidth: the cells' widths are the line's and every measure's: that of
// go-runewidth, and both of the renderer, for terminals that know clusters and for
// those that do not.
func checkWidth(t *testing.T, line *Line) {
	sum := 0
	for _, cell := range line.Cells {
		sum += cell.Width
	}
	narrow := runewidth.Condition{StrictEmojiNeutral: true}
	s := printed(line)
	if w, r := narrow.StringWidth(s), lipgloss.Width(s); sum != line.Width || w != sum || r != sum {
		t.Errorf("%+q: cells %d columns, line %d, go-runewidth %d, lipgloss %d", s, sum, line.Width, w, r)
	}
	if wc := ansi.StringWidthWc(s); wc != sum && !strings.ContainsFunc(s, medieval) {
		t.Errorf("%+q: cells %d columns, the renderer in terminals without clusters %d", s, sum, wc)
	}
}

// printed is a line with U+200E where a cell must be kept apart.
func printed(line *Line) string {
	var b strings.Builder
	for i := range line.Cells {
		if i > 0 && (line.Cells[i].Apart() || line.Cells[i-1].Apart()) {
			b.WriteString("\u200e")
		}
		b.WriteString(line.Cells[i].Glyph)
	}
	return b.String()
}

// medieval reports whether r is a jamo of which Unicode has no syllable. The
// renderer adds their widths up where it measures code points, as no terminal does.
func medieval(r rune) bool { return within(r, 0x1100, 0x11FF) }

// checkColumns: a column maps to the offset of its cell, and the bytes of a cell
// to all columns of the cells that stand for them.
func checkColumns(t *testing.T, line *Line) {
	columns := make(map[[2]int][]Columns) // by span
	column := 0
	for _, cell := range line.Cells {
		span := [2]int{cell.Start, cell.End}
		next := column + cell.Width
		if all := columns[span]; len(all) > 0 && all[len(all)-1].End == column {
			all[len(all)-1].End = next
		} else {
			columns[span] = append(all, Columns{column, next})
		}
		for ; column < next; column++ {
			if got := line.OffsetAt(column); got != cell.Start {
				t.Errorf("offset at column %d is %d, not %d", column, got, cell.Start)
			}
		}
	}
	for span, want := range columns {
		for _, part := range [][2]int{span, {span[0], span[0] + 1}, {span[1] - 1, span[1]}} {
			if got := line.AppendColumns(nil, part[0], part[1]); !slices.Equal(got, want) {
				t.Errorf("columns of %v are %v, not %v", part, got, want)
			}
		}
	}
	all := line.AppendColumns(nil, line.Start, line.End)
	if line.Width == 0 && len(all) != 0 || line.Width > 0 && !slices.Equal(all, []Columns{{0, line.Width}}) {
		t.Errorf("columns of the whole line are %v of %d", all, line.Width)
	}
}

// checkGlyph: a glyph holds no control, and is the cell's text again when its
// forms and its mirroring are undone.
func checkGlyph(t *testing.T, cell Cell, text string, opt Options) {
	if !utf8.ValidString(cell.Glyph) || cell.Glyph == "" || strings.ContainsFunc(cell.Glyph, invisible) {
		t.Errorf("glyph of %+q is %+q", text, cell.Glyph)
	}
	if isSign(text) {
		checkSign(t, cell, text)
		return
	}
	want := shown(text, opt)
	got := strings.Map(func(r rune) rune {
		if m, ok := bidi.Mirror(r); ok && cell.Level.RightToLeft() {
			return m
		}
		return r
	}, cell.Glyph)
	if first, _ := utf8.DecodeRuneInString(want); runewidth.RuneWidth(first) == 0 {
		got = strings.TrimPrefix(got, "\u00A0")
	}
	got, want = letters(got), letters(want)
	if opt.HideMarks { // but a hamza is a part of its letter
		if strings.ContainsFunc(cell.Glyph, hidden) {
			t.Errorf("%+q is shown with its marks: %+q", text, cell.Glyph)
		}
		got, want = remove(got, hidden), remove(want, hidden)
	}
	if n := utf8.RuneCountInString(cell.Glyph); utf8.RuneCountInString(want) > MaxMarks { // only the first are shown
		if n > 1+MaxMarks || strings.Trim(got, want) != "" {
			t.Errorf("%d characters are shown as %d: %+q", utf8.RuneCountInString(want), n, cell.Glyph)
		}
	} else if got != want {
		t.Errorf("%+q is shown as %+q: %+q, not %+q", text, cell.Glyph, got, want)
	}
}

// checkSign: a sign is written out in ordinary letters, or stands alone.
func checkSign(t *testing.T, cell Cell, text string) {
	s := signOf([]rune(text)[slices.IndexFunc([]rune(text), func(r rune) bool { return signOf(r) != nil })])
	got := strings.ReplaceAll(letters(remove(cell.Glyph, hidden)), " ", "")
	want := strings.ReplaceAll(letters(s.right+s.left), " ", "")
	if got != want && cell.Glyph != s.alone {
		t.Errorf("%+q is written %+q", text, cell.Glyph)
	}
}

// letters is text without presentation forms and in one order: a lam-alef has
// its alef before lam's marks.
func letters(text string) string {
	runes := []rune(norm.NFKD.String(text))
	slices.Sort(runes)
	return string(runes)
}

// hidden reports whether r is left out by HideMarks.
func hidden(r rune) bool {
	return unicode.Is(unicode.Mn, r) && (within(r, 0x064B, 0x065F) || r == 0x0670 || within(r, 0x06D6, 0x06ED))
}

func remove(s string, unwanted func(rune) bool) string {
	return strings.Map(func(r rune) rune {
		if unwanted(r) {
			return -1
		}
		return r
	}, s)
}

// invisible reports whether r must never reach a terminal.
func invisible(r rune) bool {
	return unicode.IsControl(r) || defaultIgnorable(r) || r == '\u2028' || r == '\u2029'
}

// shown is what must be seen of text: all but controls and hidden marks, with
// blanks as blanks and what renderers measure differently as its substitute.
func shown(text string, opt Options) string {
	var b strings.Builder
	for rest := []rune(text); len(rest) > 0; rest = rest[1:] {
		switch r := rest[0]; {
		case strings.ContainsRune("\t\n\v\f\r\u0085\u2028\u2029", r):
			b.WriteRune(' ')
		case invisible(r), opt.HideMarks && hidden(r):
		case wholeCluster(string(rest)) > 0:
			whole := string(rest)[:wholeCluster(string(rest))]
			b.WriteString(whole)
			rest = rest[utf8.RuneCountInString(whole)-1:]
		case signOf(r) != nil:
			b.WriteRune(r)
		case r == 0x1171E || within(r, 0x1F3FB, 0x1F3FF) && toneable(b.String()):
		case within(r, 0x1F1E6, 0x1F1FF):
			b.WriteRune(r - 0x1F1E6 + 'A')
		case r == 0x110BD, r == 0x110CD: // number signs of Kaithi
			b.WriteRune('\u2116')
		case within(r, 0xFFFE, 0xFFFF):
			b.WriteRune('\uFFFD')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// toneable reports whether text ends with a character of the property
// Emoji_Modifier_Base (emoji-data.txt, Unicode 17.0.0).
func toneable(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	for _, in := range [][2]rune{
		{0x261D, 0x261D}, {0x26F9, 0x26F9}, {0x270A, 0x270D}, {0x1F385, 0x1F385}, {0x1F3C2, 0x1F3C4}, {0x1F3C7, 0x1F3C7},
		{0x1F3CA, 0x1F3CC}, {0x1F442, 0x1F443}, {0x1F446, 0x1F450}, {0x1F466, 0x1F478}, {0x1F47C, 0x1F47C}, {0x1F481, 0x1F483},
		{0x1F485, 0x1F487}, {0x1F48F, 0x1F48F}, {0x1F491, 0x1F491}, {0x1F4AA, 0x1F4AA}, {0x1F574, 0x1F575}, {0x1F57A, 0x1F57A},
		{0x1F590, 0x1F590}, {0x1F595, 0x1F596}, {0x1F645, 0x1F647}, {0x1F64B, 0x1F64F}, {0x1F6A3, 0x1F6A3}, {0x1F6B4, 0x1F6B6},
		{0x1F6C0, 0x1F6C0}, {0x1F6CC, 0x1F6CC}, {0x1F90C, 0x1F90C}, {0x1F90F, 0x1F90F}, {0x1F918, 0x1F91F}, {0x1F926, 0x1F926},
		{0x1F930, 0x1F939}, {0x1F93C, 0x1F93E}, {0x1F977, 0x1F977}, {0x1F9B5, 0x1F9B6}, {0x1F9B8, 0x1F9B9}, {0x1F9BB, 0x1F9BB},
		{0x1F9CD, 0x1F9CF}, {0x1F9D1, 0x1F9DD}, {0x1FAC3, 0x1FAC5}, {0x1FAF0, 0x1FAF8},
	} {
		if within(r, in[0], in[1]) {
			return true
		}
	}
	return false
}

// joinsNeighbours reports whether r, which is no mark without width, is one
// cluster with a character beside it, has no width, or not the same one for every
// renderer.
func joinsNeighbours(r rune) bool {
	if r < 0x0600 || within(r, 0x0606, 0x06DC) {
		return false
	}
	one := func(s string) bool { c := graphemes.FromString(s); c.Next(); return c.Value() == s }
	s := string(r)
	width := runewidth.RuneWidth(r)
	extends := one("a" + s)
	return extends && width > 0 || one(s+"a") || one("\u0915"+s+"\u0915") ||
		!extends && (one("\u1100"+s) && !within(r, 0xAC00, 0xD7A3) || one("\uAC00"+s) || width == 0 || lipgloss.Width(s) != width) ||
		unicode.Is(unicode.Mc, r)
}

type located struct {
	r      rune
	offset int
}

// firstShown is the first character of a cell that makes a cell.
func firstShown(source string, cell Cell, opt Options) located {
	for i, r := range source[cell.Start:cell.End] {
		if shown(string(r), opt) != "" {
			return located{r, cell.Start + i}
		}
	}
	return located{0, cell.Start}
}

// reorder is L2 in its own words, on all bytes of the line and so on those
// without a cell too: from the highest level to the lowest odd one, reverse
// every stretch of that level or higher. A cell is where its first byte is
// that is shown.
func reorder(logical []Cell, line *Line, source string, opt Options, par *bidi.Paragraph) []Cell {
	type position struct {
		level bidi.Level
		cell  int
	}
	if line.Start == line.End {
		return nil
	}
	order := make([]position, line.End-line.Start)
	for i := range order {
		order[i].cell = -1
	}
	for _, run := range par.AppendLine(nil, line.Start, line.End) {
		for i := run.Start; i < run.End; i++ {
			order[i-line.Start].level = run.Level
		}
	}
	for i, cell := range logical {
		order[firstShown(source, cell, opt).offset-line.Start].cell = i
	}
	highest := slices.MaxFunc(order, func(a, b position) int { return int(a.level) - int(b.level) }).level
	for level := highest; level > 0; level-- {
		for i := 0; i < len(order); i++ {
			j := i
			for j < len(order) && order[j].level >= level {
				j++
			}
			slices.Reverse(order[i:j])
			i = j
		}
	}
	var cells []Cell
	for _, p := range order {
		if p.cell >= 0 {
			cells = append(cells, logical[p.cell])
		}
	}
	return cells
}

// checkLines: the lines of Lines are those of AppendLines.
func checkLines(t *testing.T, text *Text, source string, width int, want []Line) {
	t.Helper()
	lines := text.Lines(width)
	var cells []Cell
	for i := range want {
		start, end := lines.Span(i)
		line := lines.AppendLine(cells[:0], i)
		cells = line.Cells
		if start != want[i].Start || end != want[i].End || line.Start != start || line.End != end ||
			line.Width != want[i].Width || !slices.Equal(line.Cells, want[i].Cells) {
			t.Errorf("%+q: line %d of Lines is %v, not %v", source, i, line, want[i])
		}
	}
	if lines.Len() != len(want) {
		t.Errorf("%+q: %d lines, not %d", source, lines.Len(), len(want))
	}
}
