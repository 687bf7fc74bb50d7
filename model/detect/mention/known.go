package mention

import (
	"strings"

	"rawi/model"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// known finds the longest known place or body that starts at token i.
func (n *namer) known(i int) (best Mention, found bool) {
	if i >= n.page.Len() || !n.page.At(i).BeginsName() || n.endsInTanwin(i) {
		return best, false
	}
	for _, start := range n.page.At(i).Starts() {
		for p := range n.page.Lexicon().Phrases(start) {
			to, ok := n.page.Spells(i, p.Words)
			if ok && to > best.To && n.means(i, to, start, p) && !n.isOtherWord(i, to, start) {
				best, found = n.newMention(i, to, p.Kind), true
				best.Name = p.Name
			}
		}
	}
	return best, found
}

// means reports whether the words of a known name mean it: no common word, no
// nationality.
func (n *namer) means(i, to int, start string, p lex.Phrase) bool {
	if p.Unsure && !n.sure(i) && !n.page.StandsInMarks(i, p.Count) {
		return false
	}
	return p.Kind != model.Place || to > i+1 && start != "العربيه" || !n.isNationality(i)
}

// endsInTanwin reports whether the word is indefinite for certain: «دوماً» is no دوما.
func (n *namer) endsInTanwin(i int) bool {
	return hasAnySuffix(n.page.Written(n.page.At(i)), "ً", "ًا")
}

// sure reports whether a common word at token i stands where a name is due.
func (n *namer) sure(i int) bool {
	if i == 0 || n.page.At(i).Skip() > 0 {
		return false
	}
	before := n.page.At(i - 1)
	if before.Is(lex.PlaceHead|lex.AreaHead|lex.BodyHead) && !before.IsDefinite() {
		return true
	}
	switch before.Fold() {
	case "في":
		return n.page.At(i).Letters() > 2 && !n.page.At(i).IsDefinite()
	case "وسط", "شمال", "جنوب":
		return !n.page.At(i).IsDefinite()
	}
	return false
}

// isNationality reports whether the name of a place at token i only tells
// which: the adjective of the definite noun before it, «الشركات السعودية», or
// part of the name of an event or a law, «اتفاقية جنيف».
func (n *namer) isNationality(i int) bool {
	t := n.page.At(i)
	if i == n.page.BlockOf(i).From || t.Skip() > 0 {
		return false
	}
	before := n.page.At(i - 1)
	if before.Is(lex.Eponym) && !before.IsDefinite() {
		return true
	}
	return t.IsDefinite() && strings.HasSuffix(t.Fold(), "يه") && !n.Covers(i-1) && n.areThings(before)
}

// areThings reports whether a noun wants its adjective in the feminine, and is
// definite.
func (n *namer) areThings(t *token.Token) bool {
	if !t.IsWord() || t.Is(lex.Function|lex.TimeWord) || t.LooksFinite() || !(t.IsDefinite() && t.Skip() == 0 || t.EndsInPronoun()) {
		return false
	}
	return hasAnySuffix(t.Bare(), "ه", "ات") || t.Is(lex.PluralNoun) || token.IsBrokenPlural(t.Bare())
}

// isOtherWord reports whether the name of a place at token i, which begins with start, is
// another word there: «ينامون باكرا», no أكرا; «وقد وعدن أن يأتين», no عدن.
func (n *namer) isOtherWord(i, to int, start string) bool {
	t := n.page.At(i)
	switch {
	case to > i+1:
		return false
	case start != t.Fold() && token.IsActiveAdverb(t.Fold()) && !strings.ContainsAny(n.page.Written(t), "أإ"):
		return true
	case start == "عدن":
		return to < n.page.EndOf(i) && n.page.At(to).Is(lex.That)
	}
	return false
}
