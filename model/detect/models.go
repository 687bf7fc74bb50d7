package detect

import (
	_ "embed"
	"errors"
	"fmt"
	"maps"
	"sync"

	"rawi/model"
	"rawi/model/detect/learn"
	"rawi/model/detect/lexicon"
	"rawi/model/detect/mention"
	"rawi/model/detect/party"
	"rawi/model/detect/speech"
)

// Models are what was learned from annotated articles, by the step that asks
// them. Where one is missing, rules decide alone, as with the zero value.
type Models struct {
	Mention mention.Models
	Party   party.Models
	Speech  speech.Models
}

// OpenModels makes models of what cmd/train wrote. It returns an error that wraps
// [learn.ErrMalformed] when one of them is no such thing.
func OpenModels(data string) (*Models, error) {
	file, err := learn.OpenFile(data)
	if err != nil {
		return nil, err
	}
	var m Models
	if m.Mention, err = mention.OpenModels(file); err != nil {
		return nil, err
	}
	if m.Party, err = party.OpenModels(file); err != nil {
		return nil, err
	}
	m.Speech, err = speech.OpenModels(file)
	return &m, err
}

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

// ErrOtherBase is the error for adaptations of the models of another rawi.
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
		return OpenModels(data)
	case learn.Fingerprint(weights):
		return Learned().Adapted(file)
	}
	return nil, ErrOtherBase
}

// Detect is [Detect] with these models.
func (m *Models) Detect(a *model.Article) model.Findings {
	if a.Foreign() {
		return model.Findings{}
	}
	return detect(a, lexicon.Default(), m)
}

//go:embed weights.bin
var weights string

// Learned are the models that are built in.
var Learned = sync.OnceValue(func() *Models {
	m, err := OpenModels(weights)
	if err != nil {
		panic("the embedded weights are broken: " + err.Error()) // the build is
	}
	return m
})
