package agree

import (
	"cmp"
	"slices"

	"rawi/model"
)

// Spans is how far two coders have the same spans. Of several pairs of coders it is the
// sum.
type Spans struct {
	First   int `json:"first"`   // spans that the first has
	Second  int `json:"second"`  // and the second
	Exact   int `json:"exact"`   // that both have, word for word
	Overlap int `json:"overlap"` // that share words with one of the other's; each counts once
}

// F1 is the harmonic mean of precision and recall, whichever of the two is taken for
// right, of so many spans that both have; ok is false where nobody has any.
func (s Spans) F1(both int) (f1 float64, ok bool) {
	if s.First+s.Second == 0 {
		return 0, false
	}
	return 2 * float64(both) / float64(s.First+s.Second), true
}

func (s *Spans) add(o Spans) {
	s.First += o.First
	s.Second += o.Second
	s.Exact += o.Exact
	s.Overlap += o.Overlap
}

// compare compares the spans of one article.
func compare(first, second []model.Span) Spans {
	s := Spans{First: len(first), Second: len(second)}
	for _, pair := range pairs(first, second) {
		s.Overlap++
		if first[pair[0]] == second[pair[1]] {
			s.Exact++
		}
	}
	return s
}

// pairs is which of the first spans are which of the second, by their places: those
// that are the same, then those that share the most; no span is in two pairs.
func pairs(first, second []model.Span) (found [][2]int) {
	type meeting struct{ i, j, shared, apart int }
	var all []meeting
	for i, a := range first {
		for j, b := range second {
			if shared := min(a.End, b.End) - max(a.Start, b.Start); shared > 0 {
				all = append(all, meeting{i, j, shared, a.Len() + b.Len() - 2*shared})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b meeting) int {
		return cmp.Or(cmp.Compare(min(a.apart, 1), min(b.apart, 1)), b.shared-a.shared, a.apart-b.apart)
	})
	taken := [2]map[int]bool{{}, {}}
	for _, m := range all {
		if !taken[0][m.i] && !taken[1][m.j] {
			taken[0][m.i], taken[1][m.j] = true, true
			found = append(found, [2]int{m.i, m.j})
		}
	}
	return found
}
