package speech

import (
	"rawi/model"
	"rawi/model/detect/cue"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/rule"
)

// Source is who speaks at a cue, and how that was told.
type Source struct {
	Party      int // -1 when unknown
	Mention    int // the words that name it here; -1 when only the verb does
	Confidence float64
	Words      model.Span // those that name it here, where they are no mention
	Rule       model.Rule
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
	model.PageNames:       0.95,
}

// said is a cue, and who speaks at it as a row found.
type said struct {
	*attributor
	cue.Cue
	source Source
}

// sourceRows find who speaks at a cue, the word between the bars of each example. The first
// that holds decides, be it that nobody knows who.
var sourceRows = rule.Table[*said, model.Rule]{Name: "speaker", Rows: []rule.Row[*said, model.Rule]{
	{ID: "source", Example: "السوق هادئة، |بحسب| وزير الزراعة.", Gives: model.AccordingTo, When: func(s *said) bool {
		return s.According && s.decide(s.accordingTo(s.Cue))
	}},
	{ID: "noun behind a name", Example: "ختم سامي رزق كلمته، ونقلت الوكالة عن الوزير سامي رزق |قوله| إن السوق هادئة.", Gives: model.SpeechNoun, When: func(s *said) bool {
		return s.Noun && s.knows(s.speakerBefore(s.Cue))
	}},
	{ID: "relayed", Example: "|نقلت| صحيفة المنارة عن الوزير سامي رزق قوله إن السوق هادئة.", Gives: model.SpeechNoun, When: func(s *said) bool {
		return s.isVerb() && s.Class == lex.Relay && s.knows(s.relayed(s.Cue))
	}},
	{ID: "quoted from", Example: "|ذكرت| الوكالة نقلا عن الوزير سامي رزق أن السوق هادئة.", Gives: model.SpeechNoun, When: func(s *said) bool {
		if !s.isVerb() {
			return false
		}
		source, ok := s.quotedFrom(s.Cue) // the subject only relays
		return ok && s.decide(source)
	}},
	{ID: "behind the verb", Example: "|قال| الوزير سامي رزق إن السوق هادئة.", Gives: model.VerbSubject, When: func(s *said) bool {
		return s.isVerb() && s.knows(s.after(s.Cue))
	}},
	{ID: "before the verb", Example: "الوزير سامي رزق |أكد| أن السوق هادئة.", Gives: model.SubjectVerb, When: func(s *said) bool {
		return s.isVerb() && s.page.At(s.Token).Skip() == 0 && !s.isReport() && s.knows(s.before(s.Cue))
	}},
	{ID: "in the verb", Example: "قال سامي رزق إن السوق هادئة. |وأضاف| أن الحركة بطيئة.", Gives: model.PreviousSpeaker, When: func(s *said) bool {
		return s.decide(s.implicit(s.Cue))
	}},
}}

// decide takes a source, whoever it is.
func (s *said) decide(source Source) bool {
	s.source = source
	return true
}

// knows takes a source that is somebody.
func (s *said) knows(source Source) bool { return source.Party >= 0 && s.decide(source) }

// isVerb reports whether the cue is a verb that may have a subject of its own: no
// participle, not «بأنه حث».
func (s *said) isVerb() bool {
	return !s.According && !s.Noun && s.Mood != lex.Participle && !(s.Token > 0 && s.page.At(s.Token-1).Is(lex.ThatPronoun))
}

// isReport reports whether somebody's words are the subject: «أكد التقرير الصادر أن».
func (s *said) isReport() bool {
	i := s.found.SubjectOf(s.Cue)
	return i >= 0 && s.page.PlainDefinite(i) && s.page.At(i).Is(lex.TitleNoun|lex.WordsOf)
}

// sourceOf finds who speaks at a cue.
func (a *attributor) sourceOf(c cue.Cue) Source {
	s := said{a, c, nobody}
	sourceRows.First(a.watch, &s, c.Token, c.Token+1)
	return s.source
}
