package detect

import (
	"rawi/model"
	"strings"
)

// body finds a body named by its head noun: «وزارة الداخلية», «الجيش اليمني»,
// «حزب كاديما», «قناة "الغد"».
func (n *namer) body(i int) (mention, bool) {
	t := &n.tokens[i]
	end := n.endOf(i)
	j := i + 1
	if j >= end {
		return mention{}, false
	}
	m := n.mentionOf(i, i+1, model.Organisation)
	if strings.HasSuffix(t.In(n.text), "ه") && !t.definite && !n.plainDefinite(j) && n.tokens[j].sign == noSign {
		return m, false // «بعثه لي» is no «بعثة»
	}
	if t.is(ministry) && (!t.definite || i > 0 && n.tokens[i-1].is(role|bodyHead) && !n.tokens[i-1].definite) {
		return m, false
	}
	if t.is(anyBody|media|quoted) && !t.definite {
		if from, to, ok := n.enclosed(j); ok {
			m.core, m.to = from, to
			first := &n.tokens[from]
			whole := first.skip > 0 && !first.definite // a name begins behind the mark: «بريكس»
			if _, known := n.known(from); known && !whole || n.tokens[j].sign != opening {
				m.from, m.skip = from, first.skip // «قناة "الغد"»: the words between the marks
				if whole {
					m.skip = 0
				}
			} else {
				m.to++ // the bracket belongs to the name that the head begins
			}
			return m, true
		}
	}
	if t.definite && !t.is(quoted) {
		m.to = n.attributes(i, j, end)
		ok := m.to > j && !(m.to == j+1 && n.tokens[j].is(quality)) && (t.is(anyBody) || t.is(media) && (m.to > j+1 || n.tokens[j].bare == "رسمي" || n.tokens[j].bare == "رسميه") || n.lex.Demonym(n.tokens[j].bare) || n.tokens[j].is(official))
		return m, ok
	}
	if k, ok := n.known(j); t.is(quoted) && !t.is(anyBody|media|stateBody) {
		if !ok || n.tokens[j].skip > 0 || k.kind != model.Organisation {
			return m, false
		}
		m.to = n.complement(j, end)
		return m, true
	}
	if t.is(media) && n.tokens[j].fold != "" && isLatinWord(n.tokens[j].fold) {
		return m, false // the name itself follows
	}
	m.to = n.complement(j, end)
	if m.to == j || m.to == j+1 && n.tokens[j].is(quality) && !t.is(ministry) && t.fold != "وزاره" || t.is(stateBody) && !n.namesState(j, m.to) {
		return m, false
	}
	return m, m.to > j
}
