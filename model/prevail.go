package model

// Whose decisions are shown, where several authors decided on one thing, is one
// rule: the reader's own; else what adjudicators decided; else what everybody
// decided, as long as they agree. Where they differ and the reader is silent nobody
// prevails: the thing is undecided, and what they say is what there is to choose
// from. Times decide nothing between authors.

// prevailing is which of some authors' words on one thing is shown to a reader: the
// first of those that agree; ok is false where nobody's is. says gives the author of
// each word, and whether it was said as an adjudicator.
func prevailing(reader string, words int, says func(int) (author string, adjudicated bool), agree func(i, j int) bool) (shown int, ok bool) {
	var heard, adjudicated []int
	for i := range words {
		author, adjudicates := says(i)
		if author == reader {
			return i, true
		}
		if adjudicates {
			adjudicated = append(adjudicated, i)
		}
		heard = append(heard, i)
	}
	if len(adjudicated) > 0 {
		heard = adjudicated
	}
	for n, i := range heard {
		for _, j := range heard[n+1:] {
			if !agree(i, j) {
				return 0, false
			}
		}
	}
	if len(heard) == 0 {
		return 0, false
	}
	return heard[0], true
}
