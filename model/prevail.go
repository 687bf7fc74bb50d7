package model

// Whose decisions are shown, where several authors decided on one thing, is one
// rule: the reader's own; else what adjudicators decided; else what everybody
// decided, as long as they agree. Where they differ and the reader is silent nobody
// prevails: the thing is undecided, and what they say is what there is to choose
// from. Times decide nothing between authors.
//
// Who adjudicates reads as if their own decisions as an annotator were another's.

// who is an author in one capacity: what somebody decides as an adjudicator stands
// beside what they decided before as an annotator, and does not replace it.
type who struct {
	author string
	as     Capacity
}

// by is who made a decision.
func (a *Annotation) by() who { return who{a.Author, a.Capacity} }

// prevailing is which of some words on one thing, each by somebody else, is shown to a
// reader: the first of those that agree; ok is false where nobody's is.
func prevailing(reader who, words []who, agree func(i, j int) bool) (shown int, ok bool) {
	ranks := [][]int{nil, nil, nil, nil}
	for i, w := range words {
		n := rank(reader, w)
		ranks[n] = append(ranks[n], i)
	}
	for _, heard := range ranks {
		if len(heard) > 0 {
			return unanimous(heard, agree)
		}
	}
	return 0, false
}

// rank is who is heard before whom.
func rank(reader, by who) int {
	switch own := by.author == reader.author; {
	case own && by.as == Adjudicator:
		return 0
	case own && reader.as == Annotator:
		return 1
	case by.as == Adjudicator:
		return 2
	}
	return 3
}

// unanimous is the first of some words if all of them agree.
func unanimous(words []int, agree func(i, j int) bool) (first int, ok bool) {
	for n, i := range words {
		for _, j := range words[n+1:] {
			if !agree(i, j) {
				return 0, false
			}
		}
	}
	return words[0], true
}
