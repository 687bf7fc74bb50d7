package mention

import (
	"strings"

	"rawi/model"
	"rawi/model/detect/cue"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// addSubjects names the subjects of verbs of saying that nothing else has named:
// «وقال كفاين», «وأضافت المصادر», «وأكد التقرير».
func (n *namer) addSubjects(cues []cue.Cue) {
	starts, endings, short := map[int]bool{}, map[string]bool{}, map[string]bool{}
	for _, m := range n.all() {
		starts[m.From] = true
		if m.Kind == model.Organisation && m.Of >= 0 && m.To == m.From+1 {
			short[n.page.At(m.From).Fold()] = true
		}
		if m.Kind == model.Person {
			endings[n.page.At(m.To-1).Fold()] = true
		}
	}
	for _, c := range cues {
		if c.Mood == lex.Participle {
			if i := n.actor(c); i >= 0 && !n.Covers(i) && !starts[i] {
				starts[i] = true
				m := n.newMention(i, i+1, model.RoleOnly)
				m.Form, m.Subject = model.Nominal, true
				n.add(m)
			}
			continue
		}
		if c.According || c.Noun {
			continue
		}
		if i := c.Token - 1; i >= 0 && n.page.At(c.Token).Skip() == 0 && !n.Covers(i) && !starts[i] && n.page.At(i).Skip() == 0 &&
			n.page.At(i).IsDefinite() && n.page.At(i).Is(lex.BodyHead|lex.Role) && !n.page.At(i).Is(lex.RolePlural) {
			starts[i] = true // «أن المجلس أكد»
			m := n.newMention(i, i+1, model.RoleOnly)
			m.Form = model.Nominal
			n.add(m)
		}
		i := n.SubjectOf(c)
		if i < 0 || n.Covers(i) || starts[i] {
			continue
		}
		t := n.page.At(i)
		is := t.Traits() // what its first word is, nothing known where its letters are all its own
		whole := t.LooksWhole()
		if whole {
			is = 0
		}
		one := t.Fold() == "احد" || t.Fold() == "احدي" // «أكد أحد الآباء أن»
		if t.Skip() > 0 && !whole || !one && t.Is(lex.Function|lex.TimeWord|lex.That|lex.ThatPronoun|lex.According|lex.Saying|lex.Verb) || one && n.constructEnd(i, c, is) == 0 {
			continue
		}
		m := n.newMention(i, i+1, model.Person)
		m.Skip = 0
		switch to := n.personEnd(i); {
		case n.constructEnd(i, c, is) > 0: // «وتقول عائلة هاموند إن»
			m.To, m.Kind, m.Form = n.constructEnd(i, c, is), model.RoleOnly, model.RoleForm
			if t.Is(lex.WordsOf) { // «وأضاف بيان الرئاسة أن»
				m.From, m.Core, m.Skip = i+1, i+1, n.SkipAt(i+1)
			}
		case short[t.Fold()]:
			m.Kind = model.Organisation // «وأضافت آيرينا» after «... (آيرينا)»
		case n.mustBeName(i, c, is): // «وقال لعمامرة إن»
		case t.IsDefinite():
			m.Kind, m.Form, m.Subject = model.RoleOnly, model.Nominal, t.Is(lex.Role|lex.BodyHead)
			if t.Is(lex.Surname) || t.Traits() == 0 && c.Agrees == lex.Masculine && n.page.OpensThat(i+1) && !n.page.Lexicon().Demonym(t.Bare()) { // «وأضاف الخازم أن»
				m.Kind, m.Form = model.Person, model.NameForm
			} else if !t.Is(lex.Common|lex.Role|lex.BodyHead) && !n.page.Lexicon().Demonym(t.Bare()) && (token.IsNisba(t.Bare()) && n.page.OpensReport(i+1) && c.Agrees == lex.Masculine || endings[t.Fold()]) { // «البنيان» after «يوسف البنيان»
				m.Kind, m.Form = model.Person, model.NameForm
			}
		case t.Is(lex.Role) && t.Is(lex.RolePlural|lex.Anonymous): // «وقال شهود إن»
			m.Kind, m.Form = model.RoleOnly, model.RoleForm
		case to > i+1 && endings[t.Fold()]: // «وقال مارادونا بخصوص»
		case (strings.HasPrefix(t.Fold(), "ب") || strings.HasPrefix(t.Fold(), "ل")) && is&lex.GivenName == 0 && !n.page.OpensReport(to):
			continue
		case to > i && n.page.IsFullName(i, to) && (is&lex.GivenName != 0 && to > i+1 || n.page.EndsSubject(to, n.page.EndOf(i))):
			m.To = to
		default:
			continue
		}
		starts[m.From] = true
		n.describe(n.add(m))
	}
}
