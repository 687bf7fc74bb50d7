package model

// MatchStatus is what became of an anchor's words in a changed text.
type MatchStatus uint8

const (
	Found MatchStatus = iota // the same words in the same context
	Moved                    // perhaps these: the reader must say
	Lost                     // nowhere
)

// UnresolvedDecision is a decision made on another text of the article, whose words are no
// longer where they stood.
type UnresolvedDecision struct {
	Annotation
	Status MatchStatus // Moved or Lost
	Words  Anchor      // where they stood in that text
	At     Span        // where they may be in this one, if Moved
}

// otherTexts is what a reading knows of other texts of its article.
type otherTexts struct {
	confirmed map[otherText]*Annotation // where the reader says that words are
	traced    map[otherText]trace       // where they seem to be, as far as asked
	finder    finder
}

// otherText is a place in another text.
type otherText struct {
	article string
	span    Span
}

// confirm notes where the reader says that the words of another text are.
func (d *derivation) confirm(a *Annotation, _ int) {
	d.otherTexts.confirmed[otherText{a.Target, a.Anchor.Span}] = a
}

// here is the annotation with its anchors as they are in this text, and what
// became of them: of the one that was found least.
func (r *Reading) here(a *Annotation) (*Annotation, UnresolvedDecision) {
	anchor, status := r.locate(a.Article, a.Anchor, maxConfirms)
	if a.To == (Anchor{}) {
		return a.at(anchor, Span{}), UnresolvedDecision{Status: status, Words: a.Anchor, At: anchor}
	}
	to, toStatus := r.locate(a.Article, a.To, maxConfirms)
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

// maxConfirms is how many texts of one article a confirmation may lead through.
const maxConfirms = 16

// locate is where an article's anchor is in this text.
func (r *Reading) locate(article string, x Anchor, confirms int) (Span, MatchStatus) {
	if article == "" || article == r.Article.ID {
		if x.Holds(r.Article.Text) {
			return x.Span, Found
		}
		return x.Span, Lost
	}
	place := otherText{article, x.Span}
	if c := r.otherTexts.confirmed[place]; c != nil && confirms > 0 {
		return r.locate(c.Article, c.To, confirms-1)
	}
	if t, ok := r.otherTexts.traced[place]; ok {
		return t.span, t.status
	}
	span, status := r.otherTexts.finder.find(x)
	if status == Moved {
		span = r.snap(span)
	}
	r.otherTexts.traced[place] = trace{span, status}
	return span, status
}

// snap is the quotation that the program found at about a place where words may
// have moved to, or the place.
func (r *Reading) snap(s Span) Span {
	for i := range r.found.Quotes {
		q := r.found.Quotes[i].Span
		if shared := min(q.End, s.End) - max(q.Start, s.Start); 10*shared > 6*hull(q, s).Len() {
			return q
		}
	}
	return s
}

// trace is what became of an anchor here.
type trace struct {
	span   Span
	status MatchStatus
}
