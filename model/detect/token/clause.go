package token

import lex "rawi/model/detect/lexicon"

// InsertionEnd is the comma before أن that ends the insertion at token i:
// «قال المسؤول، طالبا عدم ذكر اسمه، إن»; 0 when there is none.
func (p *Page) InsertionEnd(i int) int {
	const longest = 10
	for j := i + 1; j+1 < p.EndOf(i) && j <= i+longest; j++ {
		switch t := p.At(j); {
		case t.sign == Comma && p.OpensThat(j+1):
			return j
		case t.sign != NoSign, t.Is(lex.That | lex.ThatPronoun):
			return 0
		}
	}
	return 0
}

// EndsNaming reports whether a naming formula ends at the word: «ما يسمى»,
// «من سماهم», «ما وصفه بـ».
func (p *Page) EndsNaming(before int) bool {
	for j := before; j >= 0 && j >= before-1; j-- {
		if p.At(j).Is(lex.Naming) && p.At(j).fold != "عليه" {
			return true
		}
		if p.At(j).Is(lex.Verb) && p.At(j).form.Class == lex.NameVerb {
			return true
		}
	}
	return false
}

// PhraseEnd is where أن or a colon ends the noun phrase at token i, at most so
// many tokens on; 0 when a verb or another sign comes first.
func (p *Page) PhraseEnd(i, longest int) int {
	for j := i + 1; j < p.EndOf(i) && j <= i+longest; j++ {
		t := p.At(j)
		switch {
		case t.Is(lex.That|lex.ThatPronoun) && t.skip == 0 || t.sign == Colon:
			return j
		case t.sign != NoSign && t.sign != Number, t.Is(lex.Verb|lex.CommonVerb|lex.TimeWord) && !t.definite, t.LooksFinite(), t.Proclitic() == "و":
			return 0
		}
	}
	return 0
}

// EndsSubject reports whether token i may follow the subject of a verb of
// saying: أن, a sign, a preposition, a role; not the noun that a subject would
// govern.
func (p *Page) EndsSubject(i, end int) bool {
	if i >= end {
		return false
	}
	t := p.At(i)
	return t.Is(lex.That|lex.ThatPronoun|lex.Function|lex.Role|lex.TimeWord) || t.sign == Colon || t.sign == Comma ||
		t.sign == Mark || t.sign == Opening || t.sign == Closing || t.Is(lex.Verb) && t.form.Mood == lex.Participle || t.skip > 0 && t.Proclitic() != "و"
}

// OpensReport reports whether أن or a sign that may follow a subject stands at
// token i.
func (p *Page) OpensReport(i int) bool {
	if i >= p.Len() {
		return false
	}
	t := p.At(i)
	return t.Is(lex.That|lex.ThatPronoun) || t.sign == Colon || t.sign == Comma || t.sign == Mark || t.sign == Closing
}

// OpensThat reports whether أن or its kin stands at token i.
func (p *Page) OpensThat(i int) bool {
	return i < p.Len() && p.At(i).Is(lex.That|lex.ThatPronoun)
}

// OpensRelative reports whether «الذي» or «التي» stands at token i.
func (p *Page) OpensRelative(i int) bool {
	return i < p.Len() && (p.At(i).fold == "الذي" || p.At(i).fold == "التي")
}

// SaysAt reports whether a verb of saying stands at token i, perhaps behind
// «نفسه» or «قد».
func (p *Page) SaysAt(i int) bool {
	for j := i; j < p.EndOf(max(i-1, 0)) && j < i+2; j++ {
		switch t := p.At(j); {
		case t.Is(lex.Verb) && t.form.Mood != lex.Participle:
			return true
		case t.fold != "نفسه" && t.fold != "نفسها" && t.fold != "قد":
			return false
		}
	}
	return false
}

// OpensWithVerb reports whether the word at token i, a verb of saying too,
// opens a sentence: «وطالب الهيئة بالنظر».
func (p *Page) OpensWithVerb(i int) bool {
	t := p.At(i)
	return t.Is(lex.Verb) && !t.definite && t.form.Mood == lex.Perfect && (i == 0 || !p.SameSentence(i-1, i))
}
