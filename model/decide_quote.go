package model

import "strings"

// What a reader can decide on quotations. Each decision is in the log at once.

// Assign decides that a party said the quotation.
func (r *Reading) Assign(quote int, p Party) Annotation {
	return r.record(Annotation{Deed: Assign, Anchor: r.anchor(quote), Party: p.ID, Name: p.Name, PartyKind: p.Kind})
}

// AssignGuessed decides, as one decision to undo, that a party said all quotations
// that are guessed to be another's.
func (r *Reading) AssignGuessed(guess PartyID, p Party) []Annotation {
	var all []Annotation
	for _, i := range r.GuessedFor(guess) {
		all = append(all, Annotation{Deed: Assign, Anchor: r.anchor(i), Party: p.ID, Name: p.Name, PartyKind: p.Kind})
	}
	return r.recordAll(all...)
}

// SetKind decides what the quoted words are.
func (r *Reading) SetKind(quote int, kind QuoteKind) Annotation {
	return r.record(Annotation{Deed: SetKind, Anchor: r.anchor(quote), Kind: kind})
}

// Accept turns the guess on a quotation into a decision, or confirms that the
// words of another text are these. ok is false where there is nothing to
// accept: it is decided, or nobody knows the speaker.
func (r *Reading) Accept(quote int) (a Annotation, ok bool) {
	if a, ok = r.acceptance(quote); !ok {
		return a, false
	}
	return r.record(a), true
}

// AcceptAll accepts, as one decision to undo, each quotation from the given one
// on whose guess is at least so sure ([Quote.Sureness]).
func (r *Reading) AcceptAll(from int, least float64) []Annotation {
	var all []Annotation
	for i := from; i < len(r.quotes); i++ {
		if r.quotes[i].Sureness() < max(least, 0) {
			continue
		}
		if a, ok := r.acceptance(i); ok {
			all = append(all, a)
		}
	}
	return r.recordAll(all...)
}

func (r *Reading) acceptance(quote int) (a Annotation, ok bool) {
	q := &r.quotes[quote]
	if q.Decided() {
		return a, false
	}
	if q.Moved != nil {
		return r.confirmation(quote)
	}
	a.Anchor = r.anchor(quote)
	if !q.Kind.Spoken() {
		a.Deed, a.Kind = SetKind, q.Kind
		return a, true
	}
	p, _, ok := r.Party(q.Speaker)
	if ok {
		a.Deed, a.Party, a.Name, a.PartyKind = Assign, p.ID, p.Name, p.Kind
	}
	return a, ok
}

// confirmation says that a quotation's words are those that were decided on in
// another text.
func (r *Reading) confirmation(quote int) (Annotation, bool) {
	for _, s := range r.unresolved {
		if i, ok := r.QuoteAt(s.At); ok && i == quote && s.Status == Moved {
			return r.placing(s, s.At), true
		}
	}
	return Annotation{}, false
}

// Place decides where the words of an unresolved decision are in this text, and of
// all other decisions on the same words; ok is false where there are no words.
func (r *Reading) Place(s UnresolvedDecision, at Span) (a Annotation, ok bool) {
	at = r.fit(at)
	if at.Empty() {
		return a, false
	}
	return r.record(r.placing(s, at)), true
}

func (r *Reading) placing(s UnresolvedDecision, at Span) Annotation {
	return Annotation{Deed: Confirm, Target: s.Article, Anchor: s.Words, To: NewAnchor(r.Article.Text, at)}
}

// MakeQuote makes words a quotation of that kind. ok is false where there are
// no words, or they are a quotation.
func (r *Reading) MakeQuote(words Span, kind QuoteKind) (a Annotation, ok bool) {
	words = r.fit(words)
	if _, is := r.QuoteOf(words); is || words.Empty() {
		return a, false
	}
	return r.record(Annotation{Deed: MakeQuote, Anchor: NewAnchor(r.Article.Text, words), Kind: kind}), true
}

// MoveQuote gives a quotation other ends; ok is as of MakeQuote.
func (r *Reading) MoveQuote(quote int, to Span) (a Annotation, ok bool) {
	to = r.fit(to)
	if _, is := r.QuoteOf(to); is || to.Empty() {
		return a, false
	}
	return r.record(Annotation{Deed: MoveQuote, Anchor: r.anchor(quote), To: NewAnchor(r.Article.Text, to)}), true
}

// SplitQuote makes two quotations of one; the second begins at the offset. ok is
// false where one of the two would have no words.
func (r *Reading) SplitQuote(quote int, offset int) (a Annotation, ok bool) {
	whole := r.quotes[quote].Span
	first, second := r.fit(Span{whole.Start, offset}), r.fit(Span{offset, whole.End})
	if first.Empty() || second.Empty() || !whole.Covers(first) || !whole.Covers(second) {
		return a, false
	}
	return r.record(Annotation{Deed: SplitQuote, Anchor: r.anchor(quote), To: NewAnchor(r.Article.Text, second)}), true
}

// JoinNext makes one quotation of a quotation and the next that begins after
// it; ok is false for the last.
func (r *Reading) JoinNext(quote int) (a Annotation, ok bool) {
	for next := quote + 1; next < len(r.quotes); next++ {
		if r.quotes[next].Start >= r.quotes[quote].End {
			return r.record(Annotation{Deed: JoinQuotes, Anchor: r.anchor(quote), To: r.anchor(next)}), true
		}
	}
	return a, false
}

// DropQuote decides that there is no quotation.
func (r *Reading) DropQuote(quote int) Annotation {
	return r.record(Annotation{Deed: DropQuote, Anchor: r.anchor(quote)})
}

// SetNote puts a note on a quotation, or takes it away if text is empty.
func (r *Reading) SetNote(quote int, text string) Annotation {
	return r.record(Annotation{Deed: SetNote, Anchor: r.anchor(quote), Text: strings.ToValidUTF8(text, "\uFFFD")})
}

// SetCertainty says how sure the reader is of a quotation.
func (r *Reading) SetCertainty(quote int, c Certainty) Annotation {
	return r.record(Annotation{Deed: SetCertainty, Anchor: r.anchor(quote), Certainty: c})
}

// SetAddressee says to whom a quotation was said; the zero party takes it back.
func (r *Reading) SetAddressee(quote int, p Party) Annotation {
	return r.record(Annotation{Deed: SetAddressee, Anchor: r.anchor(quote), Party: p.ID, Name: p.Name, PartyKind: p.Kind})
}
