package score

import (
	"rawi/model"
	"rawi/model/detect/gold"
)

// Pairs gives to each span that was found the annotated quotation of a sort that
// it is measured by, nil for none.
func Pairs(a *gold.Article, is func(*model.Quote) bool, found []model.Span) []*gold.Quote {
	p := newPage(a.Text)
	var annotated []*gold.Quote
	var spans []model.Span
	for i := range a.Quotes {
		if q := &a.Quotes[i]; is(&q.Quote) {
			annotated, spans = append(annotated, q), append(spans, p.trim(q.Span))
		}
	}
	trimmed := make([]model.Span, len(found))
	for i, s := range found {
		trimmed[i] = p.trim(s)
	}
	out := make([]*gold.Quote, len(found))
	for k, i := range p.pair(spans, trimmed) {
		if i >= 0 {
			out[i] = annotated[k]
		}
	}
	return out
}

// Names is what an annotated party may be called.
type Names struct{ names }

// NamesOf are the names of an annotated party.
func NamesOf(p *model.Party, text string) Names { return Names{namesOf(p, text)} }

// Match reports whether a name is one of the party's.
func (n Names) Match(name string) bool { return n.match(name) }
