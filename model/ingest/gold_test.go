package ingest

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"rawi/model"
)

const sharedDir = "../../../shared/"

// goldArticle is what the annotator says of one text, in code points.
type goldArticle struct {
	ID          string
	Text        []rune
	Title       *[2]int
	Boilerplate [][2]int
}

// readGold reads the development part of the gold set, which stands beside the
// repository and is no part of it.
func readGold(t testing.TB) []goldArticle {
	files, err := filepath.Glob(sharedDir + "gold/dev/*.json")
	if len(files) == 0 {
		if os.Getenv("RAWI_SHARED") == "required" {
			t.Fatal("the gold set is required in", sharedDir, err)
		}
		t.Skip("the gold set is not in", sharedDir)
	}
	var all []goldArticle
	for _, file := range files {
		var g struct {
			ID          string
			File        string `json:"text_file"`
			Title       any
			Boilerplate []struct{ Start, End int }
		}
		decodeJSON(t, file, &g)
		text, err := os.ReadFile(filepath.Join(filepath.Dir(file), g.File))
		if err != nil {
			t.Fatal(err)
		}
		a := goldArticle{ID: g.ID, Text: []rune(string(text))}
		if span, ok := g.Title.([]any); ok {
			a.Title = &[2]int{int(span[0].(float64)), int(span[1].(float64))}
		}
		for _, b := range g.Boilerplate {
			a.Boilerplate = append(a.Boilerplate, [2]int{b.Start, b.End})
		}
		all = append(all, a)
	}
	return all
}

func decodeJSON(t testing.TB, file string, v any) {
	data, err := os.ReadFile(file)
	if err == nil {
		err = json.Unmarshal(data, v)
	}
	if err != nil {
		t.Fatal(file, err)
	}
}

// TestOutlineOfGold measures the outline as the scorer does: the title by its
// exact words, boilerplate over the visible characters.
func TestOutlineOfGold(t *testing.T) {
	var titles, right, both, found, want int
	for _, g := range readGold(t) {
		text := string(g.Text)
		blocks := Outline(text, "")
		checkBlocks(t, text, blocks)
		title, gold := titleOf(text, blocks), "" // on one line, blanks collapsed
		if g.Title != nil {
			gold = strings.Join(strings.Fields(string(g.Text[g.Title[0]:g.Title[1]])), " ")
		}
		titles++
		if title == gold {
			right++
		} else {
			t.Logf("%s: title %q, want %q", g.ID, title, gold)
		}
		mine, theirs := marked(text, blocks), make([]bool, len(g.Text))
		for _, b := range g.Boilerplate {
			for i := b[0]; i < b[1]; i++ {
				theirs[i] = true
			}
		}
		for i, r := range g.Text {
			if unicode.IsSpace(r) {
				continue
			}
			if mine[i] {
				found++
			}
			if theirs[i] {
				want++
			}
			if mine[i] && theirs[i] {
				both++
			}
		}
		reportDifference(t, g, mine, theirs)
	}
	precision, recall := float64(both)/float64(found), float64(both)/float64(want)
	t.Logf("titles %d of %d, boilerplate precision %.4f recall %.4f over %d characters", right, titles, precision, recall, want)
	if right < titles-1 || precision < 0.995 || recall < 0.97 {
		t.Error("the outline has become worse")
	}
}

// marked says of each code point whether it is boilerplate.
func marked(text string, blocks []model.Block) []bool {
	var out []bool
	next := 0
	for i := range text {
		for next < len(blocks) && blocks[next].End <= i {
			next++
		}
		out = append(out, next < len(blocks) && blocks[next].Contains(i) && blocks[next].Kind == model.BoilerplateBlock)
	}
	return out
}

func reportDifference(t *testing.T, g goldArticle, mine, theirs []bool) {
	for i := 0; i < len(mine); i++ {
		if mine[i] == theirs[i] || unicode.IsSpace(g.Text[i]) {
			continue
		}
		start, what := i, "missed"
		if mine[i] {
			what = "wrongly marked"
		}
		for i < len(mine) && mine[i] != theirs[i] && g.Text[i] != '\n' {
			i++
		}
		t.Logf("%s: %s %q", g.ID, what, string(g.Text[start:i]))
	}
}

func titleOf(text string, blocks []model.Block) string {
	return (&model.Article{Text: text, Blocks: blocks}).Title()
}

// checkBlocks holds an outline to its contract.
func checkBlocks(t testing.TB, text string, blocks []model.Block) {
	t.Helper()
	at, titles := 0, 0
	for i, b := range blocks {
		if b.Start < at || b.End <= b.Start || b.End > len(text) {
			t.Fatalf("block %d is %d-%d after %d in a text of %d bytes", i, b.Start, b.End, at, len(text))
		}
		if between := text[at:b.Start]; strings.TrimSpace(between) != "" {
			t.Fatalf("%q lies between blocks", between)
		}
		if line := b.In(text); strings.ContainsAny(line, "\n\r\u2028\u2029") || strings.TrimSpace(line) != line {
			t.Fatalf("block %d has a line end inside or white space around it: %q", i, line)
		}
		if b.Kind == model.TitleBlock {
			titles++
		}
		at = b.End
	}
	if strings.TrimSpace(text[at:]) != "" {
		t.Fatalf("%q lies after the last block", text[at:])
	}
	if titles > 1 {
		t.Fatalf("%d titles", titles)
	}
}
