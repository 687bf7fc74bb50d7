package mention

import (
	"strings"

	"rawi/model"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// A body is named by its head noun and what follows: «وزارة الداخلية», «حزب كاديما».

// isMarkedBody reports whether the name of the body stands in marks behind its noun.
func (s *spot) isMarkedBody() bool {
	if !s.t.Is(lex.AnyBody|lex.Media|lex.Quoted) || s.t.IsDefinite() || s.i+1 >= s.page.EndOf(s.i) {
		return false
	}
	from, to, ok := s.page.Enclosed(s.i + 1)
	if !ok {
		return false
	}
	first := s.page.At(from)
	whole := first.Skip() > 0 && !first.IsDefinite() // a name begins behind the mark: «بريكس»
	_, known := s.known(from)
	if s.page.At(s.i+1).Sign() == token.Opening && (!known || whole) {
		return s.finds(model.Organisation, s.i, to+1) // the bracket belongs to the name that the head begins
	}
	s.finds(model.Organisation, from, to)
	if whole {
		s.name.Skip = 0
	}
	return true
}

// headsBody reports whether the word is the noun of a body, not an adjective, nor «بقيادة».
func (s *spot) headsBody() bool {
	return s.t.Is(lex.BodyHead) && !(s.t.IsDefinite() && s.isAdjective(s.i)) && !s.leads() && !s.isHeadOf(model.Place)
}

// leads reports whether the word is «بقيادة», «بإدارة», which has no name.
func (s *spot) leads() bool {
	return s.t.Proclitic() == "ب" && (s.t.Bare() == "قياده" || s.t.Bare() == "اداره" || s.t.Bare() == "رياسه")
}

// isHeadOf reports whether a known name of that kind begins with the word.
func (s *spot) isHeadOf(kind model.PartyKind) bool {
	m, ok := s.known(s.i)
	return ok && m.Kind == kind
}

// isDefiniteBody reports whether adjectives follow the noun with its article.
func (s *spot) isDefiniteBody() bool {
	if !s.t.IsDefinite() || !s.headsBody() || s.t.Is(lex.Ministry) && s.isGoverned() {
		return false
	}
	to := s.adjectivesEnd(s.i, s.i+1)
	if to == s.i+1 || to == s.i+2 && s.page.At(s.i+1).Is(lex.Quality) {
		return false
	}
	next := s.page.At(s.i + 1)
	named := s.t.Is(lex.AnyBody) || s.t.Is(lex.Media) && (to > s.i+2 || strings.HasPrefix(next.Bare(), "رسمي")) || next.Is(lex.Official) || s.page.Lexicon().Demonym(next.Bare())
	return named && s.finds(model.Organisation, s.i, s.seatEnd(s.i, s.purposeEnd(s.i, to))) && s.isLonger()
}

// isGoverned reports whether an indefinite role or body stands before: «وزير الخارجية».
func (s *spot) isGoverned() bool {
	return s.i > 0 && s.page.At(s.i-1).Is(lex.Role|lex.BodyHead) && !s.page.At(s.i-1).IsDefinite()
}

// isLonger reports whether the name found is longer than a known one.
func (s *spot) isLonger() bool {
	m, ok := s.known(s.i)
	return !ok || s.name.To > m.To
}

// isBody reports whether the words that the noun governs follow.
func (s *spot) isBody() bool {
	if s.t.IsDefinite() || !s.headsBody() || s.t.Is(lex.Ministry) || s.i+1 >= s.page.EndOf(s.i) || s.isVerbWithPronoun() {
		return false
	}
	to := s.complementEnd(s.i + 1)
	if to == s.i+1 || s.t.Is(lex.StateBody) && !s.t.Is(lex.AnyBody) && !s.namesState(s.i+1, to) {
		return false
	}
	if k, ok := s.known(s.i + 1); !s.t.Is(lex.AnyBody|lex.Media|lex.StateBody) && !(ok && k.Kind == model.Organisation) {
		return false // «مدير» of a known body only
	}
	return s.finds(model.Organisation, s.i, to) && s.isLonger()
}

// isVerbWithPronoun reports whether what is written with ه is no noun: «بعثه لي» is no «بعثة».
func (s *spot) isVerbWithPronoun() bool {
	return strings.HasSuffix(s.page.Written(s.t), "ه") && !s.page.PlainDefinite(s.i+1)
}

// complementEnd is the end of the words that the indefinite noun before token j governs:
// a known name, or one noun without the article and definite words behind it.
func (n *namer) complementEnd(j int) int {
	end := n.page.EndOf(j)
	head := n.page.At(j - 1)
	if k, ok := n.known(j); ok && n.page.At(j).Skip() == 0 {
		return n.purposeEnd(j-1, n.adjectivesEnd(j-1, k.To))
	}
	from := j
	if n.isNounOfBody(j) {
		if j++; j >= end || !n.page.PlainDefinite(j) {
			if head.Is(lex.AnyBody|lex.Media) && n.mayBeName(from) {
				return n.unknownEnd(from)
			}
			return from
		}
	}
	if j >= end || !n.page.PlainDefinite(j) {
		return from
	}
	return n.purposeEnd(from-1, n.coordinatedEnd(from-1, n.definiteEnd(j)))
}

// isNounOfBody reports whether a noun without the article may stand between the head and
// what that governs: «وزارة شؤون المرأة».
func (n *namer) isNounOfBody(j int) bool {
	t := n.page.At(j)
	return t.IsWord() && !t.IsDefinite() && t.Skip() == 0 && !n.page.IsProclitic(j) && !t.Is(lex.Function|lex.Verb|lex.CommonVerb|lex.That|lex.TimeWord|lex.StateBody)
}

// mayBeName reports whether an unknown word without shape of an adjective stands at token j.
func (n *namer) mayBeName(j int) bool {
	t := n.page.At(j)
	return !t.Is(lex.Common|lex.Role) && !token.IsNisba(t.Fold()) && !n.page.Qualifies(n.page.At(j-1), t) && !t.EndsInTheirs() && !t.LooksFinite() &&
		!token.LooksPrefixed(t.Fold())
}

// unknownEnd is the end of an unknown name of up to three words at token j.
func (n *namer) unknownEnd(j int) int {
	const longest = 3
	k := j + 1
	for k < n.page.EndOf(j) && k < j+longest && n.isNounOfBody(k) && n.mayBeName(k) {
		k++
	}
	return k
}

// definiteEnd is the end of the definite noun at token j, with adjectives of its own or
// of the noun before it.
func (n *namer) definiteEnd(j int) int {
	if to := n.adjectivesEnd(j, j+1); to > j+1 {
		return to
	}
	return n.adjectivesEnd(j-1, j+1)
}

// adjectivesEnd is the end of the adjectives from token j on that agree with a noun.
func (n *namer) adjectivesEnd(noun, j int) int {
	const longest = 4
	end := min(n.page.EndOf(noun), j+longest)
	for j < end && n.page.PlainDefinite(j) && !n.page.At(j).Is(lex.Role|lex.BodyHead) && n.page.Agrees(n.page.At(noun).Bare(), n.page.At(j).Bare()) {
		j++
	}
	return j
}

// purposeEnd is the end of what the body that its head begins is for, from token j on:
// «للإحصاء», «لمكافحة الفساد», or whose it is: «لمنظمة التحرير».
func (n *namer) purposeEnd(head, j int) int {
	if j >= n.page.EndOf(head) || !n.mayServe(head) {
		return j
	}
	switch t := n.page.At(j); {
	case strings.HasPrefix(t.Fold(), "لل") && t.Skip() > 0:
		return n.coordinatedEnd(head, n.adjectivesEnd(j, j+1))
	case n.page.OpensPurpose(j):
		return n.coordinatedEnd(head, n.definiteEnd(j+1))
	case t.Proclitic() == "ل" && t.Is(lex.BodyHead):
		if m, ok := n.known(j); ok {
			return m.To
		}
	}
	return j
}

// mayServe reports whether what a body is for may follow its name.
func (n *namer) mayServe(head int) bool {
	k, ok := n.known(head + 1)
	return n.page.At(head).Is(lex.AnyBody|lex.Media) || ok && k.Kind == model.Organisation
}

// seatEnd takes in where a mission is: «السفارة اليونانية في طهران».
func (n *namer) seatEnd(head, j int) int {
	if n.page.At(head).Is(lex.Mission) && j < n.page.EndOf(head) && n.page.At(j).Fold() == "في" {
		if m, ok := n.known(j + 1); ok && m.Kind == model.Place {
			return m.To
		}
	}
	return j
}

// coordinatedEnd takes in a second noun: «حزب العدالة والتنمية», of a ministry more:
// «وزارة الصحة والعمل والضمان».
func (n *namer) coordinatedEnd(head, j int) int {
	to := n.secondEnd(j)
	for more := to; n.page.At(head).Bare() == "وزاره" && more > j; {
		j, to = more, more
		more = n.secondEnd(j)
	}
	return to
}

// secondEnd is the end of the second noun at token j; j for none.
func (n *namer) secondEnd(j int) int {
	if j >= n.page.EndOf(j-1) {
		return j
	}
	t := n.page.At(j)
	if t.Proclitic() != "و" || !t.IsDefinite() || t.Is(lex.Role|lex.BodyHead|lex.TimeWord|lex.Function) || n.page.Lexicon().Demonym(t.Bare()) {
		return j
	}
	if _, ok := n.known(j); ok || strings.HasSuffix(t.Bare(), "ون") || strings.HasSuffix(t.Bare(), "ين") {
		return j
	}
	return n.adjectivesEnd(j, j+1)
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
