package cue

import (
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// Governs reports whether the word at token i opens a clause, direct speech
// or a quotation nearby: what a doubtful verb of saying must do.
func Governs(p *token.Page, i int) bool { return governsWithin(p, i, 6) || announces(p, i) }

// announces reports whether the perfect at token i starts its sentence, and a
// colon before a quotation ends it: «كتب الوزير على حسابه في تويتر: "..."».
func announces(p *token.Page, i int) bool {
	const far = 18
	if p.At(i).Form().Mood != lex.Perfect || i > 0 && p.SameSentence(i, i-1) {
		return false
	}
	for j := i + 1; j+1 < p.EndOf(i) && j < i+far && p.SameSentence(i, j); j++ {
		switch t := p.At(j); {
		case t.Sign() == token.Colon:
			return p.At(j+1).Sign() == token.Mark
		case t.Sign() == token.Mark, t.Is(lex.Verb) && !t.IsDefinite():
			return false
		}
	}
	return false
}

func governsWithin(p *token.Page, i, near int) bool {
	for j := i + 1; j < p.EndOf(i) && j <= i+near; j++ {
		t := p.At(j)
		switch {
		case t.Is(lex.That | lex.ThatPronoun), t.Sign() == token.Colon:
			return true
		case t.Sign() == token.Mark:
			return p.At(i).Form().Mood == lex.Perfect
		case t.Sign() == token.Stop, t.Is(lex.Verb):
			return false
		}
	}
	return false
}
