package speech

import (
	"strings"

	"rawi/model/detect/cue"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// clause is a reported clause: tokens, half-open.
type clause struct{ from, to int }

// reported finds the clause that the cue opens: after أن or its kin, or after
// a colon without marks.
func (a *attributor) reported(c cue.Cue, between marked) (clause, bool) {
	const far = 30
	if c.Class == lex.Want {
		return clause{}, false
	}
	end := a.page.EndOf(c.Token)
	for j := c.Token + 1; j < end && j <= c.Token+far; j++ {
		t := a.page.At(j)
		if !a.page.SameSentence(j, c.Token) {
			break
		}
		if q, ok := between.at(j); ok {
			if q.speech {
				break
			}
			j = int(q.close)
			continue
		}
		switch {
		case t.Is(lex.That|lex.ThatPronoun) && a.page.At(j-1).Is(lex.NoReport) && j-1 > c.Token:
			return clause{}, false
		case t.Is(lex.Saying) && c.Class == lex.Relay:
			return clause{}, false // «نقلت X عن Y قوله إن»: the next cue's
		case strings.HasPrefix(a.page.Written(t), "إن") && t.Fold() == "ان" && j+1 < end && a.page.At(j+1).Is(lex.CommonVerb):
			return clause{}, false // «إن وجدوا»
		case t.Is(lex.That|lex.ThatPronoun) && t.Skip() == 0 || t.Is(lex.That|lex.ThatPronoun) && t.Proclitic() == "ب":
			return a.clauseFrom(j+1, between)
		case t.Sign() == token.Colon && j+1 < end:
			if next, ok := between.at(j + 1); ok && next.speech {
				return clause{}, false
			}
			if a.page.At(j + 1).Is(lex.That) {
				j++
			}
			return a.clauseFrom(j+1, between)
		case t.Is(lex.Verb) && t.Form().Mood == lex.Participle && a.page.At(j-1).Sign() == token.Comma && a.page.InsertionEnd(j) > 0:
			j = a.page.InsertionEnd(j)
		case t.Is(lex.Verb) && t.Form().Mood != lex.Imperfect && j > c.Token+1 && !a.found.Covers(j):
			return clause{}, false
		}
	}
	return clause{}, false
}

// clauseFrom is the clause from token i to its end; none when it is no more
// than a quotation with its subject before it.
func (a *attributor) clauseFrom(i int, between marked) (clause, bool) {
	end := a.page.EndOf(i - 1)
	if i >= end {
		return clause{}, false
	}
	const longest = 300 // tokens; keeps a text of one endless sentence linear
	finite, words, quoted := a.page.At(i-1).Is(lex.ThatPronoun), 0, false
	j := i
	for ; j < end && j < i+longest && a.page.SameSentence(j, i); j++ {
		t := a.page.At(j)
		if q, ok := between.at(j); ok {
			if q.speech && !quoted {
				quoted = true
				if words <= 2 || !finite {
					return clause{}, false
				}
			}
			j = min(int(q.close), end-1)
			words++
			continue
		}
		if j > i && a.endsClause(j) {
			break
		}
		if t.IsWord() {
			words++
			finite = finite || t.LooksFinite()
		}
	}
	return a.trimmed(clause{i, j}), words > 1
}

// endsClause reports whether the report ends before token j: at a new cue.
func (a *attributor) endsClause(j int) bool {
	t := a.page.At(j)
	before := a.page.At(j - 1)
	switch {
	case t.Is(lex.According) && before.Sign() == token.Comma:
		return true
	case t.Is(lex.Verb) && t.Form().Mood == lex.Participle && t.Form().Class != lex.NameVerb:
		return before.Sign() == token.Comma && t.Form().Class != lex.Weak || cue.Governs(a.page, j)
	case before.Sign() == token.Comma && a.page.At(min(j+1, a.page.Len()-1)).Is(lex.Verb) && (strings.HasPrefix(t.Bare(), "لكن") || t.Fold() == "كما"):
		return true
	case before.Sign() == token.Comma && (t.Fold() == "فيما" || t.Fold() == "بينما"):
		return true
	case t.Is(lex.Verb) && t.Form().Mood == lex.Perfect && t.Form().Class == lex.Judge && before.Sign() == token.Comma:
		return t.Proclitic() == "و"
	case t.Is(lex.Verb) && t.Form().Mood == lex.Perfect && t.Form().Class == lex.Say:
		if t.Proclitic() != "و" {
			return before.Sign() == token.Comma && cue.Governs(a.page, j) // «فيما قال ... إن ...، أكد ... أن»
		}
		return before.Sign() == token.Comma || cue.Governs(a.page, j)
	}
	return false
}

// trimmed drops signs at the clause's ends.
func (a *attributor) trimmed(c clause) clause {
	for c.from < c.to && !a.holds(c.from) {
		c.from++
	}
	for c.to > c.from && !a.holds(c.to-1) {
		c.to--
	}
	return c
}

func (a *attributor) holds(i int) bool {
	s := a.page.At(i).Sign()
	return s == token.NoSign || s == token.Number || s == token.Mark || s == token.Closing || s == token.OtherSign
}
