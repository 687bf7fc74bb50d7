package detect

import (
	"errors"
	"fmt"
	"maps"

	"rawi/model/detect/learn"
	"rawi/model/detect/speech"
)

// choices are the models that can be adapted, by their names: each is a choice among
// candidates. What a tagger learns of a few articles would cost more than it brings.
func (m *Models) choices() map[string]**learn.Ranker {
	return map[string]**learn.Ranker{
		speech.KindModel: &m.Speech.Kind, speech.ReportModel: &m.Speech.Report, speech.EndModel: &m.Speech.End, speech.SpeakerModel: &m.Speech.Speaker,
	}
}

// Adapt learns what to add to the models of choices: contests is the examples by
// model. [Models.Adapted] adds what it gives.
func (m *Models) Adapt(contests map[string][]learn.Contest, o learn.Options) (map[string][]byte, error) {
	out := map[string][]byte{}
	for name, choice := range m.choices() {
		if *choice == nil || len(contests[name]) == 0 {
			continue
		}
		data, err := (*choice).Adapt(contests[name], o)
		if err != nil {
			return nil, err
		}
		out[name] = data
	}
	return out, nil
}

// Adapted is the models with what [Models.Adapt] gave; they themselves stay as they
// are. The error wraps [learn.ErrMalformed].
func (m *Models) Adapted(f learn.File) (*Models, error) {
	out := *m
	for name, choice := range out.choices() {
		data := f.Model(name)
		if data == "" {
			continue
		}
		if *choice == nil {
			return nil, fmt.Errorf("the model %q, which is to be adapted, is missing: %w", name, learn.ErrMalformed)
		}
		adapted, err := (*choice).Adapted(data)
		if err != nil {
			return nil, fmt.Errorf("the model %q: %w", name, err)
		}
		*choice = adapted
	}
	return &out, nil
}

// basePart names what a file of adaptations is to be added to: the fingerprint of the
// built-in models.
const basePart = "base"

// ErrOtherBase is the error for weights of another rawi: adaptations of other models,
// or models of which this rawi asks more.
var ErrOtherBase = errors.New("these weights were made for the models of another version of rawi")

// EncodeAdapted lays out what [Models.Adapt] gave of the models that are built in, for
// [Open].
func EncodeAdapted(adapted map[string][]byte) ([]byte, error) {
	all := maps.Clone(adapted)
	all[basePart] = []byte(learn.Fingerprint(weights))
	return learn.EncodeFile(all)
}

// Open opens a file of weights: models of its own, as cmd/train writes them, or what
// is to be added to those that are built in. The error wraps [learn.ErrMalformed] or
// is [ErrOtherBase].
func Open(data string) (*Models, error) {
	file, err := learn.OpenFile(data)
	if err != nil {
		return nil, err
	}
	switch file.Model(basePart) {
	case "":
		m, err := OpenModels(data)
		if err == nil && !m.isWhole() {
			err = ErrOtherBase
		}
		return m, err
	case learn.Fingerprint(weights):
		return Learned().Adapted(file)
	}
	return nil, ErrOtherBase
}

// isWhole reports whether no model is missing.
func (m *Models) isWhole() bool {
	for _, choice := range m.choices() {
		if *choice == nil {
			return false
		}
	}
	return m.Mention.Names != nil && m.Mention.Descriptions != nil && m.Party.Whom != nil && m.Party.Kinds != nil && m.Speech.Sure != nil
}
