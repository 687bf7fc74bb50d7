package model

// Unsettled is the polls on which authors differ and nobody adjudicated, in text order.
func (r *Reading) Unsettled() (all []*Poll) {
	for _, d := range r.Differences() {
		if d.Poll != nil && !d.Settled() {
			all = append(all, d.Poll)
		}
	}
	return all
}

// NextUnsettled is the quotation of the next poll that is unsettled and begins after an
// offset, else of the first; ok is false where none is left.
func (r *Reading) NextUnsettled(after int) (quote int, ok bool) {
	for _, poll := range r.Unsettled() {
		if len(poll.Quotes) == 0 || ok && poll.Start <= after {
			continue
		}
		if !ok || poll.Start > after {
			quote, ok = poll.Quotes[0], true
		}
		if poll.Start > after {
			break
		}
	}
	return quote, ok
}
