package corrected

import "rawi/model"

// place says where places of a document are in an article.
type place struct {
	document *Document
	article  *model.Article
	same     bool // both have one text, as the input or as rawi reads it
	input    bool // that of the input
	locator  *model.Locator
}

func placer(d *Document, a *model.Article) *place {
	p := &place{document: d, article: a, locator: model.NewLocator(a.Text)}
	p.input = d.Text == a.InputText() || d.Text == "" && d.SHA256 == a.InputDigest()
	p.same = p.input || d.Text == a.Text
	return p
}

// span is where a span of the document is.
func (p *place) span(s model.Span) (model.Span, model.MatchStatus) {
	limit := len(p.document.Text)
	if p.document.Text == "" {
		limit = len(p.article.InputText())
	}
	if s.Start < 0 || s.End < s.Start || s.End > limit {
		return model.Span{}, model.Lost
	}
	switch {
	case p.input:
		return p.article.FromInput(s), model.Found
	case p.same:
		return s, model.Found
	case p.document.Text == "":
		return model.Span{}, model.Lost
	}
	return p.locator.Find(model.NewAnchor(p.document.Text, s))
}

// words are those of a span of the document.
func (p *place) words(s model.Span) string {
	if s.Start < 0 || s.End < s.Start || s.End > len(p.document.Text) {
		return ""
	}
	return s.In(p.document.Text)
}

// quote is where a quotation is: at its span, if that has its words; else where its words
// stand between what the file says stands around them.
func (p *place) quote(q *Quote) (model.Span, model.MatchStatus) {
	if at, status := p.span(q.Span); status != model.Lost && !at.Empty() &&
		(q.Words == "" || model.SameWords(q.Words, at.In(p.article.Text)) || !p.same) {
		return at, status
	}
	if q.Words == "" {
		return model.Span{}, model.Lost
	}
	return p.locator.Find(model.Anchor{Span: q.Span, Exact: q.Words, Before: q.Before, After: q.After})
}
