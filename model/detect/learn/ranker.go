package learn

import (
	"math"
	"slices"
)

// Ranker chooses one of several candidates, of which each has features of its
// own: a log-linear model. A choice of classes is one too, whose features name the
// class beside what they say (see [ForClass]).
type Ranker struct {
	weights Weights
	more    Weights // added to them: see [Ranker.Adapted]
}

// OpenRanker makes a ranker of what [TrainRanker] gave. It looks at the sizes
// alone.
func OpenRanker(data string) (*Ranker, error) {
	w, err := OpenWeights(data)
	if err != nil || w.outputs != 1 {
		return nil, ErrMalformed
	}
	return &Ranker{weights: w}, nil
}

// Score is the sum of the weights of a candidate's features.
func (r *Ranker) Score(candidate []Feature) float32 {
	sum, more := 0, 0
	for _, f := range candidate {
		sum += r.weights.step(f)
		more += r.more.step(f)
	}
	return float32(sum)*r.weights.scale + float32(more)*r.more.scale
}

// Shares is for each candidate the probability that it is the one.
func (r *Ranker) Shares(candidates [][]Feature) []float32 {
	scores := make([]float32, len(candidates))
	for i, c := range candidates {
		scores[i] = r.Score(c)
	}
	return Softmax(scores)
}

// Strongest is the features that speak most for a candidate, the strongest first,
// at most so many; features that speak against it are none.
func (r *Ranker) Strongest(candidate []Feature, most int) []Feature {
	var out []Feature
	var weights []float32
	for i, f := range candidate {
		weight := r.Score(candidate[i : i+1])
		if weight <= 0 {
			continue
		}
		at := len(out)
		for at > 0 && weights[at-1] < weight {
			at--
		}
		if at < most {
			out, weights = insert(out, at, f, most), insert(weights, at, weight, most)
		}
	}
	return out
}

func insert[T any](list []T, at int, x T, most int) []T {
	list = append(list[:at], append([]T{x}, list[at:]...)...)
	return list[:min(len(list), most)]
}

// ForClass is the features as those of one class among several.
func ForClass(fs []Feature, class int) []Feature {
	return AppendForClass(make([]Feature, 0, len(fs)), fs, class)
}

// AppendForClass appends what [ForClass] gives.
func AppendForClass(dst, fs []Feature, class int) []Feature {
	for _, f := range fs {
		dst = append(dst, f.Template().Pair(uint64(f), uint64(class)+1))
	}
	return dst
}

// Softmax turns scores into probabilities, where they lie.
func Softmax(scores []float32) []float32 {
	if len(scores) == 0 {
		return scores
	}
	top, sum := scores[0], float32(0)
	for _, s := range scores {
		top = max(top, s)
	}
	for i, s := range scores {
		scores[i] = float32(math.Exp(float64(s - top)))
		sum += scores[i]
	}
	scaleBy(scores, 1/sum)
	return scores
}

// Contest is an annotated choice.
type Contest struct {
	Candidates [][]Feature
	Winner     int // which candidate is the one
}

// TrainRanker learns to choose as the examples do; [OpenRanker] reads what it
// gives. The same examples and options give the same bytes.
func TrainRanker(examples []Contest, o Options) ([]byte, error) {
	return trainRanker(examples, o, func([]Feature) float32 { return 0 })
}

// trainRanker learns what to add to scores that there are.
func trainRanker(examples []Contest, o Options, score func(candidate []Feature) float32) ([]byte, error) {
	m := newOptimiser(o, 1, func(yield func([]Feature)) {
		for _, e := range examples {
			for _, fs := range e.Candidates {
				yield(fs)
			}
		}
	})
	known, given := make([][][]int32, len(examples)), make([][]float32, len(examples))
	for i, e := range examples {
		for _, fs := range e.Candidates {
			known[i], given[i] = append(known[i], m.known(fs)), append(given[i], score(fs))
		}
	}
	m.rounds(len(examples), func(i int) {
		scores := slices.Clone(given[i])
		for k, rows := range known[i] {
			m.add(scores[k:k+1], rows)
		}
		for k, share := range Softmax(scores) {
			if k == examples[i].Winner {
				share--
			}
			m.step(known[i][k], []float32{share})
		}
	})
	return m.encode()
}
