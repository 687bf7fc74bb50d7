package speech

import (
	"strings"

	"rawi/model"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/marks"
	"rawi/model/detect/token"
)

// isName reports whether the words between the marks are a proper name or a
// title: a party's name, or what a noun like «صحيفة» announces.
func (a *attributor) isName(q marks.Pair, length, before, governing int) bool {
	if length == 0 || length > 8 {
		return false
	}
	for i := q.Open + 1; i < q.Close; i++ {
		if s := a.page.At(i).Sign(); s == token.Stop && i < q.Close-1 {
			return false
		}
	}
	if length <= 5 {
		if m, ok := a.found.NameAt(q.Open + 1); ok && m.Core >= q.Open && m.To >= q.Close-1 {
			return true
		}
	}
	if t := a.page.At(max(before, 0)); before == q.Open-1 && (a.page.TakesMarkedName(t) || t.Is(lex.Role) && length <= 3) && !t.Is(lex.Verb) && !t.IsDefinite() {
		return true
	}
	if q.Open > 1 && (a.page.At(q.Open-1).Fold() == "هو" || a.page.At(q.Open-1).Fold() == "هي") && a.page.At(q.Open-2).Is(lex.TitleNoun) {
		return true // «والفيلم هو «...»»
	}
	if length <= 2 && q.Open > 1 && a.page.At(q.Open-1).Proclitic() == "ل" && a.page.At(q.Open-2).Is(lex.Verb) {
		return true // «قال لصديقه «جيم» إنه»
	}
	return length <= 2 && q.Open > 0 && a.addressed(q.Open, governing) || a.isSubject(q, length) || a.isApposed(q, length) || a.isCalled(q, length)
}

// isLatin reports whether every word between the marks is Latin: «Jurassic
// Park», an address.
func (a *attributor) isLatin(q marks.Pair) bool {
	latin := false
	for i := q.Open + 1; i < q.Close; i++ {
		if t := a.page.At(i); t.IsWord() && t.Fold() != "" {
			if !t.IsLatin() {
				return false
			}
			latin = true
		}
	}
	return latin && q.Close-q.Open <= 12
}

// isGlossed reports whether the Latin spelling of the words between the marks
// follows them: «ريشايب» ReShape, «كاردبورد» (Cardboard).
func (a *attributor) isGlossed(q marks.Pair) bool {
	i, end := q.Close+1, a.page.EndOf(q.Open)
	if i < end && a.page.At(i).Sign() == token.Opening {
		i++
	}
	return i < end && a.page.At(i).IsWord() && a.page.At(i).Fold() != "" && a.page.At(i).IsLatin()
}

// isCalled reports whether up to five words that hold no verb stand behind the
// definite noun of a thing that has a name: «الهاتف «غالاكسي إس»», «الفيلم "..."».
func (a *attributor) isCalled(q marks.Pair, length int) bool {
	if length > 5 || q.Open == 0 || !a.page.At(q.Open-1).IsDefinite() || !a.page.At(q.Open-1).Is(lex.TitleNoun) || a.page.At(q.Open-1).Is(lex.BodyHead|lex.WordsOf) {
		return false
	}
	for i := q.Open + 1; i < q.Close; i++ {
		if t := a.page.At(i); t.Is(lex.Verb|lex.CommonVerb|lex.Adjective|lex.That|lex.ThatPronoun) || t.LooksFinite() {
			return false
		}
	}
	return true
}

// isDated reports whether a year in brackets follows the marks, as it does the
// title of a work: «الأرض» (1970).
func (a *attributor) isDated(q marks.Pair) bool {
	i := q.Close + 1
	if i+2 >= a.page.EndOf(q.Open) || a.page.At(i).Sign() != token.Opening || a.page.At(i+1).Sign() != token.Number || a.page.At(i+2).Sign() != token.Closing {
		return false
	}
	year := a.page.At(i + 1).Fold()
	return token.Letters(year) == 4 && (year[:1] == "1" || year[:1] == "2")
}

// isDefined reports whether the sentence begins with the marks and says what
// sort of work they name: «"السد" رواية جديدة», «"السد" هو عنوان».
func (a *attributor) isDefined(q marks.Pair) bool {
	if q.Open > 0 && a.page.SameSentence(q.Open-1, q.Open) {
		return false
	}
	i, end := q.Close+1, a.page.EndOf(q.Open)
	if i < end && (a.page.At(i).Fold() == "هو" || a.page.At(i).Fold() == "هي") {
		i++
	}
	return i < end && a.page.At(i).Is(lex.TitleNoun|lex.Entitled) && !a.page.At(i).IsDefinite()
}

// isApposed reports whether one or two unknown words without article stand
// right behind a definite noun of a thing: «المركبة «نيوهورايزونز»».
func (a *attributor) isApposed(q marks.Pair, length int) bool {
	if length > 2 || q.Open == 0 {
		return false
	}
	if before := a.page.At(q.Open - 1); !before.IsDefinite() || a.found.Covers(q.Open-1) || before.Is(lex.Role) {
		return false
	}
	for i := q.Open + 1; i < q.Close; i++ {
		if t := a.page.At(i); t.IsWord() && (t.Traits()&^lex.PlaceStart != 0 || t.Letters() > 3 && token.LooksPrefixed(t.Fold()) || t.IsDefinite() || t.Skip() > 0 || strings.HasSuffix(t.Fold(), "ه") || token.IsMasdar(t.Fold(), a.page.Written(t))) {
			return false
		}
	}
	return true
}

// isKnownName reports whether a person or a known place or body stands between
// the marks.
func (a *attributor) isKnownName(q marks.Pair) bool {
	m, ok := a.found.NameAt(q.Open + 1)
	return ok && (m.Name != "" || m.Kind == model.Person) && m.Core > q.Open && m.To >= q.Close-1
}

// addressed reports whether the words between the marks are spoken to: «لـ»
// right before, a verb or noun of saying not far off («وقال لـ"الوطن"»).
func (a *attributor) addressed(open, governing int) bool {
	const near = 6
	if a.page.At(open-1).Fold() != "ل" {
		return false
	}
	for j := open - 2; j >= 0 && j > open-near; j-- {
		if a.page.At(j).Is(lex.Verb | lex.WordsOf | lex.Saying) {
			return true
		}
	}
	return governing >= 0 || a.page.InTitle(open)
}

// isSubject reports whether the words between the marks are the verb's
// subject: «وقال "كيري" إنه».
func (a *attributor) isSubject(q marks.Pair, length int) bool {
	if length > 3 || q.Open == 0 || !a.page.At(q.Open-1).Is(lex.Verb|lex.CommonVerb) || a.page.At(q.Open-1).Form().Class == lex.NameVerb || q.Close+1 >= a.page.Len() {
		return false
	}
	if q.Open > 1 && a.page.At(q.Open-2).Is(lex.According) {
		return true // «حسبما نقلت "الواحة"»
	}
	next := a.page.At(q.Close + 1)
	if !a.page.At(q.Open - 1).Is(lex.Verb) {
		return next.Is(lex.That|lex.ThatPronoun) && a.page.SameBlock(q.Close+1, q.Open) // «علمت "النهر" أن»
	}
	return next.Is(lex.That|lex.ThatPronoun) || next.Is(lex.Function) && a.page.SameBlock(q.Close+1, q.Open)
}
