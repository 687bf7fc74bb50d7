package model

import "slices"

// Adopt decides, as one decision to undo, what an opinion of a poll says of its
// quotation, so that the reader's own opinion is the same. What the opinion leaves
// open stays open. It returns nothing where that is the reader's opinion already.
func (r *Reading) Adopt(poll *Poll, o *Opinion) []Annotation {
	mine := poll.Of(r.Author, r.Capacity)
	silent := mine == nil || mine.Silent
	if !silent && differ(mine, o) == 0 {
		return nil
	}
	a := adoption{Reading: r, left: slices.Clone(o.Parts), silent: silent}
	a.shown(poll.Quotes, &r.polls.voices[r.polls.byWord[o.by()]])
	if len(poll.Quotes) == 0 && len(o.Parts) == 0 {
		a.add(Annotation{Deed: DropQuote, Anchor: NewAnchor(r.Article.Text, poll.Span)})
	}
	for _, part := range a.left {
		a.add(Annotation{Deed: MakeQuote, Anchor: NewAnchor(r.Article.Text, part.Span), Kind: part.Kind})
		a.decide(part, true)
	}
	return r.recordAll(a.all...)
}

// adoption is decisions by which a reader comes to another's opinion.
type adoption struct {
	*Reading
	left   []Part // that are not shown
	silent bool   // the reader has decided nothing on it
	all    []Annotation
}

func (a *adoption) add(one Annotation) { a.all = append(a.all, one) }

// shown makes parts of the quotations that are shown: those that are parts already
// stay, the next get the ends of the parts that are left, the rest is dropped, unless
// the other author has it too, undecided.
func (a *adoption) shown(quotes []int, other *voice) {
	var others []int
	for _, i := range quotes {
		words := a.src.words(a.quotes[i].Span)
		n := slices.IndexFunc(a.left, func(p Part) bool { return p.Span == words })
		switch {
		case n >= 0:
			a.decide(a.left[n], a.isFound(words, a.left[n].Kind))
			a.left = slices.Delete(a.left, n, n+1)
		case !other.undecided(words):
			others = append(others, i)
		}
	}
	for _, i := range others {
		if len(a.left) == 0 {
			a.add(Annotation{Deed: DropQuote, Anchor: a.anchor(i)})
			continue
		}
		part := a.left[0]
		a.left = a.left[1:]
		a.add(Annotation{Deed: MoveQuote, Anchor: a.anchor(i), To: NewAnchor(a.Article.Text, part.Span)})
		a.decide(part, a.isFound(a.src.words(a.quotes[i].Span), part.Kind))
	}
}

// isFound reports whether words are of that kind as long as the reader says nothing.
func (a *adoption) isFound(words Span, kind QuoteKind) bool {
	i, found := a.src.quotes[words]
	return found && a.silent && a.src.found.Quotes[i].Kind == kind
}

// decide decides what a part is, if that was decided; its kind need not be said where
// it is of that kind anyway.
func (a *adoption) decide(part Part, isKind bool) {
	if !part.Decided {
		return
	}
	at := NewAnchor(a.Article.Text, part.Span)
	p, _, known := a.Party(part.Speaker)
	speaks := known && part.Kind.Spoken()
	if !isKind || !speaks {
		a.add(Annotation{Deed: SetKind, Anchor: at, Kind: part.Kind})
	}
	if speaks {
		a.add(Annotation{Deed: Assign, Anchor: at, Party: p.ID, Name: p.Name, PartyKind: p.Kind})
	}
}
