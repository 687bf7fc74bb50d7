package detect

import (
	"rawi/model"
	"strings"
)

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
