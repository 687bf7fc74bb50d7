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
	said := make([]*model.Quote, len(f)) // what is annotated where one was found
	for i, j := range c.pair(a.spans(), f.spans()) {
		if j >= 0 && is(a[i].Quote) && a[i].Speaker != "" {
			said[j] = a[i].Quote
		}
	}
	for j := range f {
		if q := f[j].Quote; is(q) && q.Speaker != "" {
			c.said(q.Confidence, said[j] != nil, said[j] != nil && c.same(q, said[j]))
		}
	}
}

// said counts one speaker, of a quotation that somebody known said or not.
func (c *counter) said(confidence float64, known, right bool) {
	if confidence >= SureFrom {
		c.one(Sure, right)
		if known {
			c.one(SureFound, right)
		}
	}
	r := Reliability{Of: 1, Confidence: confidence}
	if right {
		r.Right = 1
	}
	c.reliability[tenth(confidence)].add(r)
}

// tenth is the class of a confidence.
func tenth(confidence float64) int {
	return min(max(int(confidence*tenths), 0), tenths-1)
}
