package mention

import (
	"strings"

	"rawi/model"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// description is a role noun with what belongs to it, while it is being read.
type description struct {
	start, end int // its first token; where it must end
	head       *token.Token
	settled    bool // the noun that it governs has come, or it wants none
}

// roleEnd is the end of the description that the role noun at token i heads.
func (n *namer) roleEnd(i int) int {
	const longest = 12
	d := description{start: i, end: min(n.page.EndOf(i), i+longest), head: n.page.At(i), settled: n.page.At(i).IsDefinite()}
	j := i + 1
	for more := true; more && j < d.end; {
		j, more = n.extend(&d, j)
	}
	return j
}

// extend reads on from token j: up to where the description goes, and whether
// it may go further.
func (n *namer) extend(d *description, j int) (next int, more bool) {
	t := n.page.At(j)
	if m, ok := n.NameAt(j); ok && m.From == j {
		return n.extendByName(d, m)
	}
	if _, to, ok := n.page.Enclosed(j); ok && t.Sign() == token.Mark && !d.settled && j == d.start+1 {
		return to + 1, false // «مؤسس "فيسبوك"»
	}
	switch {
	case t.Fold() == "عام" && d.head.Is(lex.Role) && !d.head.IsDefinite() && j == d.start+1 && j+1 < d.end && n.page.At(j+1).Sign() != token.Number:
		return j + 1, true // «مدير عام الجمارك»
	case !t.IsWord() || t.Is(lex.TimeWord|lex.That|lex.ThatPronoun|lex.Turn):
		return j, false
	case strings.HasPrefix(t.Fold(), "باسم") && t.Fold() != "باسم", strings.HasPrefix(t.Fold(), "لل") && t.Skip() > 0:
		d.settled = true // «المتحدث باسمهم», «المدير للشؤون»
		return j + 1, true
	case t.Fold() == "في" && !d.settled && !d.head.Is(lex.Anonymous):
		return j, false // «صحفي في القدس»
	case t.Fold() == "علي" && d.head.Bare() == "مشرف" && strings.HasSuffix(n.page.Written(t), "ى"):
		return n.extendBehind(d, j) // «المشرف العام على المركز»
	case t.Proclitic() == "ل" && (t.Bare() == "شوون" || t.Bare() == "شيون"):
		return n.extendBehind(d, j) // «نائب الرئيس لشؤون المسجد الحرام»
	case d.settled && j > d.start+1 && n.page.OpensPurpose(j):
		return n.placeEnd(j+1, d.end), true // «الرئيس العام لرعاية الشباب»
	case t.Fold() == "باسم", d.head.Is(lex.Anonymous) && t.Fold() == "داخل", t.Is(lex.Function) && (t.Fold() == "في" || t.Fold() == "الي" || t.Fold() == "لدي"):
		return n.extendBehind(d, j)
	case t.Skip() > 0:
		return n.coordinated(d.start, j, d.end), false
	case t.IsDefinite() && n.extendsDefinite(d, j):
		d.settled = true
		return j + 1, true
	case !t.IsDefinite() && n.extendsIndefinite(d, j):
		return j + 1, true
	}
	return j, false
}

// extendByName takes in the body or place that the description governs, no
// person.
func (n *namer) extendByName(d *description, m Mention) (next int, more bool) {
	t, proclitic := n.page.At(m.From), n.Proclitic(m)
	ofBody := d.head.Is(lex.Anonymous) && strings.HasPrefix(t.Fold(), "بال") || d.serves(proclitic, m) && !(proclitic == "ل" && n.isMedium(m))
	if m.Kind == model.Person || (d.settled || m.Skip > 0) && !strings.HasPrefix(t.Fold(), "لل") && !ofBody {
		return m.From, false
	}
	d.settled = true
	return m.To, true
}

// serves reports whether the person described belongs to the body named behind
// ل or ب: «المتحدث الرسمي لهيئة المهندسين», «مسؤول بالحكومة اليمنية».
func (d *description) serves(proclitic string, m Mention) bool {
	return d.settled && m.Kind == model.Organisation && (proclitic == "ل" || proclitic == "ب") && m.From > d.start+1
}

// isMedium reports whether words may be spoken to the body: a medium, a known
// name without a head («رويترز»), or whatever stands between marks.
func (n *namer) isMedium(m Mention) bool {
	return n.page.At(m.From).Is(lex.Media) || m.From > 0 && n.page.At(m.From-1).Sign() == token.Mark || m.Name != "" && !n.page.At(m.From).Is(lex.BodyHead)
}

// extendBehind takes in what stands behind «باسم», «في», «إلى» at token j.
func (n *namer) extendBehind(d *description, j int) (next int, more bool) {
	to := n.placeEnd(j+1, d.end)
	if _, ok := n.NameAt(j + 1); to == j+1 || n.page.At(j).Fold() == "الي" && !ok {
		return n.coordinated(d.start, j, d.end), false
	}
	d.settled = true
	return to, true
}

// extendsDefinite reports whether the definite word at token j belongs to the
// description: the noun that the head governs, then adjectives that agree.
func (n *namer) extendsDefinite(d *description, j int) bool {
	t := n.page.At(j)
	switch {
	case t.Is(lex.Function):
		return false
	case d.head.IsDefinite() && j == d.start+1 && n.lastWords[t.Fold()]:
		return false // «المهندس الهويمل» after «إبراهيم الهويمل»
	case t.Is(lex.Courtesy), t.Is(lex.Role) && j+1 < d.end && n.page.At(j+1).Is(lex.GivenName|lex.NameStart):
		return false // «الوزير السابق الدكتور أمين»
	case d.settled:
		return n.page.AgreesWithRole(d.head, t) || !d.head.IsDefinite() && n.page.Agrees(n.page.At(j-1).Bare(), t.Bare())
	}
	return j == d.start+1 || !d.head.Is(lex.Anonymous)
}

// extendsIndefinite reports whether the word at token j, without article,
// belongs to the description: a noun of a chain, an adjective of «مصدر».
func (n *namer) extendsIndefinite(d *description, j int) bool {
	t, place := n.page.At(j), j-d.start
	if t.Is(lex.Role) && t.Fold() == "عام" {
		return true
	}
	if d.settled || t.Is(lex.Verb) {
		return false
	}
	if d.head.Is(lex.Anonymous) {
		adjoins := place < 3 && t.Letters() > 2 && !t.Is(lex.Common&^lex.Adjective|lex.GivenName) && t.Fold() != "اخري" // «مصدر أمني رفيع»
		adjoins = adjoins || place < 4 && token.IsNisba(t.Bare()) && !t.Is(lex.Function)                                // «تقارير صحفية جزائرية»
		return adjoins || place == 2 && t.Fold() == "اخر" || t.Bare() == "اعلام"
	}
	chained := !t.Is(lex.Common|lex.GivenName|lex.NamePart) && place < 4 && j+1 < d.end && n.page.PlainDefinite(j+1) // «مدير شؤون المعلمين»
	return chained || t.Is(lex.Role|lex.CommonNoun|lex.BodyHead) && !t.Is(lex.Function)
}

// placeEnd is the end of what stands after «في», «باسم»: a named body or place,
// or definite words.
func (n *namer) placeEnd(j, end int) int {
	if j >= end {
		return j
	}
	if m, ok := n.NameAt(j); ok && m.From == j && m.Kind != model.Person {
		return m.To
	}
	start := j
	if n.page.At(j).Is(lex.BodyHead|lex.PlaceHead|lex.AreaHead|lex.Role) && !n.page.At(j).IsDefinite() {
		j++
		if j+1 < end && !n.page.At(j).IsDefinite() && !n.page.At(j).Is(lex.Function|lex.Verb) && n.page.PlainDefinite(j+1) {
			j++ // «إدارة تعليم المحافظة»
		}
	}
	for j < end && n.page.At(j).IsDefinite() && n.page.At(j).IsWord() && !n.page.At(j).Is(lex.TimeWord|lex.Function) && (n.page.At(j).Skip() == 0) {
		j++
	}
	if j == start+1 && n.page.At(start).Is(lex.BodyHead|lex.PlaceHead|lex.AreaHead) && !n.page.At(start).IsDefinite() {
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
	t := n.page.At(j)
	if t.Proclitic() != "و" || !t.IsDefinite() || !n.page.At(j+1).IsDefinite() || n.page.At(j+1).Skip() > 0 || t.Is(lex.Role) && j > i+1 {
		return j
	}
	if n.page.At(j + 1).Is(lex.TimeWord) {
		return j
	}
	k := j + 1
	for k < end && n.page.At(k).IsDefinite() && n.page.At(k).Skip() == 0 && n.page.At(k).IsWord() {
		k++
	}
	return k
}
