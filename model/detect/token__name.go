package detect

import "strings"

// endsGiven reports whether a given name that is no common word ends at token
// i: «سامي», «عبد الستار».
func (p *page) endsGiven(i int) bool {
	t := &p.tokens[i]
	return t.is(givenName) && !t.is(homograph) || i > 0 && t.definite && p.tokens[i-1].bare == "عبد"
}

// hasKin reports whether «بن» stands among the tokens.
func (p *page) hasKin(from, to int) bool {
	for i := from; i < to; i++ {
		if p.tokens[i].is(kinship) {
			return true
		}
	}
	return false
}

// isAddressee reports whether «ل» and the one spoken to stand at token j:
// «لـ"الوطن"», «لوكالة».
func (p *page) isAddressee(j int) bool {
	if j >= len(p.tokens) {
		return false
	}
	t := &p.tokens[j]
	return t.fold == "ل" || t.proclitic() == "ل" && t.is(media|bodyHead)
}

// isNamed reports whether a role or a verb of saying stands before the given
// name at token i.
func (p *page) isNamed(i int) bool {
	if i == p.blockOf(i).from {
		return false
	}
	t := &p.tokens[i-1]
	return t.is(role|verb) || t.word() && t.definite && !t.is(function|timeWord)
}

// isAdverb reports whether an unknown word at token j has the shape of «فضائيا»
// and a comma behind it.
func (p *page) isAdverb(j int) bool {
	t := &p.tokens[j]
	return t.letters() >= 6 && strings.HasSuffix(t.fold, "يا") && j+1 < p.endOf(j) && p.tokens[j+1].sign == comma
}

// accusative reports whether the word at token j and the next both end in the
// alef of an indefinite accusative, and no given name is among them.
func (p *page) accusative(j int) bool {
	if j+1 >= p.endOf(j) {
		return false
	}
	t, next := &p.tokens[j], &p.tokens[j+1]
	return !t.is(givenName) && !next.is(givenName|verb) && strings.HasSuffix(next.fold, "ا") && next.skip == 0 && !next.definite
}

// isFullName reports whether the words hold more than particles; «عبد الله» does.
func (p *page) isFullName(from, to int) bool {
	for i := from; i < to; i++ {
		if t := &p.tokens[i]; !t.is(namePart) || i > from && t.definite && p.tokens[i-1].bare == "عبد" {
			return true
		}
	}
	return false
}

// quantified is the first token of «أحد المصادر», «عدة مصادر».
func (p *page) quantified(i int) int {
	if i > 0 && p.tokens[i].is(rolePlural) && p.sameBlock(i-1, i) {
		switch p.tokens[i-1].bare {
		case "احد", "احدي", "عده", "بعض":
			return i - 1
		}
		if i > 1 && p.tokens[i-1].fold == "من" && p.tokens[i].definite {
			switch p.tokens[i-2].bare {
			case "عدد", "مجموعه", "كثير", "عديد", "عشرات":
				return i - 2
			}
		}
	}
	return i
}
