package main

import (
	"fmt"
	"hash/fnv"
	"runtime"
	"slices"
	"sort"
	"sync"

	"rawi/model"
	"rawi/model/detect"
	"rawi/model/detect/gold"
	"rawi/model/detect/learn"
	"rawi/model/detect/mention"
	"rawi/model/detect/party"
	"rawi/model/detect/speech"
)

// A trainer makes one model. Each learns from what those before it make of an
// article that they were not trained on, since that is what it will meet.
type trainer struct {
	name  string // of its weights in the file
	train func(examples []example, seed uint64) ([]byte, error)
}

// example is an article to learn from.
type example struct {
	*gold.Article
	upstream weights                   // of the trainers before, none of which has seen the article
	analyse  func() (*analysis, error) // what detection makes of it with these; made once, nil without text
}

// recipe is all trainers, those first whose models others build on, and how
// detection takes what they made.
type recipe struct {
	trainers []trainer
	finder   func(weights) (finder, error) // with no weights: rules alone
}

// finder finds what is in an article.
type finder func(*model.Article) model.Findings

// weights is models by the names of their trainers. Where one is missing, rules
// decide alone.
type weights map[string][]byte

// ours is what rawi is made by, those first whose models others build on.
var ours = recipe{
	trainers: []trainer{
		trainTagger(mention.NamesModel, (*analysis).names),
		trainTagger(mention.DescriptionsModel, (*analysis).descriptions),
		{party.WhomModel, trainWhom},
		{party.KindsModel, trainKinds},
		trainSpeech(speech.KindModel, (*analysis).pairKinds),
		trainSpeech(speech.ReportModel, (*analysis).reports),
		trainSpeech(speech.EndModel, (*analysis).ends),
		{speech.SpeakersModel, trainSpeakers},
	},
	finder: rawi,
}

// rawi is detection as the program does it, with other weights.
func rawi(w weights) (finder, error) {
	m, err := w.open()
	if err != nil {
		return nil, err
	}
	return func(a *model.Article) model.Findings {
		if x := detect.Analyse(a, m); x != nil {
			return x.Findings()
		}
		return model.Findings{}
	}, nil
}

// open makes models of weights.
func (w weights) open() (*detect.Models, error) {
	data, err := learn.EncodeFile(w)
	if err != nil {
		return nil, err
	}
	return detect.OpenModels(string(data))
}

// analyses is what detection makes of each example with the models before; none
// for articles without text.
func analyses(examples []example) ([]analysis, error) {
	out := make([]analysis, 0, len(examples))
	for _, e := range examples {
		x, err := e.analyse()
		if err != nil {
			return nil, err
		}
		if x != nil {
			out = append(out, *x)
		}
	}
	return out, nil
}

// analysis is an article as detection sees it, and as it was annotated.
type analysis struct {
	*detect.Analysis
	gold *gold.Article
}

// tokens are those that a span covers, half-open; ok is false for none.
func (a *analysis) tokens(s model.Span) (from, to int, ok bool) {
	p := a.Page
	from = sort.Search(p.Len(), func(i int) bool { return p.SpanAt(i).End > s.Start })
	to = sort.Search(p.Len(), func(i int) bool { return p.SpanAt(i).Start >= s.End })
	return from, to, from < to
}

// jackknife is how many parts articles are divided into for examples that
// upstream models have not seen.
const jackknife = 5

// train trains all models on articles, one after the other. The parts are of
// articles, not of outlets: the largest outlet is a third of all.
// A model that an example carries was trained without its part, but on what models
// before it say of other parts, and those have seen this one: to leave a part out
// on every level would take a number of trainings that grows as a power.
func (r recipe) train(articles []*gold.Article, seed uint64) (weights, error) {
	parts := divide(articles, jackknife, partOf)
	final := weights{}
	unseen := make([]weights, jackknife) // by part: of models that were trained without it
	for i := range unseen {
		unseen[i] = weights{}
	}
	for step, t := range r.trainers {
		all := examples(parts, unseen)
		models := jackknife + 1 // the first is of all parts; they do not depend on each other
		if step == len(r.trainers)-1 {
			models = 1 // nobody learns from the last trainer's
		}
		made, err := each(runtime.GOMAXPROCS(0), models, func(i int) ([]byte, error) {
			if i == 0 {
				return t.train(slices.Concat(all...), seed)
			}
			return t.train(without(all, i-1), seed)
		})
		if err != nil {
			return nil, fmt.Errorf("%s cannot be trained: %w", t.name, err)
		}
		final[t.name] = made[0]
		for i, data := range made[1:] {
			unseen[i] = unseen[i].with(t.name, data)
		}
	}
	return final, nil
}

// with is the weights and those of one more model. Examples hold the old ones.
func (w weights) with(name string, data []byte) weights {
	more := weights{name: data}
	for n, d := range w {
		more[n] = d
	}
	return more
}

// examples is the articles of each part, with the weights that were made without
// the part. All who learn from an example share what detection makes of it.
func examples(parts [][]*gold.Article, unseen []weights) [][]example {
	out := make([][]example, len(parts))
	for i, part := range parts {
		open := sync.OnceValues(unseen[i].open)
		for _, a := range part {
			out[i] = append(out[i], example{a, unseen[i], sync.OnceValues(func() (*analysis, error) {
				m, err := open()
				if err != nil {
					return nil, err
				}
				if x := detect.Analyse(a.Article, m); x != nil {
					return &analysis{x, a}, nil
				}
				return nil, nil
			})})
		}
	}
	return out
}

// partOf is the part of an article, by its text: it is the same whatever other
// articles there are.
func partOf(a *gold.Article) int {
	h := fnv.New32a()
	_, _ = h.Write([]byte(a.Article.ID)) // never fails
	return int(h.Sum32() % jackknife)
}
