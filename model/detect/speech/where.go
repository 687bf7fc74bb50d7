package speech

import (
	lex "rawi/model/detect/lexicon"
)

// where is how a mention stands to the verb, the likeliest place of a subject
// first.
type where uint8

const (
	relayedFrom where = iota // behind «عن» of a verb that relays: «نقلت الوكالة عن ...»
	inSlot                   // where the subject of the verb begins
	adjacent                 // right before the verb
	afterVerb                // the first between the verb and what it reports
	leading                  // the first of the sentence, before the verb
	laterAfter               // between the verb and what it reports, others before it
	beforeVerb               // before the verb in its sentence
	inParagraph              // earlier in the paragraph
	inArticle                // earlier in the article
	inReport                 // between the beginning of the report and the quotation
	behindAll                // behind the quotation
	nowhere                  // not near; who spoke before, or stands in the title
	nobodyKnown              // no party
	whereCount  = iota
)

// whereIs says how the mention at a place stands to the verb.
func (s *Stage) whereIs(sc *scene, k int) where {
	p := &s.places[k]
	if p.from >= sc.at {
		return s.whereAfter(sc, k)
	}
	switch {
	case !s.page.SameBlock(p.from, sc.at):
		return inArticle
	case !s.page.SameSentence(p.from, sc.at):
		return inParagraph
	case s.isBeside(p.to, sc.at):
		return adjacent
	case k == 0 || !s.page.SameSentence(s.places[k-1].from, sc.at):
		return leading
	}
	return beforeVerb
}

func (s *Stage) whereAfter(sc *scene, k int) where {
	p := &s.places[k]
	switch {
	case sc.hasCue && p.from < sc.opens && sc.cue.Class == lex.Relay && s.governorOf(p) == fromSomebody:
		return relayedFrom
	case sc.slot >= 0 && p.from <= sc.slot && p.to > sc.slot:
		return inSlot
	case !sc.hasCue || p.from >= sc.opens && p.from >= sc.last:
		return behindAll
	case p.from >= sc.opens:
		return inReport
	case k == 0 || s.places[k-1].from <= sc.at:
		return afterVerb
	}
	return laterAfter
}

// isBeside reports whether nothing but little words and signs stands between
// two tokens.
func (s *Stage) isBeside(from, to int) bool {
	const most = 3
	if to-from > most {
		return false
	}
	for i := from; i < to; i++ {
		if !betweenSubjectAndVerb(s.page.At(i)) {
			return false
		}
	}
	return true
}

// governor is what governs a mention.
type governor uint8

const (
	free         governor = iota
	toSomebody            // لـ
	fromSomebody          // عن
	otherwise
)

func (s *Stage) governorOf(p *place) governor {
	proclitic := ""
	if p.mention >= 0 {
		proclitic = s.found.Proclitic(s.found.Mention(p.mention))
	}
	before := ""
	if p.from > 0 {
		before = s.page.At(p.from - 1).Fold()
	}
	switch {
	case proclitic == "ل" || proclitic == "ول" || before == "ل":
		return toSomebody
	case before == "عن":
		return fromSomebody
	case s.page.IsGoverned(p.from, proclitic):
		return otherwise
	}
	return free
}

// isMainSubject reports whether the mention is the subject of the first verb of
// its sentence, or stands at its beginning.
func (s *Stage) isMainSubject(p *place) bool {
	start := s.page.SentenceStart(p.from)
	for start < p.from && (!s.page.At(start).IsWord() || s.page.At(start).Is(lex.Function) && !s.page.At(start).Is(lex.Verb|lex.CommonVerb)) {
		start++
	}
	return p.from-start <= 1
}
