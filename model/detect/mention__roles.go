package detect

import (
	"rawi/model"
	"strings"
)

// roles finds descriptions of persons: a role noun with what belongs to it,
// and the name beside it. Many persons under one description are a party only
// where they speak.
func (n *namer) roles(cues []cue) {
	subject := map[int]bool{}
	for _, c := range cues {
		switch {
		case c.according:
			subject[c.token+1] = true // «بحسب دبلوماسيين»
		case c.mood != participle && !c.noun:
			subject[n.slot(c)] = true
			subject[c.token-1] = true // «القاضي أكد أن»
		case c.mood == participle:
			subject[n.sentenceStart(c.token)+1] = true // «واعترض عدد من النواب، معتبرين»
		}
	}
	n.endings = map[string]bool{}
	for _, m := range n.mentions {
		if m.kind == model.Person && m.to-m.from > 1 {
			n.endings[n.tokens[m.to-1].fold] = true
		}
	}
	for i := 0; i < len(n.tokens); i++ {
		t := &n.tokens[i]
		if n.at[i] != 0 {
			continue
		}
		if t.is(bare|bareRole) && t.definite {
			n.bareBody(i)
			continue
		}
		chief := t.bare == "كبير" && !(i+1 < n.endOf(i) && n.plainDefinite(i+1))                                        // only «كبير المفاوضين»
		liable := strings.HasPrefix(t.bare, "مسوول") && i+1 < n.endOf(i) && strings.HasPrefix(n.tokens[i+1].fold, "عن") // «المسؤولين عن الهجوم»
		if !t.is(role) || chief || liable && t.is(rolePlural) || strings.ContainsRune(t.In(n.text), 'ً') || n.isAdjective(i) || n.opensWithVerb(i) {
			continue
		}
		to := n.roleEnd(i)
		name, found := n.nameBeside(i, to, 0)
		alone := to == i+1
		m := n.mentionOf(n.quantified(i), to, model.RoleOnly)
		m.core, m.form = i, model.RoleForm
		switch {
		case found:
			m.form, m.of = model.Apposition, int32(name)
		case t.is(rolePlural) && !t.is(anonymous) && !subject[m.from]:
			continue
		case m.from < i && subject[m.from]: // «عدد من النواب»
		case alone && t.definite && t.is(anonymous) && t.is(rolePlural):
		case alone && t.definite:
			m.form, m.subject = model.Nominal, subject[i]
		case t.is(anonymous) && t.is(rolePlural) && !subject[i] && !alone && n.plainDefinite(i+1) && !n.tokens[i+1].is(role|bodyHead):
			continue // «مصادر الطاقة»
		case alone && t.is(anonymous) && t.is(rolePlural) && subject[i] && i > 0 && n.tokens[i-1].is(according):
		case alone, !n.standsAlone(i, to), t.bare == "وسايل" && !strings.Contains(n.tokens[i+1].fold, "اعلام"):
			continue
		}
		m.idle = m.form == model.RoleForm && !subject[m.from] && !n.saysAt(to) && (t.is(trade) || !t.definite && to > i+1 && strings.HasPrefix(n.tokens[i+1].fold, "لل"))
		n.described[m.from] = n.put(m)
		i = to - 1
	}
}

// bareBody records «الجيش», «الحكومة»: a party of that name, unless a fuller
// name with the same head stands in the text (cast.go joins them).
func (n *namer) bareBody(i int) {
	m := n.mentionOf(i, i+1, model.Organisation)
	m.form = model.RoleForm
	if n.tokens[i].is(bareRole) {
		m.kind = model.RoleOnly
	}
	n.put(m)
}

// standsAlone reports whether a description without a name is specific enough
// to be a party: definite, or anonymous with an attribute.
func (n *namer) standsAlone(i, to int) bool {
	t := &n.tokens[i]
	if t.definite || t.is(anonymous) {
		return true
	}
	for j := i + 1; j < to; j++ {
		if n.tokens[j].definite || n.at[j] != 0 {
			return true
		}
	}
	return false
}
