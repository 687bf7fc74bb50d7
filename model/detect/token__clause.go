package detect

// insertionEnd is the comma before أن that ends the insertion at token i:
// «قال المسؤول، طالبا عدم ذكر اسمه، إن»; 0 when there is none.
func (p *page) insertionEnd(i int) int {
	const longest = 10
	for j := i + 1; j+1 < p.endOf(i) && j <= i+longest; j++ {
		switch t := &p.tokens[j]; {
		case t.sign == comma && p.opensThat(j+1):
			return j
		case t.sign != noSign, t.is(that | thatPronoun):
			return 0
		}
	}
	return 0
}

// isNaming reports whether a naming formula ends at the word: «ما يسمى»,
// «من سماهم», «ما وصفه بـ».
func (p *page) isNaming(before int) bool {
	for j := before; j >= 0 && j >= before-1; j-- {
		if p.tokens[j].is(naming) && p.tokens[j].fold != "عليه" {
			return true
		}
		if p.tokens[j].is(verb) && p.tokens[j].form.Class == nameVerb {
			return true
		}
	}
	return false
}

// phraseEnd is where أن or a colon ends the noun phrase at token i, at most so
// many tokens on; 0 when a verb or another sign comes first.
func (p *page) phraseEnd(i, longest int) int {
	for j := i + 1; j < p.endOf(i) && j <= i+longest; j++ {
		t := &p.tokens[j]
		switch {
		case t.is(that|thatPronoun) && t.skip == 0 || t.sign == colon:
			return j
		case t.sign != noSign && t.sign != number, t.is(verb|commonVerb|timeWord) && !t.definite, looksFinite(t), t.proclitic() == "و":
			return 0
		}
	}
	return 0
}

// endsSubject reports whether token i may follow the subject of a verb of
// saying: أن, a sign, a preposition, a role; not the noun that a subject would
// govern.
func (p *page) endsSubject(i, end int) bool {
	if i >= end {
		return false
	}
	t := &p.tokens[i]
	return t.is(that|thatPronoun|function|role|timeWord) || t.sign == colon || t.sign == comma ||
		t.sign == mark || t.sign == opening || t.sign == closing || t.is(verb) && t.form.Mood == participle || t.skip > 0 && t.proclitic() != "و"
}

// opensReport reports whether أن or a sign that may follow a subject stands at
// token i.
func (p *page) opensReport(i int) bool {
	if i >= len(p.tokens) {
		return false
	}
	t := &p.tokens[i]
	return t.is(that|thatPronoun) || t.sign == colon || t.sign == comma || t.sign == mark || t.sign == closing
}

// opensThat reports whether أن or its kin stands at token i.
func (p *page) opensThat(i int) bool {
	return i < len(p.tokens) && p.tokens[i].is(that|thatPronoun)
}

// isRelative reports whether «الذي» or «التي» stands at token i.
func (p *page) isRelative(i int) bool {
	return i < len(p.tokens) && (p.tokens[i].fold == "الذي" || p.tokens[i].fold == "التي")
}

// saysAt reports whether a verb of saying stands at token i, perhaps behind
// «نفسه» or «قد».
func (p *page) saysAt(i int) bool {
	for j := i; j < p.endOf(max(i-1, 0)) && j < i+2; j++ {
		switch t := &p.tokens[j]; {
		case t.is(verb) && t.form.Mood != participle:
			return true
		case t.fold != "نفسه" && t.fold != "نفسها" && t.fold != "قد":
			return false
		}
	}
	return false
}

// opensWithVerb reports whether the word at token i, a verb of saying too,
// opens a sentence: «وطالب الهيئة بالنظر».
func (p *page) opensWithVerb(i int) bool {
	t := &p.tokens[i]
	return t.is(verb) && !t.definite && t.form.Mood == perfect && (i == 0 || !p.sameSentence(i-1, i))
}
