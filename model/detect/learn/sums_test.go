package learn

import (
	"math/rand/v2"
	"testing"
)

// TestSums: eight sums in one are those of each output by itself, whatever the signs.
func TestSums(t *testing.T) {
	random := rand.New(rand.NewPCG(13, 14))
	for outputs := 1; outputs <= MaxOutputs; outputs++ {
		const n = 250
		features, rows := make([]Feature, n), make([]float32, n*outputs)
		for i := range features {
			features[i] = Template(outputs).Number(uint64(i))
		}
		for i := range rows {
			rows[i] = float32(random.IntN(2*quantised+1) - quantised)
		}
		rows[0] = quantised // so that the scale is 1
		data, err := encodeWeights(features, rows, outputs, 0)
		if err != nil {
			t.Fatal(err)
		}
		w, err := OpenWeights(string(data))
		if err != nil {
			t.Fatal(err)
		}
		var all Sums
		want := make([]float32, outputs)
		for i, f := range features {
			var one Sums
			w.Sum(&one, f)
			all.Add(one)
			got := make([]float32, outputs)
			w.AddTo(got, all)
			for k := range want {
				if want[k] += rows[i*outputs+k]; got[k] != want[k] {
					t.Fatalf("%d outputs, %d features: sum %d is %v, want %v", outputs, i+1, k, got[k], want[k])
				}
			}
		}
	}
	if _, err := encodeWeights(nil, nil, MaxOutputs+1, 0); err == nil {
		t.Error("weights of too many outputs are laid out")
	}
}
