package bidi

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"
)

var isolateSigns = strings.NewReplacer("‹", "\u2067", "›", "\u2069", "«", "\u2066", "»", "\u2069")

// capitals turns capitals into Arabic letters (class AL), as UAX #9 writes its
// examples, ‹› into RLI and PDI, and «» into LRI and PDI.
func capitals(s string) string {
	return isolateSigns.Replace(strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return r - 'A' + 'ا'
		}
		return r
	}, s))
}

// levelString is a digit for the level of each character, as one line.
func levelString(p *Paragraph) string {
	var s shown
	s.show(p, p.text)
	var digits strings.Builder
	for _, level := range s.levels {
		digits.WriteByte(byte('0' + level))
	}
	return digits.String()
}

func TestLevels(t *testing.T) {
	tests := []struct {
		name      string
		text      string // capitals stand for Arabic letters
		direction Direction
		levels    string
	}{
		{"empty", "", Auto, ""},
		{"arabic alone", "ABC", Auto, "111"},
		{"latin alone", "abc", Auto, "000"},
		{"latin inside", "ABC def GHI", Auto, "11112221111"},
		{"a year", "ABC 1990", Auto, "11112222"},
		{"a year in latin", "abc 1990", Auto, "00000000"},
		{"begins in latin", "abc DEF", Auto, "0000111"},
		{"begins in latin, asked for", "abc DEF", RightToLeft, "2221111"},
		{"a blank at the end", "abc DEF ", RightToLeft, "22211111"},
		{"a blank at the end, left to right", "ABC ", LeftToRight, "1110"},
		{"a decimal", "A 1,5", Auto, "11222"},
		{"a list of numbers", "A 1, 2", Auto, "112112"},
		{"a percentage after Hebrew", "\u05D0 15%", Auto, "11222"},
		{"a percentage after Arabic", "A 15%", Auto, "11221"}, // W2 before W5: no EN is left
		{"a range after Arabic", "A 1-2", Auto, "11212"},      // W2 before W4: ES stands between AN
		{"brackets keep together", "ABC (def) GHI", Auto, "1111122211111"},
		{"brackets of the other direction", "ABC (def)", LeftToRight, "111000000"},
		{"a tab", "ABC \tDEF", LeftToRight, "11100111"},
		{"an isolate", "abc ‹DEF 1›!", Auto, "000001111200"},
		{"only neutrals", "...", Auto, "000"},
		{"only neutrals, asked for", "...", RightToLeft, "111"},
	}
	for _, test := range tests {
		var p Paragraph
		p.Set(capitals(test.text), test.direction)
		if got := levelString(&p); got != test.levels {
			t.Errorf("%s: %q has levels %s, want %s", test.name, test.text, got, test.levels)
		}
	}
}

// A line that begins in Latin belongs to its paragraph and does not flip; and L1
// holds for each line.
func TestLines(t *testing.T) {
	text := capitals("ABC def ghi GHI")
	latin, blank := strings.Index(text, "ghi"), strings.Index(text, " ghi")
	var p Paragraph
	p.Set(text, Auto)
	want := []Run{{latin + len("ghi"), len(text), 1}, {latin, latin + len("ghi"), 2}}
	if got := p.AppendLine(nil, latin, len(text)); len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("second line: %v, want %v", got, want)
	}
	// The blank between the Latin words is at level 2; at the end of a line it goes left.
	if got := p.LevelAt(blank); got != 2 {
		t.Errorf("the blank's level is %d, want 2", got)
	}
	first := p.AppendLine(nil, 0, latin)
	if want := (Run{blank, latin, 1}); first[0] != want {
		t.Errorf("first line: %v, want %v first", first, want)
	}
	if got := p.AppendLine(first[:1], 3, 3); len(got) != 1 {
		t.Errorf("an empty line has runs: %v", got[1:])
	}
}

func TestLineAppends(t *testing.T) {
	var p Paragraph
	p.Set("abc", Auto)
	runs := p.AppendLine([]Run{{0, 5, 0}}, 0, 3)
	if len(runs) != 2 || runs[0] != (Run{0, 5, 0}) || runs[1] != (Run{0, 3, 0}) {
		t.Errorf("the caller's runs changed: %v", runs)
	}
}

func TestZeroValue(t *testing.T) {
	var p Paragraph
	if p.Base() != 0 || p.LevelAt(0) != 0 || p.AppendLine(nil, 0, 0) != nil {
		t.Error("the zero Paragraph is not an empty one")
	}
}

func TestBrokenBytes(t *testing.T) {
	var broken, replaced Paragraph
	broken.Set("\u0628 \xD8\xFFa\xE2\x80", Auto)
	replaced.Set("\u0628 \uFFFD\uFFFDa\uFFFD\uFFFD", Auto)
	if got, want := levelString(&broken), levelString(&replaced); got != want {
		t.Errorf("broken bytes have levels %s, want those of U+FFFD, %s", got, want)
	}
}

func TestMajority(t *testing.T) {
	tests := []struct {
		text string
		dir  Direction
		ok   bool
	}{
		{"", Auto, false},
		{"12 ...", Auto, false},
		{"Reuters ABCDEFGH", RightToLeft, true}, // one capital and six small letters, eight capitals
		{"abc D", LeftToRight, true},
		{"ab CD", Auto, false},
	}
	for _, test := range tests {
		if dir, ok := Majority(capitals(test.text)); dir != test.dir || ok != test.ok {
			t.Errorf("%q: %d %v, want %d %v", test.text, dir, ok, test.dir, test.ok)
		}
	}
}

func TestMirror(t *testing.T) {
	for r, want := range map[rune]rune{'(': ')', '«': '»', '≤': '≥'} {
		if got, ok := Mirror(r); got != want || !ok {
			t.Errorf("the mirror of %c is %c, want %c", r, got, want)
		}
	}
	if got, ok := Mirror('a'); got != 'a' || ok {
		t.Errorf("a has a mirror: %c", got)
	}
}

// TestConcurrentReads is for the race detector.
func TestConcurrentReads(t *testing.T) {
	var p Paragraph
	p.Set(capitals("ABC def (GHI) 12\tJKL "), Auto)
	want := levelString(&p)
	var readers sync.WaitGroup
	for range 4 {
		readers.Go(func() {
			for range 100 {
				p.LevelAt(4)
				if got := levelString(&p); got != want {
					t.Errorf("levels %s, want %s", got, want)
				}
			}
		})
	}
	readers.Wait()
}

func TestSteadyUseAllocatesNothing(t *testing.T) {
	texts := []string{"all of it in Latin (1990)", capitals("ABC DEF, GHI."), capitals("ABC (def [GHI]) 12 ‹abc «D›› X")}
	var p Paragraph
	var runs []Run
	var visual []rune
	use := func() {
		for _, text := range texts {
			p.Set(text, Auto)
			runs = p.AppendLine(runs[:0], 0, len(text))
			visual = p.AppendVisual(visual[:0], 0, len(text))
		}
	}
	if n := testing.AllocsPerRun(10, use); n != 0 {
		t.Errorf("%v allocations, want none", n)
	}
}

// FuzzParagraph holds the package to its contract on any bytes: no panic; levels
// 0 to 126, one for each character; a line's runs cover it once, on one line or
// two; memory of an earlier text changes nothing.
func FuzzParagraph(f *testing.F) {
	f.Add("", "", 0, byte(0))
	f.Add("abc", capitals("ABC def (GHI) 12\tJKL "), 7, byte(0))
	f.Add(capitals("‹ABC› «»"), "\u2067\u202E\u2068([{<\u2069\xD8\xFF\u2029", 5, byte(1))
	f.Add("\u202B\u200C", strings.Repeat("\u2067", 130)+"a", 9, byte(2))
	f.Fuzz(func(t *testing.T, before, text string, cut int, direction byte) {
		asked := Direction(direction % 3)
		var p, fresh Paragraph
		p.Set(before, asked)
		p.Set(text, asked)
		fresh.Set(text, asked)
		if p.Base() != fresh.Base() || p.Base() > 1 {
			t.Fatalf("base %d after another text, %d alone", p.Base(), fresh.Base())
		}
		for i, r := range text {
			level := p.LevelAt(i)
			if level < p.Base() || level > maxDepth+1 || level != fresh.LevelAt(i) {
				t.Fatalf("at %d level %d, %d alone", i, level, fresh.LevelAt(i))
			}
			for j := range max(utf8.RuneLen(r), 1) {
				if r != utf8.RuneError && p.LevelAt(i+j) != level {
					t.Fatalf("the bytes of %U differ in level", r)
				}
			}
		}
		cut = max(0, min(cut, len(text)))
		for cut < len(text) && !utf8.RuneStart(text[cut]) {
			cut++
		}
		covers(t, p.Runs(), 0, len(text))
		for i, run := range p.Runs() {
			if run.Level != p.LevelAt(run.Start) || i > 0 && run.Level == p.Runs()[i-1].Level {
				t.Fatalf("the level runs are %v", p.Runs())
			}
		}
		p.SetBytes([]byte(text), asked)
		if !slices.Equal(p.Runs(), fresh.Runs()) {
			t.Fatalf("runs %v from bytes, %v from a string", p.Runs(), fresh.Runs())
		}
		holdsAll(t, p.AppendVisual(nil, 0, cut), text[:cut])
		holdsAll(t, p.AppendVisual(nil, cut, len(text)), text[cut:])
		covers(t, p.AppendLine(nil, 0, len(text)), 0, len(text))
		covers(t, p.AppendLine(nil, 0, cut), 0, cut)
		covers(t, p.AppendLine(nil, cut, len(text)), cut, len(text))
	})
}

// holdsAll fails unless visual has each character of text, mirrored or not.
func holdsAll(t *testing.T, visual []rune, text string) {
	t.Helper()
	unmirrored := func(of []rune) []rune {
		for i, r := range of {
			mirrored, _ := Mirror(r)
			of[i] = min(r, mirrored)
		}
		slices.Sort(of)
		return of
	}
	if got, want := unmirrored(visual), unmirrored([]rune(text)); !slices.Equal(got, want) {
		t.Fatalf("the line has %U, the text %U", got, want)
	}
}

// covers fails unless the runs, put in text order, are the range and no two
// neighbours on the screen have one level where they are also neighbours in the text.
func covers(t *testing.T, runs []Run, start, end int) {
	t.Helper()
	at := make(map[int]Run)
	for i, r := range runs {
		if r.Start >= r.End {
			t.Fatalf("an empty run: %v", runs)
		}
		if i > 0 && r.Level == runs[i-1].Level && r.Start == runs[i-1].End {
			t.Fatalf("two runs where one would do: %v", runs)
		}
		at[r.Start] = r
	}
	for n := range runs {
		r, ok := at[start]
		if !ok {
			t.Fatalf("after %d runs none begins at %d: %v", n, start, runs)
		}
		start = r.End
	}
	if start != end {
		t.Fatalf("the runs end at %d, not at %d: %v", start, end, runs)
	}
}
