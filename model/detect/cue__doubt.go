package detect

import "strings"

// isImpersonal reports whether «يذكر أن», «يشار إلى أن» stands at token i.
func (p *page) isImpersonal(i int) bool {
	if !p.tokens[i].is(impersonal) || i+1 >= p.endOf(i) {
		return false
	}
	next := &p.tokens[i+1]
	return next.is(that|thatPronoun) || next.fold == "الي" || next.fold == "علي"
}

// isPreposition reports whether «بين» at token i means "between": unvocalised
// it is a verb only at the start of its clause, with أن after it.
func (p *page) isPreposition(i int) bool {
	near := 6
	t := &p.tokens[i]
	if t.bare != "بين" || strings.Contains(t.In(p.text), "ّ") {
		return false
	}
	if i+1 < p.endOf(i) && p.tokens[i+1].is(role|givenName) {
		near = 20 // «بين مدير إدارة شؤون المعلمين ... أن»
	}
	if i > 0 && p.sameSentence(i, i-1) && p.tokens[i-1].sign != comma && p.tokens[i-1].fold != "كما" && p.tokens[i-1].fold != "فيما" {
		return true
	}
	for j := i + 1; j < p.endOf(i) && j <= i+near; j++ {
		if p.tokens[j].is(that|thatPronoun) && p.tokens[j-1].fold != "الي" {
			return false
		}
	}
	return true
}

// lacks reports whether the word that the verb at token i needs to report does
// not follow nearby: «عبر الحدود», «يحمل الكتاب».
func (p *page) lacks(i int) bool {
	const near = 8
	t := &p.tokens[i]
	if !t.is(verb) {
		return false
	}
	needed := p.lex.Word(t.rest()).Needs
	if needed == "" {
		return false
	}
	for j := i + 1; j < p.endOf(i) && j <= i+near && p.sameSentence(i, j); j++ {
		if next := &p.tokens[j]; next.fold == needed || next.bare == needed {
			return false
		}
	}
	return true
}

// isGoverned reports whether a preposition or «عدم» stands before the word at
// token i, which is then a noun: «طلب عدم نشر اسمه».
func (p *page) isGoverned(i int) bool {
	if i == 0 || p.tokens[i].form.Mood != perfect || p.tokens[i].skip > 0 || !p.sameSentence(i, i-1) {
		return false
	}
	if before := &p.tokens[i-1]; before.is(commonNoun) && !before.is(verb|commonVerb|function|role|givenName|adjective) && !before.definite && before.skip == 0 && p.tokens[i].fold == "طلب" {
		return true // «إجراءات طلب الخدمة»
	}
	switch p.tokens[i-1].bare {
	case "عدم", "تم", "يتم", "تمت", "سيتم", "في", "من", "علي", "الي", "عن", "بعد", "قبل", "دون", "خلال", "حول", "ضد", "عند":
		return p.tokens[i-1].word()
	}
	return false
}

// isNegated reports whether the verb at token i is denied: «لم تذكر الشرطة».
func (p *page) isNegated(i int) bool {
	if i == 0 {
		return false
	}
	switch before := &p.tokens[i-1]; before.bare {
	case "لم", "لن", "لا":
		return before.word()
	}
	return false
}
