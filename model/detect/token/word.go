package token

import (
	"strings"

	lex "rawi/model/detect/lexicon"
)

// EndsInTheirs reports whether a word of five letters or more ends in the
// pronoun of «هاتفها», «هاتفهم».
func (t *Token) EndsInTheirs() bool {
	return t.Letters() > 4 && !t.definite && (strings.HasSuffix(t.fold, "ها") || strings.HasSuffix(t.fold, "هم"))
}

// LooksFinite reports whether a word may be a finite verb: known as one, or
// of the form of an imperfect.
func (t *Token) LooksFinite() bool {
	if t.Is(lex.Verb | lex.CommonVerb) {
		return t.form.Mood == lex.Perfect || t.form.Mood == lex.Imperfect
	}
	if t.traits != 0 || t.definite || t.Letters() < 4 {
		return false
	}
	for _, prefix := range []string{"ي", "ت", "س", "وي", "وت", "لي"} {
		if strings.HasPrefix(t.fold, prefix) && !strings.HasSuffix(t.fold, "ه") && !strings.HasSuffix(t.fold, "ات") {
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
func (t *Token) EndsInPronoun() bool {
	if t.definite || t.Letters() < 5 {
		return false
	}
	for _, pronoun := range []string{"كم", "هم", "ها", "ته"} {
		if strings.HasSuffix(t.fold, pronoun) {
			return true
		}
	}
	return strings.HasPrefix(t.fold, "ب") && strings.HasSuffix(t.fold, "تي") // «بعودتي», not «كونتي»
}

// LooksImperfect reports whether an unknown word has the shape of an imperfect
// in the masculine: يفعل, يتفعل, يستفعل, سيفعل.
func (t *Token) LooksImperfect() bool {
	rest, ok := strings.CutPrefix(strings.TrimPrefix(t.fold, "س"), "ي")
	if !ok || t.traits != 0 {
		return false
	}
	return Letters(rest) == 3 && !strings.ContainsAny(FirstLetters(rest, 2), "اوي") || Letters(rest) > 3 && strings.HasPrefix(rest, "ت") || strings.HasPrefix(rest, "ست")
}

// LooksWhole reports whether a letter that could be a preposition before a given
// name is more likely the name's own: «كرافت» is not ك and رأفت.
func (t *Token) LooksWhole() bool {
	p := t.Proclitic()
	return !t.definite && (p == "ك" || p == "ب") && t.traits&^(lex.GivenName|lex.NamePart|lex.NameStart) == 0
}

// ReportsAnew reports whether the word opens a report of another: «وأفادت».
func (t *Token) ReportsAnew() bool {
	return t.IsVerb() && t.form.Class == lex.Say && t.form.Mood == lex.Perfect && t.Proclitic() == "و"
}
