package train

import (
	"rawi/model"
	"rawi/model/detect/gold"
)

// Decided is an article as its readers' decisions annotate it, and how many quotations
// they decide. found is what detection finds in it, over which the reading
// stands. Only what is decided is annotated: a quotation that was found and dropped is
// known to be none, and where no one has decided, nothing is known. Once nothing is
// left undecided the article counts as annotated whole.
func Decided(r *model.Reading, found model.Findings) (s Source, decided int) {
	g := &gold.Article{Article: r.Article, ID: r.Article.ID, Outlet: r.Article.Facts.Site, Parties: r.Parties()}
	assigned := map[string]bool{} // decisions on who speaks
	for _, a := range r.Log().Standing() {
		assigned[a.ID] = a.Deed == model.Assign
	}
	known := &Partly{None: dropped(r, found)}
	whole := true
	for _, decided := range r.Quotes() {
		q := *decided
		if !q.Decided() {
			whole = false
			continue
		}
		if q.Kind.Spoken() && !assigned[q.Decision] {
			known.Unsaid = append(known.Unsaid, q.Span)
			q.Speaker, whole = "", false
		}
		if _, _, named := r.Party(q.Speaker); !named || !q.Kind.Spoken() {
			q.Speaker = ""
		}
		g.Quotes = append(g.Quotes, gold.Quote{Quote: q})
	}
	s = Source{Article: g}
	if !whole {
		s.Partly = known
	}
	return s, len(g.Quotes) + len(known.None)
}

// dropped is where a quotation was found that is none any more.
func dropped(r *model.Reading, found model.Findings) (spans []model.Span) {
	for i := range found.Quotes {
		if _, still := r.QuoteAt(found.Quotes[i].Span); !still {
			spans = append(spans, found.Quotes[i].Span)
		}
	}
	return spans
}
