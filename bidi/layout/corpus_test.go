package layout

import (
	"bufio"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/clipperhouse/uax29/v2/graphemes"

	"rawi/bidi"
)

// shared is where texts of other people lie, beside the project.
const shared = "../../../shared"

// corpus gives some paragraphs of every real text; a clone without them skips
// the test, our own checks may not.
func corpus(t *testing.T) map[string][]string {
	t.Helper()
	texts := map[string][]string{}
	files, _ := filepath.Glob(shared + "/gold/dev/*.txt")
	for _, file := range files {
		texts[filepath.Base(file)] = readLines(t, file, 100)
	}
	for _, name := range []string{"arabic", "mixed", "vocal", "dense"} {
		texts[name] = realText(t, name, 100)
	}
	return texts
}

// realText is at most n paragraphs of one of the large texts.
func realText(t testing.TB, name string, n int) []string {
	t.Helper()
	return readLines(t, shared+"/text/"+name+".txt.gz", n)
}

func readLines(t testing.TB, file string, n int) (paragraphs []string) {
	t.Helper()
	f, err := os.Open(file)
	if err != nil && os.Getenv("RAWI_SHARED") != "required" {
		t.Skipf("no real texts to lay out: %v", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(file, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			t.Fatal(err)
		}
	}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	for len(paragraphs) < n && lines.Scan() {
		paragraphs = append(paragraphs, lines.Text())
	}
	return paragraphs
}

// TestRealTexts checks the contract on real texts at several widths.
func TestRealTexts(t *testing.T) {
	for name, paragraphs := range corpus(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var text Text
			opt := Options{Base: bidi.RightToLeft}
			for _, p := range paragraphs {
				text.Set(p, opt)
				for _, width := range []int{80, 33, 7, 1} {
					checkWrap(t, &text, p, opt, width)
				}
			}
		})
	}
}

// TestCellsAreClusters: unshaped, the cells of real texts are the grapheme
// clusters of UAX #29, as the segmenter of go-runewidth and of the renderer
// finds them.
func TestCellsAreClusters(t *testing.T) {
	for name, paragraphs := range corpus(t) {
		var text Text
		for _, p := range paragraphs {
			p = strings.TrimSpace(remove(p, func(r rune) bool { return roleOf(r) == ignored || roleOf(r) == disputed }))
			text.Set(p, Options{Unshaped: true})
			var got, want []int
			for _, cell := range text.Clip(1 << 30).Cells {
				got = append(got, cell.Start)
			}
			slices.Sort(got)
			for c := graphemes.FromString(p); c.Next(); {
				want = append(want, c.Start())
				if len(c.Value()) > 1 && c.Value()[0] == ' ' { // a mark on a blank stands alone: UAX #14, LB10
					want = append(want, c.Start()+1)
				}
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s: cells and clusters differ in %q", name, p)
			}
		}
	}
}

// TestLamAlefOfRealText: every lam with an alef is one cell, with lam's marks
// before those of alef, over all the marks between.
func TestLamAlefOfRealText(t *testing.T) {
	pair := regexp.MustCompile("\u0644([\u064B-\u0652\u0670]*)[\u0627\u0622\u0623\u0625]([\u064B-\u0652\u0670]*)")
	var text Text
	count, marked := 0, 0
	for _, p := range realText(t, "vocal", 1<<30) {
		text.Set(p, Options{Base: bidi.RightToLeft})
		line := text.Clip(1 << 30)
		slices.SortFunc(line.Cells, func(a, b Cell) int { return a.Start - b.Start })
		for _, m := range pair.FindAllStringSubmatchIndex(p, -1) {
			count++
			if m[3] > m[2] {
				marked++
			}
			i, ok := slices.BinarySearchFunc(line.Cells, m[0], func(c Cell, at int) int { return c.Start - at })
			if !ok || line.Cells[i].End != m[1] {
				t.Fatalf("%+q is no cell", p[m[0]:m[1]])
			}
			ligature, marks := line.Cells[i].Glyph[:3], line.Cells[i].Glyph[3:]
			if ligature < "\uFEF5" || ligature > "\uFEFC" || marks != p[m[2]:m[3]]+p[m[4]:m[5]] {
				t.Errorf("%+q is shown as %+q", p[m[0]:m[1]], line.Cells[i].Glyph)
			}
		}
	}
	t.Logf("%d lam-alefs, %d with marks between", count, marked)
	if marked == 0 {
		t.Error("there are none")
	}
}
