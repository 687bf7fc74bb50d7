package model

import (
	"fmt"
	"slices"
	"testing"
	"time"
)

// facts stamps facts a minute apart, each by the author that it names first.
func facts(all ...func(c *Corpus) (author string, a Annotation)) (stamped []Annotation) {
	start := time.Date(2026, 1, 2, 3, 0, 0, 0, time.UTC)
	for i, one := range all {
		author, a := one(&Corpus{Name: "c"})
		now, id := start.Add(time.Duration(i)*time.Minute), fmt.Sprint("id", i)
		stamped = append(stamped, Stamp(author, []Annotation{a}, WithClock(func() time.Time { return now }), WithIDs(func() string { return id }))...)
	}
	return stamped
}

func fact(author string, deed Deed, article, target, text string) func(*Corpus) (string, Annotation) {
	return func(c *Corpus) (string, Annotation) { return author, c.Fact(deed, article, target, text) }
}

// A corpus is what its facts say, in whatever order they came; the later of two holds.
func TestCorpora(t *testing.T) {
	all := facts(
		fact("x", SetCorpus, "", CorpusTask, "quotations"),
		fact("x", AddToCorpus, "1", "", ""), fact("x", AddToCorpus, "2", "", ""), fact("x", AddToCorpus, "3", "", ""), fact("x", AddToCorpus, "1", "", ""),
		fact("x", AssignCorpus, "1", "ب", ""), fact("x", AssignCorpus, "1", "ا", ""), fact("x", AssignCorpus, "2", "ا", ""), fact("x", AssignCorpus, "9", "ا", ""),
		fact("x", UnassignCorpus, "2", "ا", ""), fact("x", RemoveFromCorpus, "3", "", ""),
		fact("ا", Finish, "1", "", ""), fact("ا", Finish, "2", "", ""), fact("ا", Reopen, "2", "", ""),
		fact("x", SetCorpus, "", CorpusTask, "marked"), fact("x", SetCorpus, "", CorpusBlind, "guesses"), fact("x", SetCorpus, "", CorpusGuide, "افعل كذا"),
		fact("x", SetCorpus, "", "of a newer rawi", "x"), fact("x", SetCorpus, "", CorpusTask, "of a newer rawi"),
	)
	slices.Reverse(all)
	corpora := Corpora(all)
	if len(corpora) != 1 {
		t.Fatalf("%+v", corpora)
	}
	c := corpora[0]
	if c.Name != "c" || c.Task != MarkedQuotations || c.Blind != BlindToAll || c.Guide != "افعل كذا" || len(c.Articles) != 2 {
		t.Errorf("%+v", c)
	}
	if x := c.Article("1"); x == nil || !slices.Equal(x.Authors, []string{"ا", "ب"}) || x.Done["ا"].IsZero() || !x.Done["ب"].IsZero() {
		t.Errorf("the first article is %+v", x)
	}
	if x := c.Article("2"); x == nil || len(x.Authors) != 0 || !x.Done["ا"].IsZero() || c.Article("3") != nil {
		t.Errorf("the second article is %+v", x)
	}
}

// Progress counts what the task asks for, by the author's own decisions; pauses are no
// work.
func TestProgress(t *testing.T) {
	minutes := 0
	clock := WithClock(func() time.Time { return time.Date(2026, 1, 2, 3, minutes, 0, 0, time.UTC) })
	from := reading()
	mine := NewReading(from.Article, from.src.found, nil, "ا", clock)
	theirs := NewReading(from.Article, from.src.found, nil, "ب", clock)
	theirs.SetKind(1, Other)
	for i, at := range []int{0, 3, 20} { // a pause of 17 minutes
		minutes = at
		mine.SetKind(i, Scare)
	}
	mine.Undo()
	all := slices.Concat(mine.Log().All(), theirs.Log().All())
	c := Corpora(facts(fact("x", AddToCorpus, from.Article.ID, "", "")))[0]
	got := c.Progress(from.Article, from.src.found, all, "ا")
	if got.Time = got.Time.Round(time.Second); got != (Progress{Articles: 1, Quotations: 3, QuotationsDone: 2, Time: 3 * time.Minute}) {
		t.Errorf("%+v", got)
	}
	c.Articles[0].Done["ا"] = time.Now()
	if got := c.Progress(from.Article, from.src.found, all, "ا"); got.ArticlesDone != 1 {
		t.Errorf("the author says that it is done: %+v", got)
	}
	if got := c.Progress(from.Article, from.src.found, all, "ب"); got.ArticlesDone != 0 || got.QuotationsDone != 1 {
		t.Errorf("the other one: %+v", got)
	}
}

// Who is blind sees neither others' decisions nor, if so, what the program guesses.
func TestBlind(t *testing.T) {
	from := reading()
	theirs := NewReading(from.Article, from.src.found, nil, "ب")
	theirs.SetKind(1, Other)
	c := Corpus{Blind: BlindToAll}
	if got := c.Shown(theirs.Log().All(), "ا"); len(got) != 0 {
		t.Errorf("shown %+v", got)
	}
	r := NewReading(from.Article, c.Visible(from.src.found), nil, "ا")
	for _, q := range r.Quotes() {
		if q.Kind != Speech || q.Speaker != "" || q.State() != StateUnknown {
			t.Errorf("visible is %+v", q)
		}
	}
	c.Blind = Sighted
	if got := c.Shown(theirs.Log().All(), "ا"); len(got) != 1 {
		t.Errorf("not blind, shown %+v", got)
	}
}

// Facts are no part of any article's history, and undo does not take them back.
func TestFactsAreNoDecisionsOnWords(t *testing.T) {
	r := reading()
	r.SetKind(0, Other)
	before := seen(r)
	r.AddHistory(facts(fact("أنا", AddToCorpus, r.Article.ID, "", ""), fact("أنا", Finish, r.Article.ID, "", "")))
	if len(r.History()) != 1 || seen(r) != before {
		t.Errorf("the history is %+v", r.History())
	}
	if a, ok := r.Undo(); !ok || r.Quotes()[0].Decided() {
		t.Errorf("undone %+v", a)
	}
}
