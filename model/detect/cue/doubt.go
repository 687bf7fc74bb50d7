package cue

import (
	"strings"

	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// isImpersonal reports whether «يذكر أن», «يشار إلى أن» stands at token i.
func (w word) isImpersonal() bool {
	p, i := w.Page, w.i
	if !p.At(i).Is(lex.Impersonal) || i+1 >= p.EndOf(i) || w.hasSubjectBefore() {
		return false
	}
	next := p.At(i + 1)
	return next.Is(lex.That|lex.ThatPronoun) || next.Fold() == "الي" || next.Fold() == "علي"
}

// isPreposition reports whether «بين» at token i means "between": unvocalised
// it is a verb only at the start of its clause, with أن after it.
func (w word) isPreposition() bool {
	p, i := w.Page, w.i
	near := 6
	t := p.At(i)
	if t.Bare() != "بين" || strings.Contains(p.Written(t), "ّ") {
		return false
	}
	if i+1 < p.EndOf(i) && p.At(i+1).Is(lex.Role|lex.GivenName) {
		near = 20 // «بين مدير إدارة شؤون المعلمين ... أن»
	}
	if i > 0 && p.SameSentence(i, i-1) && p.At(i-1).Sign() != token.Comma && p.At(i-1).Fold() != "كما" && p.At(i-1).Fold() != "فيما" {
		return true
	}
	for j := i + 1; j < p.EndOf(i) && j <= i+near; j++ {
		if p.At(j).Is(lex.That|lex.ThatPronoun) && p.At(j-1).Fold() != "الي" {
			return false
		}
	}
	return true
}

// lacks reports whether the word that the verb at token i needs to report does
// not follow nearby: «عبر الحدود», «يحمل الكتاب».
func (w word) lacks() bool {
	p, i := w.Page, w.i
	const near = 8
	t := p.At(i)
	if !t.Is(lex.Verb) {
		return false
	}
	needed := p.Lexicon().Word(t.Rest()).Needs
	if needed == "" {
		return false
	}
	for j := i + 1; j < p.EndOf(i) && j <= i+near && p.SameSentence(i, j); j++ {
		if next := p.At(j); next.Fold() == needed || next.Bare() == needed {
			return false
		}
	}
	return true
}

// isGoverned reports whether a preposition or «عدم» stands before the word at
// token i, which is then a noun: «طلب عدم نشر اسمه».
func (w word) isGoverned() bool {
	p, i := w.Page, w.i
	if i == 0 || p.At(i).Form().Mood != lex.Perfect || p.At(i).Skip() > 0 || !p.SameSentence(i, i-1) {
		return false
	}
	if before := p.At(i - 1); before.Is(lex.CommonNoun) && !before.Is(lex.Verb|lex.CommonVerb|lex.Function|lex.Role|lex.GivenName|lex.Adjective) && !before.IsDefinite() && before.Skip() == 0 && p.At(i).Fold() == "طلب" {
		return true // «إجراءات طلب الخدمة»
	}
	switch p.At(i - 1).Bare() {
	case "عدم", "تم", "يتم", "تمت", "سيتم", "في", "من", "علي", "الي", "عن", "بعد", "قبل", "دون", "خلال", "حول", "ضد", "عند":
		return p.At(i - 1).IsWord()
	}
	return false
}

// isNegated reports whether the verb at token i is denied: «لم تذكر الشرطة».
func (w word) isNegated() bool {
	p, i := w.Page, w.i
	if i == 0 {
		return false
	}
	switch before := p.At(i - 1); before.Bare() {
	case "لم", "لن", "لا":
		return before.IsWord()
	}
	return false
}

// hasSubjectBefore reports whether a noun stands right before the verb at token
// i, which is then its subject: «البنك الدولي يتوقع أن».
func (w word) hasSubjectBefore() bool {
	p, i := w.Page, w.i
	if i == 0 || !p.SameSentence(i, i-1) || p.At(i).Skip() > 0 {
		return false
	}
	before := p.At(i - 1)
	return before.IsDefinite() && !before.Is(lex.TimeWord|lex.Function) || before.Is(lex.Role|lex.GivenName) && !before.Is(lex.Function)
}
