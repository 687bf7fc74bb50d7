package score

// Count is what one measure counts: how much of what was found is right, and how
// much of what is annotated was found. The two rights differ only for B-cubed,
// which adds up shares. Measures that are a share count on the annotated side alone.
type Count struct {
	FoundRight, Found float64
	Right, Annotated  float64
}

func (c *Count) add(o Count) {
	c.FoundRight += o.FoundRight
	c.Found += o.Found
	c.Right += o.Right
	c.Annotated += o.Annotated
}

// spans counts what was found among what is annotated.
func (s *Scores) spans(m Measure, right, found, annotated int) {
	s.counts[m].add(Count{float64(right), float64(found), float64(right), float64(annotated)})
}

// one counts one thing that is right or not.
func (s *Scores) one(m Measure, right bool) {
	c := Count{Annotated: 1}
	if right {
		c.Right = 1
	}
	s.counts[m].add(c)
}

// figure computes precision and recall.
type figure func(Count) (precision, recall float64)

// f1: finding nothing is right where there is nothing.
func f1(c Count) (p, r float64) {
	return ratio(c.FoundRight, c.Found, c.Annotated == 0), ratio(c.Right, c.Annotated, c.Found == 0)
}

func cubed(c Count) (p, r float64) {
	return ratio(c.FoundRight, c.Found, false), ratio(c.Right, c.Annotated, false)
}

func share(c Count) (p, r float64) {
	r = ratio(c.Right, c.Annotated, false)
	return r, r
}

// ratio is a/b, and of nothing 1 or 0.
func ratio(a, b float64, nothing bool) float64 {
	switch {
	case b > 0:
		return a / b
	case nothing:
		return 1
	}
	return 0
}
