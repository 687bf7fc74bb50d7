package token

import (
	"strings"

	lex "rawi/model/detect/lexicon"
)

// EndsGivenName reports whether a given name that is no common word ends at token
// i: «سامي», «عبد الستار».
func (p *Page) EndsGivenName(i int) bool {
	t := p.At(i)
	return t.Is(lex.GivenName) && !t.Is(lex.Homograph) || i > 0 && t.definite && p.At(i-1).bare == "عبد"
}

// HasKinship reports whether «بن» stands among the tokens.
func (p *Page) HasKinship(from, to int) bool {
	for i := from; i < to; i++ {
		if p.At(i).Is(lex.Kinship) {
			return true
		}
	}
	return false
}

// IsAddressee reports whether «ل» and the one spoken to stand at token j:
// «لـ"الوطن"», «لوكالة».
func (p *Page) IsAddressee(j int) bool {
	if j >= p.Len() {
		return false
	}
	t := p.At(j)
	return t.fold == "ل" || t.Proclitic() == "ل" && t.Is(lex.Media|lex.BodyHead)
}

// IsIntroduced reports whether a role or a verb of saying stands before the given
// name at token i.
func (p *Page) IsIntroduced(i int) bool {
	if i == p.BlockOf(i).From {
		return false
	}
	t := p.At(i - 1)
	return t.Is(lex.Role|lex.Verb) || t.IsWord() && t.definite && !t.Is(lex.Function|lex.TimeWord)
}

// IsAdverbBeforeComma reports whether an unknown word at token j has the shape of «فضائيا»
// and a comma behind it.
func (p *Page) IsAdverbBeforeComma(j int) bool {
	t := p.At(j)
	return t.Letters() >= 6 && strings.HasSuffix(t.fold, "يا") && j+1 < p.EndOf(j) && p.At(j+1).sign == Comma
}

// OpensAccusatives reports whether the word at token j and the next both end in the
// alef of an indefinite accusative, and no given name is among them.
func (p *Page) OpensAccusatives(j int) bool {
	if j+1 >= p.EndOf(j) {
		return false
	}
	t, next := p.At(j), p.At(j+1)
	return !t.Is(lex.GivenName) && !next.Is(lex.GivenName|lex.Verb) && strings.HasSuffix(next.fold, "ا") && next.skip == 0 && !next.definite
}

// IsFullName reports whether the words hold more than particles; «عبد الله» does.
func (p *Page) IsFullName(from, to int) bool {
	for i := from; i < to; i++ {
		if t := p.At(i); !t.Is(lex.NamePart) || i > from && t.definite && p.At(i-1).bare == "عبد" {
			return true
		}
	}
	return false
}

// QuantifierStart is the first token of «أحد المصادر», «عدة مصادر».
func (p *Page) QuantifierStart(i int) int {
	if i > 0 && p.At(i).Is(lex.RolePlural) && p.SameBlock(i-1, i) {
		switch p.At(i - 1).bare {
		case "احد", "احدي", "عده", "بعض":
			return i - 1
		}
		if i > 1 && p.At(i-1).fold == "من" && p.At(i).definite {
			switch p.At(i - 2).bare {
			case "عدد", "مجموعه", "كثير", "عديد", "عشرات":
				return i - 2
			}
		}
	}
	return i
}
