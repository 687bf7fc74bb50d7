package detect

import "rawi/model"

func (a *attributor) startsMention(i int) bool {
	_, ok := a.startingAt(i)
	return ok
}

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
	for _, m := range p.mentions[:min(len(p.mentions), maxCompared)] {
		if a.forms[m] == model.Apposition {
			return true
		}
	}
	return false
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
