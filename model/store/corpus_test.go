package store

import (
	"testing"
	"time"

	"rawi/model"
)

// What says who annotates what is found again, and nothing else with it.
func TestCorpusFacts(t *testing.T) {
	l, dir := library(t)
	a := article(t, l, "نص فيه \"deed\":\"corpus-add\"")
	c := model.Corpus{Name: "c"}
	facts := model.Stamp("نور", []model.Annotation{c.Fact(model.SetCorpus, "", model.CorpusTask, "marked"), c.Fact(model.AddToCorpus, a.ID, "", "")})
	must(t, l.Append(facts...))
	must(t, l.Append(model.Annotation{ID: "x", Time: time.Now(), Author: "نور", Article: a.ID, Deed: model.SetNote,
		Anchor: model.Anchor{Span: model.Span{End: 4}, Exact: "نص"}, Text: `"deed":"corpus-add"`}))
	must(t, l.Close())
	got, err := reopen(t, dir).CorpusFacts()
	must(t, err)
	if corpora := model.Corpora(got); len(got) != 2 || len(corpora) != 1 || corpora[0].Task != model.MarkedQuotations || corpora[0].Article(a.ID) == nil {
		t.Errorf("%+v", got)
	}
}
