package reader

import (
	"strings"
	"testing"

	"rawi/model"
	"rawi/ui/paint"
	"rawi/ui/theme"
)

// Beside a line stand its numbers as they are read, two at most and a plus for more; the
// current one is always among them. Indirect speech has its sign.
func TestNotes(t *testing.T) {
	a := plainArticle("كلمة من الكلام\n")
	for _, test := range []struct {
		numbers []int
		current int
		width   int // of the margins: 5 or 3
		want    string
	}{
		{[]int{1}, 0, 5, "1"}, {[]int{1, 2}, 0, 5, "2 1"}, {[]int{1, 2, 3}, 0, 5, "+2 1"}, {[]int{1, 2, 3}, 3, 5, "+3 1"},
		{[]int{11, 12}, 0, 5, "+11"}, {[]int{11, 12}, 12, 5, "+12"}, {[]int{11, 12, 13}, 13, 5, "+13"},
		{[]int{1, 2, 3}, 3, 3, "+3"}, {[]int{7, 7}, 0, 5, "7"}, {nil, 0, 5, ""},
	} {
		r := New(a)
		r.Resize(map[int]int{5: 70, 3: 40}[test.width], 3)
		d := decor()
		for _, n := range test.numbers {
			d.Quotes = append(d.Quotes, Note{Offset: n % 5, Number: n, Current: n == test.current})
		}
		row := []rune(rowsOf(&r, paint.Painter{}, d)[0])
		if got := strings.TrimSpace(string(row[len(row)-test.width+1:])); got != test.want {
			t.Errorf("%+v: %q", test, got)
		}
		d.Signs = []Sign{{model.Span{Start: 0, End: 4}, "┆", theme.Indirect}}
		row = []rune(rowsOf(&r, paint.Painter{}, d)[0])
		if got := string(row[len(row)-test.width]); got != "┆" {
			t.Errorf("%+v: the sign of indirect speech is %q", test, got)
		}
	}
}
