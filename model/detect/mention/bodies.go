package mention

import (
	"strings"

	"rawi/model"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// body finds a body named by its head noun: «وزارة الداخلية», «الجيش اليمني»,
// «حزب كاديما», «قناة "الغد"».
func (n *namer) body(i int) (Mention, bool) {
	t := n.page.At(i)
	end := n.page.EndOf(i)
	j := i + 1
	if j >= end {
		return Mention{}, false
	}
	m := n.newMention(i, i+1, model.Organisation)
	if strings.HasSuffix(n.page.Written(t), "ه") && !t.IsDefinite() && !n.page.PlainDefinite(j) && n.page.At(j).Sign() == token.NoSign {
		return m, false // «بعثه لي» is no «بعثة»
	}
	if t.Is(lex.Ministry) && (!t.IsDefinite() || i > 0 && n.page.At(i-1).Is(lex.Role|lex.BodyHead) && !n.page.At(i-1).IsDefinite()) {
		return m, false
	}
	if t.Is(lex.AnyBody|lex.Media|lex.Quoted) && !t.IsDefinite() {
		if from, to, ok := n.page.Enclosed(j); ok {
			m.Core, m.To = from, to
			first := n.page.At(from)
			whole := first.Skip() > 0 && !first.IsDefinite() // a name begins behind the mark: «بريكس»
			if _, known := n.known(from); known && !whole || n.page.At(j).Sign() != token.Opening {
				m.From, m.Skip = from, first.Skip() // «قناة "الغد"»: the words between the marks
				if whole {
					m.Skip = 0
				}
			} else {
				m.To++ // the bracket belongs to the name that the head begins
			}
			return m, true
		}
	}
	if t.IsDefinite() && !t.Is(lex.Quoted) {
		m.To = n.attributes(i, j, end)
		ok := m.To > j && !(m.To == j+1 && n.page.At(j).Is(lex.Quality)) && (t.Is(lex.AnyBody) || t.Is(lex.Media) && (m.To > j+1 || n.page.At(j).Bare() == "رسمي" || n.page.At(j).Bare() == "رسميه") || n.page.Lexicon().Demonym(n.page.At(j).Bare()) || n.page.At(j).Is(lex.Official))
		return m, ok
	}
	if k, ok := n.known(j); t.Is(lex.Quoted) && !t.Is(lex.AnyBody|lex.Media|lex.StateBody) {
		if !ok || n.page.At(j).Skip() > 0 || k.Kind != model.Organisation {
			return m, false
		}
		m.To = n.complement(j, end)
		return m, true
	}
	if t.Is(lex.Media) && n.page.At(j).Fold() != "" && n.page.At(j).IsLatin() {
		return m, false // the name itself follows
	}
	m.To = n.complement(j, end)
	if m.To == j || m.To == j+1 && n.page.At(j).Is(lex.Quality) && !t.Is(lex.Ministry) && t.Fold() != "وزاره" || t.Is(lex.StateBody) && !n.namesState(j, m.To) {
		return m, false
	}
	return m, m.To > j
}
