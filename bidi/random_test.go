package bidi

import (
	"flag"
	"math/rand/v2"
	"os"
	"slices"
	"testing"
	"unicode/utf8"
)

var (
	randomCases = flag.Int("random", fewOrMany(4_000, 20_000), "how many random paragraphs to compare with the reference")
	randomSeed  = flag.Uint64("seed", 9, "where the random paragraphs begin")
)

// fewOrMany is how often to try by default: many times where the long runs are
// wanted, as in .ci/run.
func fewOrMany(few, many int) int {
	if os.Getenv("RAWI_LONG") == "" {
		return few
	}
	return many
}

// pools are characters by the part they play. A random paragraph draws from a
// few of them, so that each pair and triple of parts meets often.
var pools = [][]rune{
	{'a', 'b', 0x200E, 0x4E00},
	{0x05D0, 0x05D1, 0x200F, 0x10800},
	{0x0628, 0x0627, 0x061C, 0xFDD0 - 1},
	{'1', '2', 0x06F1},
	{0x0661, 0x0600, 0x06DD},
	{'+', '-'},
	{'$', '%', 0x20CF},
	{',', ':', '/', 0x00A0},
	{0x0300, 0x064E, 0x05B0},
	{0x200C, 0x00AD, 0xFEFF, 0x0001},
	{'\t', 0x000B},
	{' ', 0x3000, 0x2028},
	{'!', '"', 0x00AB, 0xFFFD},
	{'(', ')'},
	{'(', ')', '[', ']', '{', '}'},
	{0x2329, 0x232A, 0x3008, 0x3009, '<', '>'},
	{0x202A, 0x202B, 0x202C},
	{0x202D, 0x202E, 0x202C},
	{0x2066, 0x2067, 0x2069},
	{0x2068, 0x2069},
}

// scripts are characters of written text, letters of many kinds among them.
var scripts = [][]rune{
	slices.Concat(from(0x0608, 0x065F), from(0x0670, 0x067F), []rune("            .,!-/'$%")),
	slices.Concat(from(0x0600, 0x06FF), []rune("    \u200F")),
	slices.Concat(from('a', 'z'), from('A', 'Z'), []rune("             0123456789.,!-/'$%_~")),
	slices.Concat(from(0x20, 0x7F), []rune("     \u00E9\u200E\t")),
	slices.Concat(from(0x05D0, 0x05EA), []rune("     .\u05B0")),
}

// from is the characters first to last.
func from(first, last rune) (all []rune) {
	for r := first; r <= last; r++ {
		all = append(all, r)
	}
	return all
}

// randomParagraph draws a paragraph: now and then a deep or a wide one, or one
// with a character from anywhere in Unicode.
func randomParagraph(r *rand.Rand) (text []rune) {
	var drawn [][]rune
	for range 1 + r.IntN(8) {
		drawn = append(drawn, pools[r.IntN(len(pools))])
	}
	draw := func() rune {
		pool := drawn[r.IntN(len(drawn))]
		return pool[r.IntN(len(pool))]
	}
	repeat := func(n int, from ...rune) {
		for range n {
			text = append(text, from[r.IntN(len(from))])
		}
	}
	switch r.IntN(40) {
	case 0: // around the 125 levels of BD2
		repeat(r.IntN(140), 0x202A, 0x202B, 0x2066, 0x2067, 0x2068, 0x202E)
	case 1:
		repeat(110+r.IntN(20), 0x202B, 0x202A)
		repeat(10, 0x202B, 0x2067, 0x2068, 0x2069, 0x202C, 'a', 0x05D0)
	case 2: // around the 63 brackets of BD16
		repeat(55+r.IntN(15), '(', '[')
	}
	length := 1 + r.IntN(30)
	if r.IntN(50) == 0 {
		length = r.IntN(300)
	}
	for range length {
		switch r.IntN(200) {
		case 0:
			text = append(text, anyRune(r))
		case 1, 2, 3: // a stretch that is seen eight bytes at a time
			script := scripts[r.IntN(len(scripts))]
			for range r.IntN(40) {
				text = append(text, script[r.IntN(len(script))])
			}
		}
		text = append(text, draw())
	}
	text = slices.DeleteFunc(text, isSeparator)
	if r.IntN(10) == 0 {
		text = append(text, 0x2029)
	}
	return text
}

func anyRune(r *rand.Rand) rune {
	if c := rune(r.IntN(0x110000)); utf8.ValidRune(c) {
		return c
	}
	return utf8.RuneError
}

// isSeparator reports class B, which may stand only at a paragraph's end.
func isSeparator(r rune) bool {
	return r == 0x0A || r == 0x0D || r >= 0x1C && r <= 0x1E || r == 0x85 || r == 0x2029
}

// TestAgainstReference compares with the second implementation on random
// paragraphs: paragraph level, levels, and levels, order and characters of lines.
func TestAgainstReference(t *testing.T) {
	d := readReferenceData(t)
	r := rand.New(rand.NewPCG(*randomSeed, 9))
	var p Paragraph
	differences := 0
	for range *randomCases {
		text := randomParagraph(r)
		direction := Direction(r.IntN(3))
		p.Set(string(text), direction)
		want := resolveReference(d, text, direction)
		cut := r.IntN(len(text) + 1)
		if complaint := compare(&p, want, cut); complaint != "" {
			t.Errorf("%U, direction %d, cut at %d: %s", text, direction, cut, complaint)
			if differences++; differences == 20 {
				t.Fatal("and so on")
			}
		}
	}
	t.Logf("%d random paragraphs", *randomCases)
}

// compare says in what p differs from the reference: as a paragraph, as one line
// and as two lines.
func compare(p *Paragraph, want *reference, cut int) string {
	if int(p.Base()) != want.base {
		return "the paragraph level differs"
	}
	offset, last := 0, want.base
	for i, r := range want.text {
		if want.level[i] >= 0 {
			last = want.level[i] // and a removed character has that of the one before
		}
		if int(p.LevelAt(offset)) != last {
			return "a level differs"
		}
		offset += utf8.RuneLen(r)
	}
	for _, line := range [][2]int{{0, len(want.text)}, {0, cut}, {cut, len(want.text)}} {
		levels, order := want.line(line[0], line[1])
		start, end := len(string(want.text[:line[0]])), len(string(want.text[:line[1]]))
		gotLevels, gotOrder := lineByCharacter(p, start, end, want.removed[line[0]:line[1]])
		if !slices.Equal(gotLevels, levels) {
			return "the levels of a line differ"
		}
		if !slices.Equal(gotOrder, order) {
			return "the order of a line differs"
		}
		visual := p.AppendVisual(nil, start, end)
		if len(visual) != line[1]-line[0] {
			return "AppendVisual does not give every character"
		}
		isRemoved := func(r rune) bool { return oneOf(want.referenceData.class[r], "BN", "LRE", "RLE", "LRO", "RLO", "PDF") }
		if !slices.Equal(slices.DeleteFunc(visual, isRemoved), want.visual(line[0], levels, order)) {
			return "the visual characters of a line differ"
		}
	}
	return ""
}

// lineByCharacter is a line as the reference gives it: levels by character of
// the line, -1 for removed ones, and the display order of the others.
func lineByCharacter(p *Paragraph, start, end int, removed []bool) (levels, order []int) {
	levels = make([]int, len(removed))
	for _, run := range p.AppendLine(nil, start, end) {
		first, from := utf8.RuneCountInString(p.text[start:run.Start]), len(order)
		for i := first; i < first+utf8.RuneCountInString(p.text[run.Start:run.End]); i++ {
			levels[i] = int(run.Level)
			if removed[i] {
				levels[i] = -1
			} else {
				order = append(order, i)
			}
		}
		if run.Level.RightToLeft() {
			slices.Reverse(order[from:])
		}
	}
	return levels, order
}
