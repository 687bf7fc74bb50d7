package mention

import (
	"rawi/model"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// addShortName records the short name in brackets behind a body, «... (إيرينا)», and
// gives the token to read on from.
func (n *namer) addShortName(id int) int {
	m := n.Mention(id)
	if m.Kind != model.Organisation || m.To >= n.page.EndOf(m.From) || n.page.At(m.To).Sign() != token.Opening {
		return m.To
	}
	from, to, ok := n.page.Enclosed(m.To)
	if !ok || to-from > 4 {
		return m.To
	}
	short := n.newMention(from, to, m.Kind)
	short.Of, short.Skip = int32(id), 0
	if k, known := n.known(from); known && k.To == to && k.Kind == m.Kind {
		short.Name = k.Name
	} else if known || !n.canAbbreviate(from, to) {
		return m.To
	}
	n.add(short)
	return to
}

// canAbbreviate reports whether the words are no words of the language: an
// acronym or a name.
func (n *namer) canAbbreviate(from, to int) bool {
	for i := from; i < to; i++ {
		if t := n.page.At(i); !t.IsWord() || t.Traits()&^(lex.GivenName|lex.NamePart|lex.PlaceStart) != 0 && t.Letters() > 1 {
			return false
		}
	}
	return true
}
