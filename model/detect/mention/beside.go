package mention

import (
	"rawi/model"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// nameBeside finds or makes the name that the description [i,to) belongs to:
// after it, perhaps behind a comma, a mark, a bracket or a second title (depth
// counts these), or before it.
func (n *namer) nameBeside(i, to, depth int) (id int, ok bool) {
	end := n.page.EndOf(i)
	j := to
	for skipped := 0; j < end && skipped < 2 && !n.page.At(j).IsWord(); skipped++ {
		if s := n.page.At(j).Sign(); s != token.Comma && s != token.Mark && s != token.Opening {
			break
		}
		j++
	}
	direct := j == to
	if j < end && n.page.At(j).Skip() > 0 { // «مدير المستشفى بمكة الدكتور أنس», «رئيس المجلس بنجران زيد آل سليمان»
		if m, ok := n.NameAt(j); ok && m.Kind == model.Place && m.To < end && n.page.At(m.To).Is(lex.Role|lex.GivenName) && n.page.At(m.To).Skip() == 0 {
			j = m.To
		}
	}
	if t := n.page.At(min(j, n.page.Len()-1)); j < end && depth < 2 && !n.Covers(j) && t.Is(lex.Role) && !t.Is(lex.RolePlural) &&
		(t.Skip() == 0 || t.Proclitic() == "و" && !t.IsDefinite() && !n.page.At(i).IsDefinite()) {
		if to := n.roleEnd(j); to > j {
			return n.nameBeside(j, to, depth+1)
		}
	}
	if j < end && direct && (to > i+1 || n.page.At(i).IsDefinite() || n.page.At(i).Is(lex.Courtesy)) && n.isSurname(i, j) {
		return n.add(n.newMention(j, j+1, model.Person)), true // «الدكتور الشعيبي»
	}
	if j < end {
		if m, ok := n.NameAt(j); ok && m.From == j {
			if m.Kind == model.Person && m.Skip == 0 {
				if to := n.personEnd(j); to > m.To && direct {
					id := int(n.at[j] - 1)
					n.change(id, func(m *Mention) { m.To = to })
					for k := j; k < to; k++ {
						n.at[k] = int32(id + 1)
					}
				}
				return int(n.at[j] - 1), true
			}
		} else if n.page.At(j).IsWord() && n.page.At(j).Skip() == 0 && !n.page.At(i).Is(lex.RolePlural) &&
			(to > i+1 || n.page.At(i).IsDefinite() || n.page.At(j).Is(lex.GivenName)) {
			if to := n.personEnd(j); to > j && n.acceptName(j, to, direct, n.page.At(j-1).Sign()) {
				return n.add(n.newMention(j, to, model.Person)), true
			}
		}
	}
	return n.nameBefore(i)
}

// isSurname reports whether the definite word at token j is a family name
// behind the title at token i: «الدكتور الشعيبي», «الرئيس السيسي».
func (n *namer) isSurname(i, j int) bool {
	t := n.page.At(j)
	if n.Covers(j) || !n.page.PlainDefinite(j) || t.Is(lex.Role) {
		return false
	}
	unknown := t.Traits() == 0 && !n.page.Lexicon().Demonym(t.Bare())
	reports := j+1 < n.page.EndOf(j) && n.page.At(j+1).Is(lex.That|lex.ThatPronoun) // «الدكتور السند أن»
	return t.Is(lex.Surname) || n.page.At(i).Is(lex.Courtesy) && (n.lastWords[t.Fold()] || unknown || reports)
}

// acceptName weighs a possible name after a description: one that follows
// directly may be one word, one behind a comma needs two.
func (n *namer) acceptName(from, to int, direct bool, before token.Sign) bool {
	if !n.page.IsFullName(from, to) {
		return false
	}
	switch {
	case direct:
		t := n.page.At(from)
		if t.Is(lex.GivenName|lex.NamePart) && !t.Is(lex.Homograph) {
			return true
		}
		if to-from > 1 {
			return t.Is(lex.GivenName|lex.NamePart) || t.Traits() != 0 || !token.LooksPrefixed(t.Fold()) // «رئيس التخطيط بكيا موتورز»
		}
		return !t.Is(lex.Homograph) && n.canNameAlone(from) || t.Is(lex.Homograph) && n.page.EndsSubject(to, n.page.EndOf(from)) && !n.page.At(from-1).Is(lex.Anonymous)
	case before == token.Comma:
		return to-from >= 2
	}
	after := n.page.At(min(to, n.page.Len()-1)).Sign()
	return after == token.Mark || after == token.Closing
}

// nameBefore is the person's name just before token i: «فهد كفاين وزير ...»,
// «X، نائب رئيس ...».
func (n *namer) nameBefore(i int) (id int, ok bool) {
	for j := i - 1; j >= 0 && j >= i-2 && n.page.SameBlock(j, i); j-- {
		if m, ok := n.NameAt(j); ok {
			return int(n.at[j] - 1), m.Kind == model.Person && n.page.At(i).Skip() == 0
		}
		if s := n.page.At(j).Sign(); s != token.Comma && s != token.Mark && s != token.Closing {
			break
		}
	}
	return 0, false
}
