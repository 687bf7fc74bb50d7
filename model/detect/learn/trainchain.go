package learn

import (
	"math"
)

// Sequence is an annotated sequence: the features of each step, and its label.
type Sequence struct {
	Steps  [][]Feature
	Labels []uint8
}

// TrainChain learns to label sequences as the examples are; [OpenChain] reads
// what it gives. forbidden says which label may not follow another; from is the
// number of labels for the start. The same examples and options give the same
// bytes. It is an error when there are more labels than [MaxOutputs].
func TrainChain(examples []Sequence, labels int, forbidden func(from, to int) bool, o Options) ([]byte, error) {
	m := newOptimiser(o, labels, func(yield func([]Feature)) {
		for _, e := range examples {
			for _, fs := range e.Steps {
				yield(fs)
			}
		}
	})
	first := len(m.features)
	m.room(first + labels + 1) // the pairs have the last rows
	t := chainTrainer{optimiser: m, first: int32(first), gradient: make([]float32, (labels+1)*labels), closed: make([]bool, (labels+1)*labels)}
	for i := range t.closed {
		t.closed[i] = forbidden(i/labels, i%labels)
	}
	known := make([][][]int32, len(examples))
	for i, e := range examples {
		for _, fs := range e.Steps {
			known[i] = append(known[i], m.known(fs))
		}
	}
	m.rounds(len(examples), func(i int) { t.show(known[i], examples[i].Labels) })
	weights, err := m.encode()
	if err != nil {
		return nil, err
	}
	return encodeChain(t.pairs(), weights), nil
}

type chainTrainer struct {
	*optimiser
	first    int32     // row of the first pair
	gradient []float32 // of the pairs
	closed   []bool    // pairs that are forbidden
	room     room
}

// pairs is the weights of the pairs of labels.
func (t *chainTrainer) pairs() []float32 {
	out := append([]float32(nil), t.weights[int(t.first)*t.outputs:]...)
	for i, closed := range t.closed {
		if closed {
			out[i] = float32(math.Inf(-1))
		}
	}
	return out
}

func (t *chainTrainer) show(steps [][]int32, gold []uint8) {
	l := lattice{labels: t.outputs, scores: make([]float32, len(steps)*t.outputs), pairs: t.pairs(), free: &t.room}
	t.room.used = 0
	for i, rows := range steps {
		t.add(l.at(i), rows)
	}
	clear(t.gradient)
	share := l.expect(t.gradient)
	from := t.outputs
	for i, rows := range steps {
		g := l.row(share, i)
		g[gold[i]]--
		t.step(rows, g)
		t.gradient[from*t.outputs+int(gold[i])]--
		from = int(gold[i])
	}
	for from := range t.outputs + 1 {
		row := t.gradient[from*t.outputs:][:t.outputs]
		for to := range row {
			if t.closed[from*t.outputs+to] {
				row[to] = 0
			}
		}
		t.step([]int32{t.first + int32(from)}, row)
	}
}
