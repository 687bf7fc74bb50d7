package mention

import (
	"strings"

	"rawi/model"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// known finds the longest known place or body that starts at token i.
func (n *namer) known(i int) (Mention, bool) {
	best, found := Mention{}, false
	if i >= n.page.Len() || !n.page.At(i).BeginsName() {
		return best, false
	}
	if strings.HasSuffix(n.page.Written(n.page.At(i)), "ً") || strings.HasSuffix(n.page.Written(n.page.At(i)), "ًا") {
		return best, false // «دوماً» is no دوما
	}
	for _, start := range n.page.At(i).Starts() {
		for p := range n.page.Lexicon().Phrases(start) {
			if p.Unsure && !n.sure(i) && !n.page.StandsInMarks(i, p.Count) {
				continue
			}
			to, ok := n.page.Spells(i, p.Words)
			if ok && p.Kind == model.Place && (to == i+1 || start == "العربيه") && n.isNationality(i) {
				continue
			}
			if ok && to > best.To {
				best, found = n.newMention(i, to, p.Kind), true
				best.Name = p.Name
			}
		}
	}
	return best, found
}

// sure reports whether a common word at token i stands where a name is due.
func (n *namer) sure(i int) bool {
	if i == 0 || n.page.At(i).Skip() > 0 {
		return false
	}
	before := n.page.At(i - 1)
	return before.Is(lex.PlaceHead|lex.AreaHead|lex.BodyHead) && !before.IsDefinite() || (before.Fold() == "في" && n.page.At(i).Letters() > 2 || before.Fold() == "وسط" || before.Fold() == "شمال" || before.Fold() == "جنوب") && !n.page.At(i).IsDefinite()
}

// isNationality reports whether the name of a place at token i only tells
// which: the adjective of the definite noun before it, «الشركات السعودية», or
// part of the name of an event or a law, «اتفاقية جنيف».
func (n *namer) isNationality(i int) bool {
	t := n.page.At(i)
	if i > n.page.BlockOf(i).From && n.page.At(i-1).Is(lex.Eponym) && !n.page.At(i-1).IsDefinite() && t.Skip() == 0 {
		return true // «كأس الخليج», «اتفاقية جنيف»
	}
	if t.Skip() > 0 || !t.IsDefinite() || !strings.HasSuffix(t.Fold(), "يه") || i == n.page.BlockOf(i).From {
		return false
	}
	before := n.page.At(i - 1)
	things := before.IsDefinite() && before.Skip() == 0 || before.EndsInPronoun()
	return before.IsWord() && things && !n.Covers(i-1) && !before.Is(lex.Function|lex.TimeWord) && !before.LooksFinite() &&
		(strings.HasSuffix(before.Bare(), "ه") || strings.HasSuffix(before.Bare(), "ات") || before.Is(lex.PluralNoun) || token.IsBrokenPlural(before.Bare()))
}
