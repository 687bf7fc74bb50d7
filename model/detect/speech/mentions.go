package speech

import (
	"rawi/model"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/mention"
)

func (a *attributor) startsMention(i int) bool {
	_, ok := a.startingAt(i)
	return ok
}

// nameOf is the mention that stands for the party: the name beside a role.
func (a *attributor) nameOf(id int) int {
	if m := a.found.Mention(id); a.parties.Form(id) == model.Apposition && m.Of >= 0 {
		return int(m.Of)
	}
	return id
}

// speaks reports whether the mention's party can be the subject of a verb.
func (a *attributor) speaks(id int) bool {
	return a.parties.Of(id) >= 0 && a.parties.Party(a.parties.Of(id)).Kind != model.Place
}

// sourceAt makes a source of the mention that starts at token i.
func (a *attributor) sourceAt(i int, rule model.Rule) Source {
	id, ok := a.startingAt(i)
	if !ok {
		return nobody
	}
	name := a.nameOf(id)
	s := Source{Party: a.parties.Of(name), Mention: name, Rule: rule, Confidence: confidence[rule]}
	if a.parties.Form(name) != model.NameForm {
		s.Confidence *= 0.9 // where a description ends is less sure
	} else if s.Party >= 0 && a.parties.Party(s.Party).Kind == model.Person && !a.isSurelyPerson(s.Party) || a.mayGoOn(a.found.Mention(name)) {
		s.Confidence *= 0.9
	}
	return s
}

// mayGoOn reports whether a word follows the mention that could still belong
// to the name: where it ends is less sure.
func (a *attributor) mayGoOn(m mention.Mention) bool {
	if m.To >= a.page.EndOf(m.From) || m.Kind == model.Place {
		return false
	}
	t := a.page.At(m.To)
	return t.IsWord() && !t.Is(lex.That|lex.ThatPronoun|lex.Function|lex.Verb|lex.CommonVerb|lex.TimeWord|lex.Role|lex.Saying) && (a.found.SkipAt(m.To) == 0 || t.IsDefinite()) && t.Fold() != ""
}

// isSurelyPerson reports whether the party has a name of two words or more,
// with a known given name among them or a description beside it.
func (a *attributor) isSurelyPerson(party int) bool {
	const enough = 32 // mentions; keeps hostile texts linear
	p := a.parties.Party(party)
	if len(p.Words) < 2 {
		return false
	}
	for _, w := range p.Words {
		if e := a.page.Lexicon().Word(w); e.Has(lex.GivenName | lex.NameStart) {
			return true
		}
	}
	for _, m := range p.Mentions[:min(len(p.Mentions), enough)] {
		if a.parties.Form(m) == model.Apposition {
			return true
		}
	}
	return false
}

// endingAt is the longest mention whose last token is j: the description, not
// the body named at its end.
func (a *attributor) endingAt(j int) (id int, ok bool) {
	const longest = 12
	for k := j; k >= 0 && k > j-longest && a.page.SameSentence(k, j); k-- {
		if m, found := a.startingAt(k); found && a.found.Mention(m).To == j+1 {
			id, ok = m, true
		}
	}
	if ok {
		return id, true
	}
	id, ok = a.found.IndexAt(j)
	return id, ok && a.found.Mention(id).To == j+1 && a.parties.Of(id) >= 0
}

// isObject reports whether a preposition governs the mention.
func (a *attributor) isObject(m mention.Mention) bool {
	return a.page.IsGoverned(m.From, a.found.Proclitic(m))
}
