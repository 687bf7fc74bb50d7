package model

// Reading is an article with all that is known of it: what the program found,
// and over that what readers decided. It is the one truth that is shown,
// saved and exported; every change goes through its log.
type Reading struct {
	Article *Article
	Author  string // who decides; written into each annotation

	found      Findings
	base       base // of found
	log        Log
	quotes     []Quote
	parties    []Party
	number     numbers
	places     places
	cast       cast
	votes      []vote
	unresolved []UnresolvedDecision
	seen       overview

	named      map[string][]Mention // where names stand in the text, as far as asked
	otherTexts otherTexts
}

// NewReading joins an article, what was found in it, and the decisions made
// on it so far.
func NewReading(a *Article, found Findings, decisions []Annotation, author string) *Reading {
	r := &Reading{Article: a, Author: author, found: found}
	r.base = r.index()
	r.otherTexts.finder.source = a.Text
	r.otherTexts.traced = make(map[otherText]trace)
	r.log.Append(decisions...)
	r.derive()
	return r
}

// Quotes is all quotations in text order. The slice is the reading's own and
// is replaced, not changed, by the next decision.
func (r *Reading) Quotes() []Quote { return r.quotes }

// Parties is all parties; a party's number is its place here, from 1. Those
// that only a reader named come last, in the order in which they were named.
func (r *Reading) Parties() []Party { return r.parties }

// Party is the party of an ID and its number, from 1; ok is false for none.
func (r *Reading) Party(id PartyID) (p *Party, number int, ok bool) {
	i, ok := r.number.of(id)
	if !ok {
		return nil, 0, false
	}
	return &r.parties[i], i + 1, true
}

// QuoteAt is the quotation that has or had the words of a span.
func (r *Reading) QuoteAt(s Span) (quote int, ok bool) {
	return r.places.of(r.words(s))
}

// QuoteOf is the quotation that is exactly the words of a span.
func (r *Reading) QuoteOf(s Span) (quote int, ok bool) {
	quote, ok = r.QuoteAt(s)
	return quote, ok && r.words(r.quotes[quote].Span) == r.words(s)
}

// words is a span without what is no part of its words: see trim. Spans of the
// same words are one, whatever invisible marks stand at their ends.
func (r *Reading) words(s Span) Span {
	if s.Start < 0 || s.End < s.Start || len(r.Article.Text) < s.End {
		return s
	}
	return trim(r.Article.Text, s)
}

// Log is the history of decisions.
func (r *Reading) Log() *Log { return &r.log }

// Learn takes in decisions that were made elsewhere. history is what the
// library holds, in the library's order; decisions that it does not hold yet
// stay after it.
func (r *Reading) Learn(history []Annotation) {
	var log Log
	log.Append(history...)
	log.Append(r.log.All()...)
	r.log = log
	r.derive()
}
