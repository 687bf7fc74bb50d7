package speech

import (
	"rawi/model"
	"rawi/model/detect/cue"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// implicit is the subject that stands only in the verb: the current one, or
// the last that agrees with the verb.
func (a *attributor) implicit(c cue.Cue) Source {
	s := a.current
	if a.turns(c) {
		return nobody
	}
	if s.Party < 0 {
		if a.hasOwnSubject(c) {
			return nobody
		}
		return Source{Party: -1, Mention: -1, Rule: model.PreviousSpeaker} // nobody knows whom, yet the same
	}
	if a.disagrees(s.Party, c.Agrees) {
		for _, recent := range a.recent {
			if p := int(recent); a.gender[p] == c.Agrees && !a.disagrees(p, c.Agrees) {
				s = Source{Party: p, Rule: model.PreviousSpeaker, Confidence: 0.7}
				break
			}
		}
	}
	if s.Rule != model.ClauseSubject {
		s.Rule = model.PreviousSpeaker
	}
	s.Mention, s.Confidence = -1, min(s.Confidence, confidence[s.Rule])
	if a.hasOwnSubject(c) {
		s.Confidence = min(s.Confidence, 0.5)
	}
	return s
}

// turns reports whether another speaker is announced right before the verb:
// «بدوره أكد», «من جانبه، قال».
func (a *attributor) turns(c cue.Cue) bool {
	for i := c.Token - 1; i >= 0 && i >= c.Token-2 && a.page.SameSentence(i, c.Token); i-- {
		if a.page.At(i).Is(lex.Turn) {
			return true
		}
		if a.page.At(i).Sign() != token.Comma {
			return false
		}
	}
	return false
}

// hasOwnSubject reports whether a noun stands where the verb's subject would,
// though nothing was found to name it: the verb may mean that one.
func (a *attributor) hasOwnSubject(c cue.Cue) bool {
	if c.Noun || c.According || c.Mood == lex.Participle {
		return false
	}
	i := a.found.SubjectOf(c)
	if i >= 0 && (a.page.At(i).Fold() == "احد" || a.page.At(i).Fold() == "احدي") {
		return true
	}
	if i < 0 || a.found.SkipAt(i) > 0 && (a.found.Covers(i) || !a.page.At(i).LooksWhole()) || a.page.At(i).Is(lex.Pronominal|lex.Function|lex.TimeWord|lex.That|lex.ThatPronoun|lex.Verb) {
		return false
	}
	return true
}

// disagrees reports whether the verb is masculine and the party feminine, or
// the other way round.
func (a *attributor) disagrees(party int, verb lex.Agreement) bool {
	known, ok := a.gender[party]
	return ok && (known == lex.Masculine && verb == lex.Feminine || known == lex.Feminine && verb == lex.Masculine)
}
