package token

import (
	"strings"

	lex "rawi/model/detect/lexicon"
)

// EndsInTheirs reports whether a word of five letters or more ends in the
// pronoun of «هاتفها», «هاتفهم».
func (s *spelling) EndsInTheirs() bool {
	return s.Letters() > 4 && !s.definite && (strings.HasSuffix(s.fold, "ها") || strings.HasSuffix(s.fold, "هم"))
}

// LooksFinite reports whether a word may be a finite verb: known as one, or
// of the form of an imperfect.
func (s *spelling) LooksFinite() bool {
	if s.Is(lex.Verb | lex.CommonVerb) {
		return s.form.Mood == lex.Perfect || s.form.Mood == lex.Imperfect
	}
	if s.traits != 0 || s.definite || s.Letters() < 4 {
		return false
	}
	for _, prefix := range []string{"ي", "ت", "س", "وي", "وت", "لي"} {
		if strings.HasPrefix(s.fold, prefix) && !strings.HasSuffix(s.fold, "ه") && !strings.HasSuffix(s.fold, "ات") {
			return true
		}
	}
	return false
}

// Joins reports whether a particle wants more of the name behind it: «بن», «آل»,
// not the «الله» that ends one.
func (t *Token) Joins() bool {
	return t.Is(lex.NamePart) && (t.Letters() <= 2 || !strings.HasPrefix(t.fold, "ال"))
}

// EndsInPronoun reports whether an indefinite word ends in a possessive
// pronoun: «خبرتكم», «بلادهم».
func (s *spelling) EndsInPronoun() bool {
	if s.definite || s.Letters() < 5 {
		return false
	}
	for _, pronoun := range []string{"كم", "هم", "ها", "ته"} {
		if strings.HasSuffix(s.fold, pronoun) {
			return true
		}
	}
	return strings.HasPrefix(s.fold, "ب") && strings.HasSuffix(s.fold, "تي") // «بعودتي», not «كونتي»
}

// LooksImperfect reports whether an unknown word has the shape of an imperfect
// in the masculine: يفعل, يتفعل, يستفعل, سيفعل.
func (s *spelling) LooksImperfect() bool {
	rest, ok := strings.CutPrefix(strings.TrimPrefix(s.fold, "س"), "ي")
	if !ok || s.traits != 0 {
		return false
	}
	return Letters(rest) == 3 && !strings.ContainsAny(FirstLetters(rest, 2), "اوي") || Letters(rest) > 3 && strings.HasPrefix(rest, "ت") || strings.HasPrefix(rest, "ست")
}

// LooksWhole reports whether a letter that could be a preposition before a given
// name is more likely the name's own: «كرافت» is not ك and رأفت.
func (s *spelling) LooksWhole() bool {
	p := s.Proclitic()
	return !s.definite && (p == "ك" || p == "ب") && s.traits&^(lex.GivenName|lex.NamePart|lex.NameStart) == 0
}

// ReportsAnew reports whether the word opens a report of another: «وأفادت».
func (s *spelling) ReportsAnew() bool {
	return s.IsVerb() && s.form.Class == lex.Say && s.form.Mood == lex.Perfect && s.Proclitic() == "و"
}
