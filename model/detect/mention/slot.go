package mention

import (
	"strings"

	"rawi/model/detect/cue"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// SubjectOf is the token where the subject of a verb of saying begins: after the
// verb, little words, marks and an addressee; -1 when there is none.
func (n *Found) SubjectOf(c cue.Cue) int {
	const far = 8
	for j := c.Token + 1; j < n.page.EndOf(c.Token) && j <= c.Token+far; {
		next := n.afterLittle(j, c.Token)
		if next <= j {
			return next
		}
		j = next
	}
	return -1
}

// afterLittle is the token behind what stands at token j between the verb and its
// subject; j where that begins, -1 where none can.
func (n *Found) afterLittle(j, verb int) int {
	t := n.page.At(j)
	switch {
	case t.Sign() == token.Mark || t.Sign() == token.Opening:
		if n.opensWords(j) {
			return -1
		}
		return j + 1
	case !t.IsWord():
		return -1
	case t.Fold() == "كل" && n.next(j, "من"):
		return j + 2 // «أشار كل من»
	case n.isLittle(j, verb):
		return j + 1
	}
	return n.afterAddressee(j)
}

// opensWords reports whether the mark at token j opens what was said, which is too long
// for a name.
func (n *Found) opensWords(j int) bool {
	if _, _, short := n.page.Enclosed(j); short || j+1 >= n.page.EndOf(j) {
		return false
	}
	next := n.page.At(j + 1).Sign()
	return next != token.Closing && next != token.Mark
}

// next reports whether a word follows token j in its block.
func (n *Found) next(j int, fold string) bool {
	return j+1 < n.page.EndOf(j) && n.page.At(j+1).Fold() == fold
}

// isLittle reports whether the word at token j is none of a subject: «أيضا», «اليوم»,
// an honorific, the «ذلك» of «أوضح ذلك فلان».
func (n *Found) isLittle(j, verb int) bool {
	t := n.page.At(j)
	next := n.page.At(min(j+1, n.page.EndOf(j)-1))
	switch t.Fold() {
	case "ايضا", "كذلك", "قد":
		return true
	case "ذلك":
		if j == verb+1 && next != t && next.IsWord() && !next.Is(lex.Function) {
			return true
		}
	}
	return t.Is(lex.TimeWord) && !n.Covers(j) || t.Is(lex.Honorific) && t.Skip() == 0 && next != t && next.Is(lex.Role)
}

// afterAddressee is the token behind the one spoken to, with «ل», at token j: «لـCNN»,
// «لـ«عكاظ»»; j for none.
func (n *Found) afterAddressee(j int) int {
	t := n.page.At(j)
	switch {
	case !strings.HasPrefix(t.Fold(), "ل"):
		return j
	case n.SkipAt(j) > 0 && n.Covers(j):
		return int(n.kept[n.covering(j)-1].to)
	case t.Fold() == "ل" && j+1 < n.page.EndOf(j):
		if _, to, ok := n.page.Enclosed(j + 1); ok {
			return to + 1
		}
		return j + 2
	case n.SkipAt(j) > 0:
		return j + 1
	}
	return j
}
