package learn

// Memo is a ranker that remembers what it looked up: candidates of one page mostly have the
// same features. It gives the same scores, in less than half the time.
type Memo struct {
	ranker *Ranker
	known  [memoSize]remembered
}

// memoSize is how many features are remembered, the last of those that share a place. All
// of them fit into the first cache of a core.
const memoSize = 1 << 11

type remembered struct {
	feature    Feature
	step, more int8
	is         bool
}

// NewMemo is a memo of a ranker. It is for one user at a time.
func NewMemo(r *Ranker) *Memo { return &Memo{ranker: r} }

// Of reports whether the memo is of a ranker.
func (m *Memo) Of(r *Ranker) bool { return m != nil && m.ranker == r }

// Score is [Ranker.Score].
func (m *Memo) Score(candidate []Feature) float32 {
	r, sum, more := m.ranker, 0, 0
	for _, f := range candidate {
		k := &m.known[(uint64(f)^uint64(f>>templateShift)*0x9e5)%memoSize]
		if k.feature != f || !k.is {
			*k = remembered{f, int8(r.weights.step(f)), int8(r.more.step(f)), true}
		}
		sum += int(k.step)
		more += int(k.more)
	}
	return float32(sum)*r.weights.scale + float32(more)*r.more.scale
}

// Shares is [Ranker.Shares].
func (m *Memo) Shares(candidates [][]Feature) []float32 {
	scores := make([]float32, len(candidates))
	for i, c := range candidates {
		scores[i] = m.Score(c)
	}
	return Softmax(scores)
}
