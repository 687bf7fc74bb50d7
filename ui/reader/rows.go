package reader

import (
	"iter"

	"rawi/bidi/layout"
	"rawi/model"
)

// Row is a row of an article as it is laid out, or a blank one.
type Row struct {
	*layout.Line     // nil for a blank row; holds until the next row is asked for
	Origin       int // byte offset in the article from which those of the line count
	Indent       int // columns
}

// Rows yields all rows of an article in width columns, without margins; nothing is
// folded away.
func Rows(a *model.Article, width int) iter.Seq[Row] {
	return func(yield func(Row) bool) {
		r := Reader{article: a, way: WayOf(a), bare: true, unfolded: true, width: max(width, 1), height: 1, columns: 1, wordBytes: 1}
		r.divide()
		for p := range r.parts {
			r.forget()
			for line := range r.lines(p).Len() {
				if !yield(Row{r.line(place{p, line}), r.parts[p].Start, r.indentOf(p)}) {
					return
				}
			}
			if r.rows(p) > r.lines(p).Len() && p+1 < len(r.parts) && !yield(Row{}) {
				return
			}
		}
	}
}
