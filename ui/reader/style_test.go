package reader

import (
	"math/rand"
	"slices"
	"strings"
	"testing"

	"rawi/model"
	"rawi/ui/paint"
)

// styles are all ways to set an article.
func styles() (all []Style) {
	for _, column := range []int{0, 20, 75} {
		for spacing := range 3 {
			for bits := range 16 {
				all = append(all, Style{column, spacing, bits&1 > 0, bits&2 > 0, bits&4 > 0, false, bits&8 > 0})
			}
		}
	}
	return all
}

// However the article is set, every word is found where it is shown, every byte is on
// the screen that it is scrolled to, the last row is the last one, and going down by
// rows and up again comes back.
func TestEveryStyle(t *testing.T) {
	random := rand.New(rand.NewSource(4))
	for _, style := range styles() {
		r := New(article(30))
		r.SetStyle(style)
		r.Resize(20+random.Intn(200), 6+random.Intn(20))
		for range 3 {
			word, ok := r.Word(random.Intn(r.article.Blocks[28].Start))
			if !ok {
				t.Fatal("no word")
			}
			r.Show(word)
			if !r.Visible().Covers(word) {
				t.Fatalf("%+v: %v is not on the screen %v", style, word, r.Visible())
			}
			found := false
			for y := 0; y < r.height/r.columns && !found; y++ {
				for x := 0; x < r.width*r.columns && !found; x++ {
					at, ok := r.OffsetAt(x, y)
					found = ok && word.Contains(at)
				}
			}
			if !found {
				t.Fatalf("%+v: %q is in no cell", style, word.In(r.article.Text))
			}
			at := r.top
			if r.Scroll(3); r.top != r.end() {
				low := r.rowsBetween(at, r.top)
				if r.Scroll(-low); r.top != at {
					t.Fatalf("%+v: %d rows down and up from %v is %v", style, low, at, r.top)
				}
			}
			r.Resize(20+random.Intn(200), 6+random.Intn(20))
		}
		if r.Bottom(); r.Percent() != 100 || r.MinutesLeft() != 0 {
			t.Errorf("%+v: %d%% at the end, %d minutes left", style, r.Percent(), r.MinutesLeft())
		}
	}
}

// The text is as wide as its column at most, in the middle of its pane.
func TestColumn(t *testing.T) {
	r := New(article(30))
	r.SetStyle(Style{Column: 40})
	r.Resize(100, 12)
	for _, row := range rowsOf(&r, paint.Painter{}, decor()) {
		cells := []rune(row)
		if text := strings.TrimSpace(string(cells[30:70])); text == "" && strings.TrimSpace(row) != "" {
			t.Errorf("beside the column: %q", row)
		}
		if side := strings.TrimSpace(string(cells[:25]) + string(cells[75:])); side != "" {
			t.Errorf("in the margins: %q", side)
		}
	}
}

// Two columns are read one after the other, the right one first, and hold as many rows
// together as fit side by side.
func TestTwoColumns(t *testing.T) {
	r := New(article(60))
	r.SetStyle(Style{Column: 60, Spread: true})
	r.Resize(160, 10)
	var s paint.Screen
	r.View(s.Start(paint.Painter{}, 160, 10), decor())
	if r.Height() != 20 {
		t.Fatalf("%d rows", r.Height())
	}
	at := func(x int) (offsets []int) {
		for y := range 10 {
			if offset, ok := r.OffsetAt(x, y); ok {
				offsets = append(offsets, offset)
			}
		}
		return offsets
	}
	right, left := at(80+5+5+59), at(5+5+59)
	if len(right) < 3 || len(left) < 3 || !slices.IsSorted(append(right, left...)) {
		t.Errorf("the right column has %d, the left one %d", right, left)
	}
	r.Resize(120, 10)
	if r.Height() != 10 {
		t.Errorf("two columns in 120")
	}
}

// Rows between lines are blank, paragraphs that are indented stand close, and the
// first line of each begins further in.
func TestSpacingAndIndent(t *testing.T) {
	text := strings.Repeat(strings.Repeat("كلمة ", 30)+"\n", 3)
	a := plainArticle(text)
	for _, test := range []struct {
		style         Style
		lines, blanks int // of a paragraph at 60 columns, and the rows behind it
	}{{Style{}, 3, 1}, {Style{Spacing: 1}, 3, 2}, {Style{Spacing: 2}, 3, 3}, {Style{Indent: true}, 3, 0}, {Style{Indent: true, Spacing: 1}, 3, 1}} {
		r := New(a)
		r.SetStyle(test.style)
		r.Resize(60+2*5, 40)
		rows := rowsOf(&r, paint.Painter{}, decor())
		next := (test.lines-1)*r.step() + test.blanks + 1
		for y, row := range rows[:next+1] {
			if filled := strings.TrimSpace(row) != ""; filled != (y == next || y < next-test.blanks && y%r.step() == 0) {
				t.Errorf("%+v: row %d is %q", test.style, y, row)
			}
		}
		indent := len(rows[0]) - len(strings.TrimRight(rows[0], " ")) - (len(rows[r.step()]) - len(strings.TrimRight(rows[r.step()], " ")))
		if want := map[bool]int{true: paragraphIndent}[test.style.Indent]; indent != want {
			t.Errorf("%+v: the first line begins %d columns further in, want %d", test.style, indent, want)
		}
	}
}

// How far the article is read is 0 at its beginning and there alone, 100 at its end and
// there alone; what is left is told by words, and what is folded away is none of it.
func TestProgress(t *testing.T) {
	var text strings.Builder
	var blocks []model.Block
	for i := range 200 {
		start := text.Len()
		text.WriteString(strings.Repeat("كلمة ", 20))
		blocks = append(blocks, model.Block{Span: model.Span{Start: start, End: text.Len()}})
		if i >= 100 {
			blocks[i].Kind = model.BoilerplateBlock
		}
		text.WriteString("\n\n")
	}
	r := New(model.NewArticle(text.String(), blocks))
	r.Resize(70, 20)
	if r.Percent() != 0 || r.MinutesLeft() < 8 || r.MinutesLeft() > 10 {
		t.Errorf("at the beginning %d%%, %d minutes of 2000 words left", r.Percent(), r.MinutesLeft())
	}
	last := 0
	for r.Visible().End < r.parts[len(r.parts)-1].End {
		r.Scroll(1)
		if now := r.Percent(); now < last || now == 0 || now == 100 && r.Visible().End < r.parts[len(r.parts)-1].End {
			t.Fatalf("%d%% after %d%%", now, last)
		}
		last = r.Percent()
	}
	if r.Percent() != 100 || r.MinutesLeft() != 0 {
		t.Errorf("at the end %d%%, %d minutes", r.Percent(), r.MinutesLeft())
	}
}
