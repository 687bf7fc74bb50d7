//go:build unix

package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/mattn/go-runewidth"

	"rawi/cmd/internal/screentest"
)

// prediction is what extract prints of an article: the schema's fields.
type prediction struct {
	ID     string
	Quotes []struct {
		Start, End int
		Kind       string
		Speaker    *string
		Cue        []int
	}
	Parties []struct {
		Name, Type string
		Mentions   [][2]int
	}
	Title       []int
	Boilerplate [][2]int
}

// predictions reads JSON objects, one a line.
func predictions(t *testing.T, lines string) []prediction {
	t.Helper()
	var all []prediction
	for line := range strings.Lines(lines) {
		var p prediction
		if err := json.Unmarshal([]byte(line), &p); err != nil {
			t.Fatalf("%v in %s", err, line)
		}
		all = append(all, p)
	}
	return all
}

// agrees holds a prediction to the text that it is about: spans lie in it in
// order, speakers are parties, kinds and types are those of the schema.
func (p prediction) agrees(t *testing.T, text string) {
	t.Helper()
	runes := []rune(text)
	in := func(what string, start, end int) {
		if start < 0 || start >= end || end > len(runes) {
			t.Errorf("%s: the %s [%d,%d] is not in a text of %d code points", p.ID, what, start, end, len(runes))
		}
	}
	names := map[string]bool{}
	for _, party := range p.Parties {
		names[party.Name] = true
		if !slices.Contains([]string{"PER", "ORG", "GPE", "ROLE"}, party.Type) {
			t.Errorf("%s: party of type %q", p.ID, party.Type)
		}
		for _, m := range party.Mentions {
			in("mention", m[0], m[1])
		}
	}
	before := 0
	for _, q := range p.Quotes {
		in("quotation", q.Start, q.End)
		if q.Start < before {
			t.Errorf("%s: quotations are out of order at %d", p.ID, q.Start)
		}
		before = q.Start
		if !slices.Contains([]string{"speech", "indirect", "scare", "title", "other"}, q.Kind) {
			t.Errorf("%s: quotation of kind %q", p.ID, q.Kind)
		}
		if q.Speaker != nil && !names[*q.Speaker] {
			t.Errorf("%s: the speaker %q is no party", p.ID, *q.Speaker)
		}
	}
	if len(p.Title) == 2 {
		in("title", p.Title[0], p.Title[1])
	}
	for _, b := range p.Boilerplate {
		in("boilerplate", b[0], b[1])
	}
}

// quotes reports whether the prediction has a quotation of exactly these words.
func (p prediction) quotes(text, words string) bool {
	runes := []rune(text)
	for _, q := range p.Quotes {
		if string(runes[q.Start:q.End]) == words {
			return true
		}
	}
	return false
}

func TestExtract(t *testing.T) {
	market := readFile(t, marketFile)
	other := "عنوان فيه 😀 خارج المستوى الأساسي\n\nقال كريم: «لا بأس 😀 أبدا». وقال أيضا: «نعم».\n"
	otherFile := file(t, "second.part.txt", other)
	stdout, stderr, status := alone(t, "", "extract", marketFile, otherFile)
	if status != 0 || stderr != "" {
		t.Fatalf("status %d, stderr %q", status, stderr)
	}
	all := predictions(t, stdout)
	if len(all) != 2 || all[0].ID != "market" || all[1].ID != "second.part" {
		t.Fatalf("not one object for each file, by its name: %s", stdout)
	}
	all[0].agrees(t, market)
	all[1].agrees(t, other)
	for words, p := range map[string]prediction{"أمامنا ثلاثة أشهر لا أكثر": all[0], "رسمنا السوق ببرنامج CAD-3 في ١٤ لوحة و25 صورة": all[0]} {
		if !p.quotes(market, words) {
			t.Errorf("the quotation %q is not found: %s", words, stdout)
		}
	}
	for _, words := range []string{"لا بأس 😀 أبدا", "نعم"} {
		if !all[1].quotes(other, words) {
			t.Errorf("the quotation %q is not found (after characters of four bytes): %s", words, stdout)
		}
	}

	dir := filepath.Join(t.TempDir(), "new", "folder")
	stdout, _, status = alone(t, "", "extract", "--out", dir, marketFile, otherFile)
	if status != 0 || stdout != "" {
		t.Errorf("--out: status %d, printed %q", status, stdout)
	}
	for i, id := range []string{"market", "second.part"} {
		written := predictions(t, readFile(t, filepath.Join(dir, id+".json")))
		if len(written) != 1 || written[0].ID != id || len(written[0].Quotes) != len(all[i].Quotes) {
			t.Errorf("%s.json differs from what is printed", id)
		}
	}
}

// One bad file does not keep the others from being written.
func TestExtractGoesOn(t *testing.T) {
	stdout, stderr, status := alone(t, "", "extract", "nowhere.txt", marketFile)
	if status != exitFailed || !strings.Contains(stderr, "nowhere.txt") || len(predictions(t, stdout)) != 1 {
		t.Errorf("status %d, stderr %q, stdout %q", status, stderr, stdout)
	}
	stdout, _, status = alone(t, readFile(t, marketFile), "extract", "-")
	if status != 0 || len(predictions(t, stdout)) != 1 {
		t.Errorf("from a pipe: status %d, stdout %q", status, stdout)
	}
}

// render prints the article's lines, none wider than it should be; in logical
// order they are the text itself.
func TestRender(t *testing.T) {
	for _, name := range []string{marketFile, "article.txt"} {
		for _, width := range []int{1, 20, 32, 80, 300} {
			t.Run(fmt.Sprint(name, " at ", width), func(t *testing.T) {
				columns := strconv.Itoa(width)
				visual, _, status := alone(t, "", "render", "--width", columns, name)
				logical, _, other := alone(t, "", "render", "--logical", "--width", columns, name)
				if status != 0 || other != 0 {
					t.Fatalf("status %d and %d", status, other)
				}
				if strings.Join(strings.Fields(logical), "") != strings.Join(strings.Fields(readFile(t, name)), "") {
					t.Errorf("the logical lines are not the text:\n%s", logical)
				}
				compareLines(t, visual, logical, width)
			})
		}
	}
}

// compareLines holds lines in visual order to a width and to the same lines in
// logical order.
func compareLines(t *testing.T, visual, logical string, width int) {
	t.Helper()
	lines, logicals := strings.Split(visual, "\n"), strings.Split(logical, "\n")
	if len(lines) != len(logicals) {
		t.Fatalf("%d lines, %d in logical order", len(lines), len(logicals))
	}
	for i, line := range lines {
		if got := runewidth.StringWidth(line); got > width {
			t.Errorf("a line of %d columns: %q", got, line)
		}
		if sorted(line) != sorted(logicals[i]) {
			t.Errorf("line %d has other letters: %q, %q", i, line, logicals[i])
		}
	}
}

// sorted is the letters of a line without their order, brackets unmirrored.
func sorted(line string) string {
	runes := []rune(letters(line))
	for i, r := range runes {
		if mirror, ok := screentest.Mirrors[string(r)]; ok {
			runes[i] = min(r, []rune(mirror)[0])
		}
	}
	slices.Sort(runes)
	return string(runes)
}

// Where there is no terminal at all, rawi says so or prints plain text, and
// nothing that only a terminal understands.
func TestNoTerminal(t *testing.T) {
	stdout, stderr, status := alone(t, "", marketFile)
	switch {
	case status == exitFailed && stdout == "" && strings.Count(stderr, "\n") == 1:
	case status == 0 && stderr == "" && strings.Contains(letters(stdout), letters("أمامنا ثلاثة أشهر")) &&
		!strings.ContainsFunc(strings.ReplaceAll(stdout, "\n", ""), steers):
	default:
		t.Errorf("status %d, stderr %q, stdout %q", status, stderr, stdout)
	}
}

// The first real article: a scraped page with its title twice and the site's
// boilerplate at its end.
func TestRealArticle(t *testing.T) {
	path := filepath.Join("..", "..", "..", "shared", "articles", "idlib-2018.txt")
	data, err := os.ReadFile(path)
	if err != nil {
		if os.Getenv("RAWI_SHARED") == "required" {
			t.Fatal(err)
		}
		t.Skip("the real article is not beside this clone:", err)
	}
	text := string(data)
	title, _, _ := strings.Cut(text, "\n")
	title = letters(title)

	for _, size := range sizes {
		w := open(t, setup{width: size.width, height: size.height, args: []string{path}, reading: true})
		s := w.ready()
		rows := letters(strings.Join(s.Article(), ""))
		if len(s.Edges()) != size.columns+1 || !strings.HasPrefix(rows, title) || strings.Count(rows, title) != 1 {
			t.Errorf("%dx%d: not opened with its title once:\n%s", size.width, size.height, s)
		}
		w.press("end")
		w.until("the end, and the site's boilerplate folded", func(s screen) bool {
			rows := letters(strings.Join(s.Article(), ""))
			return strings.Contains(rows, letters("اللاجئين الفارين من إدلب")) && s.Has("خارج المقال") && !s.Has("الأكثر قراءة")
		})
		for _, key := range []string{"z", "ئ"} { // unfolded on the key and folded on its Arabic letter
			w.press(key + " end")
			w.until("boilerplate on "+key, func(s screen) bool {
				return s.Framed() && s.Pane("المقال").Has("الأكثر قراءة") == (key == "z")
			})
		}
		w.quit()
	}

	stdout, _, status := alone(t, "", "extract", path)
	all := predictions(t, stdout)
	if status != 0 || len(all) != 1 || all[0].ID != "idlib-2018" || len(all[0].Quotes) == 0 || len(all[0].Boilerplate) == 0 {
		t.Fatalf("status %d, stdout %s", status, stdout)
	}
	all[0].agrees(t, text)
}
