package model

// NextUndecided is the quotation that is reviewed next after another one, which
// may be decided, or the first of all after -1; in text order or from the least
// sure guess to the surest. ok is false where none is left.
func (r *Reading) NextUndecided(after int, doubtfulFirst bool) (next int, ok bool) {
	turn := func(i int) reviewTurn {
		if doubtfulFirst {
			return reviewTurn{r.quotes[i].Sureness(), i}
		}
		return reviewTurn{0, i}
	}
	var past, first reviewTurn
	if after >= 0 {
		past = turn(after)
	}
	for i, state := range r.States() {
		if state == StateDecided {
			continue
		}
		if t := turn(i); (after < 0 || past.before(t)) && (!ok || t.before(first)) {
			first, ok = t, true
		}
	}
	return first.quote, ok
}

// reviewTurn is when a quotation is reviewed.
type reviewTurn struct {
	sureness float64
	quote    int
}

func (t reviewTurn) before(other reviewTurn) bool {
	return t.sureness < other.sureness || t.sureness == other.sureness && t.quote < other.quote
}

// GuessedFor is the quotations that a party is guessed to have said, none for "".
func (r *Reading) GuessedFor(id PartyID) (quotes []int) {
	for i := range r.quotes {
		if q := &r.quotes[i]; id != "" && q.Speaker == id && q.State() == StateGuessed && q.Kind.Spoken() {
			quotes = append(quotes, i)
		}
	}
	return quotes
}

// SpeakerBefore is the speaker of the nearest quotation before one that has a
// speaker; ok is false where there is none.
func (r *Reading) SpeakerBefore(quote int) (p *Party, ok bool) {
	for i := quote - 1; i >= 0; i-- {
		if q := &r.quotes[i]; q.Kind.Spoken() && q.Speaker != "" {
			p, _, ok = r.Party(q.Speaker)
			return p, ok
		}
	}
	return nil, false
}

// kindSureness is how often a guess that words between marks are not speech is
// right, as counted on annotated articles.
var kindSureness = [...]float64{Scare: 0.6, WorkTitle: 0.95, Other: 0.6}

// Sureness is how sure what is shown of a quotation is, from 0 to 1: the guessed
// speaker, or the kind where nobody speaks. It is -1 for words that moved, and where
// authors differ and the reader is silent.
func (q *Quote) Sureness() float64 {
	switch {
	case q.Moved != nil || q.Contested:
		return -1
	case q.Kind.Spoken():
		return q.Confidence
	}
	return kindSureness[q.Kind]
}

// doubtful is the sureness below which guesses are wrong often enough to be
// looked at one by one: on annotated articles more than a tenth of them.
const doubtful = 0.8

// Doubtful reports whether what is shown of a quotation is a guess that may well
// be wrong.
func (q *Quote) Doubtful() bool { return !q.Decided() && q.Sureness() < doubtful }
