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

// OpensReport reports whether أن or a sign that may follow a subject stands at
// token i.
func (p *Page) OpensReport(i int) bool {
	if i >= p.Len() {
		return false
	}
	t := p.At(i)
	return t.Is(lex.That|lex.ThatPronoun) || t.sign == Colon || t.sign == Comma || t.sign == Mark || t.sign == Closing
}

// FoldAt is the folded word at token i, "" for a sign and outside the page.
func (p *Page) FoldAt(i int) string {
	if i < 0 || i >= p.Len() {
		return ""
	}
	return p.At(i).fold
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

// SaysBehind reports whether «فقال» follows «أما» at token j, with who speaks between.
func (p *Page) SaysBehind(j int) bool {
	const near = 10
	for i := j + 1; i < p.EndOf(j) && i <= j+near; i++ {
		t := p.At(i)
		if !t.IsWord() {
			return false
		}
		if t.IsVerb() && t.Proclitic() == "ف" {
			return true
		}
	}
	return false
}

// IsGoverned reports whether a preposition governs the words from token i on,
// which may begin with it.
func (p *Page) IsGoverned(i int, proclitic string) bool {
	if proclitic != "" && proclitic != "و" && proclitic != "ف" {
		return true
	}
	if i == 0 {
		return false
	}
	if head := i - 2; p.At(i-1).sign == Mark && head > 0 && p.At(head).Is(lex.BodyHead) { // «على موقع "تويتر"»
		return p.IsGoverned(head, p.At(head).Proclitic())
	}
	switch p.At(i - 1).fold {
	case "في", "من", "الي", "علي", "عن", "مع", "بعد", "قبل", "ضد", "ل", "ب", "بين", "حول", "خلال", "لدي", "باسم":
		return true
	}
	return false
}

// InRelative reports whether «الذي» or «حين» stands in the sentence before token
// i, no comma between.
func (p *Page) InRelative(i int) bool {
	const far = 10
	for j := i - 1; j >= 0 && j > i-far && p.SameSentence(i, j) && p.At(j).sign != Comma; j-- {
		switch p.At(j).bare {
		case "الذي", "التي", "الذين", "اللذين", "حين", "عندما", "لماذا", "بعدما", "حيث", "لما":
			return true
		}
	}
	return false
}
