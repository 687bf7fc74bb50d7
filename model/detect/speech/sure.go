package speech

import (
	"errors"

	"rawi/model/detect/learn"
)

// Sureness says how likely it is that what was found is a quotation of its kind, and
// that who was chosen says it.
type Sureness struct {
	likely *learn.Ranker     // that a choice is right
	often  learn.Calibration // how often it is, where that says so
}

// The models inside, by name.
const (
	likelyPart = "likely"
	oftenPart  = "often"
)

func openSureness(data string) (*Sureness, error) {
	file, err := learn.OpenFile(data)
	if err != nil {
		return nil, err
	}
	var m Sureness
	var failed [2]error
	m.likely, failed[0] = learn.OpenRanker(file.Model(likelyPart))
	m.often, failed[1] = learn.OpenCalibration(file.Model(oftenPart))
	return &m, errors.Join(failed[:]...)
}

// of is how often a choice with such doubts is right; without a model, its share.
func (m *Sureness) of(share float32, doubts []learn.Feature) float64 {
	if m == nil {
		return float64(share)
	}
	return m.often.At(likelihood(m.likely, doubts))
}

// likelihood is how likely a choice is right.
func likelihood(r *learn.Ranker, doubts []learn.Feature) float64 {
	return float64(r.Shares([][]learn.Feature{doubts, nil})[0])
}

// sureOptions are many short steps: some hundred choices, most features rare.
var sureOptions = learn.Options{Rounds: 16, Rate: 0.02, Decay: 0.05, Rarest: 4, Least: 0.005}

// TrainSure learns how sure choices are. Each part of the judgements is of models that
// have not seen its sources, nor what else was known of them: only then does a part
// say how often such choices are right on sources never seen. [OpenModels] reads what
// it gives.
func TrainSure(parts [][]Judgement, seed uint64) ([]byte, error) {
	const least = 60 // choices to a knot
	o := sureOptions
	o.Seed = seed
	var outcomes []learn.Outcome
	for left, part := range parts {
		r, err := ranker(verdicts(parts, left), o)
		if err != nil {
			return nil, err
		}
		for _, j := range part {
			outcomes = append(outcomes, learn.Outcome{Score: likelihood(r, j.doubts), Right: j.right})
		}
	}
	likely, err := learn.TrainRanker(verdicts(parts, -1), o)
	if err != nil {
		return nil, err
	}
	return learn.EncodeFile(map[string][]byte{likelyPart: likely, oftenPart: learn.Calibrate(outcomes, least).Encode()})
}

// verdicts are the judgements but those of a part as contests between right and
// wrong.
func verdicts(parts [][]Judgement, left int) (contests []learn.Contest) {
	for p, part := range parts {
		for _, j := range part {
			if p != left {
				contests = append(contests, learn.Contest{Candidates: [][]learn.Feature{j.doubts, nil}, Winner: 1 - learn.Bit(j.right)})
			}
		}
	}
	return contests
}
