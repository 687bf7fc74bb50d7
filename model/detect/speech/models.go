package speech

import (
	"rawi/model/detect/learn"
)

// The names of the models.
const (
	KindModel    = "pair kinds" // what a pair of marks holds
	ReportModel  = "report"     // which clauses are reported
	EndModel     = "report-end" // where they end
	SpeakerModel = "speaker"    // who speaks, of those whom the page names
	SureModel    = "sure"       // how sure that is
)

// Models is what was learned of quotations. Where one is missing, rules decide
// alone.
type Models struct {
	Kind, Report, End, Speaker *learn.Ranker
	Sure                       *Sureness // nil: as sure as the model of speakers is
}

// OpenModels finds the models in a file; those that it lacks are nil.
func OpenModels(f learn.File) (m Models, err error) {
	err = learn.OpenModels(f, learn.OpenRanker, map[string]**learn.Ranker{KindModel: &m.Kind, ReportModel: &m.Report, EndModel: &m.End, SpeakerModel: &m.Speaker})
	if err == nil {
		err = learn.OpenModels(f, openSureness, map[string]**Sureness{SureModel: &m.Sure})
	}
	return m, err
}

// options are those with which each model is trained.
var options = map[string]learn.Options{
	KindModel:   {Runs: 3, Rounds: 8, Rate: 0.02, Decay: 0.01, Rarest: 2, Least: 0.02},
	ReportModel: {Runs: 3, Rounds: 8, Rate: 0.04, Decay: 0.01, Rarest: 4, Least: 0.03},
	EndModel:    {Runs: 3, Rounds: 8, Rate: 0.02, Decay: 0.05, Rarest: 2, Least: 0.02},
}

// Train learns the model of that name; [OpenModels] reads it.
func Train(model string, examples []learn.Contest, seed uint64) ([]byte, error) {
	o := options[model]
	o.Seed = seed
	return learn.TrainRanker(examples, o)
}
