package model

// Reading is an article with all that is known of it: what the program found,
// and over that what readers decided. It is the one truth that is shown,
// saved and exported; every change goes through its log.
type Reading struct {
	Article  *Article
	Author   string   // who decides; written into each annotation
	Capacity Capacity // in which; set by [Reading.Adjudicate]

	stamp stamp
	log   Log
	*view // derived again after each decision
}

// NewReading joins an article, what was found in it, and the decisions made
// on it so far.
func NewReading(a *Article, found Findings, decisions []Annotation, author string, options ...Option) *Reading {
	r := &Reading{Article: a, Author: author, stamp: newStamp(options)}
	r.log.Append(decisions...)
	r.view = derive(newSource(a, found), &r.log, who{author: author})
	return r
}

// Adjudicate changes the capacity in which the reader decides, and from then on reads:
// who adjudicates sees as undecided whatever annotators differ on, themselves among
// them.
func (r *Reading) Adjudicate(as Capacity) {
	r.Capacity = as
	r.derive()
}

func (r *Reading) derive() { r.view = derive(r.src, &r.log, who{r.Author, r.Capacity}) }

// Quotes is all quotations in text order. The slice is the reading's own and
// is replaced, not changed, by the next decision.
func (r *Reading) Quotes() []Quote { return r.quotes }

// Parties is all parties; a party's number is its place here, from 1. Those
// that only a reader named come last, in the order in which they were named.
func (r *Reading) Parties() []Party { return r.parties }

// Party is the party of an ID and its number, from 1; ok is false for none.
func (r *Reading) Party(id PartyID) (p *Party, number int, ok bool) {
	i, ok := r.partyIndex.find(id)
	if !ok {
		return nil, 0, false
	}
	return &r.parties[i], i + 1, true
}

// QuoteAt is the quotation that has or had the words of a span.
func (r *Reading) QuoteAt(s Span) (quote int, ok bool) {
	return r.quoteAt(s)
}

func (v *view) quoteAt(s Span) (quote int, ok bool) {
	return v.quoteIndex.find(v.src.words(s))
}

// QuoteOf is the quotation that is exactly the words of a span.
func (r *Reading) QuoteOf(s Span) (quote int, ok bool) {
	quote, ok = r.QuoteAt(s)
	return quote, ok && r.src.words(r.quotes[quote].Span) == r.src.words(s)
}

// Log is the history of decisions.
func (r *Reading) Log() *Log { return &r.log }

// AddHistory adds decisions that were made elsewhere. history is what the
// library holds, in the library's order; decisions that it does not hold yet
// stay after it.
func (r *Reading) AddHistory(history []Annotation) {
	var log Log
	log.Append(history...)
	log.Append(r.log.All()...)
	r.log = log
	r.derive()
}

// Unresolved is the decisions made on other texts of the article whose words moved
// or are lost.
func (r *Reading) Unresolved() []UnresolvedDecision { return r.unresolved }
