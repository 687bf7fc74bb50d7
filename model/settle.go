package model

import "slices"

// settle shows each quotation that authors decided on as the poll on it says, before
// quotations are sorted. Where nobody's opinion is shown it stands as it was found,
// or where the first of them says, and undecided.
func (d *derivation) settle() {
	if d.polls == nil {
		return
	}
	for n := range d.polls.polls {
		poll := &d.polls.polls[n]
		if poll.Shown >= 0 {
			poll.Quotes = d.placesOf(poll.Opinions[poll.Shown].Parts)
		} else {
			poll.Quotes = d.contest(poll, d.polls.found[n])
		}
		d.redirect(poll)
	}
}

// contest is where a quotation stands that nobody's opinion decides.
func (d *derivation) contest(poll *Poll, found []int) []int {
	places := slices.Clone(found)
	for i := 0; i < len(poll.Opinions) && len(places) == 0; i++ {
		for _, part := range poll.Opinions[i].Parts {
			place := d.addQuote(Quote{Span: part.Span}, part.Span)
			q := d.edit(place)
			if q.Kind, q.Marked = part.Kind, Marked(d.src.article.Text, part.Span); !part.Decided || !part.Kind.Spoken() {
				q.Kind = guessedKind(q.Marked)
			}
			places = append(places, place)
		}
	}
	for _, place := range places {
		d.edit(place).Contested = true
	}
	return places
}

// guessedKind is what words are of which nothing is known but whether marks are
// around them.
func guessedKind(marked bool) QuoteKind {
	if marked {
		return Speech
	}
	return Indirect
}

// placesOf is where the parts of an opinion are.
func (d *derivation) placesOf(parts []Part) (places []int) {
	for _, part := range parts {
		if i, ok := d.quoteIndex.derived(part.Span); ok {
			places = append(places, i)
		}
	}
	return places
}

// redirect leads from the words that others say are the quotation to where it is shown.
func (d *derivation) redirect(poll *Poll) {
	if len(poll.Quotes) == 0 {
		return
	}
	for i := range poll.Opinions {
		for _, part := range poll.Opinions[i].Parts {
			if _, known := d.quoteIndex.derived(part.Span); !known {
				d.quoteIndex.made[part.Span] = poll.Quotes[0]
			}
		}
	}
}

// rankPolls gives the polls the places of quotations in the view.
func (d *derivation) rankPolls() {
	if d.polls == nil {
		return
	}
	for n := range d.polls.polls {
		poll := &d.polls.polls[n]
		var ranked []int
		for _, place := range poll.Quotes {
			if i, ok := d.quoteIndex.ranked(place); ok {
				ranked = append(ranked, i)
				d.polls.shown[i] = n
			}
		}
		poll.Quotes = ranked
	}
}
