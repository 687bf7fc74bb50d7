package detect

import (
	"rawi/model"
	"strings"
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
