package detect

import (
	"rawi/model"
	"strings"
)

// complement ends the words that the indefinite head before token j governs.
func (n *namer) complement(j, end int) int {
	t := &n.tokens[j]
	if k, ok := n.known(j); ok && t.skip == 0 {
		for k.to < end && n.plainDefinite(k.to) && n.tokens[k.to].is(official|adjective) {
			k.to++
		}
		if k.to < end && (strings.HasPrefix(n.tokens[k.to].fold, "لل") || n.isPurpose(k.to)) && (n.tokens[j-1].is(anyBody) || k.kind == model.Organisation) {
			return n.governed(k.to, end) // «مركز دبي للإحصاء», «برنامج الأمم المتحدة للبيئة»
		}
		return n.attributes(j-1, k.to, min(k.to+2, end))
	}
	switch {
	case !t.word() || t.skip > 0:
		return j
	case t.fold == "انباء":
		if k, ok := n.known(j + 1); ok && k.kind == model.Place {
			return k.to // «وكالة أنباء الشرق الأوسط»
		}
		return j
	case t.definite && n.tokens[j-1].bare == "تنظيم":
		return j // «تنظيم اللقاء»
	case t.definite && !t.is(timeWord|function):
		return n.governed(j, end)
	case n.lex.Demonym(t.fold) && n.tokens[j-1].is(anyBody): // «محكمة إسرائيلية»
		return j + 1
	case isNisba(t.fold) && t.letters() > 4:
		return j
	case t.is(stateBody):
		return j // «مجلس إدارة»
	case t.is(role) && j+1 < end && n.plainDefinite(j+1):
		return n.governed(j+1, end)
	case t.is(common | verb):
		if j+1 < end && t.is(commonNoun) && n.plainDefinite(j+1) && !n.tokens[j-1].is(deedHead) {
			return n.governed(j+1, end)
		}
		return j
	case n.isProclitic(j), t.proclitic() == "" && strings.HasPrefix(t.fold, "و") && looksPrefixed(runes(t.fold)), hasPronoun(t), n.qualifies(&n.tokens[j-1], t):
		return j // «شركة و مؤسسة», «شركة واستقرار», «سفارة بلدهم», «لجنة مختصة»
	}
	k := j + 1
	for k < end && k < j+3 && n.tokens[k].word() && !n.tokens[k].is(common|verb) && n.tokens[k].skip == 0 && !looksFinite(&n.tokens[k]) &&
		!(k > j && strings.HasPrefix(n.tokens[k].fold, "و")) && !hasPronoun(&n.tokens[k]) {
		k++
	}
	return k
}

// governed ends the phrase of the definite noun at token j, whose attributes
// may be its own or its head's; «وزارة الثقافة والإعلام» has two nouns.
func (n *namer) governed(j, end int) int {
	if n.tokens[j].is(role) && j+1 < end && n.tokens[j+1].is(givenName|nameStart) {
		to := n.personEnd(j + 1) // «مركز الملك سلمان للإغاثة»
		if to < end && n.isPurpose(to) {
			return n.governed(to+1, end)
		}
		if to < end && strings.HasPrefix(n.tokens[to].fold, "لل") {
			return n.second(n.attributes(to, to+1, end), end)
		}
		return to
	}
	if n.tokens[j].is(courtesy) && j+1 < end && n.plainDefinite(j+1) {
		return n.attributes(j-1, j+2, end) // «مؤسسة الأميرة العنود الخيرية»
	}
	to := n.attributes(j, j+1, end)
	if to == j+1 {
		to = n.attributes(j-1, j+1, end)
	}
	for more := n.tokens[j-1].is(anyBody) || n.tokens[j-1].bare == "وكاله"; more; {
		next := n.second(to, end)
		more, to = next > to && n.tokens[j-1].bare == "وزاره", next // «وزارة الصحة والعمل والضمان»
	}
	return to
}

// isGeneral reports whether an adjective wants a complement: «الأمانة العامة
// لـ...».
func isGeneral(adjective string) bool {
	switch adjective {
	case "عام", "عامه", "عليا", "اعلي", "وطني", "وطنيه", "دولي", "دوليه", "دائمه", "تنفيذيه":
		return true
	}
	return false
}

// second takes in a second noun: «وزارة الثقافة والإعلام», «حزب العدالة
// والتنمية»; not another party.
func (n *namer) second(to, end int) int {
	if to >= end || !n.tokens[to].definite || n.tokens[to].proclitic() != "و" || n.tokens[to].is(role|bodyHead&^media|timeWord|function) ||
		n.lex.Demonym(n.tokens[to].bare) {
		return to
	}
	if _, ok := n.known(to); ok {
		return to
	}
	for _, ending := range []string{"ون", "ين"} {
		if strings.HasSuffix(n.tokens[to].bare, ending) && !n.tokens[to].is(media) {
			return to
		}
	}
	return n.attributes(to, to+1, end)
}

// attributes ends the adjectives from token j on that agree with the noun, and
// one complement with ل: «الشبكة السورية لحقوق الإنسان».
func (n *namer) attributes(noun, j, end int) int {
	const longest = 4
	for start := j; j < end && j < start+longest && n.plainDefinite(j); j++ {
		if t := &n.tokens[j]; t.is(role|bodyHead) && !t.is(ministry) || !n.agrees(n.tokens[noun].bare, t.bare) {
			break
		}
		if k, ok := n.known(j); ok && k.kind == model.Organisation {
			break // «دعا المركز الأمم المتحدة»
		}
	}
	if j+1 >= end || !n.tokens[j].word() {
		return j
	}
	switch t := &n.tokens[j]; {
	case strings.HasPrefix(t.fold, "لل") && n.tokens[j-1].definite && j-1 > noun && n.tokens[noun].is(anyBody|media):
		return n.second(n.attributes(j, j+1, end), end)
	case t.proclitic() == "ل" && n.tokens[noun].definite && n.tokens[noun].is(anyBody) && j > noun+1 && !t.definite && isGeneral(n.tokens[j-1].bare):
		if k, ok := n.known(j); ok {
			return k.to // «الأمانة العامة لمجلس التعاون»
		}
		if n.isPurpose(j) || t.is(bodyHead|titleNoun) && n.tokens[j+1].sign == noSign && !n.tokens[j+1].is(function|verb|that) {
			return n.governed(j+1, end) // «الهيئة الوطنية لمكافحة الفساد»
		}
	case t.fold == "لكره" && n.tokens[j+1].definite:
		return j + 2
	case t.fold == "في" && n.tokens[noun].is(mission):
		if m, ok := n.known(j + 1); ok && m.kind == model.Place {
			return m.to
		}
	case t.fold == "لحقوق":
		return n.governed(j+1, end)
	case strings.HasPrefix(n.tokens[j-1].bare, "تابع") && strings.HasPrefix(t.fold, "ل"):
		if m, ok := n.known(j); ok {
			return m.to
		}
		if t.definite && t.is(bodyHead) {
			return n.attributes(j, j+1, end)
		}
	}
	return j
}

// namesState reports whether a state, a body or a nisba stands in the words.
func (n *namer) namesState(j, to int) bool {
	for ; j < to; j++ {
		if _, ok := n.known(j); ok || n.lex.Demonym(n.tokens[j].bare) || n.tokens[j].is(official) {
			return true
		}
	}
	return false
}
