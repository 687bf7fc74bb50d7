package detect

import (
	"rawi/model"
	"strings"
)

// after finds the subject behind the verb.
func (a *attributor) after(c cue) source {
	i := a.slot(c)
	if i < 0 || a.skipAt(i) > 0 || a.tokens[i].is(that|thatPronoun) {
		return nobody
	}
	s := a.at(i, model.VerbSubject)
	if s.party < 0 && a.tokens[i].is(bodyHead) && i+1 < a.endOf(i) {
		if from, _, ok := a.enclosed(i + 1); ok { // «أعلنت شركة "ساراس"»
			s = a.at(from, model.VerbSubject)
		}
	}
	if s.party < 0 && a.tokens[i].is(wordsOf) && !a.tokens[i].definite {
		s = a.issuer(i, model.VerbSubject)
	}
	for j := i; s.party < 0 && j < i+3 && a.plainDefinite(j) && j+1 < a.endOf(i); j++ {
		if m, ok := a.nameAt(j + 1); ok && m.kind == model.Person { // «قال المزارع جابر»
			s = a.at(j+1, model.VerbSubject)
		}
	}
	if m, ok := a.startingAt(i); !ok || a.forms[m] == model.RoleForm && !a.tokens[i].is(rolePlural) {
		if named := a.ahead(i); named.party >= 0 {
			s = named
		}
	}
	if s.party >= 0 && c.agree == masculine && a.parties[s.party].kind == model.Place && !a.masculinePlace(s.party) {
		return nobody // «دعا إيران»: the object
	}
	return s
}

// ahead is the person named with a title at the end of a long subject that
// starts at token i, before the clause that the verb opens.
func (a *attributor) ahead(i int) source {
	const far = 20
	titled := a.tokens[i].is(role | bodyHead)
	for j := i + 1; j < a.endOf(i) && j < i+far; j++ {
		t := &a.tokens[j]
		if _, to, ok := a.enclosed(j); ok && t.sign == mark {
			j = to // «رئيس تحرير "المنارة" علي الحازمي»
			continue
		}
		if t.is(that|thatPronoun|verb) || t.sign == colon || t.sign == mark || t.sign == stop {
			break
		}
		m, ok := a.nameAt(j)
		if ok && m.kind == model.Person && m.from == j && (a.tokens[j-1].is(role) || m.skip == 0 && m.to-j > 1 && a.opensReport(m.to)) {
			s := a.at(j, model.VerbSubject)
			s.confidence = 0.9
			return s
		}
		if !titled && t.is(function) {
			break
		}
	}
	return nobody
}

// masculinePlace reports whether a verb before the place's name may stand in
// the masculine: the states with a masculine name.
func (a *attributor) masculinePlace(party int) bool {
	return a.lex.Word(strings.Join(a.parties[party].words, " ")).Has(masculineName)
}

// before finds the subject in front of the verb: next to it, or at the start
// of the sentence with a clause between.
func (a *attributor) before(c cue) source {
	for j := c.token - 1; j >= 0 && j >= c.token-8 && a.sameSentence(j, c.token); j-- {
		if id, ok := a.endingAt(j); ok {
			m := a.mentions[id]
			if m.from > 0 && a.tokens[m.from-1].sign == opening || a.isObject(m) || !a.speaks(a.named(id)) {
				break
			}
			if s := a.at(m.from, model.SubjectVerb); c.agree != plural || a.parties[s.party].kind != model.Person {
				return s
			}
			break
		}
		if !betweenSubjectAndVerb(&a.tokens[j]) {
			break
		}
	}
	if a.told == a.sentence[c.token] {
		return nobody // the sentence has told its subject
	}
	i := c.token
	for i > 0 && a.sameSentence(i-1, c.token) && c.token-i < 40 {
		i--
	}
	for j := i; j < i+4 && j < c.token; j++ {
		id, ok := a.startingAt(j)
		if !ok {
			continue
		}
		if m := a.mentions[id]; !a.isObject(m) && a.speaks(a.named(id)) {
			return a.at(j, model.SubjectVerb)
		}
	}
	return nobody
}

// betweenSubjectAndVerb reports whether a token may stand between a subject and
// its verb.
func betweenSubjectAndVerb(t *token) bool {
	switch t.fold {
	case "قد", "نفسه", "نفسها", "كان", "كانت", "الذي", "التي":
		return true
	}
	return t.sign == mark || t.sign == closing || t.sign == comma
}
