package speech

import (
	"strings"

	"rawi/model"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// What follows says of a pair of marks that it holds a proper name or a title.

// isShort reports whether no sentence ends within the marks, and there are at
// most eight words.
func (q *pair) isShort() bool {
	if q.length == 0 || q.length > 8 {
		return false
	}
	for i := q.Open + 1; i < q.Close-1; i++ {
		if q.page.At(i).Sign() == token.Stop {
			return false
		}
	}
	return true
}

// isMention reports whether the words between the marks are a party's name.
func (q *pair) isMention() bool {
	m, ok := q.found.NameAt(q.Open + 1)
	return ok && q.length <= 5 && m.Core >= q.Open && m.To >= q.Close-1 && q.isShort()
}

// followsHead reports whether a noun like «صحيفة» announces the name.
func (q *pair) followsHead() bool {
	if q.before < 0 || q.before != q.Open-1 || !q.isShort() {
		return false
	}
	t := q.page.At(q.before)
	return (q.page.TakesMarkedName(t) || t.Is(lex.Role) && q.length <= 3) && !t.Is(lex.Verb) && !t.IsDefinite()
}

// isLatin reports whether every word between the marks is Latin: «Jurassic
// Park», an address.
func (q *pair) isLatin() bool {
	if q.Close-q.Open > 12 {
		return false
	}
	latin := false
	for i := q.Open + 1; i < q.Close; i++ {
		if t := q.page.At(i); t.IsWord() && t.Fold() != "" {
			if !t.IsLatin() {
				return false
			}
			latin = true
		}
	}
	return latin
}

// isGlossed reports whether the Latin spelling of the words between the marks
// follows them: «ريشايب» ReShape, «كاردبورد» (Cardboard).
func (q *pair) isGlossed() bool {
	i, end := q.Close+1, q.page.EndOf(q.Open)
	if i < end && q.page.At(i).Sign() == token.Opening {
		i++
	}
	return i < end && q.page.At(i).IsWord() && q.page.At(i).Fold() != "" && q.page.At(i).IsLatin()
}

// isApposed reports whether one or two unknown words without article stand
// right behind a definite noun of a thing: «المركبة «نيوهورايزونز»».
func (q *pair) isApposed() bool {
	if q.length > 2 || q.Open == 0 || !q.isShort() {
		return false
	}
	if before := q.page.At(q.Open - 1); !before.IsDefinite() || q.found.Covers(q.Open-1) || before.Is(lex.Role) {
		return false
	}
	for i := q.Open + 1; i < q.Close; i++ {
		if q.page.At(i).IsWord() && !q.mayBeForeign(q.page.At(i)) {
			return false
		}
	}
	return true
}

// mayBeForeign reports whether the word is unknown, and has no shape of Arabic.
func (q *pair) mayBeForeign(t *token.Token) bool {
	return t.Traits()&^lex.PlaceStart == 0 && (t.Letters() <= 3 || !token.LooksPrefixed(t.Fold())) && !t.IsDefinite() && t.Skip() == 0 &&
		!strings.HasSuffix(t.Fold(), "ه") && !token.IsMasdar(t.Fold(), q.page.Written(t))
}

// isKnownName reports whether a person or a known place or body stands between
// the marks.
func (q *pair) isKnownName() bool {
	m, ok := q.found.NameAt(q.Open + 1)
	return ok && (m.Name != "" || m.Kind == model.Person) && m.Core > q.Open && m.To >= q.Close-1
}

// isAddressed reports whether the words between the marks are spoken to: «لـ»
// right before, a verb or noun of saying not far off («وقال لـ"الوطن"»).
func (q *pair) isAddressed() bool {
	const near = 6
	if q.length > 2 || q.Open == 0 || q.page.At(q.Open-1).Fold() != "ل" || !q.isShort() {
		return false
	}
	for j := q.Open - 2; j >= 0 && j > q.Open-near; j-- {
		if q.page.At(j).Is(lex.Verb | lex.WordsOf | lex.Saying) {
			return true
		}
	}
	return q.governing >= 0 || q.page.InTitle(q.Open)
}
