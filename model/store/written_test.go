package store

import (
	"strings"
	"testing"

	"rawi/model"
)

// What other programs count in is kept with an article: its input, where a program left
// references to characters in it.
func TestInputIsKept(t *testing.T) {
	const input = "قال الوزير: &quot;سنفتح الجسر&quot; غدا."
	a := model.NewArticle(strings.ReplaceAll(input, "&quot;", `"`), nil)
	a.Input, a.Flat = input, true
	for from := 0; ; {
		at := strings.Index(input[from:], "&quot;")
		if at < 0 {
			break
		}
		at += from
		start := at - len(a.Replaced)*(len("&quot;")-1)
		from = at + len("&quot;")
		a.Replaced = append(a.Replaced, model.Replaced{Span: model.Span{Start: start, End: start + 1}, Was: model.Span{Start: at, End: from}})
	}
	l, where := library(t)
	must(t, l.Keep(a, 0))
	must(t, l.Close())
	kept, err := reopen(t, where).Article(a.ID)
	must(t, err)
	said := model.Span{Start: strings.Index(kept.Text, "سنفتح"), End: strings.LastIndex(kept.Text, `"`)}
	if kept.InputText() != input || kept.InputDigest() != a.InputDigest() || kept.InInput(said).In(input) != "سنفتح الجسر" || !kept.Flat {
		t.Errorf("kept %q, %v, flat %v", kept.InputText(), kept.Replaced, kept.Flat)
	}
}

func TestInputOutOfText(t *testing.T) {
	for _, all := range [][]written{{{-1, 1, "x"}}, {{2, 1, "x"}}, {{0, 4, "x"}}, {{1, 2, "x"}, {0, 1, "x"}}} {
		if restoreInput(model.NewArticle("abc", nil), all) {
			t.Errorf("%v is within three bytes", all)
		}
	}
}
