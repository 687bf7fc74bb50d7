// Package train puts annotated articles into the terms of detection: for each choice
// that it takes, what there was to choose from, and what is right. It serves those who
// make models, not those who read.
package train

import (
	"sort"

	"rawi/model"
	"rawi/model/detect"
	"rawi/model/detect/gold"
)

// Annotated is an article as detection sees it, and as it was annotated.
type Annotated struct {
	*detect.Analysis
	Gold   *gold.Article
	partly *Partly // nil where all quotations are annotated
}

// Read lets detection read an article; nil for one without text. Models that are to
// learn from it build on these models, which therefore must not have seen it.
func Read(a *gold.Article, m *detect.Models) *Annotated {
	x := detect.Analyse(a.Article, m)
	if x == nil {
		return nil
	}
	return &Annotated{Analysis: x, Gold: a}
}

// tokens are those that a span covers, half-open; ok is false for none.
func (a *Annotated) tokens(s model.Span) (from, to int, ok bool) {
	p := a.Page
	from = sort.Search(p.Len(), func(i int) bool { return p.SpanAt(i).End > s.Start })
	to = sort.Search(p.Len(), func(i int) bool { return p.SpanAt(i).Start >= s.End })
	return from, to, from < to
}
