package detect

import "rawi/model"

// implicit is the subject that stands only in the verb: the current one, or
// the last that agrees with the verb.
func (a *attributor) implicit(c cue) source {
	s := a.current
	if a.turns(c) {
		return nobody
	}
	if s.party < 0 {
		if a.hasOwnSubject(c) {
			return nobody
		}
		return source{party: -1, mention: -1, rule: model.PreviousSpeaker} // nobody knows whom, yet the same
	}
	if a.disagrees(s.party, c.agree) {
		for i := len(a.recent) - 1; i >= 0; i-- {
			if p := a.recent[i]; a.gender[p] == c.agree && !a.disagrees(p, c.agree) {
				s = source{party: p, rule: model.PreviousSpeaker, confidence: 0.7}
				break
			}
		}
	}
	if s.rule != model.ClauseSubject {
		s.rule = model.PreviousSpeaker
	}
	s.mention, s.confidence = -1, min(s.confidence, confidence[s.rule])
	if a.hasOwnSubject(c) {
		s.confidence = min(s.confidence, 0.5)
	}
	return s
}

// turns reports whether another speaker is announced right before the verb:
// «بدوره أكد», «من جانبه، قال».
func (a *attributor) turns(c cue) bool {
	for i := c.token - 1; i >= 0 && i >= c.token-2 && a.sameSentence(i, c.token); i-- {
		if a.tokens[i].is(turn) {
			return true
		}
		if a.tokens[i].sign != comma {
			return false
		}
	}
	return false
}

// hasOwnSubject reports whether a noun stands where the verb's subject would,
// though nothing was found to name it: the verb may mean that one.
func (a *attributor) hasOwnSubject(c cue) bool {
	if c.noun || c.according || c.mood == participle {
		return false
	}
	i := a.slot(c)
	if i >= 0 && (a.tokens[i].fold == "احد" || a.tokens[i].fold == "احدي") {
		return true
	}
	if i < 0 || a.skipAt(i) > 0 || a.tokens[i].is(pronominal|function|timeWord|that|thatPronoun|verb) {
		return false
	}
	return true
}

// disagrees reports whether the verb is masculine and the party feminine, or
// the other way round.
func (a *attributor) disagrees(party int, verb agreement) bool {
	known, ok := a.gender[party]
	return ok && (known == masculine && verb == feminine || known == feminine && verb == masculine)
}
