package model

import (
	"cmp"
	"slices"
)

// polls is what authors say of each quotation that any of them decided on.
type polls struct {
	voices []voice
	polls  []Poll
	found  [][]int      // by poll: the places in the findings of what it is about
	of     map[seat]int // the poll by a quotation of a voice
	shown  map[int]int  // by place in [Reading.Quotes]: the poll
	byWord map[who]int  // the voice
}

// seat is the place of a quotation in one voice.
type seat struct{ voice, quote int }

// takePolls asks everybody. It is nil where nobody but the reader decided anything.
func takePolls(src *source, log *Log, stands []bool, reader who, overrides partyOverrides) *polls {
	all := deciders(log, stands)
	if len(all) == 0 || len(all) == 1 && all[0] == reader {
		return nil
	}
	p := &polls{of: make(map[seat]int), shown: make(map[int]int), byWord: make(map[who]int)}
	for i, by := range all {
		p.voices, p.byWord[by] = append(p.voices, listen(src, log, stands, by, overrides)), i
	}
	for _, seats := range p.gather() {
		p.add(seats)
	}
	p.addSilent()
	for i := range p.polls {
		p.polls[i].close(reader)
	}
	return p
}

// passage is the quotations of voices that are exactly the same words.
type passage struct {
	Span
	seats []seat
	root  int // the first of the passages that are one with it, by its place; itself for that
}

// gather puts together what is about one quotation: the same words, words that
// overlap while no voice has both, and what authors made of one that was found.
func (p *polls) gather() [][]seat {
	passages := p.passages()
	for i := range passages {
		for j := i + 1; j < len(passages) && passages[j].Start < passages[i].End; j++ {
			if !p.apart(passages[i].Span, passages[j].Span) {
				unite(passages, i, j)
			}
		}
	}
	at := make(map[int]int) // by the place of a found quotation
	for i := range passages {
		for _, s := range passages[i].seats {
			for _, found := range p.voices[s.voice].foundAt([]int{s.quote}) {
				if first, known := at[found]; known {
					unite(passages, first, i)
				}
				at[found] = i
			}
		}
	}
	together := make([][]seat, len(passages))
	for i := range passages {
		to := root(passages, i)
		together[to] = append(together[to], passages[i].seats...)
	}
	return slices.DeleteFunc(together, func(s []seat) bool { return s == nil })
}

// unite makes two passages, and all that are one with them, one.
func unite(passages []passage, i, j int) {
	i, j = root(passages, i), root(passages, j)
	passages[max(i, j)].root = min(i, j)
}

func root(passages []passage, i int) int {
	for passages[i].root != i {
		i = passages[i].root
	}
	return i
}

// passages is the words on which anybody has an opinion, in text order.
func (p *polls) passages() (all []passage) {
	at := make(map[Span]int)
	for n := range p.voices {
		v := &p.voices[n]
		for _, i := range v.says() {
			words := v.src.words(v.quotes[i].Span)
			if _, known := at[words]; !known {
				at[words] = len(all)
				all = append(all, passage{Span: words})
			}
			all[at[words]].seats = append(all[at[words]].seats, seat{n, i})
		}
	}
	slices.SortFunc(all, func(a, b passage) int { return cmp.Or(a.Start-b.Start, b.End-a.End) })
	for i := range all {
		all[i].root = i
	}
	return all
}

// apart reports whether somebody has both of two quotations that overlap: one then
// stands within the other.
func (p *polls) apart(a, b Span) bool {
	return slices.ContainsFunc(p.voices, func(v voice) bool { return v.holds(a) && v.holds(b) })
}

// add makes the poll of some quotations of voices.
func (p *polls) add(seats []seat) {
	var poll Poll
	var found []int
	for n := range p.voices {
		v := &p.voices[n]
		var places []int
		for _, s := range seats {
			if s.voice == n {
				places = append(places, s.quote)
				p.of[s] = len(p.polls)
			}
		}
		if len(places) > 0 {
			poll.Opinions = append(poll.Opinions, v.opinion(places))
			found = append(found, v.foundAt(places)...)
		}
		for _, i := range places {
			poll.Span = hullOf(poll.Span, v.quotes[i].Span)
		}
	}
	slices.Sort(found)
	p.polls, p.found = append(p.polls, poll), append(p.found, slices.Compact(found))
}

func hullOf(a, b Span) Span {
	if a.Empty() {
		return b
	}
	return hull(a, b)
}

// foundAt is those of some places that are in the findings, with those of quotations
// that became part of them.
func (v *voice) foundAt(places []int) (found []int) {
	n := len(v.src.found.Quotes)
	for _, i := range places {
		if i < n {
			found = append(found, i)
		}
	}
	for i := range v.hearing.joined {
		if i < n && slices.Contains(places, v.hearing.root(i)) {
			found = append(found, i)
		}
	}
	return found
}

// addSilent adds the opinion of those who decided on everything else in the article.
func (p *polls) addSilent() {
	for n := range p.voices {
		v := &p.voices[n]
		if !v.complete() {
			continue
		}
		for i := range p.polls {
			if poll := &p.polls[i]; poll.Of(v.by.author, v.by.as) == nil {
				poll.Opinions = append(poll.Opinions, Opinion{Author: v.by.author, As: v.by.as, Silent: true})
			}
		}
	}
}

// about is the poll of what a decision is about; ok is false for none.
func (p *polls) about(by who, entry int) (poll int, ok bool) {
	n, ok := p.byWord[by]
	if !ok {
		return 0, false
	}
	quote, ok := p.voices[n].hearing.places[entry]
	if !ok {
		return 0, false
	}
	poll, ok = p.of[seat{n, p.voices[n].hearing.root(quote)}]
	return poll, ok
}

// turn is when a decision is applied to what the reader sees. What an opinion rests
// on counts only if that opinion is shown; remarks on a quotation, whoever makes
// them, wait until it is known where it stands; and the reader's own mentions come
// after those of others.
func (p *polls) turn(a *Annotation, entry int, reader string) turn {
	row := &deeds[a.Deed]
	if row.subject == aboutMention && a.Author == reader {
		return late
	}
	n, ok := p.about(a.by(), entry)
	if !ok {
		return now
	}
	poll := &p.polls[n]
	switch shown := poll.Shown >= 0 && poll.Opinions[poll.Shown].by() == a.by(); {
	case shown:
		return now
	case row.shapes():
		return never
	}
	return late
}
