package detect

import (
	_ "embed"
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

// Detect is [Detect] with these models.
func (m *Models) Detect(a *model.Article) model.Findings {
	if a.Foreign() {
		return model.Findings{}
	}
	return detect(a, lexicon.Default(), m)
}

//go:embed weights.bin
var weights string

// Fingerprint tells the models that are built in from others.
func Fingerprint() string { return learn.Fingerprint(weights) }

// Learned are the models that are built in.
var Learned = sync.OnceValue(func() *Models {
	m, err := OpenModels(weights)
	if err != nil {
		panic("the embedded weights are broken: " + err.Error()) // the build is
	}
	return m
})
