package ui

import "rawi/ui/marks"

// begin is called before a key.
func (j *jump) begin(m *Model, steady bool) {
	if m.atRest() {
		from := m.reader.Visible()
		*j = jump{steady, from, marks.Place{Article: m.Article.ID, Title: m.Article.Title(), Offset: from.Start}}
	} else {
		j.steady = false
	}
}

// end is called after it.
func (j *jump) end(m *Model) {
	if m.atRest() && !j.steady && j.place.Article == m.Article.ID && !j.from.Overlaps(m.reader.Visible()) {
		m.marks.Jumps.Left(j.place)
	}
}

// leaveArticle notes the place in an article that another one takes the place of.
func (j *jump) leaveArticle(m *Model) {
	if len(m.Article.Text) > 0 && !m.loading.steady {
		m.marks.Jumps.Left(marks.Place{Article: m.Article.ID, Title: m.Article.Title(), Offset: m.reader.Offset()})
	}
}

// atRest reports whether nothing is open over the panes.
func (m *Model) atRest() bool { return m.overlay == nil && m.listing == nil && m.awaited == nil }
