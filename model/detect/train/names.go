package train

import (
	"rawi/model"
	"rawi/model/detect/learn"
	"rawi/model/detect/mention"
)

// NameSequences is the article with its annotated names.
func (a *Annotated) NameSequences() []learn.Sequence {
	return mention.NameSequences(a.Page, a.Pairs, a.Cues, a.stretches(func(p *model.Party, m model.Mention) int {
		if m.Form != model.NameForm || p.Kind >= model.RoleOnly {
			return -1
		}
		return int(p.Kind)
	}))
}

// DescriptionSequences is the article with its annotated descriptions.
func (a *Annotated) DescriptionSequences() []learn.Sequence {
	return mention.DescriptionSequences(a.Page, a.Pairs, a.Cues, a.Mentions, a.stretches(func(_ *model.Party, m model.Mention) int {
		return int(m.Form) - 1 // of a name none
	}))
}

// stretches are the annotated mentions that have a class; -1 is none.
func (a *Annotated) stretches(class func(*model.Party, model.Mention) int) (all []mention.Stretch) {
	for i := range a.Gold.Parties {
		p := &a.Gold.Parties[i]
		for _, m := range p.Mentions {
			if from, to, ok := a.tokens(m.Span); ok && class(p, m) >= 0 {
				all = append(all, mention.Stretch{From: from, To: to, Class: class(p, m)})
			}
		}
	}
	return all
}
