package token

import lex "rawi/model/detect/lexicon"

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
