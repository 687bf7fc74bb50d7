package detect

import "rawi/model"

// kind decides what a pair of marks holds; governing is the index of the cue
// that governs it or -1.
func (a *attributor) kind(q pair, governing int) model.QuoteKind {
	length := a.wordCount(q)
	before := a.wordBefore(q.open)
	switch {
	case before == q.open-1 && before >= 0 && a.tokens[before].is(entitled) && length <= 25:
		return model.WorkTitle
	case length <= 4 && a.isNaming(before) && !a.isKnownName(q):
		return model.Scare
	case a.isLatin(q):
		return model.WorkTitle
	case length == 1 && a.onlyNumbers(q), length == 2 && a.aged(q.open):
		return model.Other
	case governing < 0 && length <= 3 && a.isNumbered(q):
		return model.WorkTitle
	case a.isName(q, length, before, governing), length <= 4 && a.isGlossed(q), length <= 8 && (a.isDated(q) || a.isDefined(q)):
		return model.WorkTitle
	case before >= 0 && a.tokens[before].is(scripture), q.open > 1 && a.tokens[q.open-1].sign == colon && a.tokens[q.open-2].is(scripture):
		return model.Other
	case before >= 0 && a.tokens[before].is(gloss) && !a.tokens[before].definite && length <= 4:
		return model.Other
	case before >= 0 && a.tokens[before].fold == "لدي" && length == 1:
		return model.WorkTitle
	case governing >= 0:
		return model.Speech
	case a.onlyNumbers(q):
		return model.Other
	case length > 7:
		return model.Speech
	}
	return model.Scare
}

func (a *attributor) wordCount(q pair) int {
	n := 0
	for i := q.open + 1; i < q.close; i++ {
		if a.tokens[i].word() || a.tokens[i].sign == number {
			n++
		}
	}
	return n
}

// isNumbered reports whether a number ends the words between the marks:
// «خليجي 23».
func (a *attributor) isNumbered(q pair) bool {
	first := &a.tokens[q.open+1]
	return a.tokens[q.close-1].sign == number && first.word() && !first.is(common)
}

func (a *attributor) onlyNumbers(q pair) bool {
	return a.tokens[q.open+1].sign == number && a.wordCount(q) <= 6
}
