package speech

import (
	"slices"

	"rawi/model/detect/learn"
)

// choice is what a choice is judged by: the view of the one chosen, and how far
// it leads.
type choice struct {
	*view
	share  float32 // how likely it is, as the ranker says
	margin float32 // how likely it is, were it this one or the next
	quote  float32 // how likely what was found is a quotation of its kind and ends there
	before float32 // how likely he said what he said before; 0 for nothing
	agreed int     // the rules say the same: 1; nobody: 2; another: 0
	words  int     // of the mention, by size
	here   uint8   // how likely that is one, in percent; 0 where nobody asked
	full   uint8   // the same of the mention that names him best
}

// doubtRows are the features by which it is judged whether a choice is right:
// also whether what was found is a quotation at all, and its span the right one.
var doubtRows = []func(*choice) uint64{
	func(c *choice) uint64 { return pack(steps(c.margin)) },
	func(c *choice) uint64 { return pack(steps(c.share), c.agreed) },
	func(c *choice) uint64 { return pack(c.kind, steps(c.quote)) },
	func(c *choice) uint64 { return pack(c.kind, c.gap) },
	func(c *choice) uint64 { return pack(c.ruled, c.surely) },
	func(c *choice) uint64 { return pack(c.agrees, c.agreed) },
	func(c *choice) uint64 { return pack(c.where, c.cue) },
	func(c *choice) uint64 { return pack(c.where, c.party) },
	func(c *choice) uint64 { return pack(c.form, c.party, c.words) },
	func(c *choice) uint64 { return pack(percent(c.here)) },
	func(c *choice) uint64 { return pack(steps(c.before), learn.Bit(c.where >= int(inParagraph))) },
	func(c *choice) uint64 { return pack(c.same, c.around, c.kind) },
}

// doubtDegrees are likewise features, each step one that all above it have too: what
// is rare learns from what is less so.
var doubtDegrees = []func(*choice) int{
	func(c *choice) int { return steps(c.quote) },
	func(c *choice) int { return percent(c.full) },
}

// doubts are the features of the first of the options for quotation i.
func (s *Stage) doubts(i int, options []option, h *history) []learn.Feature {
	c := s.choiceOf(i, options, h)
	var out []learn.Feature
	for k, value := range doubtRows {
		out = append(out, learn.Template(k).Number(value(&c)))
	}
	for k, degree := range doubtDegrees {
		for n := range degree(&c) {
			out = append(out, learn.Template(len(doubtRows)+k).Number(uint64(n)))
		}
	}
	return out
}

func (s *Stage) choiceOf(i int, options []option, h *history) choice {
	first := &options[0]
	c := choice{view: first.view, share: first.share, quote: s.quotes[i].sure, agreed: 2}
	if len(options) > 1 {
		c.margin = first.share / (first.share + options[1].share)
	}
	if c.ruled > 0 {
		c.agreed = learn.Bit(c.ruled < ruledAnother)
	}
	if first.party >= 0 {
		c.before, c.full = h.sure[first.party], s.profiles[first.party].sure
	}
	if first.place >= 0 {
		p := &s.places[first.place]
		if c.words = grade(p.to - p.from); p.mention >= 0 {
			c.here = s.found.Mention(p.mention).Sure
		}
	}
	return c
}

// steps is a share in a few steps, finer towards 1.
func steps(share float32) int {
	limits := [...]float32{0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.98, 0.99, 0.995}
	i, _ := slices.BinarySearch(limits[:], share)
	return i
}

// percent is a probability in percent in a few steps; 0 stands for none.
func percent(n uint8) int {
	i, _ := slices.BinarySearch([]uint8{1, 30, 50, 60, 70, 80, 90, 95, 98}, n)
	return i
}
