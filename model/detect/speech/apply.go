package speech

import (
	"rawi/model"
	"rawi/model/detect/learn"
)

// Spoken is the quotations of a page. A party of theirs beyond the page's own is a
// phrase: the first follows the last party.
type Spoken struct {
	Quotes  []Quotation
	Phrases [][]model.Span    // where each stands
	Named   []model.PartyKind // what the last phrases are, which are names that the page gives
}

// Speak lets the model choose who said each quotation.
func (s *Stage) Speak(m *Speakers) *Spoken {
	s.walk(m.ranker, func(i int, options []option) {
		q := &s.quotes[i]
		q.Likely = likely(options)
		q.Source = s.sourceBy(m, q.Source, options)
	})
	out := &Spoken{Quotes: s.quotes}
	for k := range s.phrases {
		out.Phrases = append(out.Phrases, s.Phrase(s.parties.Len()+k))
	}
	return out
}

// likely are the first few who may have said it.
func likely(options []option) (parties []int) {
	const handful = 6
	for k := range options {
		if p := options[k].party; p >= 0 && len(parties) < handful {
			parties = append(parties, p)
		}
	}
	return parties
}

// sourceBy is the source that the first of the options is: what the rules said
// where it is theirs, nobody where that is more often wrong than a reader can bear.
func (s *Stage) sourceBy(m *Speakers, ruled Source, options []option) Source {
	const bearable = 0.25
	first := &options[0]
	confidence := m.confidence(s.doubts(options))
	if first.party < 0 || confidence < bearable {
		return nobody
	}
	out := ruled
	if first.party != ruled.Party {
		out = Source{Party: first.party, Mention: -1, Rule: ruleOf(first.where), Clues: strongest(m.ranker, first.evidence, first.view)}
		if first.place >= 0 && first.where < inParagraph {
			out.Mention, out.Words = s.places[first.place].mention, s.spanOf(&s.places[first.place])
		}
	}
	out.Confidence = confidence
	return out
}

// confidence is how often such a choice is right on sources never seen. The models
// before this one have seen the sources that it was calibrated on, if not the
// articles, so what they find is better there than elsewhere: by how much was
// measured on outlets left out (cmd/train -folds).
func (m *Speakers) confidence(doubts []learn.Feature) float64 {
	const elsewhere = 0.06
	c := m.right.At(likelihood(m.sure, doubts))
	return c - elsewhere*c*(1-c)
}

// ruleOf is the rule that says most nearly what a place does.
func ruleOf(w where) model.Rule {
	switch w {
	case relayedFrom:
		return model.SpeechNoun
	case inSlot, afterVerb, laterAfter:
		return model.VerbSubject
	case adjacent, beforeVerb:
		return model.SubjectVerb
	case leading:
		return model.ClauseSubject
	}
	return model.PreviousSpeaker
}
