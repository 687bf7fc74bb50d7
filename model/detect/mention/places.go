package mention

import (
	"strings"

	"rawi/model"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// place finds a place by its head noun: «بلدة دوما», «محافظة "أبين"».
func (n *namer) place(i int) (Mention, bool) {
	j, end := i+1, n.page.EndOf(i)
	if j >= end || n.page.At(i).IsDefinite() {
		return Mention{}, false
	}
	m := n.newMention(i, i+1, model.Place)
	m.Core = j
	if n.page.At(j).Sign() == token.Mark {
		if from, to, ok := n.page.Enclosed(j); ok && to-from <= 3 {
			m.Core, m.To = from, to+1
			return m, true
		}
		return m, false
	}
	t := n.page.At(j)
	if !t.IsWord() {
		return m, false
	}
	if t.IsDefinite() && t.Skip() == 0 && t.Is(lex.Role) && j+1 < end && n.page.At(j+1).Is(lex.GivenName|lex.NameStart) {
		m.To = n.personEnd(j + 1)
		return m, true // «ميناء الملك عبدالعزيز»
	}
	if k, ok := n.known(j); ok && k.Kind == model.Place && t.Skip() == 0 {
		m.To, m.Name = k.To, k.Name
		if m.To == j+1 && t.IsDefinite() && n.isEpithet(m.To, end) {
			m.To, m.Name = m.To+1, ""
		}
		return m, true
	}
	if t.Skip() > 0 || n.page.IsProclitic(j) || t.LooksImperfect() || t.Is(lex.Common|lex.Verb|lex.Role|lex.BodyHead) || n.page.Lexicon().Demonym(t.Bare()) ||
		n.page.At(i).Is(lex.AreaHead) && (t.IsDefinite() || t.LooksFinite() || t.Letters() <= 3 && strings.HasPrefix(t.Fold(), "ت") || strings.HasSuffix(t.Fold(), "ه")) {
		return m, false
	}
	if n.page.At(i).Is(lex.CommonHead) || strings.HasSuffix(t.Fold(), "يه") && token.IsNisba(t.Fold()) || t.EndsInTheirs() || !strings.HasPrefix(t.Fold(), "س") && token.LooksVerb(t.Fold()) || n.page.Qualifies(n.page.At(i), t) {
		return m, false // «قطاع خاص», «بلدة زراعية», «منطقة يحل»
	}
	m.To = j + 1
	if t.Is(lex.PlaceStart) && m.To < end && n.page.At(m.To).IsWord() && n.page.At(m.To).Skip() == 0 && !n.page.At(m.To).Is(lex.Common&^lex.CommonNoun|lex.Verb) {
		m.To++ // «محافظة صلاح الدين», «مدينة سان خوسيه»
		for m.To < end && n.page.At(m.To-1).Is(lex.NamePart) && n.page.At(m.To).IsWord() && !n.page.At(m.To).Is(lex.Common|lex.Verb) {
			m.To++
		}
	} else if t.Is(lex.GivenName | lex.NameStart) {
		m.To = max(m.To, n.personEnd(j)) // «مطار شارل ديغول»
	}
	return m, true
}

// isEpithet reports whether an unknown word with the article at token i goes on
// the name of a place with the article: «نهر الوادي الأخضر».
func (n *namer) isEpithet(i, end int) bool {
	return i < end && n.page.At(i).IsWord() && n.page.At(i).IsDefinite() && n.page.At(i).Skip() == 0 && n.page.At(i).Traits() == 0 &&
		!token.IsNisba(n.page.At(i).Bare()) && !n.page.Lexicon().Demonym(n.page.At(i).Bare())
}
