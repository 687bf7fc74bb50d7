package speech

import (
	"slices"

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

// speak lets the model choose who said each quotation.
func (s *Stage) speak(m Models) *Spoken {
	s.walk(m.Speaker, func(i int, options []option, h *history) {
		q := &s.quotes[i]
		q.Others = likely(options, q.Others)
		q.Source = s.sourceBy(m.Speaker, q.Source, options, m.Sure.of(options[0].share, s.doubts(i, options, h)))
	})
	out := &Spoken{Quotes: s.quotes}
	for k := range s.phrases {
		out.Phrases = append(out.Phrases, s.Phrase(s.parties.Len()+k))
	}
	return out
}

// likely are the first few who may have said it, and behind them who had spoken before.
func likely(options []option, before []int32) []int32 {
	const handful = 6
	var room [handful]int32
	parties := room[:0]
	add := func(p int32) {
		if p >= 0 && len(parties) < handful && !slices.Contains(parties, p) {
			parties = append(parties, p)
		}
	}
	for k := range options {
		add(int32(options[k].party))
	}
	for _, p := range before {
		add(p)
	}
	return slices.Clone(parties)
}

// sourceBy is the source that the first of the options is: what the rules said
// where it is theirs, nobody where that is more often wrong than a reader can bear.
func (s *Stage) sourceBy(r *learn.Ranker, ruled Source, options []option, confidence float64) Source {
	const bearable = 0.25
	first := &options[0]
	if first.party < 0 || confidence < bearable {
		return nobody
	}
	out := ruled
	if first.party != ruled.Party {
		out = Source{Party: first.party, Mention: -1, Rule: ruleOf(first.where, first.view.cue), Clues: strongest(r, first.evidence, first.view)}
		if first.place >= 0 && first.where < inParagraph {
			out.Mention, out.Words = s.places[first.place].mention, s.spanOf(&s.places[first.place])
		}
	}
	out.Confidence = confidence
	return out
}

// ruleOf is the rule that says most nearly what a place beside a sort of cue does.
func ruleOf(w where, cue int) model.Rule {
	beside := w == inSlot || w == afterVerb || w == laterAfter
	switch {
	case beside && cue == accordingCue:
		return model.AccordingTo
	case beside && cue == nounCue:
		return model.SpeechNoun
	}
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
