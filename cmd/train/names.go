package main

import (
	"rawi/model"
	"rawi/model/detect/learn"
	"rawi/model/detect/mention"
)

// trainNames trains the tagger of names.
func trainNames(examples []example, seed uint64) ([]byte, error) {
	all, err := analyses(examples)
	if err != nil {
		return nil, err
	}
	var sequences []learn.Sequence
	for _, a := range all {
		sequences = append(sequences, mention.NameSequences(a.Page, a.Pairs, a.Cues, a.names())...)
	}
	return mention.Train(sequences, seed)
}

// trainDescriptions trains the tagger of descriptions.
func trainDescriptions(examples []example, seed uint64) ([]byte, error) {
	all, err := analyses(examples)
	if err != nil {
		return nil, err
	}
	var sequences []learn.Sequence
	for _, a := range all {
		sequences = append(sequences, mention.DescriptionSequences(a.Page, a.Pairs, a.Cues, a.Mentions, a.descriptions())...)
	}
	return mention.Train(sequences, seed)
}

// descriptions are the annotated descriptions.
func (a *analysis) descriptions() (all []mention.Stretch) {
	for _, p := range a.gold.Parties {
		for _, m := range p.Mentions {
			if from, to, ok := a.tokens(m.Span); ok && m.Form != model.NameForm {
				all = append(all, mention.Stretch{From: from, To: to, Class: int(m.Form) - 1})
			}
		}
	}
	return all
}

// names are the annotated names.
func (a *analysis) names() (all []mention.Stretch) {
	for _, p := range a.gold.Parties {
		for _, m := range p.Mentions {
			if from, to, ok := a.tokens(m.Span); ok && m.Form == model.NameForm && p.Kind < model.RoleOnly {
				all = append(all, mention.Stretch{From: from, To: to, Class: int(p.Kind)})
			}
		}
	}
	return all
}
