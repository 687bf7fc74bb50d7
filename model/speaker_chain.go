package model

// followConfidence is how often a verb without a subject of its own means the
// speaker before, as counted on annotated articles.
const followConfidence = 0.9

// propagateSpeakers gives each decided speaker to the guesses that take it up, in
// text order: «وأضاف» after a quotation whose speaker the reader has decided. It
// changes no decision. order is where the quotations were before they were sorted,
// nil for here.
func (d *derivation) propagateSpeakers(order []int) {
	if !d.owned {
		return // nothing is decided
	}
	redirected := d.quoteIndex.redirected()
	resolved := make([]bool, len(d.quotes)) // decided, or following one that is
	for n := range d.quotes {
		q, i := d.quotes[n], n
		if order != nil {
			i = order[n]
		}
		if !q.Kind.Spoken() {
			continue
		}
		if q.Decision == "" {
			previous, ok := d.previousQuote(q, i, redirected)
			if !ok || !resolved[previous] {
				continue
			}
			q = d.editMoved(n, i)
			if q.Speaker == "" {
				q.Reason, q.Confidence = Reason{Rule: PreviousSpeaker, Words: q.Cue}, followConfidence
			}
			q.Speaker = d.quotes[previous].Speaker
		}
		resolved[n] = true
	}
}

// previousQuote is the quotation whose speaker a quotation takes up that was at i
// before the quotations were sorted.
func (d *derivation) previousQuote(q *Quote, i int, redirected map[int]int) (int, bool) {
	if q.Follows.Empty() {
		return 0, false
	}
	if i >= len(d.src.follows) || d.src.follows[i] < 0 {
		return d.quoteAt(q.Follows)
	}
	previous := int(d.src.follows[i])
	if to, ok := redirected[previous]; ok {
		previous = to
	}
	return d.quoteIndex.ranked(previous)
}
