package detect

import (
	"rawi/model"
	"strings"
)

// slots names the subjects of verbs of saying that nothing else has named:
// «وقال كفاين», «وأضافت المصادر», «وأكد التقرير».
func (n *namer) slots(cues []cue) {
	starts, endings, short := map[int]bool{}, map[string]bool{}, map[string]bool{}
	for _, m := range n.mentions {
		starts[m.from] = true
		if m.kind == model.Organisation && m.of >= 0 && m.to == m.from+1 {
			short[n.tokens[m.from].fold] = true
		}
		if m.kind == model.Person {
			endings[n.tokens[m.to-1].fold] = true
		}
	}
	for _, c := range cues {
		if c.mood == participle {
			if i := n.actor(c); i >= 0 && n.at[i] == 0 && !starts[i] {
				starts[i] = true
				m := n.mentionOf(i, i+1, model.RoleOnly)
				m.form, m.subject = model.Nominal, true
				n.put(m)
			}
			continue
		}
		if c.according || c.noun {
			continue
		}
		if i := c.token - 1; i >= 0 && n.tokens[c.token].skip == 0 && n.at[i] == 0 && !starts[i] && n.tokens[i].skip == 0 &&
			n.tokens[i].definite && n.tokens[i].is(bodyHead|role) && !n.tokens[i].is(rolePlural) {
			starts[i] = true // «أن المجلس أكد»
			m := n.mentionOf(i, i+1, model.RoleOnly)
			m.form = model.Nominal
			n.put(m)
		}
		i := n.slot(c)
		if i < 0 || n.at[i] != 0 || starts[i] {
			continue
		}
		t := &n.tokens[i]
		whole := n.wholeName(t)
		one := t.fold == "احد" || t.fold == "احدي" // «أكد أحد الآباء أن»
		if t.skip > 0 && !whole || !one && t.is(function|timeWord|that|thatPronoun|according|saying|verb) || one && n.constructEnd(i, c) == 0 {
			continue
		}
		m := n.mentionOf(i, i+1, model.Person)
		m.skip = 0
		switch to := n.personEnd(i); {
		case n.constructEnd(i, c) > 0: // «وتقول عائلة هاموند إن»
			m.to, m.kind, m.form = n.constructEnd(i, c), model.RoleOnly, model.RoleForm
			if t.is(wordsOf) { // «وأضاف بيان الرئاسة أن»
				m.from, m.core, m.skip = i+1, i+1, n.skipAt(i+1)
			}
		case short[t.fold]:
			m.kind = model.Organisation // «وأضافت آيرينا» after «... (آيرينا)»
		case n.mustBeName(i, c): // «وقال لعمامرة إن»
		case t.definite:
			m.kind, m.form, m.subject = model.RoleOnly, model.Nominal, t.is(role|bodyHead)
			if t.is(surname) || t.traits == 0 && c.agree == masculine && n.opensThat(i+1) && !n.lex.Demonym(t.bare) { // «وأضاف الخازم أن»
				m.kind, m.form = model.Person, model.NameForm
			} else if !t.is(common|role|bodyHead) && !n.lex.Demonym(t.bare) && (isNisba(t.bare) && n.opensReport(i+1) && c.agree == masculine || endings[t.fold]) { // «البنيان» after «يوسف البنيان»
				m.kind, m.form = model.Person, model.NameForm
			}
		case t.is(role) && t.is(rolePlural|anonymous): // «وقال شهود إن»
			m.kind, m.form = model.RoleOnly, model.RoleForm
		case to > i+1 && endings[t.fold]: // «وقال مارادونا بخصوص»
		case (strings.HasPrefix(t.fold, "ب") || strings.HasPrefix(t.fold, "ل")) && !t.is(givenName) && !n.opensReport(to):
			continue
		case to > i && n.isFullName(i, to) && (t.is(givenName) && to > i+1 || n.endsSubject(to, n.endOf(i))):
			m.to = to
		default:
			continue
		}
		starts[m.from] = true
		n.describe(n.put(m))
	}
}
