package mention

import (
	"strings"

	"rawi/model"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// complement ends the words that the indefinite head before token j governs.
func (n *namer) complement(j, end int) int {
	t := n.page.At(j)
	if k, ok := n.known(j); ok && t.Skip() == 0 {
		for k.To < end && n.page.PlainDefinite(k.To) && n.page.At(k.To).Is(lex.Official|lex.Adjective) {
			k.To++
		}
		if k.To < end && (strings.HasPrefix(n.page.At(k.To).Fold(), "لل") || n.page.OpensPurpose(k.To)) && (n.page.At(j-1).Is(lex.AnyBody) || k.Kind == model.Organisation) {
			return n.governed(k.To, end) // «مركز دبي للإحصاء», «برنامج الأمم المتحدة للبيئة»
		}
		return n.attributes(j-1, k.To, min(k.To+2, end))
	}
	switch {
	case !t.IsWord() || t.Skip() > 0:
		return j
	case t.Fold() == "انباء":
		if k, ok := n.known(j + 1); ok && k.Kind == model.Place {
			return k.To // «وكالة أنباء الشرق الأوسط»
		}
		return j
	case t.IsDefinite() && n.page.At(j-1).Bare() == "تنظيم":
		return j // «تنظيم اللقاء»
	case t.IsDefinite() && !t.Is(lex.TimeWord|lex.Function):
		return n.governed(j, end)
	case n.page.Lexicon().Demonym(t.Fold()) && n.page.At(j-1).Is(lex.AnyBody): // «محكمة إسرائيلية»
		return j + 1
	case token.IsNisba(t.Fold()) && t.Letters() > 4:
		return j
	case t.Is(lex.StateBody):
		return j // «مجلس إدارة»
	case t.Is(lex.Role) && j+1 < end && n.page.PlainDefinite(j+1):
		return n.governed(j+1, end)
	case t.Is(lex.Common | lex.Verb):
		if j+1 < end && t.Is(lex.CommonNoun) && n.page.PlainDefinite(j+1) && !n.page.At(j-1).Is(lex.DeedHead) {
			return n.governed(j+1, end)
		}
		return j
	case n.page.IsProclitic(j), t.Proclitic() == "" && strings.HasPrefix(t.Fold(), "و") && token.LooksPrefixed(t.Fold()), t.EndsInTheirs(), n.page.Qualifies(n.page.At(j-1), t):
		return j // «شركة و مؤسسة», «شركة واستقرار», «سفارة بلدهم», «لجنة مختصة»
	}
	k := j + 1
	for k < end && k < j+3 && n.page.At(k).IsWord() && !n.page.At(k).Is(lex.Common|lex.Verb) && n.page.At(k).Skip() == 0 && !n.page.At(k).LooksFinite() &&
		!(k > j && strings.HasPrefix(n.page.At(k).Fold(), "و")) && !n.page.At(k).EndsInTheirs() {
		k++
	}
	return k
}

// governed ends the phrase of the definite noun at token j, whose attributes
// may be its own or its head's; «وزارة الثقافة والإعلام» has two nouns.
func (n *namer) governed(j, end int) int {
	if n.page.At(j).Is(lex.Role) && j+1 < end && n.page.At(j+1).Is(lex.GivenName|lex.NameStart) {
		to := n.personEnd(j + 1) // «مركز الملك سلمان للإغاثة»
		if to < end && n.page.OpensPurpose(to) {
			return n.governed(to+1, end)
		}
		if to < end && strings.HasPrefix(n.page.At(to).Fold(), "لل") {
			return n.coordinatedNoun(n.attributes(to, to+1, end), end)
		}
		return to
	}
	if n.page.At(j).Is(lex.Courtesy) && j+1 < end && n.page.PlainDefinite(j+1) {
		return n.attributes(j-1, j+2, end) // «مؤسسة الأميرة العنود الخيرية»
	}
	to := n.attributes(j, j+1, end)
	if to == j+1 {
		to = n.attributes(j-1, j+1, end)
	}
	for more := n.page.At(j-1).Is(lex.AnyBody) || n.page.At(j-1).Bare() == "وكاله"; more; {
		next := n.coordinatedNoun(to, end)
		more, to = next > to && n.page.At(j-1).Bare() == "وزاره", next // «وزارة الصحة والعمل والضمان»
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

// coordinatedNoun takes in a second noun: «وزارة الثقافة والإعلام», «حزب العدالة
// والتنمية»; not another party.
func (n *namer) coordinatedNoun(to, end int) int {
	if to >= end || !n.page.At(to).IsDefinite() || n.page.At(to).Proclitic() != "و" || n.page.At(to).Is(lex.Role|lex.BodyHead&^lex.Media|lex.TimeWord|lex.Function) ||
		n.page.Lexicon().Demonym(n.page.At(to).Bare()) {
		return to
	}
	if _, ok := n.known(to); ok {
		return to
	}
	for _, ending := range []string{"ون", "ين"} {
		if strings.HasSuffix(n.page.At(to).Bare(), ending) && !n.page.At(to).Is(lex.Media) {
			return to
		}
	}
	return n.attributes(to, to+1, end)
}

// attributes ends the adjectives from token j on that agree with the noun, and
// one complement with ل: «الشبكة السورية لحقوق الإنسان».
func (n *namer) attributes(noun, j, end int) int {
	const longest = 4
	for start := j; j < end && j < start+longest && n.page.PlainDefinite(j); j++ {
		if t := n.page.At(j); t.Is(lex.Role|lex.BodyHead) && !t.Is(lex.Ministry) || !n.page.Agrees(n.page.At(noun).Bare(), t.Bare()) {
			break
		}
		if k, ok := n.known(j); ok && k.Kind == model.Organisation {
			break // «دعا المركز الأمم المتحدة»
		}
	}
	if j+1 >= end || !n.page.At(j).IsWord() {
		return j
	}
	switch t := n.page.At(j); {
	case strings.HasPrefix(t.Fold(), "لل") && n.page.At(j-1).IsDefinite() && j-1 > noun && n.page.At(noun).Is(lex.AnyBody|lex.Media):
		return n.coordinatedNoun(n.attributes(j, j+1, end), end)
	case t.Proclitic() == "ل" && n.page.At(noun).IsDefinite() && n.page.At(noun).Is(lex.AnyBody) && j > noun+1 && !t.IsDefinite() && isGeneral(n.page.At(j-1).Bare()):
		if k, ok := n.known(j); ok {
			return k.To // «الأمانة العامة لمجلس التعاون»
		}
		if n.page.OpensPurpose(j) || t.Is(lex.BodyHead|lex.TitleNoun) && n.page.At(j+1).Sign() == token.NoSign && !n.page.At(j+1).Is(lex.Function|lex.Verb|lex.That) {
			return n.governed(j+1, end) // «الهيئة الوطنية لمكافحة الفساد»
		}
	case t.Fold() == "لكره" && n.page.At(j+1).IsDefinite():
		return j + 2
	case t.Fold() == "في" && n.page.At(noun).Is(lex.Mission):
		if m, ok := n.known(j + 1); ok && m.Kind == model.Place {
			return m.To
		}
	case t.Fold() == "لحقوق":
		return n.governed(j+1, end)
	case strings.HasPrefix(n.page.At(j-1).Bare(), "تابع") && strings.HasPrefix(t.Fold(), "ل"):
		if m, ok := n.known(j); ok {
			return m.To
		}
		if t.IsDefinite() && t.Is(lex.BodyHead) {
			return n.attributes(j, j+1, end)
		}
	}
	return j
}

// namesState reports whether a state, a body or a nisba stands in the words.
func (n *namer) namesState(j, to int) bool {
	for ; j < to; j++ {
		if _, ok := n.known(j); ok || n.page.Lexicon().Demonym(n.page.At(j).Bare()) || n.page.At(j).Is(lex.Official) {
			return true
		}
	}
	return false
}
