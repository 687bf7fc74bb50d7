package detect

import (
	"rawi/model"
	"rawi/model/detect/speech"
)

// Stage sets the stage on which speakers are chosen, as the rules left it.
func (x *Analysis) Stage() *speech.Stage {
	return speech.NewStage(x.Page, x.Mentions.OutsideNames(x.Cues), x.Mentions, x.Parties, x.Spoken.Quotes)
}

// Names are the names of the candidates of a stage.
func (x *Analysis) Names(s *speech.Stage) []string {
	names, o := make([]string, s.Candidates()), newOutcome(x.Page, x.Mentions, x.Parties)
	for p := range names {
		if p < x.Parties.Len() {
			names[p] = o.fullName(p)
		} else {
			names[p] = oneLine(s.Phrase(p)[0].In(o.text))
		}
	}
	return names
}

// Spans is where a candidate of a stage is mentioned.
func (x *Analysis) Spans(s *speech.Stage, candidate int) (spans []model.Span) {
	if candidate >= x.Parties.Len() {
		return s.Phrase(candidate)
	}
	for _, id := range x.Parties.Party(candidate).Mentions {
		m := x.Mentions.Mention(id)
		spans = append(spans, x.Page.Span(m.From, m.To, m.Skip))
	}
	return spans
}
