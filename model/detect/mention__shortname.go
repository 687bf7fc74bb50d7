package detect

import "rawi/model"

// twin records the short name in brackets behind a body, «... (إيرينا)», and
// gives the token to read on from.
func (n *namer) twin(id int) int {
	m := n.mentions[id]
	if m.kind != model.Organisation || m.to >= n.endOf(m.from) || n.tokens[m.to].sign != opening {
		return m.to
	}
	from, to, ok := n.enclosed(m.to)
	if !ok || to-from > 4 {
		return m.to
	}
	short := n.mentionOf(from, to, m.kind)
	short.of, short.skip = int32(id), 0
	if k, known := n.known(from); known && k.to == to && k.kind == m.kind {
		short.name = k.name
	} else if known || !n.canAbbreviate(from, to) {
		return m.to
	}
	n.put(short)
	return to
}

// canAbbreviate reports whether the words are no words of the language: an
// acronym or a name.
func (n *namer) canAbbreviate(from, to int) bool {
	for i := from; i < to; i++ {
		if t := &n.tokens[i]; !t.word() || t.traits&^(givenName|namePart|placeStart) != 0 && t.letters() > 1 {
			return false
		}
	}
	return true
}
