package mention

import (
	"strings"

	"rawi/model"
	"rawi/model/detect/cue"
	lex "rawi/model/detect/lexicon"
)

// addRoles finds descriptions of persons: a role noun with what belongs to it,
// and the name beside it. Many persons under one description are a party only
// where they speak.
func (n *namer) addRoles(cues []cue.Cue) {
	subject := map[int]bool{}
	for _, c := range cues {
		switch {
		case c.According:
			subject[c.Token+1] = true // «بحسب دبلوماسيين»
		case c.Mood != lex.Participle && !c.Noun:
			subject[n.SubjectOf(c)] = true
			subject[c.Token-1] = true // «القاضي أكد أن»
		case c.Mood == lex.Participle:
			subject[n.page.SentenceStart(c.Token)+1] = true // «واعترض عدد من النواب، معتبرين»
		}
	}
	n.lastWords = map[string]bool{}
	for _, m := range n.all() {
		if m.Kind == model.Person && m.To-m.From > 1 {
			n.lastWords[n.page.At(m.To-1).Fold()] = true
		}
	}
	for i := 0; i < n.page.Len(); i++ {
		t := n.page.At(i)
		if n.Covers(i) {
			continue
		}
		if t.Is(lex.Bare|lex.BareRole) && t.IsDefinite() {
			n.bareBody(i)
			continue
		}
		chief := t.Bare() == "كبير" && !(i+1 < n.page.EndOf(i) && n.page.PlainDefinite(i+1))                                      // only «كبير المفاوضين»
		liable := strings.HasPrefix(t.Bare(), "مسوول") && i+1 < n.page.EndOf(i) && strings.HasPrefix(n.page.At(i+1).Fold(), "عن") // «المسؤولين عن الهجوم»
		if !t.Is(lex.Role) || chief || liable && t.Is(lex.RolePlural) || strings.ContainsRune(n.page.Written(t), 'ً') || n.isAdjective(i) || n.page.OpensWithVerb(i) {
			continue
		}
		to := n.roleEnd(i)
		name, found := n.nameBeside(i, to, 0)
		alone := to == i+1
		m := n.newMention(n.page.QuantifierStart(i), to, model.RoleOnly)
		m.Core, m.Form = i, model.RoleForm
		switch {
		case found:
			m.Form, m.Of = model.Apposition, int32(name)
		case t.Is(lex.RolePlural) && !t.Is(lex.Anonymous) && !subject[m.From]:
			continue
		case m.From < i && subject[m.From]: // «عدد من النواب»
		case alone && t.IsDefinite() && t.Is(lex.Anonymous) && t.Is(lex.RolePlural):
		case alone && t.IsDefinite():
			m.Form, m.Subject = model.Nominal, subject[i]
		case t.Is(lex.Anonymous) && t.Is(lex.RolePlural) && !subject[i] && !alone && n.page.PlainDefinite(i+1) && !n.page.At(i+1).Is(lex.Role|lex.BodyHead):
			continue // «مصادر الطاقة»
		case alone && t.Is(lex.Anonymous) && t.Is(lex.RolePlural) && subject[i] && i > 0 && n.page.At(i-1).Is(lex.According):
		case alone, !n.standsAlone(i, to), t.Bare() == "وسايل" && !strings.Contains(n.page.At(i+1).Fold(), "اعلام"):
			continue
		}
		m.Idle = m.Form == model.RoleForm && !subject[m.From] && !n.page.SaysAt(to) && (t.Is(lex.Trade) || !t.IsDefinite() && to > i+1 && strings.HasPrefix(n.page.At(i+1).Fold(), "لل"))
		n.described[m.From] = n.add(m)
		i = to - 1
	}
}

// bareBody records «الجيش», «الحكومة»: a party of that name, unless a fuller
// name with the same head stands in the text (package party joins them).
func (n *namer) bareBody(i int) {
	m := n.newMention(i, i+1, model.Organisation)
	m.Form = model.RoleForm
	if n.page.At(i).Is(lex.BareRole) {
		m.Kind = model.RoleOnly
	}
	n.add(m)
}

// standsAlone reports whether a description without a name is specific enough
// to be a party: definite, or anonymous with an attribute.
func (n *namer) standsAlone(i, to int) bool {
	t := n.page.At(i)
	if t.IsDefinite() || t.Is(lex.Anonymous) {
		return true
	}
	for j := i + 1; j < to; j++ {
		if n.page.At(j).IsDefinite() || n.Covers(j) {
			return true
		}
	}
	return false
}
