package model

import "sort"

// Replaced is a stretch of [Article.Text] that stood otherwise in the input: a
// character for the reference to it that a program left there.
type Replaced struct {
	Span
	Was Span // in [Article.Input]
}

// InputText is the text as it stands in the input: other programs count in it.
func (a *Article) InputText() string {
	if len(a.Replaced) == 0 {
		return a.Text
	}
	return a.Input
}

// InputDigest is the hexadecimal SHA-256 of [Article.InputText].
func (a *Article) InputDigest() string {
	if len(a.Replaced) == 0 {
		return a.ID
	}
	return digest(a.Input)
}

// InInput is where a span of the text stands in [Article.InputText]. An end inside
// what was replaced goes to the nearer side's beginning.
func (a *Article) InInput(s Span) Span {
	return Span{moved(a.Replaced, s.Start, there), moved(a.Replaced, s.End, there)}
}

// FromInput is where a span of [Article.InputText] stands in the text.
func (a *Article) FromInput(s Span) Span {
	return Span{moved(a.Replaced, s.Start, back), moved(a.Replaced, s.End, back)}
}

// there and back are from which of the two to which.
func there(r *Replaced) (from, to Span) { return r.Span, r.Was }
func back(r *Replaced) (from, to Span)  { return r.Was, r.Span }

// moved is an offset in the other text: as far behind the last replacement as here,
// or its beginning where it lies inside of one.
func moved(all []Replaced, offset int, way func(*Replaced) (from, to Span)) int {
	n := sort.Search(len(all), func(i int) bool { from, _ := way(&all[i]); return from.Start >= offset })
	if n == 0 {
		return offset
	}
	from, to := way(&all[n-1])
	if offset < from.End {
		return to.Start
	}
	return to.End + offset - from.End
}
