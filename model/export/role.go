package export

import (
	"sort"
	"strings"
	"unicode"

	"rawi/model"
)

// beside is how many bytes of white space and marks may stand between a name and what
// the person is called next to it: «الوزير، فلان».
const beside = 8

// roleAt is what the speaker of a quotation is called there: the words beside the
// mention, or those of a mention by role alone; else the party's first role, which
// is the reader's where the reader gave one. It is "" for none.
func roleAt(r *model.Reading, q *model.Quote) string {
	p, _, ok := r.Party(q.Speaker)
	if !ok {
		return ""
	}
	text := r.Article.Text
	near := model.Span{Start: max(0, q.Mention.Start-beside), End: min(len(text), q.Mention.End+beside)}
	first := sort.Search(len(p.Mentions), func(i int) bool { return p.Mentions[i].End > near.Start })
	for _, m := range p.Mentions[first:] {
		if q.Mention.Empty() || m.Start >= near.End {
			break
		}
		alone := m.Form == model.RoleForm && m.Overlaps(q.Mention)
		if alone || m.Form == model.Apposition && onlySignsBetween(text, m.Span, q.Mention) {
			return m.In(text)
		}
	}
	if len(p.Roles) > 0 {
		return p.Roles[0]
	}
	return ""
}

// onlySignsBetween reports whether no letter or digit, and no end of a line, stands
// between two spans.
func onlySignsBetween(text string, a, b model.Span) bool {
	if b.Start < a.Start {
		a, b = b, a
	}
	return a.End >= b.Start || !strings.ContainsFunc(text[a.End:b.Start], func(r rune) bool {
		return r == '\n' || unicode.IsLetter(r) || unicode.IsDigit(r)
	})
}
