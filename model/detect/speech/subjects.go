package speech

import (
	"strings"

	"rawi/model"
	"rawi/model/detect/cue"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// after finds the subject behind the verb.
func (a *attributor) after(c cue.Cue) Source {
	i := a.found.SubjectOf(c)
	if i < 0 || a.found.SkipAt(i) > 0 || a.page.OpensThat(i) {
		return nobody
	}
	s := a.subjectAt(i)
	if m, ok := a.startingAt(i); !ok || a.parties.Form(m) == model.RoleForm && !a.page.At(i).Is(lex.RolePlural) {
		if named := a.ahead(i); named.Party >= 0 {
			s = named
		}
	}
	if s.Party >= 0 && c.Agrees == lex.Masculine && a.parties.Party(s.Party).Kind == model.Place && !a.masculinePlace(s.Party) {
		return nobody // «دعا إيران»: the object
	}
	return s
}

// subjectAt is whom the subject at token i means.
func (a *attributor) subjectAt(i int) Source {
	s, t := a.sourceAt(i, model.VerbSubject), a.page.At(i)
	if s.Party < 0 && t.Is(lex.BodyHead) && i+1 < a.page.EndOf(i) {
		if from, _, ok := a.page.Enclosed(i + 1); ok { // «أعلنت شركة "ساراس"»
			s = a.sourceAt(from, model.VerbSubject)
		}
	}
	if s.Party < 0 && t.Is(lex.WordsOf) && !t.IsDefinite() {
		s = a.issuer(i, model.VerbSubject)
	}
	const far = 3
	for j := i; s.Party < 0 && j < i+far && a.page.PlainDefinite(j) && j+1 < a.page.EndOf(i); j++ {
		if m, ok := a.found.NameAt(j + 1); ok && m.Kind == model.Person { // «قال المزارع جابر»
			s = a.sourceAt(j+1, model.VerbSubject)
		}
	}
	return s
}

// ahead is the person named with a title at the end of a long subject that
// starts at token i, before the clause that the verb opens.
func (a *attributor) ahead(i int) Source {
	const far = 20
	titled := a.page.At(i).Is(lex.Role | lex.BodyHead)
	for j := i + 1; j < min(a.page.EndOf(i), i+far); j++ {
		t := a.page.At(j)
		if _, to, ok := a.page.Enclosed(j); ok && t.Sign() == token.Mark {
			j = to // «رئيس تحرير "المنارة" علي الحازمي»
			continue
		}
		if a.endsSubject(j) {
			break
		}
		if a.isTitled(j) {
			s := a.sourceAt(j, model.VerbSubject)
			s.Confidence = 0.9
			return s
		}
		if !titled && t.Is(lex.Function) {
			break
		}
	}
	return nobody
}

// endsSubject reports whether a long subject ends before token j for certain.
func (a *attributor) endsSubject(j int) bool {
	t := a.page.At(j)
	return t.Is(lex.That|lex.ThatPronoun|lex.Verb) || a.page.OpensRelative(j) || t.Sign() == token.Colon || t.Sign() == token.Mark || t.Sign() == token.Stop
}

// isTitled reports whether a person's name starts at token j behind a title, or the
// report opens behind a full name.
func (a *attributor) isTitled(j int) bool {
	m, ok := a.found.NameAt(j)
	if !ok || m.Kind != model.Person || m.From != j {
		return false
	}
	return a.page.At(j-1).Is(lex.Role) || m.Skip == 0 && m.To-j > 1 && a.page.OpensReport(m.To)
}

// masculinePlace reports whether a verb before the place's name may stand in
// the masculine: the states with a masculine name.
func (a *attributor) masculinePlace(party int) bool {
	return a.page.Lexicon().Word(strings.Join(a.parties.Party(party).Words, " ")).Has(lex.MasculineName)
}

// before finds the subject in front of the verb: next to it, or at the start
// of the sentence with a clause between.
func (a *attributor) before(c cue.Cue) Source {
	if s := a.nextBefore(c); s.Party >= 0 {
		return s
	}
	if a.told == a.page.Sentence(c.Token) {
		return nobody // the sentence has told its subject
	}
	const near, far = 4, 40
	i := c.Token
	for i > 0 && a.page.SameSentence(i-1, c.Token) && c.Token-i < far {
		i--
	}
	for j := i; j < min(i+near, c.Token); j++ {
		if id, ok := a.startingAt(j); ok && !a.isObject(a.found.Mention(id)) && a.speaks(a.nameOf(id)) {
			return a.sourceAt(j, model.SubjectVerb)
		}
	}
	return nobody
}

// nextBefore is the subject right before the verb, little words and signs between.
func (a *attributor) nextBefore(c cue.Cue) Source {
	const near = 8
	for j := c.Token - 1; j >= max(0, c.Token-near) && a.page.SameSentence(j, c.Token); j-- {
		if id, ok := a.endingAt(j); ok {
			if s := a.sourceAt(a.found.Mention(id).From, model.SubjectVerb); a.mayPrecede(id, c) && !(c.Agrees == lex.Plural && a.parties.Party(s.Party).Kind == model.Person) {
				return s
			}
			break
		}
		if !betweenSubjectAndVerb(a.page.At(j)) {
			break
		}
	}
	return nobody
}

// mayPrecede reports whether a mention before the verb may be its subject: it is not in
// brackets, no object, no place, and not in a relative clause that a comma ends: «التي
// ترأست اتحاد الناشرين، شددت».
func (a *attributor) mayPrecede(id int, c cue.Cue) bool {
	m := a.found.Mention(id)
	if m.From > 0 && a.page.At(m.From-1).Sign() == token.Opening || a.isObject(m) || !a.speaks(a.nameOf(id)) {
		return false
	}
	return !a.page.InRelative(m.From) || a.page.At(c.Token-1).Sign() != token.Comma
}

// betweenSubjectAndVerb reports whether a token may stand between a subject and
// its verb.
func betweenSubjectAndVerb(t *token.Token) bool {
	switch t.Fold() {
	case "قد", "نفسه", "نفسها", "كان", "كانت", "الذي", "التي":
		return true
	}
	return t.Sign() == token.Mark || t.Sign() == token.Closing || t.Sign() == token.Comma
}
