package speech

import (
	"slices"

	"rawi/model/detect/learn"
)

// choice is what a choice is judged by: the view of the one chosen, and how far
// it leads.
type choice struct {
	*view
	share  int // in steps, see steps
	margin int // before the next
	agreed int // the rules say the same: 1; nobody: 2; another: 0
	words  int // of the mention, by size
	whole  int // a person's name of two words or more, one of them known
}

// doubtRows are the features by which it is judged whether a choice is right:
// also whether what was found is a quotation at all, and its span the right one.
var doubtRows = []func(*choice) uint64{
	func(c *choice) uint64 { return 1 },
	func(c *choice) uint64 { return pack(c.share) },
	func(c *choice) uint64 { return pack(c.margin) },
	func(c *choice) uint64 { return pack(c.share, c.kind) },
	func(c *choice) uint64 { return pack(c.share, c.agreed) },
	func(c *choice) uint64 { return pack(c.kind, c.cue) },
	func(c *choice) uint64 { return pack(c.kind, c.length) },
	func(c *choice) uint64 { return pack(c.kind, c.class, c.cue) },
	func(c *choice) uint64 { return pack(c.ruled) },
	func(c *choice) uint64 { return pack(c.ruled, c.surely) },
	func(c *choice) uint64 { return pack(c.where) },
	func(c *choice) uint64 { return pack(c.where, c.cue) },
	func(c *choice) uint64 { return pack(c.where, c.back, c.kind) },
	func(c *choice) uint64 { return pack(c.where, c.party) },
	func(c *choice) uint64 { return pack(c.form, c.party, c.words) },
	func(c *choice) uint64 { return pack(c.party, c.whole, c.named) },
}

// doubts are the features of the first of the options.
func (s *Stage) doubts(options []option) []learn.Feature {
	first := &options[0]
	c := choice{view: first.view, share: steps(first.share), agreed: 2}
	if len(options) > 1 {
		c.margin = steps(first.share / (first.share + options[1].share))
	}
	if c.ruled > 0 {
		c.agreed = learn.Bit(c.ruled < ruledAnother)
	}
	if first.place >= 0 {
		c.words = grade(s.places[first.place].to - s.places[first.place].from)
	}
	if first.party >= 0 && first.party < s.parties.Len() {
		c.whole = learn.Bit(s.isSurelyPerson(first.party))
	}
	out := make([]learn.Feature, len(doubtRows))
	for k, value := range doubtRows {
		out[k] = learn.Template(k).Number(value(&c))
	}
	return out
}

// steps is a share in a few steps, finer towards 1.
func steps(share float32) int {
	limits := [...]float32{0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.98, 0.99, 0.995, 0.998}
	i, _ := slices.BinarySearch(limits[:], share)
	return i
}

// likelihood is how likely a choice is right.
func likelihood(r *learn.Ranker, doubts []learn.Feature) float64 {
	return float64(r.Shares([][]learn.Feature{doubts, nil})[0])
}
