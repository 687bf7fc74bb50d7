package token

import (
	"strings"

	lex "rawi/model/detect/lexicon"
)

// Qualifies reports whether an unknown word is more likely a participle that
// describes the noun before it than its name: «شركة متخصصة», «مركز مشترك».
func (p *Page) Qualifies(noun, t *Token) bool {
	return strings.HasPrefix(t.fold, "م") && t.Letters() >= 5 && p.Agrees(noun.bare, t.fold) && (strings.HasSuffix(t.fold, "ه") || strings.HasPrefix(t.fold, "مت") || strings.HasPrefix(t.fold, "مش"))
}

// OpensPurpose reports whether «ل» and a noun before a definite one stand at token
// j: «لمكافحة الفساد».
func (p *Page) OpensPurpose(j int) bool {
	t := p.At(j)
	return j+1 < p.EndOf(j) && t.Proclitic() == "ل" && !t.definite && t.Is(lex.CommonNoun) && !t.Is(lex.Role|lex.TimeWord|lex.Function|lex.BodyHead) && p.PlainDefinite(j+1)
}

// PlainDefinite reports whether a definite word without proclitics stands at
// token j, no little word and no word of time.
func (p *Page) PlainDefinite(j int) bool {
	t := p.At(j)
	return t.IsWord() && t.definite && t.skip == 0 && !t.Is(lex.TimeWord|lex.Function)
}

// Agrees reports whether the adjective can belong to the noun: a feminine noun
// or a plural of things wants ة, a masculine one does not have it.
func (p *Page) Agrees(noun, adjective string) bool {
	feminine := strings.HasSuffix(adjective, "ه")
	switch {
	case strings.HasSuffix(noun, "ه"), strings.HasSuffix(noun, "ات"):
		return feminine
	case strings.HasSuffix(noun, "ون"), strings.HasSuffix(noun, "ين"):
		return !feminine // a plural, or «قانون», «أمين»
	case feminine, p.lex.Word(noun).Has(lex.PluralNoun):
		return feminine && p.lex.Word(noun).Has(lex.PluralNoun)
	}
	return !strings.HasSuffix(adjective, "ات") && !strings.HasSuffix(adjective, "ون")
}

// WordBefore is the last word before token i in its sentence, proclitics that
// stand alone left out; -1 for none.
func (p *Page) WordBefore(i int) int {
	for j := i - 1; j >= 0 && j >= i-3 && p.SameBlock(j, i); j-- {
		if p.At(j).IsWord() && !p.IsProclitic(j) {
			return j
		}
		if !p.IsProclitic(j) {
			return -1
		}
	}
	return -1
}

// TakesMarkedName reports whether the noun is one whose name stands between marks,
// with a pronoun or in the dual too: «رواية»,
// «روايته», «شركتي».
func (p *Page) TakesMarkedName(t *Token) bool {
	if t.Is(lex.TitleNoun | lex.Media) {
		return true
	}
	for _, ending := range []string{"ها", "هم", "ه", "ا", "ي"} {
		if stem, ok := strings.CutSuffix(t.bare, ending); ok && Letters(stem) > 2 {
			if noun, ok := strings.CutSuffix(stem, "ت"); ok && p.lex.Word(noun+"ه").Has(lex.TitleNoun|lex.Media) {
				return true
			}
			if Letters(ending) > 1 || ending == "ه" {
				return p.lex.Word(stem).Has(lex.TitleNoun | lex.Media)
			}
		}
	}
	return false
}

// IsProclitic reports whether token i is one or two letters that are written
// onto a quotation: و«, بـ", ول".
func (s *Stream) IsProclitic(i int) bool {
	if i < 0 || !s.At(i).IsWord() {
		return false
	}
	switch s.At(i).fold {
	case "و", "ف", "ب", "ل", "ك", "ول", "وب", "ال", "بال", "لل", "وال":
		return true
	}
	return false
}

// HasAge reports whether «(21 عاما)» stands at token i.
func (p *Page) HasAge(i int) bool {
	return i < p.Len() && i+2 < p.EndOf(i) && (p.At(i).sign == Opening || p.At(i).sign == Mark) && p.At(i+1).sign == Number &&
		(p.At(i+2).fold == "عاما" || p.At(i+2).fold == "سنه")
}

// Spells reports whether the known words, with one blank between them, stand
// from token i on, the first already agreed, and where they end.
func (p *Page) Spells(i int, words string) (end int, ok bool) {
	_, rest, _ := strings.Cut(words, " ")
	for end = i + 1; rest != ""; end++ {
		var w string
		w, rest, _ = strings.Cut(rest, " ")
		if end >= p.EndOf(i) {
			return 0, false
		}
		t := p.At(end)
		if t.fold != w && !(strings.HasPrefix(t.fold, "لل") && "لل"+strings.TrimPrefix(w, "لل") == t.fold) {
			return 0, false
		}
	}
	return end, true
}

// SpellsAny reports whether one of the phrases, of one word or two, stands at token j.
func (p *Page) SpellsAny(j int, phrases ...string) bool {
	for _, words := range phrases {
		if first, _, _ := strings.Cut(words, " "); p.At(j).fold == first {
			if _, ok := p.Spells(j, words); ok {
				return true
			}
		}
	}
	return false
}

// StandsInMarks reports whether marks stand around so many tokens from token i on.
func (p *Page) StandsInMarks(i, length int) bool {
	return i > 0 && i+length < p.EndOf(i) && p.At(i-1).sign == Mark && p.At(i+length).sign == Mark
}

// Enclosed gives the words between the marks or brackets that open at token
// j, when they are few enough to be a name.
func (p *Page) Enclosed(j int) (from, to int, ok bool) {
	const longest = 6
	first := p.At(j).sign
	if first != Mark && first != Opening {
		return 0, 0, false
	}
	for k := j + 1; k < p.EndOf(j) && k <= j+1+longest; k++ {
		switch p.At(k).sign {
		case Mark, Closing:
			if k == j+1 || (p.At(k).sign == Closing) != (first == Opening) {
				return 0, 0, false
			}
			return j + 1, k, true
		case NoSign, Number:
		default:
			return 0, 0, false
		}
	}
	return 0, 0, false
}

// AreThings reports whether a noun and an adjective, both without article, are of
// things: «بلدات منتجة».
func AreThings(noun, adjective string) bool {
	return strings.HasSuffix(adjective, "ه") && (strings.HasSuffix(noun, "ه") || strings.HasSuffix(noun, "ات"))
}

// AgreesWithRole is [Page.Agrees] for nouns that mean persons.
func (p *Page) AgreesWithRole(head, adjective *Token) bool {
	if p.lex.Word(head.bare).Has(lex.PluralNoun) {
		return strings.HasSuffix(adjective.bare, "ه") // «المصادر الأمنية»
	}
	if head.Is(lex.RolePlural) {
		return strings.HasSuffix(adjective.bare, "ون") || strings.HasSuffix(adjective.bare, "ين")
	}
	return strings.HasSuffix(head.bare, "ه") == strings.HasSuffix(adjective.bare, "ه") && !strings.HasSuffix(adjective.bare, "ات")
}
