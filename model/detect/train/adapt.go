package train

import (
	"rawi/model/detect"
	"rawi/model/detect/gold"
	"rawi/model/detect/learn"
	"rawi/model/detect/speech"
)

// Source is an article to learn from.
type Source struct {
	*gold.Article
	Partly *Partly // nil where all quotations are annotated
}

// Lessons are the choices that some articles teach, by model.
type Lessons map[string][]learn.Contest

// LessonsOf is what an article teaches models that may have seen others of its outlet.
func LessonsOf(s Source, m *detect.Models) Lessons {
	upstream := *m
	upstream.Speech.Speaker = nil // speakers are chosen for quotations as the rules left them
	a := Read(s.Article, &upstream)
	if a == nil {
		return nil
	}
	a.partly = s.Partly
	out := Lessons{
		speech.KindModel: a.KindContests(), speech.ReportModel: a.ReportContests(), speech.EndModel: a.EndContests(),
	}
	if r := m.Speech.Speaker; r != nil {
		out[speech.SpeakerModel] = a.SpeakerLesson().Contests(r, a.partly == nil)
	}
	return out
}

// adaptOptions are few short steps that soon fade: what is learnt of few articles must
// not undo what was learnt of many. Measured by cmd/train -adapt.
var adaptOptions = learn.Options{Rounds: 6, Rate: 0.02, Decay: 0.1, Rarest: 2, Least: 0.003}

// Adapt learns from lessons how the choices of models are to be changed; see
// [detect.Models.Adapted]. The same models, lessons and seed give the same bytes.
func Adapt(all []Lessons, m *detect.Models, seed uint64) (map[string][]byte, error) {
	contests := map[string][]learn.Contest{}
	for _, lessons := range all {
		for name, some := range lessons {
			contests[name] = append(contests[name], some...)
		}
	}
	o := adaptOptions
	o.Seed = seed
	return m.Adapt(contests, o)
}

// Adapted is models with what [Adapt] learns.
func Adapted(all []Lessons, m *detect.Models, seed uint64) (*detect.Models, error) {
	data, err := Adapt(all, m, seed)
	if err != nil {
		return nil, err
	}
	encoded, err := learn.EncodeFile(data)
	if err != nil {
		return nil, err
	}
	file, err := learn.OpenFile(string(encoded))
	if err != nil {
		return nil, err
	}
	return m.Adapted(file)
}
