package speech

import (
	"rawi/model"
	"rawi/model/detect/cue"
	"rawi/model/detect/learn"
	"rawi/model/detect/marks"
)

// PairKinds are what a pair of marks may hold, in the order of the model's
// candidates.
var PairKinds = [...]model.QuoteKind{model.Speech, model.Scare, model.WorkTitle, model.Other}

// longestRepeated is up to how many words the same words are of one kind.
const longestRepeated = 8

// pairChoices is for each pair of marks the features of the choice of its kind,
// before [learn.ForClass].
func (a *attributor) pairChoices(pairs []marks.Pair, cues []cue.Cue, ruled []judged) [][]learn.Feature {
	style := a.style(pairs)
	out := make([][]learn.Feature, len(pairs))
	for k := range pairs {
		out[k] = a.pairFeatures(nil, pairs, k, cues, ruled[k], style)
	}
	return out
}

// kindScores are the scores of [PairKinds].
type kindScores [len(PairKinds)]float32

// chooseKinds chooses what each pair holds; the same words are of one kind
// through the page, that with the highest score on all their places.
func (a *attributor) chooseKinds(pairs []marks.Pair, cues []cue.Cue, ruled []judged, r *learn.Ranker) {
	const surely = 100 // no sum of weights is as high
	scores := make([]kindScores, len(pairs))
	sums := map[string]*kindScores{}
	words := make([]*kindScores, len(pairs))
	style := a.style(pairs)
	var described, room []learn.Feature
	for k, q := range pairs {
		described = a.pairFeatures(described[:0], pairs, k, cues, ruled[k], style)
		for c, kind := range PairKinds {
			room = learn.AppendForClass(room[:0], described, c)
			scores[k][c] = r.Score(room)
			if row := kindRows.Rows[ruled[k].row].Gives; row.sure && row.QuoteKind == kind {
				scores[k][c] = surely
			}
		}
		words[k] = &scores[k]
		if q.Close-q.Open <= longestRepeated+2 {
			words[k] = sums[a.keyOf(q)]
			if words[k] == nil {
				words[k] = new(kindScores)
				sums[a.keyOf(q)] = words[k]
			}
			for c, s := range scores[k] {
				words[k][c] += s
			}
		}
	}
	for k := range pairs {
		ruled[k].kind = words[k].best()
	}
}

func (s *kindScores) best() model.QuoteKind {
	best := 0
	for c := range s {
		if s[c] > s[best] {
			best = c
		}
	}
	return PairKinds[best]
}

// style is how the page uses marks: how many of its pairs are short, and
// whether any has a Latin spelling beside it.
func (a *attributor) style(pairs []marks.Pair) uint64 {
	short, glossed := 0, false
	for _, q := range pairs {
		v := a.pairOf(q, -1)
		count(&short, v.length <= 4)
		glossed = glossed || v.isGlossed()
	}
	return uint64(4*short/max(len(pairs), 1))<<1 | flags(glossed)
}
