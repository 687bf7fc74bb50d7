package main

import (
	"fmt"
	"strings"
	"time"

	"rawi/model"
	"rawi/model/detect"
	"rawi/model/ingest"
	"rawi/model/store"
	"rawi/ui/l10n"
)

// The made corpus: so many articles of so many quotations each.
const (
	madeArticles   = 10
	madeQuotations = 6
)

// speakers are who is quoted in the made corpus, by turns.
var speakers = []string{"أحمد الهاشمي", "ليلى إدريس", "سالم العبيدي", "منى الحداد", "كريم منصور"}

// verdict is what is true of a quotation: who spoke, or as the screen calls it else.
type verdict struct {
	speaker string
	kind    model.QuoteKind
	none    bool // it is no quotation
}

// says is the verdict as the list of opinions and candidates has it.
func (v verdict) says() string {
	switch {
	case v.none:
		return l10n.Arabic.Say(l10n.NoQuotationHere)
	case !v.kind.Spoken():
		return l10n.Arabic.QuoteKind(v.kind)
	}
	return v.speaker
}

// disputes are the ways in which two annotators differ on a quotation, by turns; what
// is true is what the first or the second says, or in one of six cases neither.
var disputes = []func(said string, others []string) (first, second, truth verdict){
	func(said string, _ []string) (a, b, t verdict) {
		return verdict{speaker: said}, verdict{speaker: said}, verdict{}
	}, // they agree
	func(said string, o []string) (a, b, t verdict) {
		return verdict{speaker: said}, verdict{speaker: o[0]}, verdict{speaker: said}
	},
	func(said string, o []string) (a, b, t verdict) {
		return verdict{speaker: o[1]}, verdict{speaker: said}, verdict{speaker: said}
	},
	func(said string, _ []string) (a, b, t verdict) {
		return verdict{kind: model.Scare}, verdict{speaker: said}, verdict{kind: model.Scare}
	},
	func(said string, _ []string) (a, b, t verdict) {
		return verdict{speaker: said}, verdict{none: true}, verdict{none: true}
	},
	func(said string, o []string) (a, b, t verdict) {
		return verdict{speaker: o[0]}, verdict{speaker: o[1]}, verdict{speaker: said}
	},
	func(said string, o []string) (a, b, t verdict) {
		return verdict{speaker: said}, verdict{kind: model.WorkTitle}, verdict{speaker: said}
	},
}

// made is the corpus in a library, and what is true of the quotations on which its
// annotators differ, by their first words.
type made struct {
	truth    map[string]verdict
	articles []*model.Article
}

// makeCorpus writes the corpus into a library.
func makeCorpus(data string) (m made, err error) {
	m.truth = make(map[string]verdict)
	library, err := store.Open(data)
	if err != nil {
		return m, err
	}
	defer library.Close()
	turn := 0
	for n := range madeArticles {
		text := fmt.Sprintf("الخبر رقم %d عن السوق القديم\n", n+1)
		for i := range madeQuotations {
			text += fmt.Sprintf("\nقال %s: «%s».\n", speakers[(n+i)%len(speakers)], wordsOf(n, i))
		}
		document, err := ingest.Read(strings.NewReader(text), fmt.Sprintf("made-%d.txt", n+1))
		if err != nil {
			return m, err
		}
		a := document.Articles[0]
		if _, err := library.Add(a); err != nil {
			return m, err
		}
		m.articles = append(m.articles, a)
		readers := [2]*model.Reading{}
		for r, author := range []string{"سعاد", "كامل"} {
			readers[r] = model.NewReading(a, detect.Detect(a), nil, author, model.WithClock(func() time.Time { return time.Now().Add(-time.Hour) }))
		}
		for i := range madeQuotations {
			said := speakers[(n+i)%len(speakers)]
			others := []string{speakers[(n+i+1)%len(speakers)], speakers[(n+i+2)%len(speakers)]}
			first, second, truth := disputes[turn%len(disputes)](said, others)
			if turn++; truth != (verdict{}) {
				m.truth[wordsOf(n, i)] = truth
			}
			for r, v := range []verdict{first, second} {
				if err := v.decide(readers[r], wordsOf(n, i)); err != nil {
					return m, err
				}
			}
		}
		for _, r := range readers {
			if err := library.Append(r.Log().All()...); err != nil {
				return m, err
			}
		}
	}
	return m, nil
}

// wordsOf is a quotation of the made corpus.
func wordsOf(article, quotation int) string {
	return fmt.Sprintf("العبارة %d في شأن السوق", 100*(article+1)+quotation+1)
}

// decide has an annotator decide so on the quotation that is some words.
func (v verdict) decide(r *model.Reading, words string) error {
	start := strings.Index(r.Article.Text, words)
	i, ok := r.QuoteOf(model.Span{Start: start, End: start + len(words)})
	if !ok {
		return fmt.Errorf("the quotation %q of the made corpus was not found", words)
	}
	switch {
	case v.none:
		r.DropQuote(i)
	case !v.kind.Spoken():
		r.SetKind(i, v.kind)
	default:
		r.Assign(i, model.Party{ID: model.PartyIDOf(v.speaker), Name: v.speaker})
	}
	return nil
}

// faults is what is not settled as it should be in the library.
func (m made) faults(data string) (faults []string, err error) {
	library, err := store.Open(data)
	if err != nil {
		return nil, err
	}
	defer library.Close()
	settled := 0
	for _, a := range m.articles {
		all, err := library.Decisions(a.ID)
		if err != nil {
			return nil, err
		}
		r := model.NewReading(a, detect.Detect(a), all, "")
		for _, d := range r.Differences() {
			truth := m.truth[d.In(a.Text)]
			settled++
			if got := adjudicated(r, d.Poll); got != truth {
				faults = append(faults, fmt.Sprintf("%s is %+v, not %+v", d.In(a.Text), got, truth))
			}
		}
	}
	if settled != len(m.truth) {
		faults = append(faults, fmt.Sprintf("%d differences, not %d", settled, len(m.truth)))
	}
	return faults, nil
}

// adjudicated is what the adjudicator said.
func adjudicated(r *model.Reading, poll *model.Poll) (v verdict) {
	o := poll.Of(judge, model.Adjudicator)
	switch {
	case o == nil:
		return v
	case len(o.Parts) == 0:
		return verdict{none: true}
	case !o.Parts[0].Kind.Spoken():
		return verdict{kind: o.Parts[0].Kind}
	}
	p, _, _ := r.Party(o.Parts[0].Speaker)
	return verdict{speaker: p.Name}
}
