package model

import (
	"cmp"
	"slices"
)

// Difference is something on which authors differ.
type Difference struct {
	*Poll               // on a quotation; nil for a party
	Party PartyID       // "" for a quotation
	Words []*Annotation // on a party: the last decision of each author
}

// Differences is all on which authors differ, whoever they are: quotations in text
// order and then parties.
func (r *Reading) Differences() (all []Difference) {
	for i := range r.Polls() {
		if poll := &r.Polls()[i]; poll.Differ != 0 {
			all = append(all, Difference{Poll: poll})
		}
	}
	slices.SortStableFunc(all, func(a, b Difference) int { return a.Start - b.Start })
	quotations := len(all)
	for i := range r.partyWords {
		if w := &r.partyWords[i]; w.differ() {
			all = append(all, Difference{Party: w.party, Words: w.words})
		}
	}
	slices.SortStableFunc(all[quotations:], func(a, b Difference) int { return cmp.Compare(a.Party, b.Party) })
	return all
}

// Polls is what authors say of each quotation that any of them decided on; none where
// only the reader did. They are the reading's own.
func (r *Reading) Polls() []Poll {
	if r.polls == nil {
		return nil
	}
	return r.polls.polls
}

// PollOf is the poll on a quotation; nil for none.
func (r *Reading) PollOf(quote int) *Poll {
	if r.polls == nil {
		return nil
	}
	n, ok := r.polls.shown[quote]
	if !ok {
		return nil
	}
	return &r.polls.polls[n]
}

// Mine reports whether a quotation is decided, or made, by the reader; for who
// adjudicates, as an adjudicator.
func (r *Reading) Mine(quote int) bool {
	poll := r.PollOf(quote)
	if poll == nil {
		return r.quotes[quote].Decision != ""
	}
	own := poll.Of(r.Author, Annotator)
	return poll.Of(r.Author, Adjudicator) != nil || r.Capacity == Annotator && own != nil && !own.Silent
}

// DecidedBy is who decided a quotation as it is shown: the reader, if they did, else
// all whose opinion that is; none for a guess.
func (r *Reading) DecidedBy(quote int) (authors []string) {
	poll := r.PollOf(quote)
	switch {
	case r.quotes[quote].Decision == "":
		return nil
	case poll == nil || poll.Shown < 0 || r.Mine(quote):
		return []string{r.Author}
	}
	shown := &poll.Opinions[poll.Shown]
	for i := range poll.Opinions {
		if o := &poll.Opinions[i]; differ(o, shown) == 0 && o.As == shown.As {
			authors = append(authors, o.Author)
		}
	}
	return authors
}

// MentionsOf is the mentions as an annotator who decided on quotations has them, in text
// order: those that were found, without those that the author dropped, and those that
// the author made.
func (r *Reading) MentionsOf(author string) (spans []Span) {
	if r.polls == nil {
		return nil
	}
	n, ok := r.polls.byWord[who{author: author}]
	if !ok {
		return nil
	}
	for _, p := range r.polls.voices[n].parties {
		for _, m := range p.Mentions {
			spans = append(spans, r.src.words(m.Span))
		}
	}
	slices.SortFunc(spans, func(a, b Span) int { return cmp.Or(a.Start-b.Start, a.End-b.End) })
	return spans
}
