package detect

import (
	"rawi/model"
	"strings"
)

// isName reports whether the words between the marks are a proper name or a
// title: a party's name, or what a noun like «صحيفة» announces.
func (a *attributor) isName(q pair, length, before, governing int) bool {
	if length == 0 || length > 8 {
		return false
	}
	for i := q.open + 1; i < q.close; i++ {
		if s := a.tokens[i].sign; s == stop && i < q.close-1 {
			return false
		}
	}
	if length <= 5 {
		if m, ok := a.nameAt(q.open + 1); ok && m.core >= q.open && m.to >= q.close-1 {
			return true
		}
	}
	if t := a.tokens[max(before, 0)]; before == q.open-1 && (a.isTitleNoun(&t) || t.is(role) && length <= 3) && !t.is(verb) && !t.definite {
		return true
	}
	if q.open > 1 && (a.tokens[q.open-1].fold == "هو" || a.tokens[q.open-1].fold == "هي") && a.tokens[q.open-2].is(titleNoun) {
		return true // «والفيلم هو «...»»
	}
	if length <= 2 && q.open > 1 && a.tokens[q.open-1].proclitic() == "ل" && a.tokens[q.open-2].is(verb) {
		return true // «قال لصديقه «جيم» إنه»
	}
	return length <= 2 && q.open > 0 && a.addressed(q.open, governing) || a.isSubject(q, length) || a.isApposed(q, length) || a.isCalled(q, length)
}

// isLatin reports whether every word between the marks is Latin: «Jurassic
// Park», an address.
func (a *attributor) isLatin(q pair) bool {
	latin := false
	for i := q.open + 1; i < q.close; i++ {
		if t := &a.tokens[i]; t.word() && t.fold != "" {
			if !isLatinWord(t.fold) {
				return false
			}
			latin = true
		}
	}
	return latin && q.close-q.open <= 12
}

// isGlossed reports whether the Latin spelling of the words between the marks
// follows them: «ريشايب» ReShape, «كاردبورد» (Cardboard).
func (a *attributor) isGlossed(q pair) bool {
	i, end := q.close+1, a.endOf(q.open)
	if i < end && a.tokens[i].sign == opening {
		i++
	}
	return i < end && a.tokens[i].word() && a.tokens[i].fold != "" && isLatinWord(a.tokens[i].fold)
}

// isCalled reports whether up to five words that hold no verb stand behind the
// definite noun of a thing that has a name: «الهاتف «غالاكسي إس»», «الفيلم "..."».
func (a *attributor) isCalled(q pair, length int) bool {
	if length > 5 || q.open == 0 || !a.tokens[q.open-1].definite || !a.tokens[q.open-1].is(titleNoun) || a.tokens[q.open-1].is(bodyHead|wordsOf) {
		return false
	}
	for i := q.open + 1; i < q.close; i++ {
		if t := &a.tokens[i]; t.is(verb|commonVerb|adjective|that|thatPronoun) || looksFinite(t) {
			return false
		}
	}
	return true
}

// isDated reports whether a year in brackets follows the marks, as it does the
// title of a work: «الأرض» (1970).
func (a *attributor) isDated(q pair) bool {
	i := q.close + 1
	if i+2 >= a.endOf(q.open) || a.tokens[i].sign != opening || a.tokens[i+1].sign != number || a.tokens[i+2].sign != closing {
		return false
	}
	year := a.tokens[i+1].fold
	return letters(year) == 4 && (year[:1] == "1" || year[:1] == "2")
}

// isDefined reports whether the sentence begins with the marks and says what
// sort of work they name: «"السد" رواية جديدة», «"السد" هو عنوان».
func (a *attributor) isDefined(q pair) bool {
	if q.open > 0 && a.sameSentence(q.open-1, q.open) {
		return false
	}
	i, end := q.close+1, a.endOf(q.open)
	if i < end && (a.tokens[i].fold == "هو" || a.tokens[i].fold == "هي") {
		i++
	}
	return i < end && a.tokens[i].is(titleNoun|entitled) && !a.tokens[i].definite
}

// isApposed reports whether one or two unknown words without article stand
// right behind a definite noun of a thing: «المركبة «نيوهورايزونز»».
func (a *attributor) isApposed(q pair, length int) bool {
	if length > 2 || q.open == 0 {
		return false
	}
	if before := &a.tokens[q.open-1]; !before.definite || a.namedPage.at[q.open-1] != 0 || before.is(role) {
		return false
	}
	for i := q.open + 1; i < q.close; i++ {
		if t := &a.tokens[i]; t.word() && (t.traits&^placeStart != 0 || t.letters() > 3 && looksPrefixed(runes(t.fold)) || t.definite || t.skip > 0 || strings.HasSuffix(t.fold, "ه") || isMasdar(t.fold, t.In(a.text))) {
			return false
		}
	}
	return true
}

// isKnownName reports whether a person or a known place or body stands between
// the marks.
func (a *attributor) isKnownName(q pair) bool {
	m, ok := a.nameAt(q.open + 1)
	return ok && (m.name != "" || m.kind == model.Person) && m.core > q.open && m.to >= q.close-1
}

// addressed reports whether the words between the marks are spoken to: «لـ»
// right before, a verb or noun of saying not far off («وقال لـ"الوطن"»).
func (a *attributor) addressed(open, governing int) bool {
	const near = 6
	if a.tokens[open-1].fold != "ل" {
		return false
	}
	for j := open - 2; j >= 0 && j > open-near; j-- {
		if a.tokens[j].is(verb | wordsOf | saying) {
			return true
		}
	}
	return governing >= 0 || a.inTitle(open)
}

// isSubject reports whether the words between the marks are the verb's
// subject: «وقال "كيري" إنه».
func (a *attributor) isSubject(q pair, length int) bool {
	if length > 3 || q.open == 0 || !a.tokens[q.open-1].is(verb|commonVerb) || a.tokens[q.open-1].form.Class == nameVerb || q.close+1 >= len(a.tokens) {
		return false
	}
	if q.open > 1 && a.tokens[q.open-2].is(according) {
		return true // «حسبما نقلت "الواحة"»
	}
	next := &a.tokens[q.close+1]
	if !a.tokens[q.open-1].is(verb) {
		return next.is(that|thatPronoun) && a.sameBlock(q.close+1, q.open) // «علمت "النهر" أن»
	}
	return next.is(that|thatPronoun) || next.is(function) && a.sameBlock(q.close+1, q.open)
}
