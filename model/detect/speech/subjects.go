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
	if i < 0 || a.found.SkipAt(i) > 0 || a.page.At(i).Is(lex.That|lex.ThatPronoun) {
		return nobody
	}
	s := a.sourceAt(i, model.VerbSubject)
	if s.Party < 0 && a.page.At(i).Is(lex.BodyHead) && i+1 < a.page.EndOf(i) {
		if from, _, ok := a.page.Enclosed(i + 1); ok { // «أعلنت شركة "ساراس"»
			s = a.sourceAt(from, model.VerbSubject)
		}
	}
	if s.Party < 0 && a.page.At(i).Is(lex.WordsOf) && !a.page.At(i).IsDefinite() {
		s = a.issuer(i, model.VerbSubject)
	}
	for j := i; s.Party < 0 && j < i+3 && a.page.PlainDefinite(j) && j+1 < a.page.EndOf(i); j++ {
		if m, ok := a.found.NameAt(j + 1); ok && m.Kind == model.Person { // «قال المزارع جابر»
			s = a.sourceAt(j+1, model.VerbSubject)
		}
	}
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

// ahead is the person named with a title at the end of a long subject that
// starts at token i, before the clause that the verb opens.
func (a *attributor) ahead(i int) Source {
	const far = 20
	titled := a.page.At(i).Is(lex.Role | lex.BodyHead)
	for j := i + 1; j < a.page.EndOf(i) && j < i+far; j++ {
		t := a.page.At(j)
		if _, to, ok := a.page.Enclosed(j); ok && t.Sign() == token.Mark {
			j = to // «رئيس تحرير "المنارة" علي الحازمي»
			continue
		}
		if t.Is(lex.That|lex.ThatPronoun|lex.Verb) || a.page.OpensRelative(j) || t.Sign() == token.Colon || t.Sign() == token.Mark || t.Sign() == token.Stop {
			break
		}
		m, ok := a.found.NameAt(j)
		if ok && m.Kind == model.Person && m.From == j && (a.page.At(j-1).Is(lex.Role) || m.Skip == 0 && m.To-j > 1 && a.page.OpensReport(m.To)) {
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

// masculinePlace reports whether a verb before the place's name may stand in
// the masculine: the states with a masculine name.
func (a *attributor) masculinePlace(party int) bool {
	return a.page.Lexicon().Word(strings.Join(a.parties.Party(party).Words, " ")).Has(lex.MasculineName)
}

// before finds the subject in front of the verb: next to it, or at the start
// of the sentence with a clause between.
func (a *attributor) before(c cue.Cue) Source {
	for j := c.Token - 1; j >= 0 && j >= c.Token-8 && a.page.SameSentence(j, c.Token); j-- {
		if id, ok := a.endingAt(j); ok {
			m := a.found.Mention(id)
			if m.From > 0 && a.page.At(m.From-1).Sign() == token.Opening || a.isObject(m) || !a.speaks(a.nameOf(id)) || a.inRelative(m.From) && a.page.At(c.Token-1).Sign() == token.Comma {
				break // «التي ترأست اتحاد الناشرين، شددت»: not the union
			}
			if s := a.sourceAt(m.From, model.SubjectVerb); c.Agrees != lex.Plural || a.parties.Party(s.Party).Kind != model.Person {
				return s
			}
			break
		}
		if !betweenSubjectAndVerb(a.page.At(j)) {
			break
		}
	}
	if a.told == a.page.Sentence(c.Token) {
		return nobody // the sentence has told its subject
	}
	i := c.Token
	for i > 0 && a.page.SameSentence(i-1, c.Token) && c.Token-i < 40 {
		i--
	}
	for j := i; j < i+4 && j < c.Token; j++ {
		id, ok := a.startingAt(j)
		if !ok {
			continue
		}
		if m := a.found.Mention(id); !a.isObject(m) && a.speaks(a.nameOf(id)) {
			return a.sourceAt(j, model.SubjectVerb)
		}
	}
	return nobody
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
