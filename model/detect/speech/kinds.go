package speech

import (
	"rawi/model"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/marks"
	"rawi/model/detect/token"
)

// kindOf decides what a pair of marks holds; governing is the index of the cue
// that governs it or -1.
func (a *attributor) kindOf(q marks.Pair, governing int) model.QuoteKind {
	length := a.wordCount(q)
	before := a.page.WordBefore(q.Open)
	switch {
	case before == q.Open-1 && before >= 0 && a.page.At(before).Is(lex.Entitled) && length <= 25:
		return model.WorkTitle
	case length <= 4 && a.page.EndsNaming(before) && !a.isKnownName(q):
		return model.Scare
	case a.isLatin(q):
		return model.WorkTitle
	case length == 1 && a.onlyNumbers(q), length == 2 && a.page.HasAge(q.Open):
		return model.Other
	case governing < 0 && length <= 3 && a.isNumbered(q):
		return model.WorkTitle
	case a.isName(q, length, before, governing), length <= 4 && a.isGlossed(q), length <= 8 && (a.isDated(q) || a.isDefined(q)):
		return model.WorkTitle
	case before >= 0 && a.page.At(before).Is(lex.Scripture), q.Open > 1 && a.page.At(q.Open-1).Sign() == token.Colon && a.page.At(q.Open-2).Is(lex.Scripture):
		return model.Other
	case before >= 0 && a.page.At(before).Is(lex.Gloss) && !a.page.At(before).IsDefinite() && length <= 4:
		return model.Other
	case before >= 0 && a.page.At(before).Fold() == "لدي" && length == 1:
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

func (a *attributor) wordCount(q marks.Pair) int {
	n := 0
	for i := q.Open + 1; i < q.Close; i++ {
		if a.page.At(i).IsWord() || a.page.At(i).Sign() == token.Number {
			n++
		}
	}
	return n
}

// isNumbered reports whether a number ends the words between the marks:
// «خليجي 23».
func (a *attributor) isNumbered(q marks.Pair) bool {
	first := a.page.At(q.Open + 1)
	return a.page.At(q.Close-1).Sign() == token.Number && first.IsWord() && !first.Is(lex.Common)
}

func (a *attributor) onlyNumbers(q marks.Pair) bool {
	return a.page.At(q.Open+1).Sign() == token.Number && a.wordCount(q) <= 6
}
