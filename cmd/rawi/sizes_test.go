//go:build unix

package main

import (
	"fmt"
	"math/rand"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/mattn/go-runewidth"
	"golang.org/x/text/unicode/norm"

	"rawi/cmd/internal/screentest"
)

// marketFile is a small article written for these tests.
const marketFile = "testdata/market.txt"

// sizes are those of the issue, with the panes that stand side by side.
var sizes = []struct {
	width, height, columns int
	panes                  []string
}{
	{120, 36, 3, []string{"المقال", "الاقتباسات", "الأطراف"}},
	{80, 24, 2, []string{"المقال", "الاقتباسات", "الأطراف"}},
	{40, 12, 1, []string{"المقال"}},
}

// letters is a text without white space, letters out of their presentation
// forms: what must be the same in a file and on the screen.
func letters(text string) string {
	return strings.Join(strings.Fields(screentest.Unshaped(text)), "")
}

func readFile(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	must(t, err)
	return string(data)
}

// right reports whether a screen with so many columns is right for an article:
// whole frames, the article on the right and nothing in it but the article.
func right(s screen, columns int, text string) bool {
	rows := s.Article()
	return s.Framed() && len(s.Edges()) == columns+1 && len(rows) > 0 &&
		strings.Contains(letters(text), letters(strings.Join(rows, " ")))
}

func TestThreeSizes(t *testing.T) {
	for _, size := range sizes {
		t.Run(fmt.Sprintf("%dx%d", size.width, size.height), func(t *testing.T) {
			t.Parallel()
			w := open(t, setup{width: size.width, height: size.height, reading: true})
			s := w.ready()
			if !right(s, size.columns, string(builtIn)) {
				t.Errorf("the screen is not right:\n%s", s)
			}
			for _, title := range size.panes {
				if len(s.Pane(title).Cells) == 0 {
					t.Errorf("there is no pane %s:\n%s", title, s)
				}
			}
			top := screentest.Typed(s.Cells[0])
			if !strings.HasSuffix(strings.Trim(reverseWords(top), "┌┐─ ◂"), "المقال") {
				t.Errorf("the article does not stand on the right: %s", top)
			}
			if edges := s.Edges(); size.columns > 1 && edges[len(edges)-1]-edges[len(edges)-2] < size.width*2/5 {
				t.Errorf("the article has too little room: edges in columns %v", edges)
			}
			w.readThrough(string(builtIn))
			w.quit()
		})
	}
}

// reverseWords undoes the reversal of a row, to find what stands on its right.
func reverseWords(row string) string {
	words := strings.Fields(row)
	slices.Reverse(words)
	return strings.Join(words, " ")
}

// readThrough scrolls from the top to the bottom and holds the article pane to
// the text: each screen is a stretch of it that begins where the one before
// ended or earlier, the first is its beginning and the last its end.
func (w *window) readThrough(text string) {
	w.t.Helper()
	text = letters(text)
	end := 0
	for {
		s := w.until("the next stretch of the text", func(s screen) bool {
			shown := letters(strings.Join(s.Article(), " "))
			at := strings.Index(text, shown)
			return s.Framed() && shown != "" && at >= 0 && at <= end && at+len(shown) > end
		})
		shown := letters(strings.Join(s.Article(), " "))
		if end = strings.Index(text, shown) + len(shown); end == len(text) {
			return
		}
		w.press("space")
	}
}

// A person wrote these rows: what a terminal of 40 columns must show of the
// article, cell by cell, in visual order.
func TestHandWrittenRows(t *testing.T) {
	w := open(t, setup{reading: true, width: 40, height: 16, args: []string{marketFile}})
	w.ready()
	rows := []string{
		"   ﻢﻳﺪﻘﻟﺍ ﻕﻮﺴﻟﺍ ﻡﺪﻫ ﻞﺟّﺆﺗ ﺔﻳﺪﻠﺒﻟﺍ",
		"",
		"ﻥﺇ ﻲﻤﺷﺎﻬﻟﺍ ﺪﻤﺣﺃ ﺔﻳﺪﻠﺒﻟﺍ ﺲﻴﺋﺭ ﻝﺎﻗ",
		"  ﻡﺪﻬﻧ ﻦﻟ» :ﻞﺟّﺃُ ﻞﺑ ﻎَﻠﻳُ ﻢﻟ ﺭﺍﺮﻘﻟﺍ",
		" .«ﺭﺎﺠﺘﻟﺍ ﻊﻤﺴﻧ ﻥﺃ ﻞﺒﻗ ﺍﺪﺣﺍﻭ ﺍﺮﺠﺣ",
		"",
		"ﺮﻬﺷﺃ ﺔﺛﻼﺛ ﺎﻨﻣﺎﻣﺃ» :ﻲﻤﺷﺎﻬﻟﺍ ﻑﺎﺿﺃﻭ",
		"                        .«ﺮﺜﻛﺃ ﻻ",
		"",
		"      :ﺲﻳﺭﺩﺇ ﻰﻠﻴﻟ ﺔﺳﺪﻨﻬﻤﻟﺍ ﺖﻟﺎﻗﻭ",
		"١٤ ﻲﻓ CAD-3 ﺞﻣﺎﻧﺮﺒﺑ ﻕﻮﺴﻟﺍ ﺎﻨﻤﺳﺭ\"",
		"                 .\"ﺓﺭﻮﺻ 25ﻭ ﺔﺣﻮﻟ",
	}
	s := w.Screen()
	for i, row := range rows {
		got := strings.Join(s.Cells[1+i][4:36], "")
		if want := strings.Repeat(" ", 32-runewidth.StringWidth(row)) + row; norm.NFC.String(got) != norm.NFC.String(want) && strings.TrimSpace(got+row) != "" {
			t.Errorf("row %d:\n got %q\nwant %q", i, got, want)
		}
	}
	w.quit()
}

// A window may take any size at any time, and the screen is right again.
func TestResize(t *testing.T) {
	w := open(t, setup{reading: true})
	w.ready()
	steps := []struct{ width, height, columns int }{
		{80, 24, 2}, {40, 12, 1}, {120, 36, 3}, {1, 1, 0}, {40, 12, 1}, {20, 5, 0}, {80, 24, 2},
		{500, 200, 3}, {3, 40, 0}, {119, 36, 2}, {79, 24, 1}, {200, 2, 0}, {120, 36, 3},
	}
	for _, step := range steps {
		w.resize(step.width, step.height)
		w.until(fmt.Sprintf("a screen of %dx%d", step.width, step.height), func(s screen) bool {
			if step.columns == 0 { // too small for frames: the text alone
				first := s.Cut(0, 0, s.Width(), 1).WithoutMargins().Text()
				return !strings.ContainsAny(s.String(), "│─") && letters(first) != "" && strings.Contains(letters(string(builtIn)), letters(first))
			}
			return right(s, step.columns, string(builtIn))
		})
	}
	w.quit()
}

// A storm of sizes, none of which is waited for, with any pane or overlay open,
// leaves what there would be without it.
func TestResizeStorm(t *testing.T) {
	for _, keys := range []string{"", "tab tab", "enter s", "?"} {
		t.Run(keys, func(t *testing.T) {
			t.Parallel()
			calm := open(t, setup{args: []string{marketFile}, reading: true})
			stormy := open(t, setup{args: []string{marketFile}, reading: true})
			calm.ready()
			stormy.ready()
			random := rand.New(rand.NewSource(1))
			for _, w := range []*window{calm, stormy} {
				w.press("space " + keys)
			}
			for range 300 {
				stormy.setSize(1+random.Intn(500), 1+random.Intn(200)) // what it shows in between does not matter
			}
			stormy.resize(20, 5)
			for _, w := range []*window{calm, stormy} {
				w.resize(100, 30)
			}
			equal(t, "after the storm", calm, stormy, func() bool { return calm.Screen().String() == stormy.Screen().String() })
		})
	}
}

// The title stands once at the head of the article, and looks like a title.
func TestTitle(t *testing.T) {
	w := open(t, setup{args: []string{marketFile}})
	s := w.ready()
	title := "البلدية تؤجّل هدم السوق القديم"
	pane := s.Pane("المقال")
	if strings.Count(pane.Text(), screentest.Unshaped(title)) != 1 || pane.Find(title) != 0 {
		t.Errorf("the title does not stand once at the head:\n%s", s)
	}
	if !strings.Contains(s.Status(), screentest.Unshaped(title)) {
		t.Errorf("the status line does not show the title: %s", s.Status())
	}
	last := pane.Width() - 4
	if below := pane.Find("قال رئيس"); below < 0 || pane.Styles[0][last] == pane.Styles[below][last] {
		t.Error("the title looks like the text")
	}
	w.quit()
}

// A terminal that answers no query gets the same screen.
func TestSilentTerminal(t *testing.T) {
	w := open(t, setup{mute: true, args: []string{marketFile}})
	s := w.ready()
	if !right(s, 3, readFile(t, marketFile)) {
		t.Errorf("the screen is not right:\n%s", s)
	}
	w.quit()
}
