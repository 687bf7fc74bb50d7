package model

import "strings"

// Fate is what became of an anchor's words in a changed text.
type Fate uint8

const (
	Found Fate = iota // the same words in the same context
	Moved             // perhaps these: the reader must say
	Lost              // nowhere
)

// Stray is a decision made on another text of the article, whose words are no
// longer where they stood.
type Stray struct {
	Annotation
	Fate Fate
	At   Span // where they may be, if Moved
}

// foreign is a place in another text.
type foreign struct {
	article string
	span    Span
}

// confirm notes where the reader says that the words of another text are.
func (d *derivation) confirm(a *Annotation, _ int) {
	if d.confirmed == nil {
		d.confirmed = make(map[foreign]*Annotation)
	}
	d.confirmed[foreign{a.Target, a.Anchor.Span}] = a
}

// here is the annotation with its anchors as they are in this text.
func (d *derivation) here(a *Annotation) (*Annotation, Fate) {
	anchor, fate := d.locate(a.Article, a.Anchor, maxConfirms)
	if a.To == (Anchor{}) || fate == Lost {
		return a.at(anchor, a.To.Span), fate
	}
	to, fateOfTo := d.locate(a.Article, a.To, maxConfirms)
	return a.at(anchor, to), max(fate, fateOfTo)
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
func (d *derivation) locate(article string, x Anchor, confirms int) (Span, Fate) {
	if article == "" || article == d.Article.ID {
		if x.Holds(d.Article.Text) {
			return x.Span, Found
		}
		return x.Span, Lost
	}
	place := foreign{article, x.Span}
	if c := d.confirmed[place]; c != nil && confirms > 0 {
		return d.locate(c.Article, c.To, confirms-1)
	}
	if t, ok := d.traced[place]; ok {
		return t.span, t.fate
	}
	span, fate := x.Find(d.Article.Text)
	if d.traced == nil {
		d.traced = make(map[foreign]trace)
	}
	d.traced[place] = trace{span, fate}
	return span, fate
}

// trace is what became of an anchor here.
type trace struct {
	span Span
	fate Fate
}

// Find is where the anchor's words are in another text.
func (x Anchor) Find(text string) (Span, Fate) {
	whole := x.Before + x.Exact + x.After
	i := strings.Index(text, whole)
	if x.Exact == "" || i < 0 || strings.Contains(text[i+1:], whole) {
		return Span{}, Lost
	}
	i += len(x.Before)
	return Span{i, i + len(x.Exact)}, Found
}
