package reader

import (
	"strings"
	"testing"

	"rawi/model"
)

// wordsOf is an article of one line a paragraph, in a pane of so many columns.
func wordsOf(text string, width int) (*Reader, func(string) model.Span) {
	var blocks []model.Block
	start := 0
	for _, line := range strings.Split(text, "\n") {
		blocks = append(blocks, model.Block{Span: model.Span{Start: start, End: start + len(line)}})
		start += len(line) + 1
	}
	a := model.NewArticle(text, blocks)
	a.Direction = model.RightToLeft
	r := New(a)
	r.Resize(width, 10)
	return &r, func(word string) model.Span {
		at := strings.Index(text, word)
		return model.Span{Start: at, End: at + len(word)}
	}
}

// A key moves in its direction on the screen, whichever way the text runs:
// "قال BBC News أمس" stands from the right as قال, then "BBC News" from the
// left, then أمس.
func TestWordsOnTheScreen(t *testing.T) {
	const text = "قال BBC News أمس\nكلامًا (آخر)"
	r, at := wordsOf(text, 23)
	walk := func(from string, step func(model.Span) model.Span) string {
		words := []string{from}
		for w := at(from); ; {
			next := step(w)
			if next == w || len(words) > 20 {
				return strings.Join(words, " ")
			}
			w = next
			words = append(words, w.In(text))
		}
	}
	if got, want := walk("قال", r.Left), "قال News BBC أمس كلامًا ( آخر )"; got != want {
		t.Errorf("to the left: %s; want %s", got, want)
	}
	if got, want := walk("آخر", r.Right), "آخر ( كلامًا أمس BBC News قال"; got != want {
		t.Errorf("to the right: %s; want %s", got, want)
	}
	if got := r.Below(at("قال"), 1).In(text); got != "كلامًا" {
		t.Errorf("below the rightmost word is %s", got)
	}
	if got := r.Below(at("آخر"), -1).In(text); got == "قال" {
		t.Errorf("above a word in the middle is %s", got)
	}
}

func TestJumps(t *testing.T) {
	const text = "قال زيد: «لن أذهب». ثم عاد، وقال «نعم» أيضا\nوانتهى الأمر."
	r, at := wordsOf(text, 80)
	tests := []struct {
		name string
		jump func(model.Span, int) model.Span
		from string
		step int
		want string
	}{
		{"end of the sentence", r.Sentence, "قال", 1, "»"},
		{"end of the next one", r.Sentence, "»", 1, "أيضا"},
		{"of the next paragraph", r.Sentence, "أيضا", 1, "الأمر"},
		{"the last", r.Sentence, "الأمر", 1, "الأمر"},
		{"its beginning", r.Sentence, "عاد", -1, "ثم"},
		{"the one before", r.Sentence, "ثم", -1, "قال"},
		{"next mark", r.Mark, "لن", 1, "أذهب"},
		{"the mark after it", r.Mark, "أذهب", 1, "وقال"},
		{"mark before", r.Mark, "أذهب", -1, "لن"},
		{"no mark before", r.Mark, "قال", -1, "قال"},
	}
	for _, test := range tests {
		if got := test.jump(at(test.from), test.step).In(text); got != test.want {
			t.Errorf("%s: from %s to %s, want %s", test.name, test.from, got, test.want)
		}
	}
}

// A cell shows the word that stands there.
func TestOffsetAt(t *testing.T) {
	const text = "قال زيد\nكلاما"
	r, at := wordsOf(text, 23) // no margins: قال is rightmost
	for _, test := range []struct {
		x, y int
		want string
	}{{22, 0, "قال"}, {18, 0, "زيد"}, {0, 0, "زيد"}, {20, 2, "كلاما"}} {
		offset, ok := r.OffsetAt(test.x, test.y)
		word, _ := r.Word(offset)
		if !ok || word != at(test.want) {
			t.Errorf("at %d, %d stands %q, %v; want %s", test.x, test.y, word.In(text), ok, test.want)
		}
	}
	for _, y := range []int{1, 3, 9, -1} {
		if offset, ok := r.OffsetAt(3, y); ok {
			t.Errorf("row %d shows the offset %d", y, offset)
		}
	}
}
