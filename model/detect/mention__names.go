package detect

import (
	"rawi/model"
	"strings"
)

// names finds what can be told by itself: known places and bodies, bodies and
// places by their head noun, persons by a given name.
func (n *namer) names() {
	for i := 0; i < len(n.tokens); {
		m, ok := n.nameFrom(i)
		if !ok {
			i++
			continue
		}
		id := n.put(m)
		i = n.twin(id)
	}
}

func (n *namer) nameFrom(i int) (mention, bool) {
	t := &n.tokens[i]
	if !t.word() {
		return mention{}, false
	}
	known, isKnown := n.known(i)
	led := t.skip > 0 && (t.bare == "قياده" || t.bare == "اداره" || t.bare == "رياسه") && t.proclitic() == "ب" // «بقيادة السعودية»
	if t.is(bodyHead) && !led && !(t.definite && n.isAdjective(i)) && !(isKnown && known.kind == model.Place) {
		if m, ok := n.body(i); ok && (!isKnown || m.to > known.to) {
			return m, true
		}
	}
	if t.is(placeHead|areaHead) && !isKnown {
		if m, ok := n.place(i); ok {
			return m, true
		}
	}
	if isKnown {
		return known, true
	}
	mother := t.fold == "ام" && i+1 < n.endOf(i) && n.tokens[i+1].is(givenName) && n.tokens[i+1].skip == 0
	if mother { // «أم ياسر», but «أم» is also "or"
		return n.mentionOf(i, i+2, model.Person), true
	}
	if t.is(givenName|nameStart) && !t.definite && !n.isCommonHere(i) || n.isOfGod(i) {
		if to := n.personEnd(i); to > i+1 && n.isFullName(i, to) {
			return n.mentionOf(n.firstName(i), to, model.Person), true
		}
	}
	if to := n.personEnd(i); to > i && t.skip <= 1 && n.isFullName(i, to) && n.aged(to) {
		return n.mentionOf(i, to, model.Person), true
	}
	return mention{}, false
}

// isOfGod reports whether a given name of two words stands at token i that
// begins with a common one: «ضيف الله», «جار الله».
func (n *namer) isOfGod(i int) bool {
	if i+2 >= n.endOf(i) || n.tokens[i+1].fold != "الله" || n.tokens[i].skip > 0 {
		return false
	}
	switch n.tokens[i].fold {
	case "ضيف", "جار", "عطا", "فتح", "نصر", "سعد", "فضل", "خير", "عوض", "هبه", "رزق", "خلف", "حمد":
		next := &n.tokens[i+2] // not «فضل الله على»
		return next.word() && (next.is(givenName|namePart|surname) || next.traits == 0 && next.skip == 0 && !looksImperfect(next))
	}
	return false
}

// firstName is where the name that goes on at token i begins: one token before
// when an unknown word stands there behind a verb of saying or a named body or
// place («وقال آرفين أحمد بور»), else i.
func (n *namer) firstName(i int) int {
	if i < 2 || n.blockOf(i).from > i-2 || n.tokens[i].skip > 0 {
		return i
	}
	before, first := &n.tokens[i-2], &n.tokens[i-1]
	if n.tokens[i].fold == "بن" && n.at[i-1] == 0 && first.word() && first.letters() > 2 && !first.is(function|timeWord|that|thatPronoun|verb|role) && (!first.is(commonVerb) || strings.HasPrefix(first.fold, "ي")) {
		return i - 1 // whatever it means, «عيد بن عبدالله» is a name
	}
	if before.is(courtesy) && n.at[i-1] == 0 && first.word() && !first.definite && first.skip == 0 && first.traits != 0 && first.traits&^(adjective|commonNoun|quality) == 0 {
		return i - 1 // «الدكتور موفق محمد طالب»
	}
	says := before.is(verb) && before.form.Mood != participle && before.form.Class != nameVerb
	if n.at[i-1] != 0 || first.traits != 0 || first.skip > 0 || first.definite || !(says || n.at[i-2] != 0) || !n.canName(i-1, 0, false) {
		return i
	}
	return i - 1
}

// isAdjective reports whether the word at token i, which could head a
// description or a body, only belongs to the noun before it: «الرسالة
// الإعلامية», «مؤتمر صحفي», «الجهات المنظمة».
func (n *namer) isAdjective(i int) bool {
	t := &n.tokens[i]
	if i == n.blockOf(i).from || t.skip > 0 || n.at[i-1] != 0 {
		return false
	}
	before := &n.tokens[i-1]
	if !before.word() || before.is(role|verb|commonVerb|function|timeWord|that|thatPronoun|honorific) || looksFinite(before) {
		return false
	}
	if t.definite {
		named := i+1 < n.endOf(i) && n.tokens[i+1].is(givenName|nameStart)
		if !named && t.is(role) && isNisba(t.bare) && endsInPronoun(before) {
			return true // «خبرتكم الإعلامية»
		}
		return before.definite && (n.agrees(before.bare, t.bare) || t.is(role) && !named)
	}
	things := strings.HasSuffix(t.bare, "ه") && (strings.HasSuffix(before.bare, "ه") || strings.HasSuffix(before.bare, "ات")) // «بلدات منتجة»
	return (isNisba(t.bare) || things) && !before.definite && before.fold != ""
}
