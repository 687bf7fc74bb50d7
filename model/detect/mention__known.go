package detect

import (
	"rawi/model"
	"strings"
)

// known finds the longest known place or body that starts at token i.
func (n *namer) known(i int) (mention, bool) {
	best, found := mention{}, false
	if i >= len(n.tokens) || !n.tokens[i].leads {
		return best, false
	}
	if strings.HasSuffix(n.tokens[i].In(n.text), "ً") || strings.HasSuffix(n.tokens[i].In(n.text), "ًا") {
		return best, false // «دوماً» is no دوما
	}
	for _, start := range n.tokens[i].starts() {
		for p := range n.lex.Phrases(start) {
			if p.Unsure && !n.sure(i) && !n.isMarked(i, p.Count) {
				continue
			}
			to, ok := n.follows(i, p.Words)
			if ok && p.Kind == model.Place && (to == i+1 || start == "العربيه") && n.isNationality(i) {
				continue
			}
			if ok && to > best.to {
				best, found = n.mentionOf(i, to, p.Kind), true
				best.name = p.Name
			}
		}
	}
	return best, found
}

// sure reports whether a common word at token i stands where a name is due.
func (n *namer) sure(i int) bool {
	if i == 0 || n.tokens[i].skip > 0 {
		return false
	}
	before := &n.tokens[i-1]
	return before.is(placeHead|areaHead|bodyHead) && !before.definite || (before.fold == "في" && n.tokens[i].letters() > 2 || before.fold == "وسط" || before.fold == "شمال" || before.fold == "جنوب") && !n.tokens[i].definite
}

// isNationality reports whether the name of a place at token i only tells
// which: the adjective of the definite noun before it, «الشركات السعودية», or
// part of the name of an event or a law, «اتفاقية جنيف».
func (n *namer) isNationality(i int) bool {
	t := &n.tokens[i]
	if i > n.blockOf(i).from && n.tokens[i-1].is(eponym) && !n.tokens[i-1].definite && t.skip == 0 {
		return true // «كأس الخليج», «اتفاقية جنيف»
	}
	if t.skip > 0 || !t.definite || !strings.HasSuffix(t.fold, "يه") || i == n.blockOf(i).from {
		return false
	}
	before := &n.tokens[i-1]
	things := before.definite && before.skip == 0 || endsInPronoun(before)
	return before.word() && things && n.at[i-1] == 0 && !before.is(function|timeWord) && !looksFinite(before) &&
		(strings.HasSuffix(before.bare, "ه") || strings.HasSuffix(before.bare, "ات") || before.is(pluralNoun) || isBrokenPlural(before.bare))
}
