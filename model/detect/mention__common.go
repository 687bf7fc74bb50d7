package detect

import "strings"

// isCommonHere reports whether the given name at token i is more likely a
// common word («مع حسن السيرة», «إطالة عمر الفئران»), or part of the name of
// a prize.
func (n *namer) isCommonHere(i int) bool {
	t, first := &n.tokens[i], n.blockOf(i).from
	if i == first || i+1 >= n.endOf(i) {
		return false
	}
	before, next := &n.tokens[i-1], &n.tokens[i+1]
	if t.fold == "رمضان" && (next.fold == "المبارك" || before.fold == "شهر") {
		return true
	}
	if before.is(namesake) || t.skip > 0 && next.fold == "الله" && t.is(homograph) { // «بحمد الله»
		return true
	}
	return t.is(homograph) && next.definite && !next.is(givenName) && t.proclitic() != "و" &&
		before.word() && !before.definite && !before.is(role|verb|commonVerb|that)
}

// wholeName reports whether a letter that could be a preposition before a
// given name is more likely the name's own: «كرافت» is not ك and رأفت.
func (n *namer) wholeName(t *token) bool {
	p := t.proclitic()
	return !t.definite && (p == "ك" || p == "ب") && t.traits&^(givenName|namePart|nameStart) == 0
}

// looksCommon reports whether an unknown word has the form of a common one: a
// feminine or plural ending, a pronoun, a preposition before a definite noun.
func (n *namer) looksCommon(j, place int) bool {
	t := &n.tokens[j]
	raw := t.In(n.text)
	switch {
	case strings.HasSuffix(raw, "ة") && place == 1 && t.traits == 0 && t.skip == 0 && n.tokens[j-1].is(givenName) && !n.tokens[j-1].is(homograph) && n.isNamed(j-1):
		return false // «رئيس البلدية زياد قدورة»
	case strings.HasSuffix(raw, "ة") && place > 0 && t.definite && n.tokens[j-1].is(givenName|namePart):
		return false // «محمد الخليفة»
	case strings.HasSuffix(raw, "ة"), strings.HasSuffix(raw, "ًا"), strings.HasSuffix(raw, "اً"), strings.HasSuffix(raw, "ً"):
		return true
	case place > 1 && strings.HasSuffix(raw, "ت") && t.letters() >= 4 && !t.definite:
		return true // a verb: «خرقت»
	case place > 0 && strings.HasPrefix(raw, "و") && !strings.HasPrefix(raw, "وا") && !strings.HasPrefix(raw, "وي") && !strings.HasPrefix(raw, "ول"):
		return true
	case strings.HasSuffix(raw, "ه") && t.letters() >= 4 && !t.definite:
		return true // a pronoun: «عزمه»
	case strings.HasPrefix(raw, "تؤ"), strings.HasPrefix(raw, "يؤ"):
		return true // «تؤرق»
	case hamzaAt(raw, 1) && (strings.HasPrefix(raw, "ب") || strings.HasPrefix(raw, "ل")):
		return true // «بإطار»
	case strings.HasSuffix(t.fold, "ا") && (isMasdar(strings.TrimSuffix(t.fold, "ا"), raw) || n.accusative(j) || n.isAdverb(j)):
		return true // «اهتماما», «فرعا غريبا»
	}
	if _, rest := cutFirst(t.fold, "ب", "ل"); isBrokenPlural(rest) {
		return true // «بتمارين»
	}
	if t.letters() > 3 && (strings.HasSuffix(raw, "ها") || strings.HasSuffix(raw, "هم")) {
		return true
	}
	for _, ending := range []string{"ات", "ون", "وا"} {
		if ending == "ون" && place == 0 && !strings.HasPrefix(t.fold, "م") && !strings.HasSuffix(t.fold, "يون") {
			continue // «جونسون»
		}
		if place != 1 && t.letters() > 3+letters(ending) && strings.HasSuffix(t.fold, ending) {
			return true
		}
	}
	for _, prefix := range []string{"ست", "است", "سي", "لل"} {
		if strings.HasPrefix(t.fold, prefix) && !strings.HasSuffix(t.fold, "ا") && !(prefix == "ست" && isWeak(runes(t.fold).at(2))) && t.letters() > 3+letters(prefix) && t.letters() <= 7 {
			return true
		}
	}
	if first, rest := cutFirst(t.fold, "ب", "ل", "و"); first != "" && isMasdar(rest, raw) || isMasdar(t.fold, raw) {
		return true
	}
	governs := j+1 < n.endOf(j) && n.plainDefinite(j+1) && !n.tokens[j+1].is(role)
	return governs && (strings.HasPrefix(t.fold, "ل") || strings.HasPrefix(t.fold, "ب"))
}

// canNameAlone reports whether the unknown word at token i, which follows a
// description directly, is more likely the name of the person described than
// what he does or how: «الرئيس بوتين», not «اللاعب يقترب», «الوزير سريعا».
func (n *namer) canNameAlone(i int) bool {
	t := &n.tokens[i]
	switch w := runes(t.fold); {
	case t.traits != 0 || len(w) < 4:
		return true
	case n.lex.Demonym(t.fold), looksAdverb(w):
		return false // «طالب سعودي», «اللاعب خارجيا»
	case strings.HasSuffix(t.fold, "نا") && !strings.HasSuffix(t.fold, "ينا"), strings.HasSuffix(t.fold, "هما"):
		return false // «ثقتنا»
	case looksVerb(w):
		return false
	default:
		return !looksPrefixed(w)
	}
}
