package score

import "rawi/model"

// tenths is how many classes confidence is divided into.
const tenths = 10

// Reliability is what became of the speakers that were said with a confidence of
// one tenth.
type Reliability struct {
	Right, Of  int
	Confidence float64 // the sum over all
}

func (r *Reliability) add(o Reliability) {
	r.Right += o.Right
	r.Of += o.Of
	r.Confidence += o.Confidence
}

// Reliability is what became of the speakers said with a confidence of each
// tenth: [0, 0.1) first, [0.9, 1] last.
func (s *Scores) Reliability() [tenths]Reliability { return s.reliability }

// sure counts the speakers that the program says of speech and of reported
// clauses. One is wrong also where nobody speaks, or nobody knows who: what is
// no quotation, or only words between marks, has no speaker.
func (c *counter) sure() {
	c.confident(speech, marked)
	c.confident(indirect, indirect)
}

func (c *counter) confident(is, pool func(*model.Quote) bool) {
	a, f := c.annotated.where(pool), c.found.where(pool)
	right := make([]bool, len(f))
	for i, j := range c.pair(a.spans(), f.spans()) {
		if j >= 0 {
			right[j] = is(a[i].Quote) && a[i].Speaker != "" && c.same(f[j].Quote, a[i].Quote)
		}
	}
	for j := range f {
		if !is(f[j].Quote) || f[j].Speaker == "" {
			continue
		}
		c.said(f[j].Confidence, right[j])
	}
}

// said counts one speaker.
func (c *counter) said(confidence float64, right bool) {
	if confidence >= SureFrom {
		c.one(Sure, right)
	}
	r := Reliability{Of: 1, Confidence: confidence}
	if right {
		r.Right = 1
	}
	c.reliability[tenth(confidence)].add(r)
}

// tenth is the class of a confidence. 0.9 times ten is not under nine, 0.3
// times ten neither under three: what is written as a tenth is in its own class.
func tenth(confidence float64) int {
	return min(max(int(confidence*tenths+1e-9), 0), tenths-1)
}
