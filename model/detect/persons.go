package detect

import (
	"strings"
	"unicode/utf8"

	"rawi/model"
)

// personEnd is the end of the person's name that may begin at token i: i
// itself when none can. It takes what the lexicon does not know as something
// else, at most five words besides the particles.
func (n *namer) personEnd(i int) int {
	const longest, particles = 5, 4
	end := min(n.endOf(i), i+longest+particles)
	j := i
	for words := 0; j < end && words < longest; j++ {
		t := &n.tokens[j]
		if !t.is(namePart) {
			words++
		}
		if n.at[j] != 0 && n.mentions[n.at[j]-1].kind != model.Person {
			break
		}
		if _, ok := n.known(j); ok && (j > i && t.definite || j > i+1) && !n.isFamilyName(i, j) {
			break
		}
		afterParticle := j > i && n.tokens[j-1].joins()
		if !n.canName(j, j-i, afterParticle) {
			break
		}
		if j > i && !t.is(namePart) && t.definite && n.tokens[j-1].definite && !n.tokens[j-1].is(namePart) {
			if place := j - i; place != 2 || !t.is(surname) && (t.traits != 0 || !isNisba(t.bare) || n.lex.Demonym(t.bare) || !n.opensReport(j+1)) {
				break // one family name with ال is enough, but for «غازي الأحول المصعبي،»
			}
		}
		if j > i+1 && !t.is(namePart) && !t.definite && n.tokens[j-1].definite && !n.tokens[j-1].is(namePart) && n.tokens[j-2].bare != "عبد" {
			break // it is the last: «خالد الدولاني مالك»
		}
	}
	for j > i && n.tokens[j-1].is(namePart) && !n.tokens[j-1].is(givenName) && !strings.HasPrefix(n.tokens[j-1].fold, "ال") {
		j-- // «بن» joins, it does not end a name
	}
	return j
}

// isFamilyName reports whether the word at token j, whatever else it means,
// stands between the given name at token i and the report: «علي الأحمدي إن».
func (n *namer) isFamilyName(i, j int) bool {
	t, given := &n.tokens[j], &n.tokens[i]
	if j <= i || j > i+1 && !n.tokens[j-1].is(namePart) || !given.is(givenName|nameStart) || !t.definite || t.skip > 0 || t.is(timeWord|function) || !n.opensReport(j+1) && !n.isRelative(j+1) {
		return false
	}
	return !given.is(homograph) || n.tokens[j+1].is(that|thatPronoun)
}

// opensThat reports whether أن or its kin stands at token i.
func (p *page) opensThat(i int) bool {
	return i < len(p.tokens) && p.tokens[i].is(that|thatPronoun)
}

// endsGiven reports whether a given name that is no common word ends at token
// i: «سامي», «عبد الستار».
func (p *page) endsGiven(i int) bool {
	t := &p.tokens[i]
	return t.is(givenName) && !t.is(homograph) || i > 0 && t.definite && p.tokens[i-1].bare == "عبد"
}

// hasKin reports whether «بن» stands among the tokens.
func (p *page) hasKin(from, to int) bool {
	for i := from; i < to; i++ {
		if p.tokens[i].is(kinship) {
			return true
		}
	}
	return false
}

// isRelative reports whether «الذي» or «التي» stands at token i.
func (p *page) isRelative(i int) bool {
	return i < len(p.tokens) && (p.tokens[i].fold == "الذي" || p.tokens[i].fold == "التي")
}

// joins reports whether a particle wants more of the name behind it: «بن», «آل»,
// not the «الله» that ends one.
func (t *token) joins() bool {
	return t.is(namePart) && (t.letters() <= 2 || !strings.HasPrefix(t.fold, "ال"))
}

// canName reports whether the word at token j can be part of a person's name,
// place words after its first.
func (n *namer) canName(j, place int, afterParticle bool) bool {
	t, first := &n.tokens[j], place == 0
	switch {
	case first && n.isOfGod(j):
		return true
	case !t.word() || t.letters() < 2 || isLatinWord(t.fold), strings.ContainsRune(t.In(n.text), 'ً'):
		return false
	case !first && n.tokens[j-1].is(kinship) && t.is(relation):
		return false // «ابن عمها سالم»
	case t.is(givenName | namePart):
		return t.skip == 0 || first || n.wholeName(t)
	case !first && t.is(role) && t.definite && t.skip == 0 && !t.is(rolePlural) && n.tokens[j-1].is(givenName|namePart) && n.hasKin(j-place, j) && !n.plainDefinite(min(j+1, n.endOf(j)-1)):
		return j+1 < n.endOf(j) && !n.tokens[j+1].is(givenName) // «عبدالله بن عبدالملك المرشد مدير»
	case !first && t.is(surname) && t.definite && t.skip == 0:
		return true
	case !first && t.is(ordinal) && t.definite && t.skip == 0 && n.tokens[j-1].is(givenName):
		before := j - place - 1 // «الملك عبدالله الثاني», «ملك الأردن عبدالله الثاني»
		return before >= 0 && n.tokens[before].is(sovereign) || before > 0 && n.tokens[before-1].is(sovereign)
	case place == 1 && t.is(role) && !t.is(rolePlural) && t.skip == 0 && n.tokens[j-1].is(givenName):
		return n.opensReport(j+1) || j+1 < len(n.tokens) && n.tokens[j+1].is(role) // «حاتم قاضي، أن», «طلعت حافظ الأمين العام»
	case !first && !t.is(givenName) && endsInPronoun(t):
		return false // «سعيد بعودتي»
	case place == 1 && t.traits == 0 && t.skip == 0 && !t.definite && n.tokens[j-1].is(givenName) && n.opensReport(j+1) && !strings.HasSuffix(t.In(n.text), "ه"):
		return true // «عبدالرحمن ملائكة أن»
	case n.isFamilyName(j-place, j):
		return true
	case place == 1 && t.is(verb) && strings.HasSuffix(t.fold, "ه") && n.tokens[j-1].is(givenName):
		return n.opensReport(j + 1) // «قال مارك روته إن»
	case afterParticle && t.skip == 0 && (t.is(role) || n.tokens[j-1].is(kinship) && !t.is(function|timeWord|that|thatPronoun|verb)):
		return true // «خالد بن مساعد», «عمر بن الخطاب»
	case !first && t.skip == 0 && !t.definite && (n.endsGiven(j-1) || place == 1 && n.tokens[j-1].traits == 0 && n.isNamed(j-1) && n.opensThat(j+1)) &&
		(t.traits&^(adjective|commonNoun|honorific) == 0 && (n.opensReport(j+1) || n.isAddressee(j+1)) || t.traits == commonVerb && n.opensThat(j+1)):
		return true // «عبدالستار بارز لوكالة»
	case t.is(common | verb | role | bodyHead | placeHead | naming | titleNoun | impersonal):
		return false
	case afterParticle:
		return t.skip == 0 && !strings.HasSuffix(t.fold, "ها")
	case t.skip > 0 && !first, t.definite && first:
		return false
	case place > 1 && (strings.HasPrefix(t.fold, "ب") || strings.HasPrefix(t.fold, "ل")):
		after := j + 1 // not «جون هاوسر بمسدس»
		return n.opensReport(after) || after < len(n.tokens) && n.tokens[after].is(verb) && n.tokens[after].form.Mood == participle
	case looksImperfect(t) || !first && (strings.HasPrefix(t.fold, "المت") && t.letters() > 6):
		return false // «فهد يرفع», «هورنر المتخصص»
	}
	return !n.looksCommon(j, place)
}

// isAddressee reports whether «ل» and the one spoken to stand at token j:
// «لـ"الوطن"», «لوكالة».
func (p *page) isAddressee(j int) bool {
	if j >= len(p.tokens) {
		return false
	}
	t := &p.tokens[j]
	return t.fold == "ل" || t.proclitic() == "ل" && t.is(media|bodyHead)
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

// isNamed reports whether a role or a verb of saying stands before the given
// name at token i.
func (p *page) isNamed(i int) bool {
	if i == p.blockOf(i).from {
		return false
	}
	t := &p.tokens[i-1]
	return t.is(role|verb) || t.word() && t.definite && !t.is(function|timeWord)
}

// isAdverb reports whether an unknown word at token j has the shape of «فضائيا»
// and a comma behind it.
func (p *page) isAdverb(j int) bool {
	t := &p.tokens[j]
	return t.letters() >= 6 && strings.HasSuffix(t.fold, "يا") && j+1 < p.endOf(j) && p.tokens[j+1].sign == comma
}

// accusative reports whether the word at token j and the next both end in the
// alef of an indefinite accusative, and no given name is among them.
func (p *page) accusative(j int) bool {
	if j+1 >= p.endOf(j) {
		return false
	}
	t, next := &p.tokens[j], &p.tokens[j+1]
	return !t.is(givenName) && !next.is(givenName|verb) && strings.HasSuffix(next.fold, "ا") && next.skip == 0 && !next.definite
}

func isLatinWord(w string) bool { return w != "" && w[0] < utf8.RuneSelf }

// isFullName reports whether the words hold more than particles; «عبد الله» does.
func (p *page) isFullName(from, to int) bool {
	for i := from; i < to; i++ {
		if t := &p.tokens[i]; !t.is(namePart) || i > from && t.definite && p.tokens[i-1].bare == "عبد" {
			return true
		}
	}
	return false
}
