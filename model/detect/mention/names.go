package mention

import (
	"rawi/model"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/rule"
	"rawi/model/detect/token"
)

// spot is a token where a name may begin, and the name that a row found there.
type spot struct {
	*namer
	i    int
	t    *token.Token
	name Mention
}

// Place is the tokens of the name found.
func (s *spot) Place() (from, to int) { return s.name.From, s.name.To }

// nameRows find what can be told by itself: known places and bodies, bodies and places
// by their head noun, persons by a given name. What they give is between the bars of
// each example.
var nameRows = rule.Table[*spot, model.PartyKind]{Name: "name", Rows: []rule.Row[*spot, model.PartyKind]{
	{ID: "body in marks", Example: "نشرت صحيفة «|المرساة|» الخبر.", When: (*spot).isMarkedBody, Gives: model.Organisation},
	{ID: "body with the article", Example: "وصل |الجيش اليمني| أمس.", When: (*spot).isDefiniteBody, Gives: model.Organisation},
	{ID: "body", Example: "أعلنت |وزارة الصيد| ذلك.", When: (*spot).isBody, Gives: model.Organisation},
	{ID: "known", Example: "وصل إلى |باريس| أمس.", When: (*spot).isKnown, Gives: model.Place},
	{ID: "place in marks", Example: "وصل إلى |محافظة «أبين»| أمس.", When: (*spot).isMarkedPlace, Gives: model.Place},
	{ID: "known place behind its noun", Example: "وصل إلى |مدينة باريس| أمس.", When: (*spot).isHeadedPlace, Gives: model.Place},
	{ID: "place", Example: "وصل إلى |بلدة تيمزرت| أمس.", When: (*spot).isUnknownPlace, Gives: model.Place},
	{ID: "person", Example: "وصل |سامي رزق| أمس.", When: (*spot).isPerson, Gives: model.Person},
}}

// addNames records what the rows find.
func (n *namer) addNames() {
	for i := 0; i < n.page.Len(); {
		s := spot{namer: n, i: i, t: n.page.At(i)}
		if !s.t.IsWord() || nameRows.First(n.watch, &s, i, i+1) < 0 {
			i++
			continue
		}
		i = n.addShortName(n.add(s.name))
	}
}

// finds takes a name of the tokens from..to, and reports whether there are any behind
// the first.
func (s *spot) finds(kind model.PartyKind, from, to int) bool {
	s.name = s.newMention(from, to, kind)
	return to > s.i+1
}

// isKnown reports whether a known place or body stands there.
func (s *spot) isKnown() bool {
	m, ok := s.known(s.i)
	s.name = m
	return ok
}

// isPerson reports whether a full name begins with a given name.
func (s *spot) isPerson() bool {
	given := s.t.Is(lex.GivenName|lex.NameStart) && !s.t.IsDefinite() && !s.isCommonHere(s.i)
	if !given && !s.isOfGod(s.i) {
		return false
	}
	to := s.personEnd(s.i)
	return s.page.IsFullName(s.i, to) && s.finds(model.Person, s.i, to)
}

// isCommonHere reports whether the given name at token i is more likely a
// common word: «مع حسن السيرة», «إطالة عمر الفئران».
func (n *namer) isCommonHere(i int) bool {
	if i == n.page.BlockOf(i).From || i+1 >= n.page.EndOf(i) {
		return false
	}
	t, before, next := n.page.At(i), n.page.At(i-1), n.page.At(i+1)
	if before.Is(lex.Namesake) || !t.Is(lex.Homograph) || !next.IsDefinite() || next.Is(lex.GivenName) {
		return before.Is(lex.Namesake)
	}
	return before.IsWord() && !before.IsDefinite() && !before.Is(lex.Role|lex.Verb|lex.CommonVerb|lex.That)
}

// isOfGod reports whether a given name of two words stands at token i that begins with
// a common one: «ضيف الله», not «فضل الله على».
func (n *namer) isOfGod(i int) bool {
	if n.page.FoldAt(i+1) != "الله" || i+2 >= n.page.EndOf(i) || n.page.At(i).Skip() > 0 {
		return false
	}
	switch n.page.At(i).Fold() {
	case "ضيف", "جار", "عطا", "فتح", "نصر", "سعد", "فضل", "خير", "عوض", "هبه", "رزق", "خلف", "حمد":
		next := n.page.At(i + 2)
		return next.Is(lex.GivenName|lex.NamePart|lex.Surname) || next.IsWord() && next.Traits() == 0 && next.Skip() == 0 && !next.LooksImperfect()
	}
	return false
}

// isAdjective reports whether the word at token i, which could head a
// description or a body, only belongs to the noun before it: «الرسالة
// الإعلامية», «مؤتمر صحفي», «الجهات المنظمة».
func (n *namer) isAdjective(i int) bool {
	t := n.page.At(i)
	if i == n.page.BlockOf(i).From || t.Skip() > 0 || n.Covers(i-1) || !n.isNoun(i-1) {
		return false
	}
	before := n.page.At(i - 1)
	if t.IsDefinite() {
		named := i+1 < n.page.EndOf(i) && n.page.At(i+1).Is(lex.GivenName|lex.NameStart)
		return before.IsDefinite() && (n.page.Agrees(before.Bare(), t.Bare()) || t.Is(lex.Role) && !named)
	}
	return !before.IsDefinite() && before.Fold() != "" && (token.IsNisba(t.Bare()) || token.AreThings(before.Bare(), t.Bare()))
}

// isNoun reports whether a word stands at token i that nothing says to be no noun of a
// thing.
func (n *namer) isNoun(i int) bool {
	const other = lex.Role | lex.Verb | lex.CommonVerb | lex.Function | lex.TimeWord | lex.That | lex.ThatPronoun | lex.Honorific
	t := n.page.At(i)
	return t.IsWord() && !t.Is(other) && !t.LooksFinite()
}
