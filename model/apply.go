package model

// edit is quotation i, for changing it.
func (d *derivation) edit(i int) *Quote {
	d.own()
	return &d.quotes[i]
}

// own gives the derivation quotations of its own, copied once: the findings stay as
// they are.
func (d *derivation) own() {
	if !d.owned {
		d.quotes, d.owned = append(make([]Quote, 0, len(d.quotes)+len(d.quotes)/16+8), d.quotes...), true
	}
}

// apply applies one decision on words of the article.
func (d *derivation) apply(log *Log, entry int, stands bool) {
	a := &log.entries[entry]
	d.entry = entry
	row := &deeds[a.Deed]
	if row.subject < aboutWords || !stands && row.undone == nil {
		return
	}
	here, unresolved := d.locateDecision(a)
	if stands && unresolved.Status != Found {
		unresolved.Annotation = *a
		d.unresolved = append(d.unresolved, unresolved)
	}
	switch {
	case unresolved.Status == Lost:
	case !stands:
		row.undone(d, here)
	case row.subject != aboutMention:
		d.applyToQuote(row, here, unresolved)
	case unresolved.Status == Found:
		row.mention(d, here)
	}
}

// applyToQuote applies a decision to the quotation that it is about. What was
// decided on words that moved is marked so, until it is decided on these.
func (d *derivation) applyToQuote(row *deedRow, a *Annotation, unresolved UnresolvedDecision) {
	i, ok := d.findQuote(a.Anchor.Span, row.subject == aboutWords)
	if !ok || !d.claims.add(a, i) {
		return
	}
	row.quote(d, a, i)
	d.hearing.note(d.entry, i)
	switch {
	case unresolved.Status == Moved:
		words := unresolved.Words
		d.edit(i).Moved = &words
		delete(d.dropped, i) // else nobody would see that it may have moved
	case row.aspect == speechAspect && d.quotes[i].Moved != nil:
		d.edit(i).Moved = nil
	}
}

// findQuote is the place of the quotation that has or had those words; if isNew, of
// one that has exactly these. Where there is none, one is added, since a decision
// keeps its quotation even if the program no longer finds it; ok is false where a
// decision made the quotation and was undone.
func (d *derivation) findQuote(at Span, isNew bool) (i int, ok bool) {
	at = d.src.words(at)
	span := at
	for range len(d.previous) + 1 {
		i, ok = d.quoteIndex.derived(span)
		if ok && (!isNew || d.src.words(d.quotes[i].Span) == at) {
			return i, true
		}
		before, moved := d.previous[span]
		if ok || !moved {
			break
		}
		span = before
	}
	if d.unmade[at] && !isNew {
		return 0, false
	}
	return d.addQuote(Quote{Span: at}, at), true
}

// addQuote appends a quotation, out of text order until sortQuotes.
func (d *derivation) addQuote(q Quote, words Span) (i int) {
	d.own()
	i = len(d.quotes)
	d.quotes = append(d.quotes, q)
	d.unsorted = true
	d.quoteIndex.made[words] = i
	return i
}
