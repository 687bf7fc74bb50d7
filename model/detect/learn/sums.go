package learn

import "rawi/model/detect/table"

// Sums adds up quantised weights, of all outputs at once: each has 16 bits of its own,
// those of outputs 0, 2, 4 and 6 in even, the others in odd, the first ones lowest. A
// negative one borrows from the next, which is given back when they are read, so two
// additions add eight weights. Some 250 features fit, whatever their weights are.
type Sums struct{ even, odd uint64 }

// Add adds what was summed elsewhere.
func (s *Sums) Add(more Sums) {
	s.even += more.even
	s.odd += more.odd
}

// at is the sum of an output.
func (s Sums) at(output int) int16 {
	lanes := s.even
	if output&1 != 0 {
		lanes = s.odd
	}
	output >>= 1
	if output == 0 {
		return int16(lanes)
	}
	below := lanes >> (16*output - 1) // with the sign of the sum below
	return int16(below>>1 + below&1)
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
	for k := range scores {
		scores[k] += float32(s.at(k)) * w.scale
	}
}
