package main

import (
	"rawi/model"
	"rawi/model/detect/learn"
	"rawi/model/detect/mention"
)

// trainTagger trains a tagger on what sequences makes of each article.
func trainTagger(name string, sequences func(*analysis) []learn.Sequence) trainer {
	return trainer{name, func(examples []example, seed uint64) ([]byte, error) {
		all, err := analyses(examples)
		if err != nil {
			return nil, err
		}
		var tagged []learn.Sequence
		for i := range all {
			tagged = append(tagged, sequences(&all[i])...)
		}
		return mention.Train(tagged, seed)
	}}
}

// names is the article with its annotated names.
func (a *analysis) names() []learn.Sequence {
	return mention.NameSequences(a.Page, a.Pairs, a.Cues, a.stretches(func(p *model.Party, m model.Mention) int {
		if m.Form != model.NameForm || p.Kind >= model.RoleOnly {
			return -1
		}
		return int(p.Kind)
	}))
}

// descriptions is the article with its annotated descriptions.
func (a *analysis) descriptions() []learn.Sequence {
	return mention.DescriptionSequences(a.Page, a.Pairs, a.Cues, a.Mentions, a.stretches(func(_ *model.Party, m model.Mention) int {
		return int(m.Form) - 1 // of a name none
	}))
}

// stretches are the annotated mentions that have a class; -1 is none.
func (a *analysis) stretches(class func(*model.Party, model.Mention) int) (all []mention.Stretch) {
	for i := range a.gold.Parties {
		p := &a.gold.Parties[i]
		for _, m := range p.Mentions {
			if from, to, ok := a.tokens(m.Span); ok && class(p, m) >= 0 {
				all = append(all, mention.Stretch{From: from, To: to, Class: class(p, m)})
			}
		}
	}
	return all
}
