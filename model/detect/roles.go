package detect

import (
	"strings"

	"rawi/model"
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

// saysAt reports whether a verb of saying stands at token i, perhaps behind
// «نفسه» or «قد».
func (p *page) saysAt(i int) bool {
	for j := i; j < p.endOf(max(i-1, 0)) && j < i+2; j++ {
		switch t := &p.tokens[j]; {
		case t.is(verb) && t.form.Mood != participle:
			return true
		case t.fold != "نفسه" && t.fold != "نفسها" && t.fold != "قد":
			return false
		}
	}
	return false
}

// opensWithVerb reports whether the word at token i, a verb of saying too,
// opens a sentence: «وطالب الهيئة بالنظر».
func (p *page) opensWithVerb(i int) bool {
	t := &p.tokens[i]
	return t.is(verb) && !t.definite && t.form.Mood == perfect && (i == 0 || !p.sameSentence(i-1, i))
}

// quantified is the first token of «أحد المصادر», «عدة مصادر».
func (p *page) quantified(i int) int {
	if i > 0 && p.tokens[i].is(rolePlural) && p.sameBlock(i-1, i) {
		switch p.tokens[i-1].bare {
		case "احد", "احدي", "عده", "بعض":
			return i - 1
		}
		if i > 1 && p.tokens[i-1].fold == "من" && p.tokens[i].definite {
			switch p.tokens[i-2].bare {
			case "عدد", "مجموعه", "كثير", "عديد", "عشرات":
				return i - 2
			}
		}
	}
	return i
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

// description is a role noun with what belongs to it, while it is being read.
type description struct {
	start, end int // its first token; where it must end
	head       *token
	settled    bool // the noun that it governs has come, or it wants none
}

// roleEnd is the end of the description that the role noun at token i heads.
func (n *namer) roleEnd(i int) int {
	const longest = 12
	d := description{start: i, end: min(n.endOf(i), i+longest), head: &n.tokens[i], settled: n.tokens[i].definite}
	j := i + 1
	for more := true; more && j < d.end; {
		j, more = n.extend(&d, j)
	}
	return j
}

// extend reads on from token j: up to where the description goes, and whether
// it may go further.
func (n *namer) extend(d *description, j int) (next int, more bool) {
	t := &n.tokens[j]
	if m, ok := n.nameAt(j); ok && m.from == j {
		return n.extendByName(d, m)
	}
	if _, to, ok := n.enclosed(j); ok && t.sign == mark && !d.settled && j == d.start+1 {
		return to + 1, false // «مؤسس "فيسبوك"»
	}
	switch {
	case t.fold == "عام" && d.head.is(role) && !d.head.definite && j == d.start+1 && j+1 < d.end && n.tokens[j+1].sign != number:
		return j + 1, true // «مدير عام الجمارك»
	case !t.word() || t.is(timeWord|that|thatPronoun|turn):
		return j, false
	case strings.HasPrefix(t.fold, "باسم") && t.fold != "باسم", strings.HasPrefix(t.fold, "لل") && t.skip > 0:
		d.settled = true // «المتحدث باسمهم», «المدير للشؤون»
		return j + 1, true
	case t.fold == "في" && !d.settled && !d.head.is(anonymous):
		return j, false // «صحفي في القدس»
	case t.fold == "علي" && d.head.bare == "مشرف" && strings.HasSuffix(t.In(n.text), "ى"):
		return n.extendBehind(d, j) // «المشرف العام على المركز»
	case t.proclitic() == "ل" && (t.bare == "شوون" || t.bare == "شيون"):
		return n.extendBehind(d, j) // «نائب الرئيس لشؤون المسجد الحرام»
	case d.settled && j > d.start+1 && n.isPurpose(j):
		return n.placed(j+1, d.end), true // «الرئيس العام لرعاية الشباب»
	case t.fold == "باسم", d.head.is(anonymous) && t.fold == "داخل", t.is(function) && (t.fold == "في" || t.fold == "الي" || t.fold == "لدي"):
		return n.extendBehind(d, j)
	case t.skip > 0:
		return n.coordinated(d.start, j, d.end), false
	case t.definite && n.extendsDefinite(d, j):
		d.settled = true
		return j + 1, true
	case !t.definite && n.extendsIndefinite(d, j):
		return j + 1, true
	}
	return j, false
}

// extendByName takes in the body or place that the description governs, no
// person.
func (n *namer) extendByName(d *description, m mention) (next int, more bool) {
	t, proclitic := &n.tokens[m.from], n.proclitic(&m)
	ofBody := d.head.is(anonymous) && strings.HasPrefix(t.fold, "بال") || d.serves(proclitic, m) && !(proclitic == "ل" && n.isMedium(m))
	if m.kind == model.Person || (d.settled || m.skip > 0) && !strings.HasPrefix(t.fold, "لل") && !ofBody {
		return m.from, false
	}
	d.settled = true
	return m.to, true
}

// serves reports whether the person described belongs to the body named behind
// ل or ب: «المتحدث الرسمي لهيئة المهندسين», «مسؤول بالحكومة اليمنية».
func (d *description) serves(proclitic string, m mention) bool {
	return d.settled && m.kind == model.Organisation && (proclitic == "ل" || proclitic == "ب") && m.from > d.start+1
}

// isMedium reports whether words may be spoken to the body: a medium, a known
// name without a head («رويترز»), or whatever stands between marks.
func (n *namer) isMedium(m mention) bool {
	return n.tokens[m.from].is(media) || m.from > 0 && n.tokens[m.from-1].sign == mark || m.name != "" && !n.tokens[m.from].is(bodyHead)
}

// extendBehind takes in what stands behind «باسم», «في», «إلى» at token j.
func (n *namer) extendBehind(d *description, j int) (next int, more bool) {
	to := n.placed(j+1, d.end)
	if _, ok := n.nameAt(j + 1); to == j+1 || n.tokens[j].fold == "الي" && !ok {
		return n.coordinated(d.start, j, d.end), false
	}
	d.settled = true
	return to, true
}

// extendsDefinite reports whether the definite word at token j belongs to the
// description: the noun that the head governs, then adjectives that agree.
func (n *namer) extendsDefinite(d *description, j int) bool {
	t := &n.tokens[j]
	switch {
	case t.is(function):
		return false
	case d.head.definite && j == d.start+1 && n.endings[t.fold]:
		return false // «المهندس الهويمل» after «إبراهيم الهويمل»
	case t.is(courtesy), t.is(role) && j+1 < d.end && n.tokens[j+1].is(givenName|nameStart):
		return false // «الوزير السابق الدكتور أمين»
	case d.settled:
		return n.agreesWithRole(d.head, t) || !d.head.definite && n.agrees(n.tokens[j-1].bare, t.bare)
	}
	return j == d.start+1 || !d.head.is(anonymous)
}

// extendsIndefinite reports whether the word at token j, without article,
// belongs to the description: a noun of a chain, an adjective of «مصدر».
func (n *namer) extendsIndefinite(d *description, j int) bool {
	t, place := &n.tokens[j], j-d.start
	if t.is(role) && t.fold == "عام" {
		return true
	}
	if d.settled || t.is(verb) {
		return false
	}
	if d.head.is(anonymous) {
		adjoins := place < 3 && t.letters() > 2 && !t.is(common&^adjective|givenName) && t.fold != "اخري" // «مصدر أمني رفيع»
		adjoins = adjoins || place < 4 && isNisba(t.bare) && !t.is(function)                              // «تقارير صحفية جزائرية»
		return adjoins || place == 2 && t.fold == "اخر" || t.bare == "اعلام"
	}
	chained := !t.is(common|givenName|namePart) && place < 4 && j+1 < d.end && n.plainDefinite(j+1) // «مدير شؤون المعلمين»
	return chained || t.is(role|commonNoun|bodyHead) && !t.is(function)
}

// agreesWithRole is agrees for nouns that mean persons.
func (p *page) agreesWithRole(head, adjective *token) bool {
	if p.lex.Word(head.bare).Has(pluralNoun) {
		return strings.HasSuffix(adjective.bare, "ه") // «المصادر الأمنية»
	}
	if head.is(rolePlural) {
		return strings.HasSuffix(adjective.bare, "ون") || strings.HasSuffix(adjective.bare, "ين")
	}
	return strings.HasSuffix(head.bare, "ه") == strings.HasSuffix(adjective.bare, "ه") && !strings.HasSuffix(adjective.bare, "ات")
}

// placed is the end of what stands after «في», «باسم»: a named body or place,
// or definite words.
func (n *namer) placed(j, end int) int {
	if j >= end {
		return j
	}
	if m, ok := n.nameAt(j); ok && m.from == j && m.kind != model.Person {
		return m.to
	}
	start := j
	if n.tokens[j].is(bodyHead|placeHead|areaHead|role) && !n.tokens[j].definite {
		j++
		if j+1 < end && !n.tokens[j].definite && !n.tokens[j].is(function|verb) && n.plainDefinite(j+1) {
			j++ // «إدارة تعليم المحافظة»
		}
	}
	for j < end && n.tokens[j].definite && n.tokens[j].word() && !n.tokens[j].is(timeWord|function) && (n.tokens[j].skip == 0) {
		j++
	}
	if j == start+1 && n.tokens[start].is(bodyHead|placeHead|areaHead) && !n.tokens[start].definite {
		return start
	}
	return j
}

// coordinated takes in a second role that shares the adjective: «الكاتب
// والباحث الأردني», «وزير الخارجية والتعاون الدولي».
func (n *namer) coordinated(i, j, end int) int {
	if j+1 >= end {
		return j
	}
	t := &n.tokens[j]
	if t.proclitic() != "و" || !t.definite || !n.tokens[j+1].definite || n.tokens[j+1].skip > 0 || t.is(role) && j > i+1 {
		return j
	}
	if n.tokens[j+1].is(timeWord) {
		return j
	}
	k := j + 1
	for k < end && n.tokens[k].definite && n.tokens[k].skip == 0 && n.tokens[k].word() {
		k++
	}
	return k
}
