package rows

import (
	"sort"

	"rawi/model"
	"rawi/ui/l10n"
	"rawi/ui/paint"
	"rawi/ui/reader"
	"rawi/ui/theme"
)

// Decor is what is marked in the text on the screen: quotations, over them the
// parties, over all the current quotation's speaker.
func (r *Rows) Decor(visible model.Span) reader.Decor {
	d := reader.Decor{Fold: func(n int) string { return r.Language.Say(l10n.Folded, n) }}
	mark := func(s model.Span, role theme.Role) {
		d.Marks = append(d.Marks, paint.Mark{Start: s.Start, End: s.End, Role: role})
	}
	for _, link := range r.linksIn(visible) {
		d.Marks = append(d.Marks, paint.Mark{Start: link.Start, End: link.End, Role: theme.Link, Address: link.Address})
	}
	quotes := r.Reading.Quotes()
	first, last := r.Reading.QuotesIn(visible)
	for i := first; i < last; i++ {
		q := &quotes[i]
		number := 0
		if q.Kind.Spoken() {
			_, number, _ = r.Reading.Party(q.Speaker)
		}
		if q.Kind == model.Indirect {
			d.Signs = append(d.Signs, reader.Sign{Span: q.Span, Text: indirectSign, Role: theme.Indirect})
		}
		mark(q.Span, r.quoteRole(i, q))
		if r.Differs(i) {
			d.Signs = append(d.Signs, reader.Sign{Span: q.Span, Text: differSign, Role: theme.Differ})
		}
		d.Quotes = append(d.Quotes, reader.Note{Offset: q.Start, Number: i + 1, Role: theme.Party(number), Current: i == r.Current})
	}
	r.Reading.MentionsIn(visible, func(party int, mention model.Mention) {
		mark(mention.Span, theme.Party(party+1))
		if party+1 == r.Lit {
			mark(mention.Span, theme.Lit)
		}
		d.Parties = append(d.Parties, reader.Note{Offset: mention.Start, Number: party + 1, Role: theme.Party(party + 1), Current: party+1 == r.Lit})
	})
	if q, ok := r.Quote(); ok && q.Kind.Spoken() {
		mark(q.Mention, theme.CurrentSpeaker)
	}
	for _, s := range r.disputedWords() {
		mark(s, theme.Differ)
	}
	return d
}

// Signs beside the lines of a quotation.
const (
	indirectSign = "┆"
	differSign   = "≠"
)

// quoteRole is how the words of a quotation look: direct speech stands out, indirect
// speech has its sign in the margin.
func (r *Rows) quoteRole(i int, q *model.Quote) theme.Role {
	switch {
	case i == r.Current:
		return theme.CurrentQuote
	case q.Kind == model.Indirect:
		return theme.Text
	case q.Kind.Spoken():
		return theme.Quote
	}
	return theme.NotSpeech
}

// linksIn are the links of the article that begin on the screen.
func (r *Rows) linksIn(visible model.Span) []model.Link {
	all := r.Article.Links
	from := func(offset int) int {
		return sort.Search(len(all), func(i int) bool { return all[i].Start >= offset })
	}
	return all[from(visible.Start):from(visible.End)]
}
