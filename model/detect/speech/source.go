package speech

import (
	"rawi/model"
	"rawi/model/detect/cue"
	lex "rawi/model/detect/lexicon"
)

// Source is who speaks at a cue, and how that was told.
type Source struct {
	Party      int // -1 when unknown
	Mention    int // the words that name it here; -1 when only the verb does
	Rule       model.Rule
	Confidence float64
	Words      model.Span    // those that name it here, where they are no mention
	Clues      [2]model.Clue // what spoke for it where no rule gave it
}

var nobody = Source{Party: -1, Mention: -1}

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

// sourceOf finds who speaks at a cue.
func (a *attributor) sourceOf(c cue.Cue) Source {
	switch {
	case c.According:
		return a.accordingTo(c)
	case c.Noun:
		return a.spokenNoun(c)
	case c.Mood == lex.Participle:
		return a.implicit(c)
	}
	if c.Token > 0 && a.page.At(c.Token-1).Is(lex.ThatPronoun) {
		return a.implicit(c) // «بأنه حث الرئيس»
	}
	if c.Class == lex.Relay {
		if s := a.relayed(c); s.Party >= 0 {
			return s
		}
	}
	if s, ok := a.quotedFrom(c); ok { // X only relays
		return s
	}
	if s := a.after(c); s.Party >= 0 {
		return s
	}
	if a.page.At(c.Token).Skip() == 0 {
		i := a.found.SubjectOf(c)
		if i >= 0 && a.page.PlainDefinite(i) && a.page.At(i).Is(lex.TitleNoun|lex.WordsOf) { // «أكد التقرير الصادر ... أن»
			return a.implicit(c)
		}
		if s := a.before(c); s.Party >= 0 {
			return s
		}
	}
	return a.implicit(c)
}
