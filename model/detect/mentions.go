package detect

import (
	"strings"

	"rawi/model"
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

// describe gives the person the description behind a comma, which was read
// before its name was known: «قال زيغمار هارنتوف، نائب رئيس المجلس، إن».
func (n *namer) describe(id int) {
	m := &n.mentions[id]
	if m.kind != model.Person || m.to+1 >= n.endOf(m.from) || n.tokens[m.to].sign != comma {
		return
	}
	if d, ok := n.described[m.to+1]; ok && n.mentions[d].of < 0 {
		n.mentions[d].form, n.mentions[d].of = model.Apposition, int32(id)
	}
}

// actor is the definite role or body that is the subject of the verb at the
// start of the participle's sentence: «وحثت اللجنة المواطنين على المشاركة،
// مشيرة إلى»; -1 when there is none.
func (p *page) actor(c cue) int {
	i := p.sentenceStart(c.token)
	if i+1 >= c.token || i > 0 && p.sameSentence(i-1, c.token) {
		return -1
	}
	v, t := &p.tokens[i], &p.tokens[i+1]
	isVerb := v.is(verb|commonVerb) || v.traits == 0 && v.letters() > 3 && strings.HasSuffix(v.fold, "ت")
	isFeminine := strings.HasSuffix(v.fold, "ت") || strings.HasPrefix(v.bare, "ت")
	if !isVerb || v.definite || !p.plainDefinite(i+1) || !t.is(role|bodyHead) || t.is(rolePlural) || isFeminine != strings.HasSuffix(t.bare, "ه") {
		return -1
	}
	return i + 1
}

// sentenceStart is the first token of token i's sentence, no more than so many
// tokens back.
func (p *page) sentenceStart(i int) int {
	const far = 60
	start := i
	for start > 0 && p.sameSentence(start-1, i) && i-start < far {
		start--
	}
	return start
}

// mustBeName reports whether the unknown word at token i is a name, as it
// ends in ة or ه, the verb is masculine and the report opens behind it.
func (p *page) mustBeName(i int, c cue) bool {
	t := &p.tokens[i]
	return t.traits == 0 && !t.definite && c.agree == masculine && strings.HasSuffix(t.fold, "ه") && i+1 < p.endOf(i) && p.tokens[i+1].is(that|thatPronoun) &&
		(strings.HasSuffix(t.In(p.text), "ة") || !strings.HasPrefix(t.fold, "ب") && !strings.HasPrefix(t.fold, "ل"))
}

// constructEnd is the end of an indefinite noun with the definite words or the
// name that it governs, when it agrees with the verb and the report opens
// right behind it; else 0. A role noun may have an adjective only.
func (n *namer) constructEnd(i int, c cue) int {
	t, end := &n.tokens[i], n.endOf(i)
	isFeminine := strings.HasSuffix(t.bare, "ه")
	if t.definite || t.is(givenName|namePart|adjective|verb) || i+1 >= end || n.skipAt(i+1) > 0 || isFeminine != (c.agree == feminine) && t.fold != "احدي" {
		return 0
	}
	j := i + 1
	if m, ok := n.nameAt(j); ok && m.from == j {
		j = m.to
	} else if next := &n.tokens[j]; t.is(role) && next.word() && !next.definite && !next.is(function|that|thatPronoun|verb) {
		j++ // «وقال مغرد آخر إن»
	} else if k := n.phraseEnd(i, 9); t.is(role) && k > 0 {
		return k // «ويقول ضابط في أحد المصارف الكبيرة إن»
	} else if n.plainDefinite(j) {
		for j++; j < end && n.plainDefinite(j); j++ {
		}
	} else {
		return 0
	}
	if j < end && n.tokens[j].is(timeWord) {
		j++
	}
	if j < end && (n.tokens[j].is(that|thatPronoun) && n.tokens[j].skip == 0 || n.tokens[j].sign == colon) {
		return j
	}
	return 0
}

// phraseEnd is where أن or a colon ends the noun phrase at token i, at most so
// many tokens on; 0 when a verb or another sign comes first.
func (p *page) phraseEnd(i, longest int) int {
	for j := i + 1; j < p.endOf(i) && j <= i+longest; j++ {
		t := &p.tokens[j]
		switch {
		case t.is(that|thatPronoun) && t.skip == 0 || t.sign == colon:
			return j
		case t.sign != noSign && t.sign != number, t.is(verb|commonVerb|timeWord) && !t.definite, looksFinite(t), t.proclitic() == "و":
			return 0
		}
	}
	return 0
}

// endsSubject reports whether token i may follow the subject of a verb of
// saying: أن, a sign, a preposition, a role; not the noun that a subject would
// govern.
func (p *page) endsSubject(i, end int) bool {
	if i >= end {
		return false
	}
	t := &p.tokens[i]
	return t.is(that|thatPronoun|function|role|timeWord) || t.sign == colon || t.sign == comma ||
		t.sign == mark || t.sign == opening || t.sign == closing || t.is(verb) && t.form.Mood == participle || t.skip > 0 && t.proclitic() != "و"
}

// unnamed are the cues that are no part of a person's name.
func (n *namer) unnamed(cues []cue) []cue {
	kept := cues[:0]
	for _, c := range cues {
		if m, ok := n.nameAt(c.token); !ok || m.kind != model.Person {
			kept = append(kept, c)
		}
	}
	return kept
}

// addressees names the media that words are spoken to: «وقال لـ"الوطن"».
func (n *namer) addressees() {
	const near = 8
	for i := 1; i+1 < len(n.tokens); i++ {
		if n.tokens[i].fold != "ل" && !n.tokens[i].is(anonymous) || n.tokens[i+1].sign != mark {
			continue
		}
		from, to, ok := n.enclosed(i + 1)
		if !ok || to-from > 3 {
			continue
		}
		if m, known := n.nameAt(from); known {
			if m.kind == model.Place && m.from == from && m.to == to {
				m := &n.mentions[n.at[from]-1] // «لـ"الشرق الأوسط"»: the paper
				m.kind, m.name = model.Organisation, ""
			}
			continue
		}
		for j := i - 1; j > max(0, i-near); j-- {
			if n.tokens[j].is(verb|wordsOf) || n.inTitle(j) {
				n.put(n.mentionOf(from, to, model.Organisation))
				break
			}
		}
	}
}

// opensReport reports whether أن or a sign that may follow a subject stands at
// token i.
func (p *page) opensReport(i int) bool {
	if i >= len(p.tokens) {
		return false
	}
	t := &p.tokens[i]
	return t.is(that|thatPronoun) || t.sign == colon || t.sign == comma || t.sign == mark || t.sign == closing
}

// slot is the token where the subject of a verb of saying begins: after the
// verb, little words, marks and an addressee; -1 when there is none.
func (n *namedPage) slot(c cue) int {
	end := n.endOf(c.token)
	for j := c.token + 1; j < end && j <= c.token+8; j++ {
		t := &n.tokens[j]
		switch {
		case t.sign == mark || t.sign == opening:
			if _, _, short := n.enclosed(j); !short && j+1 < end && n.tokens[j+1].sign != closing && n.tokens[j+1].sign != mark {
				return -1 // the quotation itself
			}
		case !t.word():
			return -1
		case t.fold == "كل" && j+1 < end && n.tokens[j+1].fold == "من":
			j++ // «أشار كل من»
		case t.is(honorific) && t.skip == 0 && j+1 < end && n.tokens[j+1].is(role):
		case t.fold == "ذلك" && j == c.token+1 && j+1 < end && n.tokens[j+1].word() && !n.tokens[j+1].is(function): // «أوضح ذلك فلان»
		case t.fold == "ايضا", t.fold == "كذلك", t.fold == "قد", t.is(timeWord) && n.at[j] == 0:
		case n.at[j] != 0 && n.skipAt(j) > 0 && strings.HasPrefix(t.fold, "ل"):
			j = n.mentions[n.at[j]-1].to - 1
		case t.fold == "ل" && j+1 < end:
			j++ // «لـCNN»
			if _, to, ok := n.enclosed(j); ok {
				j = to // «لـ«عكاظ»»
			}
		case n.skipAt(j) > 0 && strings.HasPrefix(t.fold, "ل"):
		default:
			return j
		}
	}
	return -1
}
