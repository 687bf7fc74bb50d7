package main

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"rawi/model"
	"rawi/model/detect"
	"rawi/model/ingest"
	"rawi/model/store"
)

// compare holds what is in the library to gold: the number of marked quotations,
// and what is wrong with those that are not as they should be.
func (g *gold) compare(data string) (quotations int, unreached []string, err error) {
	library, err := store.Open(data)
	if err != nil {
		return 0, nil, err
	}
	defer library.Close()
	document, err := ingest.Open(g.File)
	if err != nil {
		return 0, nil, err
	}
	article := document.Articles[0]
	decisions, err := library.Decisions(article.ID)
	if err != nil {
		return 0, nil, err
	}
	reading := model.NewReading(article, detect.Detect(article), decisions, "")
	for i := range g.Quotes {
		q := &g.Quotes[i]
		if !q.marked() {
			continue
		}
		quotations++
		if fault := g.fault(reading, q); fault != "" {
			unreached = append(unreached, fmt.Sprintf("%d-%d %s", q.Start, q.End, fault))
		}
	}
	return quotations, unreached, nil
}

// fault is what is wrong with a quotation of gold in the reading, "" for nothing.
func (g *gold) fault(r *model.Reading, q *goldQuote) string {
	text := r.Article.Text
	points := func(offset int) int { return utf8.RuneCountInString(text[:offset]) }
	for _, found := range r.Quotes() {
		start, end := points(found.Start), points(found.End)
		common := min(end, q.End) - max(start, q.Start)
		if !found.Marked || 2*common < max(end, q.End)-min(start, q.Start) {
			continue
		}
		return g.faultOf(r, found, q)
	}
	return "is no quotation"
}

func (g *gold) faultOf(r *model.Reading, found *model.Quote, q *goldQuote) string {
	p := g.party(q.Speaker)
	switch {
	case !found.Decided():
		return "is not decided"
	case found.Kind.String() != q.Kind:
		return fmt.Sprintf("is %s, not %s", found.Kind, q.Kind)
	case !found.Kind.Spoken():
		return ""
	case p == nil && found.Speaker != "":
		return fmt.Sprintf("has the speaker %s, not nobody", found.Speaker)
	}
	if speaker, _, ok := r.Party(found.Speaker); p != nil && (!ok || !p.called(strings.TrimSuffix(speaker.Name, "…"))) {
		return fmt.Sprintf("has the speaker %s, not %s", found.Speaker, p.Name)
	}
	return ""
}
