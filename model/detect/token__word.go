package detect

import "strings"

// hasPronoun reports whether a word ends in a pronoun: «هاتفها».
func hasPronoun(t *token) bool {
	return t.letters() > 4 && !t.definite && (strings.HasSuffix(t.fold, "ها") || strings.HasSuffix(t.fold, "هم"))
}

// looksFinite reports whether a word may be a finite verb: known as one, or
// of the form of an imperfect.
func looksFinite(t *token) bool {
	if t.is(verb | commonVerb) {
		return t.form.Mood == perfect || t.form.Mood == imperfect
	}
	if t.traits != 0 || t.definite || t.letters() < 4 {
		return false
	}
	for _, prefix := range []string{"ي", "ت", "س", "وي", "وت", "لي"} {
		if strings.HasPrefix(t.fold, prefix) && !strings.HasSuffix(t.fold, "ه") && !strings.HasSuffix(t.fold, "ات") {
			return true
		}
	}
	return false
}

// joins reports whether a particle wants more of the name behind it: «بن», «آل»,
// not the «الله» that ends one.
func (t *token) joins() bool {
	return t.is(namePart) && (t.letters() <= 2 || !strings.HasPrefix(t.fold, "ال"))
}

// endsInPronoun reports whether an indefinite word ends in a possessive
// pronoun: «خبرتكم», «بلادهم».
func endsInPronoun(t *token) bool {
	if t.definite || t.letters() < 5 {
		return false
	}
	for _, pronoun := range []string{"كم", "هم", "ها", "ته"} {
		if strings.HasSuffix(t.fold, pronoun) {
			return true
		}
	}
	return strings.HasPrefix(t.fold, "ب") && strings.HasSuffix(t.fold, "تي") // «بعودتي», not «كونتي»
}

// looksImperfect reports whether an unknown word has the shape of an imperfect
// in the masculine: يفعل, يتفعل, يستفعل, سيفعل.
func looksImperfect(t *token) bool {
	rest, ok := strings.CutPrefix(strings.TrimPrefix(t.fold, "س"), "ي")
	if !ok || t.traits != 0 {
		return false
	}
	return letters(rest) == 3 && !strings.ContainsAny(firstLetters(rest, 2), "اوي") || letters(rest) > 3 && strings.HasPrefix(rest, "ت") || strings.HasPrefix(rest, "ست")
}
