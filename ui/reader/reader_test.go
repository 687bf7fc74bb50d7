package reader

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"rawi/model"
	"rawi/ui/paint"
	"rawi/ui/theme"
)

// article has blocks of many lengths, every fifth a piece of boilerplate.
func article(blocks int) *model.Article {
	var text strings.Builder
	var list []model.Block
	for i := range blocks {
		start := text.Len()
		text.WriteString(strings.Repeat(fmt.Sprintf("كلمة %d من الكلام ", i), 1+i%7))
		b := model.Block{Span: model.Span{Start: start, End: text.Len()}}
		switch {
		case i == 0:
			b.Kind = model.TitleBlock
		case i%5 == 4:
			b.Kind = model.BoilerplateBlock
		}
		list = append(list, b)
		text.WriteString("\n\n")
	}
	return model.NewArticle(text.String(), list)
}

func decor() Decor {
	return Decor{Fold: func(n int) string { return fmt.Sprint("folded ", n) }}
}

// The text at the top stays there at any width.
func TestPlaceIsAnchoredToTheText(t *testing.T) {
	r := New(article(40))
	r.Resize(60, 10)
	random := rand.New(rand.NewSource(1))
	for range 200 {
		offset := r.article.Blocks[random.Intn(30)].Start
		r.ScrollTo(offset)
		before := r.Offset()
		width := 1 + random.Intn(150)
		r.Resize(width, 10)
		if v := r.Visible(); !v.Contains(before) {
			t.Fatalf("at width %d the screen shows %v, the place was %d", width, v, before)
		}
	}
}

// Going down by rows and up by as many comes back.
func TestScrollThereAndBack(t *testing.T) {
	r := New(article(40))
	r.Resize(40, 7)
	for n := range 60 {
		start := r.top
		r.Scroll(n)
		moved := r.rowsBetween(start, r.top)
		if n < 8 && n > 0 && moved != n {
			t.Fatalf("Scroll(%d) moved %d rows", n, moved)
		}
		r.Top()
	}
	r.Scroll(25)
	at := r.top
	r.Scroll(13)
	r.Scroll(-13)
	if r.top != at {
		t.Errorf("after 13 rows down and up the top is %v, was %v", r.top, at)
	}
	r.Bottom()
	low := r.top
	r.Scroll(1000)
	if r.top != low || r.Percent() != 100 {
		t.Errorf("beyond the bottom: %v, %d%%", r.top, r.Percent())
	}
	r.Scroll(-100000)
	if r.top != (place{}) || r.Percent() != 0 {
		t.Errorf("beyond the top: %v, %d%%", r.top, r.Percent())
	}
}

// Show brings any span onto the screen, and leaves the screen alone when the
// span is there already.
func TestShow(t *testing.T) {
	r := New(article(60))
	r.Resize(40, 9)
	for _, b := range r.article.Blocks {
		if b.Kind == model.BoilerplateBlock {
			continue
		}
		word := model.Span{Start: b.Start, End: b.Start + len("كلمة")}
		r.Show(word)
		if !r.Visible().Covers(word) {
			t.Fatalf("Show(%v): on the screen is %v", word, r.Visible())
		}
		at := r.top
		r.Show(word)
		if r.top != at {
			t.Fatalf("Show(%v) again moved from %v to %v", word, at, r.top)
		}
	}
}

// rowsOf is what a reader paints.
func rowsOf(r *Reader, p paint.Painter, d Decor) []string {
	var s paint.Screen
	r.View(s.Start(p, r.width, r.height), d)
	return strings.Split(s.String(), "\n")
}

// Boilerplate in a row is one row, unfolded it is all there.
func TestFolding(t *testing.T) {
	a := model.NewArticle("متن\nقائمة\nأخرى", []model.Block{
		{Span: model.Span{Start: 0, End: 6}},
		{Span: model.Span{Start: 7, End: 17}, Kind: model.BoilerplateBlock},
		{Span: model.Span{Start: 18, End: 26}, Kind: model.BoilerplateBlock},
	})
	r := New(a)
	r.Resize(30, 6)
	screen := func() string { return ansi.Strip(strings.Join(rowsOf(&r, paint.Painter{}, decor()), "\n")) }
	if s := screen(); !strings.Contains(s, "folded 2") || strings.Count(strings.TrimSpace(s), "\n") != 2 {
		t.Errorf("folded:\n%s", s)
	}
	r.ToggleFolds()
	if s := screen(); strings.Contains(s, "folded") {
		t.Errorf("unfolded:\n%s", s)
	}
}

// Every row has the pane's width; numbers stand beside the line they belong to.
func TestViewIsExact(t *testing.T) {
	a := article(30)
	for _, width := range []int{1, 2, 5, 23, 24, 25, 59, 60, 61, 200} {
		r := New(a)
		r.Resize(width, 20)
		d := decor()
		d.Quotes = []Note{{Offset: a.Blocks[1].Start, Number: 77, Role: theme.Party(1)}}
		rows := rowsOf(&r, paint.Painter{Theme: theme.New(true)}, d)
		if len(rows) != 20 {
			t.Fatalf("width %d: %d rows", width, len(rows))
		}
		for i, row := range rows {
			if lipgloss.Width(row) != width {
				t.Fatalf("width %d: row %d has %d columns", width, i, lipgloss.Width(row))
			}
		}
		if shown := strings.HasSuffix(strings.TrimRight(ansi.Strip(rows[2]), " "), "77"); width == 200 && !shown {
			t.Errorf("the quotation's number is not beside its line: %q", ansi.Strip(rows[2]))
		}
	}
}

// An article without blocks, and one of a single huge line, are no trouble.
func TestOddArticles(t *testing.T) {
	for _, a := range []*model.Article{
		model.NewArticle("", nil),
		model.NewArticle(strings.Repeat("ا", 500_000), []model.Block{{Span: model.Span{End: 1_000_000}}}),
	} {
		r := New(a)
		r.Resize(50, 10)
		r.Bottom()
		r.Scroll(-3)
		r.Paragraph(1)
		r.Show(model.Span{Start: len(a.Text) / 2, End: len(a.Text) / 2})
		if rows := rowsOf(&r, paint.Painter{}, decor()); len(rows) != 10 {
			t.Errorf("%d rows", len(rows))
		}
	}
}

// What is kept laid out is what would be laid out again, and it is little, however
// long the article is.
func TestKeptLayout(t *testing.T) {
	a := article(3000)
	r := New(a)
	r.Resize(70, 30)
	random := rand.New(rand.NewSource(3))
	for range 200 {
		switch random.Intn(4) {
		case 0:
			r.ScrollTo(random.Intn(len(a.Text)))
		case 1:
			r.Bottom()
		default:
			r.Scroll(random.Intn(80) - 30)
		}
		fresh := r
		fresh.forget()
		if got, want := rowsOf(&r, paint.Painter{}, decor()), rowsOf(&fresh, paint.Painter{}, decor()); !slices.Equal(got, want) {
			t.Fatalf("kept %q, again %q", got, want)
		}
		if r.laidBytes > 2*maxLaid {
			t.Fatalf("%d bytes of text are kept laid out", r.laidBytes)
		}
	}
}

// A block as long as a file is laid out in pieces: no row of it is blank, none is
// missing, and words keep whole.
func TestLongBlock(t *testing.T) {
	for name, text := range map[string]string{
		"words":  strings.Repeat("كلمات من الكلام ", 12_000),
		"a word": strings.Repeat("ا", 150_000),
		"marks":  "ا" + strings.Repeat("\u064e", 150_000),
	} {
		r := New(model.NewArticle(text, []model.Block{{Span: model.Span{End: len(text)}}}))
		r.Resize(50, 10)
		if len(r.parts) < 4 {
			t.Fatalf("%s: %d parts of %d bytes", name, len(r.parts), len(text))
		}
		end := 0
		for at := (place{}); ; at = r.next(at) {
			if at.row >= r.lines(at.part).Len() {
				t.Fatalf("%s: %v is a blank row", name, at)
			}
			first, last := r.lines(at.part).Span(at.row)
			if start := r.parts[at.part].Start + first; start != end || r.placeOf(start) != at || r.lineStart(at) != start {
				t.Fatalf("%s: the row %v begins at %d, not %d", name, at, start, end)
			}
			end = r.parts[at.part].Start + last
			if at == r.end() {
				break
			}
			if next := r.next(at); r.previous(next) != at {
				t.Fatalf("%s: above %v is %v, not %v", name, next, r.previous(next), at)
			}
		}
		if end != len(text) {
			t.Errorf("%s: the rows end at %d of %d", name, end, len(text))
		}
		for i := 1; i < len(r.parts) && name == "words"; i++ {
			if text[r.parts[i].Start-1] != ' ' {
				t.Errorf("a word is cut at %d", r.parts[i].Start)
			}
		}
	}
}
