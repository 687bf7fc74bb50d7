package mention

import (
	"strings"

	"rawi/model"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// addNames finds what can be told by itself: known places and bodies, bodies and
// places by their head noun, persons by a given name.
func (n *namer) addNames() {
	for i := 0; i < n.page.Len(); {
		m, ok := n.nameFrom(i)
		if !ok {
			i++
			continue
		}
		id := n.add(m)
		i = n.addShortName(id)
	}
}

func (n *namer) nameFrom(i int) (Mention, bool) {
	t := n.page.At(i)
	if !t.IsWord() {
		return Mention{}, false
	}
	known, isKnown := n.known(i)
	led := t.Skip() > 0 && (t.Bare() == "قياده" || t.Bare() == "اداره" || t.Bare() == "رياسه") && t.Proclitic() == "ب" // «بقيادة السعودية»
	if t.Is(lex.BodyHead) && !led && !(t.IsDefinite() && n.isAdjective(i)) && !(isKnown && known.Kind == model.Place) {
		if m, ok := n.body(i); ok && (!isKnown || m.To > known.To) {
			return m, true
		}
	}
	if t.Is(lex.PlaceHead|lex.AreaHead) && !isKnown {
		if m, ok := n.place(i); ok {
			return m, true
		}
	}
	if isKnown {
		return known, true
	}
	mother := t.Fold() == "ام" && i+1 < n.page.EndOf(i) && n.page.At(i+1).Is(lex.GivenName) && n.page.At(i+1).Skip() == 0
	if mother { // «أم ياسر», but «أم» is also "or"
		return n.newMention(i, i+2, model.Person), true
	}
	if t.Is(lex.GivenName|lex.NameStart) && !t.IsDefinite() && !n.isCommonHere(i) || n.isOfGod(i) {
		if to := n.personEnd(i); to > i+1 && n.page.IsFullName(i, to) {
			return n.newMention(n.firstName(i), to, model.Person), true
		}
	}
	if to := n.personEnd(i); to > i && t.Skip() <= 1 && n.page.IsFullName(i, to) && n.page.HasAge(to) {
		return n.newMention(i, to, model.Person), true
	}
	return Mention{}, false
}

// isOfGod reports whether a given name of two words stands at token i that
// begins with a common one: «ضيف الله», «جار الله».
func (n *namer) isOfGod(i int) bool {
	if i+2 >= n.page.EndOf(i) || n.page.At(i+1).Fold() != "الله" || n.page.At(i).Skip() > 0 {
		return false
	}
	switch n.page.At(i).Fold() {
	case "ضيف", "جار", "عطا", "فتح", "نصر", "سعد", "فضل", "خير", "عوض", "هبه", "رزق", "خلف", "حمد":
		next := n.page.At(i + 2) // not «فضل الله على»
		return next.IsWord() && (next.Is(lex.GivenName|lex.NamePart|lex.Surname) || next.Traits() == 0 && next.Skip() == 0 && !next.LooksImperfect())
	}
	return false
}

// firstName is where the name that goes on at token i begins: one token before
// when an unknown word stands there behind a verb of saying or a named body or
// place («وقال آرفين أحمد بور»), else i.
func (n *namer) firstName(i int) int {
	if i < 2 || n.page.BlockOf(i).From > i-2 || n.page.At(i).Skip() > 0 {
		return i
	}
	before, first := n.page.At(i-2), n.page.At(i-1)
	if n.page.At(i).Fold() == "بن" && !n.Covers(i-1) && first.IsWord() && first.Letters() > 2 && !first.Is(lex.Function|lex.TimeWord|lex.That|lex.ThatPronoun|lex.Verb|lex.Role) && (!first.Is(lex.CommonVerb) || strings.HasPrefix(first.Fold(), "ي")) {
		return i - 1 // whatever it means, «عيد بن عبدالله» is a name
	}
	if before.Is(lex.Courtesy) && !n.Covers(i-1) && first.IsWord() && !first.IsDefinite() && first.Skip() == 0 && first.Traits() != 0 && first.Traits()&^(lex.Adjective|lex.CommonNoun|lex.Quality) == 0 {
		return i - 1 // «الدكتور موفق محمد طالب»
	}
	says := before.Is(lex.Verb) && before.Form().Mood != lex.Participle && before.Form().Class != lex.NameVerb
	if n.Covers(i-1) || first.Traits() != 0 || first.Skip() > 0 || first.IsDefinite() || !(says || n.Covers(i-2)) || !n.canName(i-1, 0, false) {
		return i
	}
	return i - 1
}

// isAdjective reports whether the word at token i, which could head a
// description or a body, only belongs to the noun before it: «الرسالة
// الإعلامية», «مؤتمر صحفي», «الجهات المنظمة».
func (n *namer) isAdjective(i int) bool {
	t := n.page.At(i)
	if i == n.page.BlockOf(i).From || t.Skip() > 0 || n.Covers(i-1) {
		return false
	}
	before := n.page.At(i - 1)
	if !before.IsWord() || before.Is(lex.Role|lex.Verb|lex.CommonVerb|lex.Function|lex.TimeWord|lex.That|lex.ThatPronoun|lex.Honorific) || before.LooksFinite() {
		return false
	}
	if t.IsDefinite() {
		named := i+1 < n.page.EndOf(i) && n.page.At(i+1).Is(lex.GivenName|lex.NameStart)
		if !named && t.Is(lex.Role) && token.IsNisba(t.Bare()) && before.EndsInPronoun() {
			return true // «خبرتكم الإعلامية»
		}
		return before.IsDefinite() && (n.page.Agrees(before.Bare(), t.Bare()) || t.Is(lex.Role) && !named)
	}
	things := strings.HasSuffix(t.Bare(), "ه") && (strings.HasSuffix(before.Bare(), "ه") || strings.HasSuffix(before.Bare(), "ات")) // «بلدات منتجة»
	return (token.IsNisba(t.Bare()) || things) && !before.IsDefinite() && before.Fold() != ""
}
