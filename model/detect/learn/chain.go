package learn

import (
	"encoding/binary"
	"math"
	"slices"

	"rawi/model/detect/table"
)

// Chain labels the steps of a sequence, such as the words of a sentence: a
// linear-chain conditional random field (Lafferty, McCallum, Pereira, Conditional
// Random Fields, 2001). The score of a labelling is the sum, over its steps, of the
// weights of the step's features for its label and of the weight of the pair of
// labels.
type Chain struct {
	weights Weights
	pairs   []float32 // [from*labels+to]; a row more for the start; -Inf where forbidden
}

// Labels is how many labels there are.
func (c *Chain) Labels() int { return c.weights.outputs }

// Weights are those of the features, one for each label.
func (c *Chain) Weights() *Weights { return &c.weights }

// OpenChain makes a chain of what [TrainChain] gave. It looks at the sizes alone.
func OpenChain(data string) (*Chain, error) {
	if len(data) < 4 {
		return nil, ErrMalformed
	}
	labels := int(table.Number(data))
	end := 4 + 4*(labels+1)*labels
	if labels < 1 || labels > MaxOutputs || end > len(data) {
		return nil, ErrMalformed
	}
	w, err := OpenWeights(data[end:])
	if err != nil || w.outputs != labels {
		return nil, ErrMalformed
	}
	c := &Chain{weights: w, pairs: make([]float32, (labels+1)*labels)}
	for i := range c.pairs {
		c.pairs[i] = math.Float32frombits(table.Number(data[4+4*i:]))
	}
	return c, nil
}

func encodeChain(pairs []float32, weights []byte) []byte {
	labels := 1
	for (labels+1)*labels < len(pairs) {
		labels++
	}
	data := binary.LittleEndian.AppendUint32(nil, uint32(labels))
	for _, x := range pairs {
		data = binary.LittleEndian.AppendUint32(data, math.Float32bits(x))
	}
	return append(data, weights...)
}

// Labeller labels one sequence after another in the same room: what it said of the
// one before is lost.
type Labeller struct {
	*Chain
	labels []uint8
	room   room
}

// Best is the likeliest labelling of a sequence. scores has for each step a score
// for each label: the sums of the weights of its features.
func (x *Labeller) Best(scores []float32) []uint8 {
	l := x.lattice(scores)
	x.labels = l.viterbi(x.labels[:0])
	return x.labels
}

// Shares is [step*labels+label] the probability of a label at a step, whatever the
// others are.
func (x *Labeller) Shares(scores []float32) []float32 {
	l := x.lattice(scores)
	return l.marginals()
}

func (x *Labeller) lattice(scores []float32) lattice {
	x.room.used = 0
	return lattice{labels: x.Labels(), scores: scores, pairs: x.pairs, free: &x.room}
}

// room is memory for the numbers of one sequence after another.
type room struct {
	all  []float32
	used int
	back []uint8
}

// take is so many numbers of no certain value, good until the next sequence.
func (r *room) take(n int) []float32 {
	if r.used+n > len(r.all) {
		r.all, r.used = make([]float32, 2*len(r.all)+n), 0 // what was taken before keeps the old one
	}
	r.used += n
	return r.all[r.used-n : r.used : r.used]
}

// lattice is a sequence's scores.
type lattice struct {
	labels int
	scores []float32
	pairs  []float32
	free   *room
}

func (l *lattice) steps() int                          { return len(l.scores) / l.labels }
func (l *lattice) at(step int) []float32               { return l.scores[step*l.labels:][:l.labels] }
func (l *lattice) into(from int) []float32             { return l.pairs[from*l.labels:][:l.labels] }
func (l *lattice) start() []float32                    { return l.into(l.labels) }
func (l *lattice) room() []float32                     { return l.free.take(len(l.scores)) }
func (l *lattice) row(a []float32, step int) []float32 { return a[step*l.labels:][:l.labels] }

// viterbi appends the likeliest labels.
func (l *lattice) viterbi(out []uint8) []uint8 {
	n := l.steps()
	if n == 0 {
		return out
	}
	best := l.room()
	l.free.back = slices.Grow(l.free.back[:0], len(l.scores))[:len(l.scores)]
	back := l.free.back
	for k := range l.labels {
		best[k] = l.scores[k] + l.start()[k]
	}
	for i := 1; i < n; i++ {
		l.reach(l.row(best, i), back[i*l.labels:][:l.labels], l.row(best, i-1))
		for to, s := range l.at(i) {
			best[i*l.labels+to] += s
		}
	}
	out = append(out, make([]uint8, n)...)
	last := l.row(best, n-1)
	for k, s := range last {
		if s > last[out[n-1]] {
			out[n-1] = uint8(k)
		}
	}
	for i := n - 1; i > 0; i-- {
		out[i-1] = back[i*l.labels+int(out[i])]
	}
	return out
}

// reach is the score of the likeliest way to each label from those before it, and from
// which it comes.
func (l *lattice) reach(now []float32, from []uint8, before []float32) {
	for to := range now {
		now[to], from[to] = float32(math.Inf(-1)), 0
	}
	for k, s := range before {
		pairs := l.into(k)[:len(now)]
		for to := range now {
			if way := s + pairs[to]; way > now[to] {
				now[to], from[to] = way, uint8(k)
			}
		}
	}
}

// marginals is for each step the probability of each label.
func (l *lattice) marginals() []float32 { return l.expect(nil) }

// expect is the forward-backward algorithm, in probabilities: each step is
// divided by its sum, so nothing overflows however long the sequence. It adds to
// pairs, unless nil, how often each pair of labels is expected.
func (l *lattice) expect(pairs []float32) []float32 {
	n := l.steps()
	if n == 0 {
		return nil
	}
	f := l.forward()
	share := l.room()
	beta, next := l.free.take(l.labels), l.free.take(l.labels)
	for k := range beta {
		beta[k] = 1
	}
	for i := n - 1; ; i-- {
		row, sum := l.row(share, i), float32(0)
		for k := range row {
			row[k] = f.alpha[i*l.labels+k] * beta[k]
			sum += row[k]
		}
		scaleBy(row, 1/sum)
		if i == 0 {
			break
		}
		if pairs != nil {
			f.expectPairs(i, beta, pairs)
		}
		f.back(i, beta, next)
		beta, next = next, beta
	}
	if pairs != nil {
		for k, x := range l.row(share, 0) {
			pairs[l.labels*l.labels+k] += x
		}
	}
	return share
}

// forward holds the probabilities from the left.
type forward struct {
	*lattice
	emit  []float32 // exp of the scores less the step's highest
	pair  []float32 // exp of the pairs' weights
	alpha []float32 // sums to 1 in each step
}

func (l *lattice) forward() forward {
	f := forward{lattice: l, emit: l.room(), pair: l.free.take(len(l.pairs)), alpha: l.room()}
	for i, x := range l.pairs {
		f.pair[i] = float32(math.Exp(float64(x)))
	}
	for i := range l.steps() {
		f.step(i)
	}
	return f
}

// faint keeps a label possible where the scores say that it is not, so that a
// forbidden pair leaves some other labelling.
const faint = 1e-25

func (f *forward) step(i int) {
	scores, emit, alpha := f.at(i), f.row(f.emit, i), f.row(f.alpha, i)
	top := scores[0]
	for _, s := range scores {
		top = max(top, s)
	}
	f.enter(alpha, i)
	sum := float32(0)
	for to := range alpha {
		emit[to] = max(float32(math.Exp(float64(scores[to]-top))), faint)
		alpha[to] *= emit[to]
		sum += alpha[to]
	}
	scaleBy(alpha, 1/sum)
}

// enter is the probability of coming to each label of step i.
func (f *forward) enter(alpha []float32, i int) {
	if i == 0 {
		copy(alpha, f.pair[f.labels*f.labels:]) // from the start
		return
	}
	clear(alpha)
	for from, a := range f.row(f.alpha, i-1) {
		pair := f.pair[from*f.labels:][:len(alpha)]
		for to := range alpha {
			alpha[to] += a * pair[to]
		}
	}
}

// back goes a step to the left: from beta behind step i to the one before it.
func (f *forward) back(i int, beta, before []float32) {
	emit, sum := f.row(f.emit, i), float32(0)
	for from := range before {
		s := float32(0)
		for to, b := range beta {
			s += f.pair[from*f.labels+to] * emit[to] * b
		}
		before[from] = s
		sum += s
	}
	scaleBy(before, 1/sum)
}

// expectPairs adds how often each pair is expected at step i and the one before.
func (f *forward) expectPairs(i int, beta, into []float32) {
	emit, before, sum := f.row(f.emit, i), f.row(f.alpha, i-1), float32(0)
	for from, a := range before {
		for to, b := range beta {
			sum += a * f.pair[from*f.labels+to] * emit[to] * b
		}
	}
	for from, a := range before {
		for to, b := range beta {
			into[from*f.labels+to] += a * f.pair[from*f.labels+to] * emit[to] * b / sum
		}
	}
}

func scaleBy(row []float32, by float32) {
	for k := range row {
		row[k] *= by
	}
}
