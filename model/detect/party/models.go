package party

import (
	"math"

	"rawi/model"
	"rawi/model/detect/learn"
)

// The models of this step, by their names in the file.
const (
	WhomModel  = "parties"     // whom a mention means
	KindsModel = "party kinds" // what a party is
)

// Models are the choices of this step. Where one is nil, the rules decide alone.
type Models struct{ Whom, Kinds *learn.Ranker }

// OpenModels finds the models in a file; those that it lacks are nil.
func OpenModels(f learn.File) (m Models, err error) {
	err = learn.OpenModels(f, learn.OpenRanker, map[string]**learn.Ranker{WhomModel: &m.Whom, KindsModel: &m.Kinds})
	return m, err
}

// Train learns a model of this step of the choices that it takes; [OpenModels]
// reads it.
func Train(examples []learn.Contest, seed uint64) ([]byte, error) {
	o := learn.Defaults
	o.Seed, o.Rounds, o.Rate = seed, 16, 0.02
	return learn.TrainRanker(examples, o)
}

// reluctance is how much likelier than all else it must be that a description is
// no party, in log odds: one missed costs more than one too many.
const reluctance = 0.7

// caution is how much likelier than a new party an old one must be that a
// description means, more than a bare noun, in log odds: a speaker of whom no more
// is known is better than a wrong one.
const caution = 0.3

// likeliest is the place of the candidate with the highest score.
func (m Models) likeliest(form model.MentionForm, among []candidate) (place int) {
	top := float32(math.Inf(-1))
	for i, x := range among {
		score := m.Whom.Score(x.features)
		switch {
		case x.group == nobody:
			score -= reluctance
		case x.group == anew && form == model.RoleForm:
			score += caution
		}
		if score > top {
			place, top = i, score
		}
	}
	return place
}
