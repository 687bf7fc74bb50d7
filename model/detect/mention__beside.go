package detect

import "rawi/model"

// nameBeside finds or makes the name that the description [i,to) belongs to:
// after it, perhaps behind a comma, a mark, a bracket or a second title (depth
// counts these), or before it.
func (n *namer) nameBeside(i, to, depth int) (id int, ok bool) {
	end := n.endOf(i)
	j := to
	for skipped := 0; j < end && skipped < 2 && !n.tokens[j].word(); skipped++ {
		if s := n.tokens[j].sign; s != comma && s != mark && s != opening {
			break
		}
		j++
	}
	direct := j == to
	if j < end && n.tokens[j].skip > 0 { // «مدير المستشفى بمكة الدكتور أنس», «رئيس المجلس بنجران زيد آل سليمان»
		if m, ok := n.nameAt(j); ok && m.kind == model.Place && m.to < end && n.tokens[m.to].is(role|givenName) && n.tokens[m.to].skip == 0 {
			j = m.to
		}
	}
	if t := n.tokens[min(j, len(n.tokens)-1)]; j < end && depth < 2 && n.at[j] == 0 && t.is(role) && !t.is(rolePlural) &&
		(t.skip == 0 || t.proclitic() == "و" && !t.definite && !n.tokens[i].definite) {
		if to := n.roleEnd(j); to > j {
			return n.nameBeside(j, to, depth+1)
		}
	}
	if j < end && direct && (to > i+1 || n.tokens[i].definite || n.tokens[i].is(courtesy)) && n.isSurname(i, j) {
		return n.put(n.mentionOf(j, j+1, model.Person)), true // «الدكتور الشعيبي»
	}
	if j < end {
		if m, ok := n.nameAt(j); ok && m.from == j {
			if m.kind == model.Person && m.skip == 0 {
				if to := n.personEnd(j); to > m.to && direct {
					id := int(n.at[j] - 1)
					n.mentions[id].to = to
					for k := j; k < to; k++ {
						n.at[k] = int32(id + 1)
					}
				}
				return int(n.at[j] - 1), true
			}
		} else if n.tokens[j].word() && n.tokens[j].skip == 0 && !n.tokens[i].is(rolePlural) &&
			(to > i+1 || n.tokens[i].definite || n.tokens[j].is(givenName)) {
			if to := n.personEnd(j); to > j && n.acceptName(j, to, direct, n.tokens[j-1].sign) {
				return n.put(n.mentionOf(j, to, model.Person)), true
			}
		}
	}
	return n.nameBefore(i)
}

// isSurname reports whether the definite word at token j is a family name
// behind the title at token i: «الدكتور الشعيبي», «الرئيس السيسي».
func (n *namer) isSurname(i, j int) bool {
	t := &n.tokens[j]
	if n.at[j] != 0 || !n.plainDefinite(j) || t.is(role) {
		return false
	}
	unknown := t.traits == 0 && !n.lex.Demonym(t.bare)
	reports := j+1 < n.endOf(j) && n.tokens[j+1].is(that|thatPronoun) // «الدكتور السند أن»
	return t.is(surname) || n.tokens[i].is(courtesy) && (n.endings[t.fold] || unknown || reports)
}

// acceptName weighs a possible name after a description: one that follows
// directly may be one word, one behind a comma needs two.
func (n *namer) acceptName(from, to int, direct bool, before sign) bool {
	if !n.isFullName(from, to) {
		return false
	}
	switch {
	case direct:
		t := &n.tokens[from]
		if t.is(givenName|namePart) && !t.is(homograph) {
			return true
		}
		if to-from > 1 {
			return t.is(givenName|namePart) || t.traits != 0 || !looksPrefixed(runes(t.fold)) // «رئيس التخطيط بكيا موتورز»
		}
		return !t.is(homograph) && n.canNameAlone(from) || t.is(homograph) && n.endsSubject(to, n.endOf(from)) && !n.tokens[from-1].is(anonymous)
	case before == comma:
		return to-from >= 2
	}
	after := n.tokens[min(to, len(n.tokens)-1)].sign
	return after == mark || after == closing
}

// nameBefore is the person's name just before token i: «فهد كفاين وزير ...»,
// «X، نائب رئيس ...».
func (n *namer) nameBefore(i int) (id int, ok bool) {
	for j := i - 1; j >= 0 && j >= i-2 && n.sameBlock(j, i); j-- {
		if m, ok := n.nameAt(j); ok {
			return int(n.at[j] - 1), m.kind == model.Person && n.tokens[i].skip == 0
		}
		if s := n.tokens[j].sign; s != comma && s != mark && s != closing {
			break
		}
	}
	return 0, false
}
