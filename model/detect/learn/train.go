package learn

import (
	"math"
	"math/rand/v2"
)

// Options say how a model is trained. The zero value is of no use; see [Defaults].
type Options struct {
	Seed   uint64
	Runs   int     // how often training starts anew, in another order; 0 is 1
	Rounds int     // how often each example is seen in a run
	Rate   float64 // the length of a step of AdaGrad
	Decay  float64 // how much of each weight a round takes away: L2 regularisation
	Rarest int     // a feature is used from so many examples on
	Least  float64 // weights nearer to 0 are left out of the result
}

// Defaults are options that suit some hundred thousand words of annotated text.
var Defaults = Options{Seed: 1, Rounds: 8, Rate: 0.04, Decay: 0.01, Rarest: 4, Least: 0.03}

// optimiser moves weights by AdaGrad (Duchi, Hazan, Singer, Adaptive Subgradient
// Methods, 2011) and averages them over the second half of the rounds, so that
// the order of the examples matters little.
type optimiser struct {
	Options
	outputs  int
	index    map[Feature]int32
	features []Feature
	weights  []float32 // a row of outputs for each feature
	squares  []float32
	sum      []float64
	sums     int
}

// newOptimiser knows the features that are yielded often enough, in the order in
// which they are.
func newOptimiser(o Options, outputs int, each func(yield func([]Feature))) *optimiser {
	count := map[Feature]int{}
	m := &optimiser{Options: o, outputs: outputs, index: map[Feature]int32{}}
	each(func(fs []Feature) {
		for _, f := range fs {
			if count[f]++; count[f] == o.Rarest {
				m.index[f] = int32(len(m.features))
				m.features = append(m.features, f)
			}
		}
	})
	m.room(len(m.features))
	return m
}

// room makes so many rows of weights.
func (m *optimiser) room(rows int) {
	n := rows * m.outputs
	m.weights, m.squares, m.sum = make([]float32, n), make([]float32, n), make([]float64, n)
}

func (m *optimiser) row(i int32) []float32 { return m.weights[int(i)*m.outputs:][:m.outputs] }

// known are the rows of the features that have weights.
func (m *optimiser) known(fs []Feature) []int32 {
	out := make([]int32, 0, len(fs))
	for _, f := range fs {
		if i, ok := m.index[f]; ok {
			out = append(out, i)
		}
	}
	return out
}

// add adds the weights of rows to the scores.
func (m *optimiser) add(scores []float32, rows []int32) {
	for _, i := range rows {
		for k, w := range m.row(i) {
			scores[k] += w
		}
	}
}

// step moves rows of weights against the gradient, one number for each output.
// What is as good as right is left alone: most steps of most examples soon are,
// and would take most of the time.
func (m *optimiser) step(rows []int32, gradient []float32) {
	const start, negligible = 1e-6, 1e-3
	for k, g := range gradient {
		if max(g, -g) < negligible {
			continue
		}
		for _, i := range rows {
			at := int(i)*m.outputs + k
			m.squares[at] += g * g
			m.weights[at] -= float32(m.Rate) * g / float32(math.Sqrt(float64(m.squares[at])+start))
		}
	}
}

// rounds shows the examples in a new order each time, and leaves the average of
// all runs: what is learned depends on the order.
func (m *optimiser) rounds(examples int, show func(example int)) {
	random := rand.New(rand.NewPCG(m.Seed, m.Seed))
	for range max(m.Runs, 1) {
		clear(m.weights)
		clear(m.squares)
		m.run(random, examples, show)
	}
	for i := range m.weights {
		m.weights[i] = float32(m.sum[i] / float64(max(m.sums, 1)))
	}
}

func (m *optimiser) run(random *rand.Rand, examples int, show func(example int)) {
	for round := range m.Rounds {
		for _, i := range random.Perm(examples) {
			show(i)
		}
		scaleBy(m.weights, float32(1-m.Decay))
		if 2*round >= m.Rounds {
			m.sums++
			for i, w := range m.weights {
				m.sum[i] += float64(w)
			}
		}
	}
}

// encode lays out the features' weights.
func (m *optimiser) encode() ([]byte, error) {
	return encodeWeights(m.features, m.weights, m.outputs, float32(m.Least))
}
