package model

// Edit is a quotation of an earlier text of an article whose words are not the same in
// the present text: the page was changed since it was read.
type Edit struct {
	Was  string // its words in the earlier text
	Now  string // in the present one; "" where they are gone
	At   Span   // of Now
	Gone bool
}

// Edits is the quotations of an earlier text that the present one changed, in their
// order. White space, invisible marks and the Unicode form are no change. Quotations
// found in the present text tell where changed words begin and end.
func Edits(earlier string, quotes []Quote, present *Article, found []Quote) (edits []Edit) {
	s := newSource(present, Findings{Quotes: found})
	for i := range quotes {
		was := NewAnchor(earlier, quotes[i].Span)
		at, status := s.matcher.find(was)
		switch status {
		case Found:
			continue
		case Moved:
			at = s.snap(at)
			if Skeleton(at.In(present.Text)) == Skeleton(was.Exact) {
				continue // the same words in another place
			}
		case Lost:
			edits = append(edits, Edit{Was: was.Exact, Gone: true})
			continue
		}
		edits = append(edits, Edit{Was: was.Exact, Now: at.In(present.Text), At: at})
	}
	return edits
}
