// Package cue finds the words that may report speech: verbs of saying, «قوله»,
// «بحسب».
package cue

import (
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/rule"
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
func Find(p *token.Page, w *rule.Watch) []Cue {
	var cues []Cue
	for i := range p.Len() {
		if p.Depth(i) > 0 || !p.At(i).IsWord() {
			continue
		}
		if n := rows.First(w, word{p, i}, i, i+1); n >= 0 && rows.Rows[n].Gives != NoCue {
			cues = append(cues, newCue(p.At(i), i, rows.Rows[n].Gives))
		}
	}
	return cues
}

// newCue is the cue that token i is.
func newCue(t *token.Token, i int, s Sort) Cue {
	switch s {
	case Source:
		return Cue{Token: i, According: true}
	case Noun:
		return Cue{Token: i, Noun: true, Mood: lex.VerbalNoun, Agrees: lex.AnyGender}
	}
	f := t.Form()
	return Cue{Token: i, Class: f.Class, Mood: f.Mood, Agrees: f.Agrees, Noun: f.Mood == lex.VerbalNoun}
}
