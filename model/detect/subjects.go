package detect

import (
	"strings"

	"rawi/model"
)

// named is the mention that stands for the party: the name beside a role.
func (a *attributor) named(id int) int {
	if m := a.mentions[id]; a.forms[id] == model.Apposition && m.of >= 0 {
		return int(m.of)
	}
	return id
}

// speaks reports whether the mention's party can be the subject of a verb.
func (a *attributor) speaks(id int) bool {
	return a.cast.of[id] >= 0 && a.parties[a.cast.of[id]].kind != model.Place
}

// at makes a source of the mention that starts at token i.
func (a *attributor) at(i int, rule model.Rule) source {
	id, ok := a.startingAt(i)
	if !ok {
		return nobody
	}
	name := a.named(id)
	s := source{a.cast.of[name], name, rule, confidence[rule]}
	if a.forms[name] != model.NameForm {
		s.confidence *= 0.9 // where a description ends is less sure
	} else if s.party >= 0 && a.parties[s.party].kind == model.Person && !a.isSurelyPerson(s.party) || a.mayGoOn(a.mentions[name]) {
		s.confidence *= 0.9
	}
	return s
}

// mayGoOn reports whether a word follows the mention that could still belong
// to the name: where it ends is less sure.
func (a *attributor) mayGoOn(m mention) bool {
	if m.to >= a.endOf(m.from) || m.kind == model.Place {
		return false
	}
	t := &a.tokens[m.to]
	return t.word() && !t.is(that|thatPronoun|function|verb|commonVerb|timeWord|role|saying) && (a.skipAt(m.to) == 0 || t.definite) && t.fold != ""
}

// isSurelyPerson reports whether the party has a name of two words or more,
// with a known given name among them or a description beside it.
func (a *attributor) isSurelyPerson(party int) bool {
	p := &a.parties[party]
	if len(p.words) < 2 {
		return false
	}
	for _, w := range p.words {
		if e := a.lex.Word(w); e.Has(givenName | nameStart) {
			return true
		}
	}
	for _, m := range p.mentions[:min(len(p.mentions), most)] {
		if a.forms[m] == model.Apposition {
			return true
		}
	}
	return false
}

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

// endingAt is the longest mention whose last token is j: the description, not
// the body named at its end.
func (a *attributor) endingAt(j int) (id int, ok bool) {
	const longest = 12
	for k := j; k >= 0 && k > j-longest && a.sameSentence(k, j); k-- {
		if m, found := a.startingAt(k); found && a.mentions[m].to == j+1 {
			id, ok = m, true
		}
	}
	if !ok && a.namedPage.at[j] != 0 {
		id = int(a.namedPage.at[j] - 1)
		ok = a.mentions[id].to == j+1 && a.cast.of[id] >= 0
	}
	return id, ok
}

// isObject reports whether a preposition governs the mention.
func (a *attributor) isObject(m mention) bool {
	if p := a.proclitic(&m); p != "" && p != "و" && p != "ف" {
		return true
	}
	if m.from == 0 {
		return false
	}
	before := &a.tokens[m.from-1]
	if before.sign == mark && m.from > 2 && a.tokens[m.from-2].is(bodyHead) { // «على موقع "تويتر"»
		return a.isObject(a.mentionOf(m.from-2, m.from-1, m.kind))
	}
	switch before.fold {
	case "في", "من", "الي", "علي", "عن", "مع", "بعد", "قبل", "ضد", "ل", "ب", "بين", "حول", "خلال", "لدي", "باسم":
		return true
	}
	return false
}

// implicit is the subject that stands only in the verb: the current one, or
// the last that agrees with the verb.
func (a *attributor) implicit(c cue) source {
	s := a.current
	if a.turns(c) {
		return nobody
	}
	if s.party < 0 {
		if a.hasOwnSubject(c) {
			return nobody
		}
		return source{party: -1, mention: -1, rule: model.PreviousSpeaker} // nobody knows whom, yet the same
	}
	if a.disagrees(s.party, c.agree) {
		for i := len(a.recent) - 1; i >= 0; i-- {
			if p := a.recent[i]; a.gender[p] == c.agree && !a.disagrees(p, c.agree) {
				s = source{party: p, rule: model.PreviousSpeaker, confidence: 0.7}
				break
			}
		}
	}
	if s.rule != model.ClauseSubject {
		s.rule = model.PreviousSpeaker
	}
	s.mention, s.confidence = -1, min(s.confidence, confidence[s.rule])
	if a.hasOwnSubject(c) {
		s.confidence = min(s.confidence, 0.5)
	}
	return s
}

// turns reports whether another speaker is announced right before the verb:
// «بدوره أكد», «من جانبه، قال».
func (a *attributor) turns(c cue) bool {
	for i := c.token - 1; i >= 0 && i >= c.token-2 && a.sameSentence(i, c.token); i-- {
		if a.tokens[i].is(turn) {
			return true
		}
		if a.tokens[i].sign != comma {
			return false
		}
	}
	return false
}

// hasOwnSubject reports whether a noun stands where the verb's subject would,
// though nothing was found to name it: the verb may mean that one.
func (a *attributor) hasOwnSubject(c cue) bool {
	if c.noun || c.according || c.mood == participle {
		return false
	}
	i := a.slot(c)
	if i >= 0 && (a.tokens[i].fold == "احد" || a.tokens[i].fold == "احدي") {
		return true
	}
	if i < 0 || a.skipAt(i) > 0 || a.tokens[i].is(pronominal|function|timeWord|that|thatPronoun|verb) {
		return false
	}
	return true
}

// disagrees reports whether the verb is masculine and the party feminine, or
// the other way round.
func (a *attributor) disagrees(party int, verb agreement) bool {
	known, ok := a.gender[party]
	return ok && (known == masculine && verb == feminine || known == feminine && verb == masculine)
}
