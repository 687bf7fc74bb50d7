package ui

import "rawi/model"

// assigned is the article in its corpus, nil where it was not opened from one.
func (m *Model) assigned() *model.CorpusArticle {
	if m.session.Corpus == nil {
		return nil
	}
	return m.session.Corpus.Article(m.Article.ID)
}

// corpusFact makes a fact of the reader's on the article, and takes it in.
func (m *Model) corpusFact(deed model.Deed) []model.Annotation {
	facts := model.Stamp(m.session.Author, []model.Annotation{m.session.Corpus.Fact(deed, m.Article.ID, "", "")})
	m.session.Corpus.Take(facts...)
	return facts
}

// finished is the fact that an article is done whose last quotation was decided; none
// where something is left, that was said, or the reader took it back.
func (m *Model) finished() []model.Annotation {
	x := m.assigned()
	if x == nil || m.Reading.Capacity != model.Annotator || !x.IsOf(m.session.Author) || m.reopened || !x.Done[m.session.Author].IsZero() {
		return nil
	}
	asked := false
	quotes := m.Reading.Quotes()
	for i := range quotes {
		if q := &quotes[i]; m.session.Corpus.Task.Asks(q) {
			asked = true
			if !q.Decided() || !m.Reading.Mine(i) {
				return nil
			}
		}
	}
	if !asked {
		return nil
	}
	return m.corpusFact(model.Finish)
}
