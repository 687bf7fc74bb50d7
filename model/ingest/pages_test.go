package ingest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rawi/model"
	"rawi/model/arabic"
)

// golden is what a reader says of a page in testdata/pages, written with the page
// and before the program read it: facts as «name: value», then the page's text in its
// order, each line with a letter for what it is.
type golden struct {
	facts map[string]string
	lines []goldenLine
}

type goldenLine struct {
	kind byte // T title, P paragraph, H heading, I item, V verse, R row, Q block quotation, C caption, B boilerplate
	text string
}

func readGolden(t *testing.T, page string) (g golden) {
	t.Helper()
	data, err := os.ReadFile(strings.TrimSuffix(page, ".html") + ".golden")
	if err != nil {
		t.Fatal(err)
	}
	facts, lines, _ := strings.Cut(string(data), "\n\n")
	g.facts = map[string]string{}
	for line := range strings.Lines(facts) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		g.facts[name] = value
	}
	for line := range strings.Lines(lines) {
		g.lines = append(g.lines, goldenLine{line[0], strings.TrimSpace(line[1:])})
	}
	return g
}

// count counts the words of the golden lines of the kinds.
func (g golden) count(kinds string) map[string]int {
	words := map[string]int{}
	for _, l := range g.lines {
		if strings.IndexByte(kinds, l.kind) >= 0 {
			addWords(words, l.text, 1)
		}
	}
	return words
}

func addWords(to map[string]int, text string, n int) {
	for _, w := range strings.Fields(arabic.Key(text)) {
		to[w] += n
	}
}

func total(words map[string]int) (n int) {
	for _, k := range words {
		n += k
	}
	return n
}

// minus is what a has more than b.
func minus(a, b map[string]int) map[string]int {
	rest := map[string]int{}
	for w, n := range a {
		if n -= b[w]; n > 0 {
			rest[w] = n
		}
	}
	return rest
}

// pages are the pages of testdata/pages.
func pages(t *testing.T) []string {
	t.Helper()
	found, err := filepath.Glob("testdata/pages/*.html")
	if err != nil || len(found) < 40 {
		t.Fatal(len(found), "pages", err)
	}
	return found
}

// TestPagesKeepTheArticle measures the words that are kept of pages made in the manner
// of Arabic sites: of those kept at least 0.98 belong to the article (precision), and of
// those of the article at least 0.99 are kept (recall). The title is
// held elsewhere, bullets and numbers of lists count for nothing, and a caption may be kept or not.
func TestPagesKeepTheArticle(t *testing.T) {
	var kept, wrong, wanted, lost int
	for _, page := range pages(t) {
		g, a := readGolden(t, page), openPage(t, page)
		got := map[string]int{}
		for _, b := range a.Blocks {
			switch text := b.In(a.Text); b.Kind {
			case model.BoilerplateBlock, model.ImageBlock, model.TitleBlock:
			case model.ItemBlock:
				_, words, _ := strings.Cut(text, " ")
				addWords(got, words, 1)
			default:
				addWords(got, text, 1)
			}
		}
		article, captions := g.count("PHIVRQ"), g.count("C")
		missing, extra := minus(article, got), minus(minus(got, article), captions)
		if len(missing)+len(extra) > 0 {
			t.Logf("%s: missing %v, extra %v", filepath.Base(page), missing, extra)
		}
		kept, wrong = kept+total(got), wrong+total(extra)
		wanted, lost = wanted+total(article), lost+total(missing)
	}
	precision, recall := 1-float64(wrong)/float64(kept), 1-float64(lost)/float64(wanted)
	t.Logf("%d words of %d pages: precision %.4f, recall %.4f", wanted, len(pages(t)), precision, recall)
	if precision < 0.98 || recall < 0.99 {
		t.Errorf("precision %.4f and recall %.4f of the words kept, want 0.98 and 0.99", precision, recall)
	}
}

func openPage(t *testing.T, page string) *model.Article {
	t.Helper()
	document, err := Open(page)
	if err != nil {
		t.Fatal(err)
	}
	return document.Articles[0]
}

// TestPagesSayFacts holds the facts of every page.
func TestPagesSayFacts(t *testing.T) {
	for _, page := range pages(t) {
		g, a := readGolden(t, page), openPage(t, page)
		date := ""
		if p := a.Facts.Published; !p.IsZero() {
			if date = p.Format(time.RFC3339); len(g.facts["date"]) == len(time.DateOnly) {
				date = p.Format(time.DateOnly)
			}
		}
		for _, fact := range []struct{ name, got string }{
			{"title", a.Title()}, {"byline", a.Facts.Byline}, {"site", a.Facts.Site}, {"date", date}, {"address", a.Facts.Address},
		} {
			want := g.facts[fact.name]
			if w, err := time.Parse(time.RFC3339, want); err == nil && fact.name == "date" {
				want = w.Format(time.RFC3339)
			}
			if fact.got != want {
				t.Errorf("%s: %s %q, want %q", filepath.Base(page), fact.name, fact.got, want)
			}
		}
	}
}

// goldenKinds are the letters of golden lines by the kinds of blocks.
var goldenKinds = map[model.BlockKind]byte{model.ParagraphBlock: 'P', model.TitleBlock: 'T', model.HeadingBlock: 'H', model.ItemBlock: 'I',
	model.VerseBlock: 'V', model.RowBlock: 'R', model.QuotedBlock: 'Q', model.CaptionBlock: 'C'}

// TestPagesKeepTheirStructure holds what each line of a page is, in order.
func TestPagesKeepTheirStructure(t *testing.T) {
	for _, page := range pages(t) {
		g, a := readGolden(t, page), openPage(t, page)
		want := []string{"T " + arabic.Key(g.facts["title"])}
		for _, l := range g.lines {
			if l.kind != 'B' && l.kind != 'T' {
				want = append(want, string(l.kind)+" "+arabic.Key(l.text))
			}
		}
		var got []string
		for _, b := range a.Blocks {
			if letter, ok := goldenKinds[b.Kind]; ok {
				text := b.In(a.Text)
				if b.Kind == model.ItemBlock {
					_, text, _ = strings.Cut(text, " ")
				}
				got = append(got, string(letter)+" "+arabic.Key(text))
			}
		}
		if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
			t.Errorf("%s: %s", filepath.Base(page), firstDifference(got, want))
		}
	}
}

// firstDifference is where two lists part.
func firstDifference(got, want []string) string {
	for i := range max(len(got), len(want)) {
		g, w := "nothing", "nothing"
		if i < len(got) {
			g = got[i]
		}
		if i < len(want) {
			w = want[i]
		}
		if g != w {
			return "got «" + g + "», want «" + w + "»"
		}
	}
	return ""
}
