package main

import (
	"fmt"
	"runtime"
	"slices"

	"rawi/model/detect/gold"
	"rawi/model/detect/speech"
	"rawi/model/detect/train"
)

// sureTrainer learns how sure guesses are, from what models guess on outlets that they
// have not seen.
type sureTrainer struct {
	name  string
	judge func(articles []*gold.Article, w weights) ([]speech.Judgement, error)
	train func(parts [][]speech.Judgement, seed uint64) ([]byte, error)
}

// judge lets models guess who speaks.
func judge(articles []*gold.Article, w weights) ([]speech.Judgement, error) {
	m, err := w.open()
	if err != nil {
		return nil, err
	}
	chooser := m.Speech
	m.Speech.Speaker = nil // a stage is set for quotations as the rules left them
	judged, err := each(runtime.GOMAXPROCS(0), len(articles), func(i int) ([]speech.Judgement, error) {
		if a := train.Read(articles[i], m); a != nil {
			return a.SpeakerLesson().Judge(chooser), nil
		}
		return nil, nil
	})
	return slices.Concat(judged...), err
}

// leftOut is a part of the articles, and models that have not seen its outlets.
type leftOut struct {
	articles []*gold.Article
	models   weights
	judged   []speech.Judgement // what these guess of it
}

// leaveOut leaves each part out in turn, but those without articles.
func (r recipe) leaveOut(parts [][]*gold.Article, seed uint64) ([]leftOut, error) {
	out := make([]leftOut, len(parts))
	for i, part := range parts {
		if len(part) == 0 {
			continue
		}
		var err error
		left := leftOut{articles: part}
		if left.models, err = r.models(slices.Concat(without(parts, i), r.alsoBeside(part)), seed); err != nil {
			return nil, err
		}
		if r.sure != nil {
			if left.judged, err = r.sure.judge(part, left.models); err != nil {
				return nil, err
			}
		}
		out[i] = left
	}
	return out, nil
}

// train trains all models on all articles, and how sure they are on outlets left out;
// where all are of one group, on articles left out.
func (r recipe) train(articles []*gold.Article, seed uint64) (weights, error) {
	w, err := r.models(slices.Concat(articles, r.also), seed)
	if err != nil || r.sure == nil {
		return w, err
	}
	parts := byGroup(articles)
	if slices.ContainsFunc(parts, func(part []*gold.Article) bool { return len(part) == len(articles) }) {
		parts = divide(articles, jackknife, partOf)
	}
	left, err := r.leaveOut(parts, seed)
	if err != nil {
		return nil, err
	}
	return r.withSure(w, left, seed)
}

// withSure is the models of w and how sure they are, as learnt of what was left out.
func (r recipe) withSure(w weights, left []leftOut, seed uint64) (weights, error) {
	if r.sure == nil {
		return w, nil
	}
	var parts [][]speech.Judgement
	for _, l := range left {
		parts = append(parts, l.judged)
	}
	data, err := r.sure.train(parts, seed)
	if err != nil {
		return nil, fmt.Errorf("%s cannot be trained: %w", r.sure.name, err)
	}
	return w.with(r.sure.name, data), nil
}
