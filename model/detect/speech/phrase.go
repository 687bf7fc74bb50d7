package speech

import (
	"strings"

	"rawi/model"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// phrase is a noun phrase where the subject of a cue stands, that no mention
// names: «3 مصادر مطلعة». It becomes a party when it is chosen.
type phrase struct {
	words string // folded
	at    []place
}

// addPhrases offers the subjects that are no mention, phrases of the same words
// as one party.
func (s *Stage) addPhrases() {
	named := map[string]int{}
	last := -1 // where the last phrase starts: quotations may share a cue
	for i := range s.scenes {
		slot := s.scenes[i].slot
		if slot < 0 || slot == last || s.isNamed(slot) {
			continue
		}
		to := s.phraseEnd(slot)
		if to == slot {
			continue
		}
		words := s.folded(slot, to)
		k, ok := named[words]
		if !ok {
			k = len(s.phrases)
			named[words] = k
			s.phrases = append(s.phrases, phrase{words: words})
		}
		p := place{slot, to, -1, s.parties.Len() + k, false}
		s.phrases[k].at, s.places, last = append(s.phrases[k].at, p), append(s.places, p), slot
	}
}

// isNamed reports whether a mention starts at token i or covers it.
func (s *Stage) isNamed(i int) bool {
	_, starts := s.startingAt(i)
	return starts || s.found.Covers(i)
}

// phraseEnd is the end of the noun phrase that starts at token i: words up to
// أن, a verb, a sign, or a preposition that does not belong to it; i when none
// starts there.
func (s *Stage) phraseEnd(i int) int {
	const longest = 9
	if !s.beginsPhrase(i) {
		return i
	}
	j := i + 1
	for j < s.page.EndOf(i) && j < i+longest && s.page.SameSentence(i, j) && s.continuesPhrase(i, j) {
		j++
	}
	for j > i+1 && (s.page.At(j-1).Is(lex.Function) || s.page.IsProclitic(j-1)) {
		j--
	}
	return j
}

// beginsPhrase reports whether the word or number at token i may be a subject's
// first: no pronoun, verb or word of time, and not «البيان», which means him whose
// statement it is.
func (s *Stage) beginsPhrase(i int) bool {
	const never = lex.Pronominal | lex.That | lex.ThatPronoun | lex.Verb | lex.TimeWord | lex.According
	t := s.page.At(i)
	switch {
	case !t.IsWord():
		return t.Sign() == token.Number
	case t.Is(never), t.IsDefinite() && t.Is(lex.WordsOf), t.Is(lex.Function) && !isQuantifier(t.Bare()):
		return false
	}
	return t.Skip() == 0 || t.Proclitic() == "ك" && s.page.OpensReport(i+1) // «وقال كامر إن»
}

// continuesPhrase reports whether the word at token j may go on with the phrase
// that starts at token i: «من» always, «في» where it is indefinite.
func (s *Stage) continuesPhrase(i, j int) bool {
	t := s.page.At(j)
	switch {
	case !t.IsWord() || t.Is(lex.That|lex.ThatPronoun|lex.TimeWord|lex.According) || s.page.OpensRelative(j):
		return false
	case t.Is(lex.Verb) && !t.IsDefinite() || t.LooksFinite():
		return false
	case strings.HasPrefix(t.Fold(), "لل") && t.Is(lex.Role|lex.RolePlural|lex.Media): // «للصحفيين», who are told
		return false
	}
	return !t.Is(lex.Function) || t.Fold() == "من" || t.Fold() == "في" && !s.page.At(i).IsDefinite()
}

// isQuantifier reports whether a little word may begin a subject.
func isQuantifier(bare string) bool {
	switch bare {
	case "احد", "احدي", "عده", "بعض", "عدد", "ذات", "نفس", "اخرون", "كل", "جميع":
		return true
	}
	return false
}

func (s *Stage) folded(from, to int) string {
	var words []string
	for i := from; i < to; i++ {
		words = append(words, s.page.At(i).Fold())
	}
	return strings.Join(words, " ")
}

// Phrase is where a candidate that is no party yet stands.
func (s *Stage) Phrase(candidate int) (spans []model.Span) {
	at := s.phrases[candidate-s.parties.Len()].at
	for i := range at {
		spans = append(spans, s.spanOf(&at[i]))
	}
	return spans
}

// spanOf is the words of a phrase, empty for a mention.
func (s *Stage) spanOf(p *place) model.Span {
	if p.mention >= 0 {
		return model.Span{}
	}
	return s.page.Span(p.from, p.to, 0)
}

// Candidates is how many may speak: the parties, then the phrases.
func (s *Stage) Candidates() int { return s.parties.Len() + len(s.phrases) }
