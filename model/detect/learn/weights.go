package learn

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"

	"rawi/model/detect/table"
)

// Weights are what a model has learned: for each feature a weight for each
// output. They lie in one string, searched where they lie, so that weights embedded
// in the program take no time to load.
//
// The layout, all numbers little-endian:
//
//	4 bytes  the number of outputs
//	4 bytes  scale: what a quantised weight of 1 stands for, a float32
//	4 bytes  the number of slots
//	slots    4 bytes: the upper half of the feature's hash, 0 for a free slot;
//	         1 byte for each output: the quantised weight
//
// Whatever is known of a feature lies in one place: to ask for a feature, known or
// not, mostly reads one line of the cache.
type Weights struct {
	outputs int
	scale   float32
	count   uint32
	mask    uint64 // of the bytes of a feature's weights
	slots   string
}

const (
	weightsHeader = 12
	slotHeader    = 4
	// MaxOutputs is how many outputs weights may have: see [Sums].
	MaxOutputs = stepBytes
)

// ErrMalformed is what is wrong with bytes that are no weights.
var ErrMalformed = errors.New("learn: not weights of this version, or cut off")

// OpenWeights makes weights of the bytes that training gave. It looks at the
// sizes alone: whoever reads them from a file must know by a checksum that they
// are whole.
func OpenWeights(data string) (Weights, error) {
	if len(data) < weightsHeader {
		return Weights{}, ErrMalformed
	}
	w := Weights{
		outputs: int(table.Number(data)),
		scale:   math.Float32frombits(table.Number(data[4:])),
		count:   table.Number(data[8:]),
		slots:   data[weightsHeader:],
	}
	if w.outputs < 1 || w.outputs > MaxOutputs || w.count < 1 || uint64(w.count)*uint64(w.size()) != uint64(len(w.slots)) {
		return Weights{}, ErrMalformed
	}
	w.mask = 1<<(8*w.outputs) - 1
	return w, nil
}

// Outputs is how many weights a feature has.
func (w *Weights) Outputs() int { return w.outputs }

func (w *Weights) size() int { return slotHeader + w.outputs }

// Add adds the weights of features, no more than [Sums] holds, to the scores, of which
// there is one for each output.
func (w *Weights) Add(scores []float32, features ...Feature) {
	var sums Sums
	w.Sum(&sums, features...)
	w.AddTo(scores, sums)
}

// step is the quantised weight of a feature, of weights with one output.
func (w *Weights) step(f Feature) int {
	if w.count == 0 {
		return 0
	}
	if steps := w.find(f); steps != "" {
		return int(int8(steps[0]))
	}
	return 0
}

// find is where the quantised weights of a feature begin, "" for none.
func (w *Weights) find(f Feature) string {
	slot, tag := w.place(f)
	size := w.size()
	for at := int(slot) * size; w.count > 0; at += size {
		if at == len(w.slots) {
			at = 0
		}
		s := w.slots[at:]
		switch table.Number(s) {
		case tag:
			return s[slotHeader:]
		case 0:
			return ""
		}
	}
	return ""
}

// place is the slot where the search for a feature begins, and what tells it from
// others there, never 0.
func (w *Weights) place(f Feature) (slot, tag uint32) {
	h := mix(uint64(f))
	return uint32(uint64(uint32(h)) * uint64(w.count) >> 32), max(uint32(h>>32), 1)
}

// quantised is how many steps a weight has on each side of 0.
const quantised = 127

// encodeWeights lays out the rows, one of so many outputs for each feature. A
// weight smaller than least is left out.
func encodeWeights(features []Feature, rows []float32, outputs int, least float32) ([]byte, error) {
	if outputs < 1 || outputs > MaxOutputs {
		return nil, fmt.Errorf("learn: %d outputs: at least 1 and at most %d", outputs, MaxOutputs)
	}
	scale := slices.Max(append([]float32{least, 1e-6}, absolute(rows)...)) / quantised
	steps := make([][]byte, len(features))
	known := 0
	for i := range features {
		if steps[i] = quantise(rows[i*outputs:][:outputs], scale, least); steps[i] != nil {
			known++
		}
	}
	w := Weights{outputs: outputs, count: uint32(known + known/4 + 1)} // a fifth is free: searches are short
	data := binary.LittleEndian.AppendUint32(nil, uint32(outputs))
	data = binary.LittleEndian.AppendUint32(data, math.Float32bits(scale))
	data = binary.LittleEndian.AppendUint32(data, w.count)
	slots := make([]byte, int(w.count)*w.size())
	for i, f := range features { // in their order: the same rows give the same bytes
		if steps[i] != nil {
			w.put(slots, f, steps[i])
		}
	}
	return append(data, slots...), nil
}

// put writes a feature's steps into the first free slot.
func (w *Weights) put(slots []byte, f Feature, steps []byte) {
	slot, tag := w.place(f)
	at := int(slot) * w.size()
	for binary.LittleEndian.Uint32(slots[at:]) != 0 {
		at = (at + w.size()) % len(slots)
	}
	binary.LittleEndian.PutUint32(slots[at:], tag)
	copy(slots[at+slotHeader:], steps)
}

// quantise is nil when no weight is left.
func quantise(row []float32, scale, least float32) []byte {
	steps, left := make([]byte, len(row)), false
	for k, x := range row {
		if step := int8(math.Round(float64(x / scale))); step != 0 && max(x, -x) >= least {
			steps[k], left = byte(step), true
		}
	}
	if !left {
		return nil
	}
	return steps
}

func absolute(all []float32) []float32 {
	out := make([]float32, len(all))
	for i, x := range all {
		out[i] = max(x, -x)
	}
	return out
}
