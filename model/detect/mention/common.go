package mention

import (
	"strings"

	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// isCommonHere reports whether the given name at token i is more likely a
// common word («مع حسن السيرة», «إطالة عمر الفئران»), or part of the name of
// a prize.
func (n *namer) isCommonHere(i int) bool {
	t, first := n.page.At(i), n.page.BlockOf(i).From
	if i == first || i+1 >= n.page.EndOf(i) {
		return false
	}
	before, next := n.page.At(i-1), n.page.At(i+1)
	if t.Fold() == "رمضان" && (next.Fold() == "المبارك" || before.Fold() == "شهر") {
		return true
	}
	if before.Is(lex.Namesake) || t.Skip() > 0 && next.Fold() == "الله" && t.Is(lex.Homograph) { // «بحمد الله»
		return true
	}
	return t.Is(lex.Homograph) && next.IsDefinite() && !next.Is(lex.GivenName) && t.Proclitic() != "و" &&
		before.IsWord() && !before.IsDefinite() && !before.Is(lex.Role|lex.Verb|lex.CommonVerb|lex.That)
}

// looksCommon reports whether an unknown word has the form of a common one: a
// feminine or plural ending, a pronoun, a preposition before a definite noun.
func (n *namer) looksCommon(j, place int) bool {
	t := n.page.At(j)
	raw := n.page.Written(t)
	switch {
	case strings.HasSuffix(raw, "ة") && place == 1 && t.Traits() == 0 && t.Skip() == 0 && n.page.At(j-1).Is(lex.GivenName) && !n.page.At(j-1).Is(lex.Homograph) && n.page.IsIntroduced(j-1):
		return false // «رئيس البلدية زياد قدورة»
	case strings.HasSuffix(raw, "ة") && place > 0 && t.IsDefinite() && n.page.At(j-1).Is(lex.GivenName|lex.NamePart):
		return false // «محمد الخليفة»
	case strings.HasSuffix(raw, "ة"), strings.HasSuffix(raw, "ًا"), strings.HasSuffix(raw, "اً"), strings.HasSuffix(raw, "ً"):
		return true
	case place > 1 && strings.HasSuffix(raw, "ت") && t.Letters() >= 4 && !t.IsDefinite():
		return true // a verb: «خرقت»
	case place > 0 && strings.HasPrefix(raw, "و") && !strings.HasPrefix(raw, "وا") && !strings.HasPrefix(raw, "وي") && !strings.HasPrefix(raw, "ول"):
		return true
	case strings.HasSuffix(raw, "ه") && t.Letters() >= 4 && !t.IsDefinite():
		return true // a pronoun: «عزمه»
	case strings.HasPrefix(raw, "تؤ"), strings.HasPrefix(raw, "يؤ"):
		return true // «تؤرق»
	case token.HamzaAt(raw, 1) && (strings.HasPrefix(raw, "ب") || strings.HasPrefix(raw, "ل")):
		return true // «بإطار»
	case strings.HasSuffix(t.Fold(), "ا") && (token.IsMasdar(strings.TrimSuffix(t.Fold(), "ا"), raw) || n.page.OpensAccusatives(j) || n.page.IsAdverbBeforeComma(j)):
		return true // «اهتماما», «فرعا غريبا»
	}
	if _, rest := token.CutFirst(t.Fold(), "ب", "ل"); token.IsBrokenPlural(rest) {
		return true // «بتمارين»
	}
	if t.Letters() > 3 && (strings.HasSuffix(raw, "ها") || strings.HasSuffix(raw, "هم")) {
		return true
	}
	for _, ending := range []string{"ات", "ون", "وا"} {
		if ending == "ون" && place == 0 && !strings.HasPrefix(t.Fold(), "م") && !strings.HasSuffix(t.Fold(), "يون") {
			continue // «جونسون»
		}
		if place != 1 && t.Letters() > 3+token.Letters(ending) && strings.HasSuffix(t.Fold(), ending) {
			return true
		}
	}
	for _, prefix := range []string{"ست", "است", "سي", "لل"} {
		if strings.HasPrefix(t.Fold(), prefix) && !strings.HasSuffix(t.Fold(), "ا") && !(prefix == "ست" && t.IsWeakAt(2)) && t.Letters() > 3+token.Letters(prefix) && t.Letters() <= 7 {
			return true
		}
	}
	if first, rest := token.CutFirst(t.Fold(), "ب", "ل", "و"); first != "" && token.IsMasdar(rest, raw) || token.IsMasdar(t.Fold(), raw) {
		return true
	}
	governs := j+1 < n.page.EndOf(j) && n.page.PlainDefinite(j+1) && !n.page.At(j+1).Is(lex.Role)
	return governs && (strings.HasPrefix(t.Fold(), "ل") || strings.HasPrefix(t.Fold(), "ب"))
}

// canNameAlone reports whether the unknown word at token i, which follows a
// description directly, is more likely the name of the person described than
// what he does or how: «الرئيس بوتين», not «اللاعب يقترب», «الوزير سريعا».
func (n *namer) canNameAlone(i int) bool {
	t := n.page.At(i)
	switch w := t.Fold(); {
	case t.Traits() != 0 || t.Letters() < 4:
		return true
	case n.page.Lexicon().Demonym(w), token.LooksAdverb(w):
		return false // «طالب سعودي», «اللاعب خارجيا»
	case strings.HasSuffix(w, "نا") && !strings.HasSuffix(w, "ينا"), strings.HasSuffix(w, "هما"):
		return false // «ثقتنا»
	case token.LooksVerb(w):
		return false
	default:
		return !token.LooksPrefixed(w)
	}
}
