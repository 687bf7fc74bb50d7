package detect

import (
	"rawi/model"
	"strings"
)

// place finds a place by its head noun: «بلدة دوما», «محافظة "أبين"».
func (n *namer) place(i int) (mention, bool) {
	j, end := i+1, n.endOf(i)
	if j >= end || n.tokens[i].definite {
		return mention{}, false
	}
	m := n.mentionOf(i, i+1, model.Place)
	m.core = j
	if n.tokens[j].sign == mark {
		if from, to, ok := n.enclosed(j); ok && to-from <= 3 {
			m.core, m.to = from, to+1
			return m, true
		}
		return m, false
	}
	t := &n.tokens[j]
	if !t.word() {
		return m, false
	}
	if t.definite && t.skip == 0 && t.is(role) && j+1 < end && n.tokens[j+1].is(givenName|nameStart) {
		m.to = n.personEnd(j + 1)
		return m, true // «ميناء الملك عبدالعزيز»
	}
	if k, ok := n.known(j); ok && k.kind == model.Place && t.skip == 0 {
		m.to, m.name = k.to, k.name
		if m.to == j+1 && t.definite && n.isEpithet(m.to, end) {
			m.to, m.name = m.to+1, ""
		}
		return m, true
	}
	if t.skip > 0 || n.isProclitic(j) || looksImperfect(t) || t.is(common|verb|role|bodyHead) || n.lex.Demonym(t.bare) ||
		n.tokens[i].is(areaHead) && (t.definite || looksFinite(t) || t.letters() <= 3 && strings.HasPrefix(t.fold, "ت") || strings.HasSuffix(t.fold, "ه")) {
		return m, false
	}
	if n.tokens[i].is(commonHead) || strings.HasSuffix(t.fold, "يه") && isNisba(t.fold) || hasPronoun(t) || !strings.HasPrefix(t.fold, "س") && looksVerb(runes(t.fold)) || n.qualifies(&n.tokens[i], t) {
		return m, false // «قطاع خاص», «بلدة زراعية», «منطقة يحل»
	}
	m.to = j + 1
	if t.is(placeStart) && m.to < end && n.tokens[m.to].word() && n.tokens[m.to].skip == 0 && !n.tokens[m.to].is(common&^commonNoun|verb) {
		m.to++ // «محافظة صلاح الدين», «مدينة سان خوسيه»
		for m.to < end && n.tokens[m.to-1].is(namePart) && n.tokens[m.to].word() && !n.tokens[m.to].is(common|verb) {
			m.to++
		}
	} else if t.is(givenName | nameStart) {
		m.to = max(m.to, n.personEnd(j)) // «مطار شارل ديغول»
	}
	return m, true
}

// isEpithet reports whether an unknown word with the article at token i goes on
// the name of a place with the article: «نهر الوادي الأخضر».
func (n *namer) isEpithet(i, end int) bool {
	return i < end && n.tokens[i].word() && n.tokens[i].definite && n.tokens[i].skip == 0 && n.tokens[i].traits == 0 &&
		!isNisba(n.tokens[i].bare) && !n.lex.Demonym(n.tokens[i].bare)
}
