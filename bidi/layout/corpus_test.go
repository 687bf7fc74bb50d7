package layout

import (
	"bufio"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
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
func realText(t *testing.T, name string, n int) []string {
	t.Helper()
	return readLines(t, shared+"/text/"+name+".txt.gz", n)
}

func readLines(t *testing.T, file string, n int) (paragraphs []string) {
	t.Helper()
	f, err := os.Open(file)
	if err != nil && os.Getenv("CI") != "true" {
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
