package learn

import (
	"bytes"
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// enumerate is the probability of each label at each step by going through all
// labellings: the definition, which takes labels to the power of steps.
func enumerate(l *lattice) (share []float64, best []uint8) {
	n, labels := l.steps(), l.labels
	share = make([]float64, n*labels)
	path, top, total := make([]uint8, n), math.Inf(-1), 0.0
	for {
		score, from := 0.0, labels
		for i, k := range path {
			score += float64(l.at(i)[k]) + float64(l.into(from)[k])
			from = int(k)
		}
		if score > top {
			top, best = score, append([]uint8(nil), path...)
		}
		p := math.Exp(score)
		total += p
		for i, k := range path {
			share[i*labels+int(k)] += p
		}
		i := 0
		for ; i < n; i++ {
			if path[i]++; int(path[i]) < labels {
				break
			}
			path[i] = 0
		}
		if i == n {
			break
		}
	}
	for i := range share {
		share[i] /= total
	}
	return share, best
}

func TestChainAgainstEnumeration(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		labels, steps := 2+random.IntN(3), 1+random.IntN(5)
		l := lattice{labels: labels, scores: make([]float32, labels*steps), pairs: make([]float32, (labels+1)*labels), free: new(room)}
		for i := range l.scores {
			l.scores[i] = float32(random.NormFloat64() * 3)
		}
		for i := range l.pairs {
			l.pairs[i] = float32(random.NormFloat64())
		}
		l.pairs[labels*labels+1] = float32(math.Inf(-1)) // label 1 may not begin
		want, best := enumerate(&l)
		got := l.marginals()
		for i := range want {
			if math.Abs(float64(got[i])-want[i]) > 1e-4 {
				t.Fatalf("%d labels, %d steps: share %d is %.5f, by enumeration %.5f", labels, steps, i, got[i], want[i])
			}
		}
		if path := l.viterbi(nil); !bytes.Equal(path, best) {
			t.Fatalf("the best labelling is %v, by enumeration %v", path, best)
		}
	}
}

// TestExpectedPairs: the expected pairs into a step add up to its shares.
func TestExpectedPairs(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	const labels, steps = 3, 6
	l := lattice{labels: labels, scores: make([]float32, labels*steps), pairs: make([]float32, (labels+1)*labels), free: new(room)}
	for i := range l.scores {
		l.scores[i] = float32(random.NormFloat64())
	}
	pairs := make([]float32, len(l.pairs))
	share := l.expect(pairs)
	for to := range labels {
		in, all := float32(0), float32(0)
		for from := range labels + 1 {
			in += pairs[from*labels+to]
		}
		for i := range steps {
			all += l.row(share, i)[to]
		}
		if math.Abs(float64(in-all)) > 1e-4 {
			t.Errorf("label %d: pairs that lead to it %.4f, its shares %.4f", to, in, all)
		}
	}
}

// xor is a sequence whose label at each step depends on the step before too.
func xor(random *rand.Rand) Sequence {
	var s Sequence
	last := uint8(0)
	for range 8 {
		bit := uint8(random.IntN(2))
		s.Steps = append(s.Steps, []Feature{Template(1).Number(uint64(bit))})
		last ^= bit
		s.Labels = append(s.Labels, last)
	}
	return s
}

func anyPair(from, to int) bool { return false }

func TestTrainChain(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	var examples []Sequence
	for range 400 {
		examples = append(examples, lagged(random))
	}
	o := Options{Seed: 1, Rounds: 10, Rate: 0.2, Rarest: 1}
	data, err := TrainChain(examples, 3, func(from, to int) bool { return from == 2 && to == 1 }, o)
	if err != nil {
		t.Fatal(err)
	}
	again, _ := TrainChain(examples, 3, func(from, to int) bool { return from == 2 && to == 1 }, o)
	if !bytes.Equal(data, again) {
		t.Error("the same examples give other bytes")
	}
	c, err := OpenChain(string(data))
	if err != nil {
		t.Fatal(err)
	}
	right, all := 0, 0
	labeller := Labeller{Chain: c}
	for range 100 {
		e := lagged(random)
		scores := make([]float32, len(e.Steps)*c.Labels())
		for i, fs := range e.Steps {
			c.Weights().Add(scores[i*c.Labels():][:c.Labels()], fs...)
		}
		labels := labeller.Best(scores)
		for i, k := range labels {
			if i > 0 && labels[i-1] == 2 && k == 1 {
				t.Fatal("a forbidden pair")
			}
			all++
			if k == e.Labels[i] {
				right++
			}
		}
	}
	if right < all*95/100 {
		t.Errorf("%d of %d labels are right", right, all)
	}
}

// lagged is a sequence in which a 2 is seen as 1, but never before a 1: only the
// pairs tell it from a 1.
func lagged(random *rand.Rand) Sequence {
	var s Sequence
	for range 6 {
		k := uint8(random.IntN(2))
		s.Steps = append(s.Steps, []Feature{Template(1).Number(uint64(k))})
		s.Labels = append(s.Labels, k)
		if k == 1 {
			s.Steps = append(s.Steps, []Feature{Template(1).Number(7)})
			s.Labels = append(s.Labels, 2)
			s.Steps = append(s.Steps, []Feature{Template(1).Number(0)})
			s.Labels = append(s.Labels, 0)
		}
	}
	return s
}

func TestRanker(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	contest := func() Contest { // the candidate with the largest number wins
		e := Contest{Candidates: make([][]Feature, 3)}
		most := -1
		for i := range e.Candidates {
			n := random.IntN(20)
			e.Candidates[i] = []Feature{Template(3).Number(uint64(n)), Template(4).Number(uint64(random.IntN(5)))}
			if n > most {
				most, e.Winner = n, i
			}
		}
		return e
	}
	var examples []Contest
	for range 3000 {
		examples = append(examples, contest())
	}
	data, err := TrainRanker(examples, Options{Seed: 1, Rounds: 10, Rate: 0.2, Rarest: 1})
	if err != nil {
		t.Fatal(err)
	}
	r, err := OpenRanker(string(data))
	if err != nil {
		t.Fatal(err)
	}
	right, best := 0, Template(3).Number(19)
	for range 500 {
		e := contest()
		shares := r.Shares(e.Candidates)
		win, sum := 0, float32(0)
		for i, s := range shares {
			sum += s
			if s > shares[win] {
				win = i
			}
		}
		if math.Abs(float64(sum)-1) > 1e-5 {
			t.Fatalf("shares add up to %f", sum)
		}
		if win == e.Winner {
			right++
		}
	}
	if right < 460 {
		t.Errorf("%d of 500 choices are right", right)
	}
	if got := r.Strongest([]Feature{Template(4).Number(1), best, Template(3).Number(0)}, 1); len(got) != 1 || got[0] != best {
		t.Errorf("the strongest feature is %v, not %v", got, best)
	}
}

// TestWeightsKeepWhatIsTrained: quantised weights are near the trained ones, and
// other features have none.
func TestWeightsKeepWhatIsTrained(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 10))
	const outputs, n = 5, 20_000
	features, rows := make([]Feature, n), make([]float32, n*outputs)
	for i := range features {
		features[i] = Template(i % 200).Number(uint64(i))
	}
	for i := range rows {
		rows[i] = float32(random.NormFloat64())
	}
	data, err := encodeWeights(features, rows, outputs, 0)
	if err != nil {
		t.Fatal(err)
	}
	w, err := OpenWeights(string(data))
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range features {
		var got [outputs]float32
		w.Add(got[:], f)
		for k, x := range got {
			if d := math.Abs(float64(x - rows[i*outputs+k])); d > float64(w.scale)/2+1e-6 {
				t.Fatalf("weight %d of %d is %f, not %f", k, f, x, rows[i*outputs+k])
			}
		}
	}
	for i := range 100_000 {
		var got [outputs]float32
		if w.Add(got[:], Template(201).Number(uint64(i))); got != [outputs]float32{} {
			t.Fatalf("feature %d has weights, which was never trained", i)
		}
	}
}

func TestCalibrate(t *testing.T) {
	random := rand.New(rand.NewPCG(11, 12))
	var outcomes []Outcome
	for range 20_000 { // too sure: a score of s is right s*s of the time
		s := random.Float64()
		outcomes = append(outcomes, Outcome{s, random.Float64() < s*s})
	}
	c := Calibrate(outcomes, 200)
	back, err := OpenCalibration(string(c.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	last := 0.0
	for s := 0.05; s < 1; s += 0.05 {
		got := back.At(s)
		if math.Abs(got-s*s) > 0.04 || got < last {
			t.Errorf("a score of %.2f is right %.3f of the time, not %.3f (after %.3f)", s, got, s*s, last)
		}
		last = got
	}
	if got := (Calibration{}).At(0.4); got != 0.4 {
		t.Errorf("without outcomes 0.4 is %f", got)
	}
}

func TestFile(t *testing.T) {
	data, err := EncodeFile(map[string][]byte{"names": []byte("abc"), "note": []byte("made for a test")})
	if err != nil {
		t.Fatal(err)
	}
	f, err := OpenFile(string(data))
	if err != nil || f.Model("names") != "abc" || f.Model("other") != "" {
		t.Fatalf("the file has %q and %q: %v", f.Model("names"), f.Model("other"), err)
	}
	for i := range data {
		bad := bytes.Clone(data)
		bad[i] ^= 0x40
		if _, err := OpenFile(string(bad)); !errors.Is(err, ErrMalformed) {
			t.Fatalf("a changed byte %d is not seen", i)
		}
	}
}

// FuzzOpen: bytes that no training gave are refused or give numbers, never a panic.
func FuzzOpen(f *testing.F) {
	data, _ := TrainChain([]Sequence{xor(rand.New(rand.NewPCG(1, 1)))}, 2, anyPair, Options{Seed: 1, Rounds: 2, Rate: 1, Rarest: 1})
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) {
		_, _ = OpenRanker(string(data))
		_, _ = OpenCalibration(string(data))
		_, _ = OpenFile(string(data))
		_, _ = OpenWeights(string(data))
		_, _ = OpenChain(string(data))
	})
}

func BenchmarkAdd(b *testing.B) {
	const outputs, n = 7, 30_000
	features, rows := make([]Feature, n), make([]float32, n*outputs)
	for i := range features {
		features[i] = Template(i % 200).Number(uint64(i))
		rows[i*outputs+i%outputs] = 1
	}
	data, _ := encodeWeights(features, rows, outputs, 0)
	w, _ := OpenWeights(string(data))
	scores := make([]float32, outputs)
	b.Run("known", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			w.Add(scores, features[i*7919%n])
		}
	})
	b.Run("unknown", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			w.Add(scores, Template(250).Number(uint64(i)))
		}
	})
}

// TestAdapt: what further examples say is learnt, what they do not speak of stays, and
// little is learnt of few.
func TestAdapt(t *testing.T) {
	f := func(n uint64) []Feature { return []Feature{Template(1).Number(n)} }
	contests := func(n int, winner, loser uint64) (out []Contest) {
		for range n {
			out = append(out, Contest{Candidates: [][]Feature{f(winner), f(loser)}})
		}
		return out
	}
	o := Options{Seed: 1, Rounds: 5, Rate: 0.1, Decay: 0.1, Rarest: 1, Least: 0.001}
	data, err := TrainRanker(append(contests(50, 1, 2), contests(50, 3, 4)...), o)
	if err != nil {
		t.Fatal(err)
	}
	base, err := OpenRanker(string(data))
	if err != nil {
		t.Fatal(err)
	}
	before := [...]float32{base.Score(f(1)), base.Score(f(2)), base.Score(f(3)), base.Score(f(4))}
	lead := func(n int) float32 {
		more, err := base.Adapt(contests(n, 2, 1), o)
		if err != nil {
			t.Fatal(err)
		}
		if again, _ := base.Adapt(contests(n, 2, 1), o); !bytes.Equal(more, again) {
			t.Error("the second time the weights are other ones")
		}
		r, err := base.Adapted(string(more))
		if err != nil {
			t.Fatal(err)
		}
		if r.Score(f(3)) != before[2] || r.Score(f(4)) != before[3] {
			t.Error("what no example speaks of has other weights")
		}
		return r.Score(f(2)) - r.Score(f(1))
	}
	if many := lead(200); many <= 0 || before[1] >= before[0] {
		t.Errorf("200 examples of the contrary: a lead of %v, before %v", many, before)
	}
	if few := lead(2); few >= 0 || few <= before[1]-before[0] {
		t.Errorf("two examples of the contrary: a lead of %v, before %v", few, before[1]-before[0])
	}
	if now := [...]float32{base.Score(f(1)), base.Score(f(2)), base.Score(f(3)), base.Score(f(4))}; now != before {
		t.Error("the ranker itself has changed")
	}
	for _, bad := range []string{"", "x"} {
		if _, err := base.Adapted(bad); !errors.Is(err, ErrMalformed) {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

// TestMemo: what is remembered is what the ranker says, also where features share a place.
func TestMemo(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var examples []Contest
	for range 400 {
		var c Contest
		for range 5 {
			var fs []Feature
			for range 8 {
				fs = append(fs, Template(random.IntN(30)).Number(uint64(random.IntN(400))))
			}
			c.Candidates = append(c.Candidates, fs)
		}
		c.Winner = random.IntN(5)
		examples = append(examples, c)
	}
	data, err := TrainRanker(examples, Options{Rounds: 2, Rate: 0.1, Rarest: 1})
	if err != nil {
		t.Fatal(err)
	}
	r, err := OpenRanker(string(data))
	if err != nil {
		t.Fatal(err)
	}
	m := NewMemo(r)
	for range 2 {
		for _, e := range examples {
			if got, want := m.Shares(e.Candidates), r.Shares(e.Candidates); !slices.Equal(got, want) {
				t.Fatalf("%v, want %v", got, want)
			}
		}
	}
	if m.Of(nil) || !m.Of(r) || (*Memo)(nil).Of(r) {
		t.Error("a memo is of another ranker")
	}
}
