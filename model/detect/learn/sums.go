package learn

import "rawi/model/detect/table"

// Sums adds up quantised weights, of all outputs at once: each has 16 bits of its own,
// those of outputs 0, 2, 4 and 6 in even, the others in odd, the first ones lowest. A
// negative one borrows from the next, which is given back when they are read, so two
// additions add eight weights. Some 250 features fit, whatever their
// weights are.
type Sums struct{ even, odd uint64 }

// Add adds what was summed elsewhere.
func (s *Sums) Add(more Sums) {
	s.even += more.even
	s.odd += more.odd
}

// each 16 bits of a number.
const (
	lowBytes  = 0x00ff00ff00ff00ff
	signs     = 0x8080808080808080
	unsigned  = 0x0080008000800080 // what flipping the sign of each byte added
	stepBytes = 8
)

// addSteps adds quantised weights, one byte each.
func (s *Sums) addSteps(steps uint64) {
	steps ^= signs
	s.even += steps&lowBytes - unsigned
	s.odd += steps>>8&lowBytes - unsigned
}

// Sum adds the weights of features.
func (w *Weights) Sum(s *Sums, features ...Feature) {
	for _, f := range features {
		if steps := w.find(f); steps != "" {
			s.addSteps(w.steps(steps))
		}
	}
}

// steps are the quantised weights at the start of a string that may go on behind them.
func (w *Weights) steps(s string) (steps uint64) {
	if len(s) >= stepBytes {
		return (uint64(table.Number(s)) | uint64(table.Number(s[4:]))<<32) & w.mask
	}
	for k := range w.outputs {
		steps |= uint64(s[k]) << (8 * k)
	}
	return steps
}

// AddTo adds what was summed to the scores, of which there is one for each output.
func (w *Weights) AddTo(scores []float32, s Sums) {
	even, odd := int64(s.even), int64(s.odd)
	for k := range scores {
		sum := int16(even)
		scores[k] += float32(sum) * w.scale
		even, odd = odd, (even-int64(sum))>>16
	}
}
