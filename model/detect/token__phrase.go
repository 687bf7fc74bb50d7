package detect

import "strings"

// qualifies reports whether an unknown word is more likely a participle that
// describes the noun before it than its name: «شركة متخصصة», «مركز مشترك».
func (p *page) qualifies(noun, t *token) bool {
	return strings.HasPrefix(t.fold, "م") && t.letters() >= 5 && p.agrees(noun.bare, t.fold) && (strings.HasSuffix(t.fold, "ه") || strings.HasPrefix(t.fold, "مت") || strings.HasPrefix(t.fold, "مش"))
}

// isPurpose reports whether «ل» and a noun before a definite one stand at token
// j: «لمكافحة الفساد».
func (p *page) isPurpose(j int) bool {
	t := &p.tokens[j]
	return j+1 < p.endOf(j) && t.proclitic() == "ل" && !t.definite && t.is(commonNoun) && !t.is(role|timeWord|function|bodyHead) && p.plainDefinite(j+1)
}

func (p *page) plainDefinite(j int) bool {
	t := &p.tokens[j]
	return t.word() && t.definite && t.skip == 0 && !t.is(timeWord|function)
}

// agrees reports whether the adjective can belong to the noun: a feminine noun
// or a plural of things wants ة, a masculine one does not have it.
func (p *page) agrees(noun, adjective string) bool {
	feminine := strings.HasSuffix(adjective, "ه")
	switch {
	case strings.HasSuffix(noun, "ه"), strings.HasSuffix(noun, "ات"):
		return feminine
	case strings.HasSuffix(noun, "ون"), strings.HasSuffix(noun, "ين"):
		return !feminine // a plural, or «قانون», «أمين»
	case feminine, p.lex.Word(noun).Has(pluralNoun):
		return feminine && p.lex.Word(noun).Has(pluralNoun)
	}
	return !strings.HasSuffix(adjective, "ات") && !strings.HasSuffix(adjective, "ون")
}

// wordBefore is the last word before token i in its sentence, proclitics that
// stand alone left out; -1 for none.
func (p *page) wordBefore(i int) int {
	for j := i - 1; j >= 0 && j >= i-3 && p.sameBlock(j, i); j-- {
		if p.tokens[j].word() && !p.isProclitic(j) {
			return j
		}
		if !p.isProclitic(j) {
			return -1
		}
	}
	return -1
}

// isTitleNoun reports whether the noun is one whose name stands between marks,
// with a pronoun or in the dual too: «رواية»,
// «روايته», «شركتي».
func (p *page) isTitleNoun(t *token) bool {
	if t.is(titleNoun | media) {
		return true
	}
	for _, ending := range []string{"ها", "هم", "ه", "ا", "ي"} {
		if stem, ok := strings.CutSuffix(t.bare, ending); ok && letters(stem) > 2 {
			if noun, ok := strings.CutSuffix(stem, "ت"); ok && p.lex.Word(noun+"ه").Has(titleNoun|media) {
				return true
			}
			if letters(ending) > 1 || ending == "ه" {
				return p.lex.Word(stem).Has(titleNoun | media)
			}
		}
	}
	return false
}

// isProclitic reports whether token i is one or two letters that are written
// onto a quotation: و«, بـ", ول".
func (p *stream) isProclitic(i int) bool {
	if i < 0 || !p.tokens[i].word() {
		return false
	}
	switch p.tokens[i].fold {
	case "و", "ف", "ب", "ل", "ك", "ول", "وب", "ال", "بال", "لل", "وال":
		return true
	}
	return false
}

// aged reports whether «(21 عاما)» stands at token i.
func (p *page) aged(i int) bool {
	return i < len(p.tokens) && i+2 < p.endOf(i) && (p.tokens[i].sign == opening || p.tokens[i].sign == mark) && p.tokens[i+1].sign == number &&
		(p.tokens[i+2].fold == "عاما" || p.tokens[i+2].fold == "سنه")
}

// follows reports whether the known words, with one blank between them, stand
// from token i on, the first already agreed, and where they end.
func (p *page) follows(i int, words string) (end int, ok bool) {
	_, rest, _ := strings.Cut(words, " ")
	for end = i + 1; rest != ""; end++ {
		var w string
		w, rest, _ = strings.Cut(rest, " ")
		if end >= p.endOf(i) {
			return 0, false
		}
		t := &p.tokens[end]
		if t.fold != w && !(strings.HasPrefix(t.fold, "لل") && "لل"+strings.TrimPrefix(w, "لل") == t.fold) {
			return 0, false
		}
	}
	return end, true
}

// isMarked reports whether marks stand around so many tokens from token i on.
func (p *page) isMarked(i, length int) bool {
	return i > 0 && i+length < p.endOf(i) && p.tokens[i-1].sign == mark && p.tokens[i+length].sign == mark
}

// enclosed gives the words between the marks or brackets that open at token
// j, when they are few enough to be a name.
func (p *page) enclosed(j int) (from, to int, ok bool) {
	const longest = 6
	first := p.tokens[j].sign
	if first != mark && first != opening {
		return 0, 0, false
	}
	for k := j + 1; k < p.endOf(j) && k <= j+1+longest; k++ {
		switch p.tokens[k].sign {
		case mark, closing:
			if k == j+1 || (p.tokens[k].sign == closing) != (first == opening) {
				return 0, 0, false
			}
			return j + 1, k, true
		case noSign, number:
		default:
			return 0, 0, false
		}
	}
	return 0, 0, false
}

// agreesWithRole is agrees for nouns that mean persons.
func (p *page) agreesWithRole(head, adjective *token) bool {
	if p.lex.Word(head.bare).Has(pluralNoun) {
		return strings.HasSuffix(adjective.bare, "ه") // «المصادر الأمنية»
	}
	if head.is(rolePlural) {
		return strings.HasSuffix(adjective.bare, "ون") || strings.HasSuffix(adjective.bare, "ين")
	}
	return strings.HasSuffix(head.bare, "ه") == strings.HasSuffix(adjective.bare, "ه") && !strings.HasSuffix(adjective.bare, "ات")
}
