package train

import (
	"slices"

	"rawi/model"
)

// Partly is what is known of an article besides its annotated quotations, which are
// not all that there are.
type Partly struct {
	None   []model.Span // words that are no quotation
	Unsaid []model.Span // annotated quotations of which nobody has said who speaks
}

// isNone reports whether it is known that a span is no quotation; of an article that
// is annotated whole that is known of all that are not annotated.
func (p *Partly) isNone(s model.Span) bool {
	return p == nil || slices.ContainsFunc(p.None, func(none model.Span) bool { return shared(none, s) > 0.5 })
}

// isUnsaid reports whether nobody has said yet who speaks.
func (p *Partly) isUnsaid(s model.Span) bool { return p != nil && slices.Contains(p.Unsaid, s) }
