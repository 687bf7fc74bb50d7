// Package cue finds the words that may report speech: verbs of saying, «قوله»,
// «بحسب».
package cue

import (
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// Cue is a word that may report speech.
type Cue struct {
	Token     int
	Class     lex.VerbClass
	Mood      lex.Mood
	Agrees    lex.Agreement
	According bool // «بحسب», «وفق»
	Noun      bool // «قوله»
}

// Find lists the words outside quotations that may report speech.
func Find(p *token.Page) []Cue {
	var cues []Cue
	for i := range p.Len() {
		t := p.At(i)
		if p.Depth(i) > 0 || !t.IsWord() {
			continue
		}
		switch {
		case isImpersonal(p, i), isNegated(p, i), isPreposition(p, i), lacks(p, i), isGoverned(p, i):
		case t.Bare() == "جا" || t.Bare() == "ورد":
			if i+2 < p.EndOf(i) && p.At(i+1).Fold() == "في" && p.At(i+2).Is(lex.WordsOf) { // «جاء في البيان»
				cues = append(cues, Cue{Token: i, Noun: true, Mood: lex.VerbalNoun, Agrees: lex.AnyGender})
			}
		case t.Is(lex.According) && t.Bare() == "نقلا" && (i+1 >= p.EndOf(i) || p.At(i+1).Fold() != "عن"): // «وقد نقلا إلى المستشفى»
		case t.Is(lex.According):
			cues = append(cues, Cue{Token: i, According: true})
		case i > 1 && p.At(i-1).Fold() == "حد" && p.At(i-2).Fold() == "علي" && !t.Is(lex.Saying):
			cues = append(cues, Cue{Token: i, According: true}) // «على حد قول النائبة»
		case t.Is(lex.Saying) && !(t.Is(lex.Verb) && t.Form().Mood == lex.Perfect && i > 0 && p.At(i-1).Fold() != "حد"):
			cues = append(cues, Cue{Token: i, Noun: true, Mood: lex.VerbalNoun, Agrees: lex.AnyGender})
		case i > 1 && p.At(i-2).Is(lex.According) && (p.At(i-1).Fold() == "ما" || p.At(i-1).Fold() == "لما"): // «وفقا لما أوردته»
		case t.Is(lex.Verb) && t.Form().Class != lex.NameVerb:
			if t.Form().Class == lex.Weak && t.Fold() != "بين" && !Governs(p, i) || t.Form().Mood == lex.Participle && !hangs(p, i) {
				continue
			}
			cues = append(cues, Cue{Token: i, Class: t.Form().Class, Mood: t.Form().Mood, Agrees: t.Form().Agrees, Noun: t.Form().Mood == lex.VerbalNoun})
		}
	}
	return cues
}
