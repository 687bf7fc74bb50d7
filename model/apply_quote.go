package model

// What each deed does to a quotation.

func (d *derivation) assign(a *Annotation, i int) {
	q := d.edit(i)
	q.Decision, q.Speaker = a.ID, d.overrides.root(a.Party)
	if !q.Kind.Spoken() {
		q.Kind = Indirect
		if q.Marked {
			q.Kind = Speech
		}
	}
}

func (d *derivation) setKind(a *Annotation, i int) {
	q := d.edit(i)
	q.Decision, q.Kind = a.ID, a.Kind
}

func (d *derivation) setNote(a *Annotation, i int)      { d.edit(i).Note = a.Text }
func (d *derivation) setCertainty(a *Annotation, i int) { d.edit(i).Certainty = a.Certainty }
func (d *derivation) setAddressee(a *Annotation, i int) {
	d.edit(i).Addressee = d.overrides.root(a.Party)
}

func (d *derivation) dropQuote(_ *Annotation, i int) { d.dropped[i] = true }

// makeQuote gets the quotation that findQuote added or found; a dropped one comes
// back. Making words a quotation that nobody speaks decides their kind too.
func (d *derivation) makeQuote(a *Annotation, i int) {
	delete(d.dropped, i)
	q := d.edit(i)
	if q.Decision != "" {
		return
	}
	q.Kind, q.Marked = a.Kind, Marked(d.src.article.Text, q.Span)
	if !q.Kind.Spoken() {
		q.Decision = a.ID
	}
}

func (d *derivation) unmakeQuote(a *Annotation) { d.unmake(a.Anchor.Span) }

func (d *derivation) moveQuote(a *Annotation, i int) { d.setEnds(i, a.To.Span) }

func (d *derivation) unmoveQuote(a *Annotation) { d.rememberEnds(a.To.Span, a.Anchor.Span) }

func (d *derivation) splitQuote(a *Annotation, i int) {
	second := d.quotes[i]
	if !second.Covers(a.To.Span) || second.Start == a.To.Start {
		return // its ends were moved since
	}
	half := Span{a.To.Start, second.End}
	n := d.addQuote(second, d.src.words(half))
	d.setEnds(i, d.firstHalf(second.Span, a.To.Span))
	d.setEnds(n, half)
	d.claims.copyQuote(i, n)
	d.hearing.split(n, d.entry)
}

func (d *derivation) unsplitQuote(a *Annotation) {
	d.rememberEnds(d.firstHalf(a.Anchor.Span, a.To.Span), a.Anchor.Span)
	d.unmake(a.To.Span)
}

// firstHalf is the words of a whole before its second half.
func (d *derivation) firstHalf(whole, second Span) Span {
	return trim(d.src.article.Text, Span{whole.Start, second.Start})
}

func (d *derivation) joinQuotes(a *Annotation, i int) {
	j, ok := d.findQuote(a.To.Span, false)
	if !ok || i == j {
		return
	}
	q, other := d.edit(i), &d.quotes[j]
	if q.Decision == "" && other.Decision != "" {
		q.Decision, q.Kind, q.Speaker = other.Decision, other.Kind, other.Speaker
	}
	d.dropped[j] = true
	d.hearing.join(j, i)
	d.quoteIndex.made[d.src.words(a.To.Span)] = i
	d.setEnds(i, hull(q.Span, other.Span))
}

// setEnds gives a quotation new ends: those of the words, without the marks or
// blanks that the program may have included.
func (d *derivation) setEnds(i int, to Span) {
	to = d.src.words(to)
	d.quoteIndex.made[to] = i
	d.edit(i).Span = to
	d.unsorted = true
}

func hull(a, b Span) Span { return Span{min(a.Start, b.Start), max(a.End, b.End)} }

func (d *derivation) unjoinQuotes(a *Annotation) {
	d.rememberEnds(hull(a.Anchor.Span, a.To.Span), a.Anchor.Span)
}

// unmake remembers words whose quotation was made by a decision that was undone.
func (d *derivation) unmake(s Span) {
	if d.unmade == nil {
		d.unmade = make(map[Span]bool)
	}
	d.unmade[d.src.words(s)] = true
}

// rememberEnds remembers the ends that a quotation had before others, whose decision
// was undone: later decisions may speak of either.
func (d *derivation) rememberEnds(now, before Span) {
	if d.previous == nil {
		d.previous = make(map[Span]Span)
	}
	d.previous[d.src.words(now)] = d.src.words(before)
}
