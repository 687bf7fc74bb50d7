package agree

import (
	"math/rand/v2"
	"slices"
)

// Bootstrap is how intervals are made: from so many samples of units drawn with
// replacement, the same ones for the same seed.
type Bootstrap struct {
	Samples int    `json:"samples"`
	Seed    uint64 `json:"seed"`
}

// Level is the share of the samples that an interval holds: from the 2.5th to the
// 97.5th percentile.
const Level = 0.95

// Coefficient is a measure of agreement, with the interval in which it lies; the zero
// value is one of which nothing can be said.
type Coefficient struct {
	Defined bool
	Value   float64
	Low     float64 // of the interval; both are Value where no samples were drawn
	High    float64
}

// fewest is the share of samples that must have a coefficient, so that the interval of
// those says something.
const fewest = 0.5

// of is a coefficient of ratings. Samples of which nothing can be said, as where all
// values are the same, are left out.
func (b Bootstrap) of(c coded, measure func(coded) (float64, bool)) (k Coefficient) {
	k.Value, k.Defined = measure(c)
	k.Low, k.High = k.Value, k.Value
	if !k.Defined || b.Samples == 0 {
		return k
	}
	random := rand.New(rand.NewPCG(b.Seed, 0))
	sample := coded{make([][]int, len(c.units)), c.values, c.coders}
	drawn := make([]float64, 0, b.Samples)
	for range b.Samples {
		for i := range sample.units {
			sample.units[i] = c.units[random.IntN(len(c.units))]
		}
		if value, ok := measure(sample); ok {
			drawn = append(drawn, value)
		}
	}
	if float64(len(drawn)) < fewest*float64(b.Samples) {
		return k
	}
	slices.Sort(drawn)
	at := func(share float64) float64 { return drawn[int(share*float64(len(drawn)-1)+0.5)] }
	k.Low, k.High = at((1-Level)/2), at((1+Level)/2)
	return k
}
