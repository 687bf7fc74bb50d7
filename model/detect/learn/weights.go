package learn

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
)

// Weights are what a model has learned: for each feature a weight for each
// output. They lie in one string, searched where they lie, so that weights embedded
// in the program take no time to load.
//
// The layout, all numbers little-endian:
//
//	4 bytes       the number of outputs
//	4 bytes       scale: what a quantised weight of 1 stands for, a float32
//	4 bytes       mask: the number of slots, a power of two, less one
//	4 bytes each  slots: where the entry begins, counted from the end of the
//	              slots, plus one; 0 for a free slot
//	entries       4 bytes: the upper half of the feature's hash; 2 bytes: a bit for
//	              each output that has a weight; 1 byte each: the quantised weights
type Weights struct {
	outputs int
	scale   float32
	mask    uint32
	slots   string
	entries string
}

const (
	weightsHeader = 12
	slotSize      = 4
	entryHeader   = 6
	// MaxOutputs is how many outputs weights may have.
	MaxOutputs = 16
)

// ErrMalformed is what is wrong with bytes that are no weights.
var ErrMalformed = errors.New("learn: not weights of this version, or cut off")

// OpenWeights makes weights of the bytes that a [Trained] gave. It looks at the
// sizes alone: whoever reads them from a file must know by a checksum that they
// are whole.
func OpenWeights(data string) (Weights, error) {
	if len(data) < weightsHeader {
		return Weights{}, ErrMalformed
	}
	w := Weights{
		outputs: int(number(data)),
		scale:   math.Float32frombits(number(data[4:])),
		mask:    number(data[8:]),
	}
	slots := uint64(w.mask) + 1
	if w.outputs < 1 || w.outputs > MaxOutputs || slots&uint64(w.mask) != 0 || weightsHeader+slots*slotSize > uint64(len(data)) {
		return Weights{}, ErrMalformed
	}
	end := weightsHeader + int(slots)*slotSize
	w.slots, w.entries = data[weightsHeader:end], data[end:]
	return w, nil
}

// Outputs is how many weights a feature has.
func (w Weights) Outputs() int { return w.outputs }

// Add adds the weights of a feature to the scores, of which there is one for each
// output.
func (w Weights) Add(scores []float32, f Feature) {
	e := w.find(f)
	if e == "" {
		return
	}
	at := entryHeader
	for has, k := uint16(e[4])|uint16(e[5])<<8, 0; has != 0; has, k = has>>1, k+1 {
		if has&1 != 0 {
			scores[k] += float32(int8(e[at])) * w.scale
			at++
		}
	}
}

// find is the entry of a feature and what follows it, "" for none.
func (w Weights) find(f Feature) string {
	if w.slots == "" {
		return ""
	}
	h := mix(uint64(f))
	for slot := uint32(h) & w.mask; ; slot = (slot + 1) & w.mask {
		at := number(w.slots[slot*slotSize:])
		if at == 0 {
			return ""
		}
		if e := w.entries[at-1:]; number(e) == uint32(h>>32) {
			return e
		}
	}
}

// number reads four bytes.
func number(s string) uint32 {
	_ = s[3]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
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
	var entries []byte
	at := make(map[Feature]uint32, len(features))
	for i, f := range features {
		if e := encodeEntry(f, rows[i*outputs:][:outputs], scale, least); e != nil {
			at[f] = uint32(len(entries)) + 1
			entries = append(entries, e...)
		}
	}
	slots := 2
	for slots*3 < len(at)*4 {
		slots *= 2
	}
	table := make([]byte, slots*slotSize)
	for _, f := range features { // in their order: the same rows give the same bytes
		if at[f] == 0 {
			continue
		}
		slot := uint32(mix(uint64(f))) & uint32(slots-1)
		for binary.LittleEndian.Uint32(table[slot*slotSize:]) != 0 {
			slot = (slot + 1) & uint32(slots-1)
		}
		binary.LittleEndian.PutUint32(table[slot*slotSize:], at[f])
	}
	data := binary.LittleEndian.AppendUint32(nil, uint32(outputs))
	data = binary.LittleEndian.AppendUint32(data, math.Float32bits(scale))
	data = binary.LittleEndian.AppendUint32(data, uint32(slots-1))
	return append(append(data, table...), entries...), nil
}

// encodeEntry is nil when no weight is left.
func encodeEntry(f Feature, row []float32, scale, least float32) []byte {
	has, steps := uint16(0), []byte(nil)
	for k, x := range row {
		step := int8(math.Round(float64(x / scale)))
		if step != 0 && max(x, -x) >= least {
			has |= 1 << k
			steps = append(steps, byte(step))
		}
	}
	if has == 0 {
		return nil
	}
	e := binary.LittleEndian.AppendUint32(nil, uint32(mix(uint64(f))>>32))
	return append(binary.LittleEndian.AppendUint16(e, has), steps...)
}

func absolute(all []float32) []float32 {
	out := make([]float32, len(all))
	for i, x := range all {
		out[i] = max(x, -x)
	}
	return out
}
