package learn

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"

	"rawi/model/detect/table"
)

// Calibration turns a model's score into how often such scores are right. The
// zero value leaves scores as they are.
type Calibration struct {
	knots []knot // by score
}

// knot says that scores around one are right so often.
type knot struct{ score, right float32 }

// Outcome is a score, 0 to 1, and whether what it was given to was right.
type Outcome struct {
	Score float64
	Right bool
}

// Calibrate learns from outcomes that the model was not trained on. It never
// maps a higher score to a lower figure: isotonic regression by pooling adjacent
// violators (Zadrozny, Elkan, Transforming Classifier Scores, 2002), with at
// least so many outcomes to each knot.
func Calibrate(outcomes []Outcome, least int) Calibration {
	sorted := slices.Clone(outcomes)
	slices.SortStableFunc(sorted, func(a, b Outcome) int { return cmp.Compare(a.Score, b.Score) })
	var pools []pool
	for i := 0; i < len(sorted); {
		p := pool{}
		for ; i < len(sorted) && (p.n < float64(least) || len(sorted)-i < least); i++ {
			p.add(sorted[i])
		}
		pools = append(pools, p)
		for k := len(pools) - 1; k > 0 && pools[k-1].rate() >= pools[k].rate(); k-- {
			pools[k-1].join(pools[k])
			pools = pools[:k]
		}
	}
	var c Calibration
	for _, p := range pools {
		c.knots = append(c.knots, knot{float32(p.score / p.n), float32(p.rate())})
	}
	return c
}

type pool struct{ n, score, right float64 }

func (p *pool) add(o Outcome) {
	p.n, p.score = p.n+1, p.score+o.Score
	if o.Right {
		p.right++
	}
}

func (p *pool) join(q pool) { p.n, p.score, p.right = p.n+q.n, p.score+q.score, p.right+q.right }

func (p *pool) rate() float64 { return p.right / p.n }

// At is how often what has such a score is right, 0 to 1; between two knots on
// the line between them.
func (c Calibration) At(score float64) float64 {
	if len(c.knots) == 0 {
		return score
	}
	x := float32(score)
	i, _ := slices.BinarySearchFunc(c.knots, x, func(k knot, x float32) int { return cmp.Compare(k.score, x) })
	switch {
	case i == 0:
		return float64(c.knots[0].right)
	case i == len(c.knots):
		return float64(c.knots[i-1].right)
	}
	a, b := c.knots[i-1], c.knots[i]
	return float64(a.right + (b.right-a.right)*(x-a.score)/(b.score-a.score))
}

// Encode lays out a calibration for [OpenCalibration].
func (c Calibration) Encode() []byte {
	var data []byte
	for _, k := range c.knots {
		data = binary.LittleEndian.AppendUint32(data, math.Float32bits(k.score))
		data = binary.LittleEndian.AppendUint32(data, math.Float32bits(k.right))
	}
	return data
}

// OpenCalibration makes a calibration of what [Calibration.Encode] gave.
func OpenCalibration(data string) (Calibration, error) {
	if len(data)%8 != 0 {
		return Calibration{}, ErrMalformed
	}
	var c Calibration
	for ; data != ""; data = data[8:] {
		c.knots = append(c.knots, knot{math.Float32frombits(table.Number(data)), math.Float32frombits(table.Number(data[4:]))})
	}
	return c, nil
}
