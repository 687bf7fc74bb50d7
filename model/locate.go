package model

// MatchStatus is what became of an anchor's words in a changed text.
type MatchStatus uint8

const (
	Found MatchStatus = iota // the same words in the same context
	Moved                    // perhaps these: the reader must say
	Lost                     // nowhere
)

// Locator finds places of other texts in one text, by their words and what stands around
// them.
type Locator struct{ m matcher }

// NewLocator is a Locator in a text.
func NewLocator(text string) *Locator { return &Locator{matcher{source: text}} }

// Find is where the words of another text are in this one: found, if they stand with their
// context in one place alone; else perhaps moved, or lost.
func (l *Locator) Find(x Anchor) (Span, MatchStatus) { return l.m.find(x) }

// UnresolvedDecision is a decision made on another text of the article, whose words are no
// longer where they stood.
type UnresolvedDecision struct {
	Annotation
	Status MatchStatus // Moved or Lost
	Words  Anchor      // where they stood in that text
	At     Span        // where they may be in this one, if Moved
}

// otherText is a place in another text.
type otherText struct {
	article string
	span    Span
}

// locateDecision is the annotation with its anchors as they are in this text, and the
// match of the anchor that was matched worse.
func (v *view) locateDecision(a *Annotation) (*Annotation, UnresolvedDecision) {
	anchor, status := v.locate(a.Article, a.Anchor, maxConfirms)
	if a.To == (Anchor{}) {
		return a.at(anchor, Span{}), UnresolvedDecision{Status: status, Words: a.Anchor, At: anchor}
	}
	to, toStatus := v.locate(a.Article, a.To, maxConfirms)
	here := a.at(anchor, to)
	if toStatus > status {
		return here, UnresolvedDecision{Status: toStatus, Words: a.To, At: to}
	}
	return here, UnresolvedDecision{Status: status, Words: a.Anchor, At: anchor}
}

// at is the annotation at other places, itself if they are its own.
func (a *Annotation) at(anchor, to Span) *Annotation {
	if a.Anchor.Span == anchor && a.To.Span == to {
		return a
	}
	b := *a
	b.Anchor.Span, b.To.Span = anchor, to
	return &b
}

// maxConfirms is how many confirmations are followed from text to text of one article.
const maxConfirms = 16

// locate is where an article's anchor is in this text.
func (v *view) locate(article string, x Anchor, confirms int) (Span, MatchStatus) {
	if article == "" || article == v.src.article.ID {
		if x.Holds(v.src.article.Text) {
			return x.Span, Found
		}
		return x.Span, Lost
	}
	place := otherText{article, x.Span}
	if c := v.confirmed[place]; c != nil && confirms > 0 {
		return v.locate(c.Article, c.To, confirms-1)
	}
	if m, ok := v.src.matches[place]; ok {
		return m.span, m.status
	}
	span, status := v.src.matcher.find(x)
	if status == Moved {
		span = v.src.snap(span)
	}
	v.src.matches[place] = match{span, status}
	return span, status
}

// snap is the span of the found quotation that covers about a place where words may
// have moved to, else the place.
func (s *source) snap(at Span) Span {
	for i := range s.found.Quotes {
		q := s.found.Quotes[i].Span
		if shared := min(q.End, at.End) - max(q.Start, at.Start); 10*shared > 6*hull(q, at).Len() {
			return q
		}
	}
	return at
}

// match is where an anchor of another text is here.
type match struct {
	span   Span
	status MatchStatus
}
