package detect

import "rawi/model"

// source is who speaks at a cue, and how that was told.
type source struct {
	party      int // -1 when unknown
	mention    int // the words that name it here; -1 when only the verb does
	rule       model.Rule
	confidence float64
}

var nobody = source{party: -1, mention: -1}

// Confidence by rule, as measured on annotated articles.
var confidence = [model.RuleCount]float64{
	model.VerbSubject:     0.95,
	model.SubjectVerb:     0.85,
	model.ClauseSubject:   0.75,
	model.PreviousSpeaker: 0.9,
	model.AccordingTo:     0.85,
	model.NameColon:       0.9,
	model.SpeechNoun:      0.85,
}

// source finds who speaks at a cue.
func (a *attributor) source(c cue) source {
	switch {
	case c.according:
		return a.accordingTo(c)
	case c.noun:
		return a.spokenNoun(c)
	case c.mood == participle:
		return a.implicit(c)
	}
	if c.token > 0 && a.tokens[c.token-1].is(thatPronoun) {
		return a.implicit(c) // «بأنه حث الرئيس»
	}
	if c.class == relay {
		if s := a.relayed(c); s.party >= 0 {
			return s
		}
	}
	if s, ok := a.quotedFrom(c); ok { // X only relays
		return s
	}
	if s := a.after(c); s.party >= 0 {
		return s
	}
	if a.tokens[c.token].skip == 0 {
		i := a.slot(c)
		if i >= 0 && a.plainDefinite(i) && a.tokens[i].is(titleNoun|wordsOf) { // «أكد التقرير الصادر ... أن»
			return a.implicit(c)
		}
		if s := a.before(c); s.party >= 0 {
			return s
		}
	}
	return a.implicit(c)
}
