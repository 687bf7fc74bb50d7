package cue

import (
	"strings"
	"testing"

	"rawi/model"
	"rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// TestCueRows: the word between the bars of each row's example is of the row, and what the
// row gives.
func TestCueRows(t *testing.T) {
	for n, r := range rows.Rows {
		before, rest, _ := strings.Cut(r.Example, "|")
		inside, behind, _ := strings.Cut(rest, "|")
		text := before + inside + behind
		a := model.NewArticle(text, []model.Block{{Span: model.Span{End: len(text)}}})
		stream := token.Read(a, lexicon.Default())
		p := token.NewPage(stream, make([]uint8, stream.Len()))
		i := 0
		for p.SpanAt(i).Start < len(before) {
			i++
		}
		if got := rows.First(nil, word{p, i}, i, i+1); got != n {
			name := "none"
			if got >= 0 {
				name = rows.Rows[got].ID
			}
			t.Errorf("%s: in %q the word is of the row %s", r.ID, r.Example, name)
		}
		found := false
		for _, c := range Find(p, nil) {
			found = found || c.Token == i
		}
		if found != (r.Gives != NoCue) {
			t.Errorf("%s: in %q the word is a cue: %v", r.ID, r.Example, found)
		}
	}
}
