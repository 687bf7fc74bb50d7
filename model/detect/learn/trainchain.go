package learn

import (
	"math"
	"math/rand/v2"
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
	random := rand.New(rand.NewPCG(o.Seed, 1))
	m.rounds(len(examples), func(i int) { t.show(t.some(random, known[i]), examples[i].Labels) })
	scaleBy(m.weights[:first*labels], float32(1-o.Drop)) // at last all features speak at once
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
	rows     [][]int32 // room for the features that are kept
	kept     [][]int32
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

// some is the steps of a sequence with some features left out, so that none is relied on
// alone (Hinton and others, Improving neural networks by preventing co-adaptation of feature
// detectors, 2012). What is learnt so is too large by the share that is left out.
func (t *chainTrainer) some(random *rand.Rand, steps [][]int32) [][]int32 {
	if t.Drop == 0 {
		return steps
	}
	t.kept = t.kept[:0]
	for i, rows := range steps {
		if i == len(t.rows) {
			t.rows = append(t.rows, nil)
		}
		t.rows[i] = t.rows[i][:0]
		for _, row := range rows {
			if random.Float64() >= t.Drop {
				t.rows[i] = append(t.rows[i], row)
			}
		}
		t.kept = append(t.kept, t.rows[i])
	}
	return t.kept
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
