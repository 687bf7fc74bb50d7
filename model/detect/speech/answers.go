package speech

import (
	"slices"

	"rawi/model/detect/learn"
)

// Lesson is a page with what people say of its quotations.
type Lesson struct {
	*Stage
	Source  string   // where the page comes from: pages of one source are alike
	Answers []Answer // of each quotation
}

// Answer is what people say of a quotation that was found.
type Answer struct {
	Found  bool                 // it is a quotation to them too
	Alike  bool                 // and of the same kind
	Spoken bool                 // and they know who said it
	Named  func(party int) bool // whether a party, or phrase, has a name of his
	Means  func(party int) bool // whether it is mentioned where he is
}

// right says of each option how right it is: 0 not, more the better.
func (a *Answer) right(o *option, ruled int) int {
	const means, named, theirs = 8, 4, 1
	if !a.Spoken || o.party < 0 || !a.Named(o.party) && (o.phrase || !a.Means(o.party)) {
		return 0
	}
	return means*learn.Bit(a.Means(o.party)) + named*learn.Bit(a.Named(o.party)) + theirs*learn.Bit(o.party == ruled)
}

// contest is a choice among the options, and who is right. Others that are right
// too, since nobody knows that they are one party, take no part. It is no contest
// where nobody among them is right.
func (a *Answer) contest(options []option, ruled int) (c learn.Contest, party int, ok bool) {
	best, most := 0, 0
	for k := range options {
		if r := a.right(&options[k], ruled); r > most {
			best, most = k, r
		}
	}
	for k := range options {
		if k == best {
			c.Winner = len(c.Candidates)
		} else if a.right(&options[k], ruled) > 0 {
			continue
		}
		c.Candidates = append(c.Candidates, slices.Clone(options[k].evidence))
	}
	return c, options[best].party, a.Found && (most > 0 || !a.Spoken)
}

// contests are the choices of a lesson, after those that people made, or after
// what a model said.
func (l *Lesson) contests(said []int) (out []learn.Contest) {
	h := newHistory(len(l.quotes))
	for i := range l.quotes {
		if !hasSpeaker(l.quotes[i].Kind) {
			h.add(-1, false)
			continue
		}
		c, party, ok := l.Answers[i].contest(l.options(i, h), l.quotes[i].Source.Party)
		if ok {
			out = append(out, c)
		}
		if said != nil {
			party = said[i]
		}
		h.add(party, l.quotes[i].Kind.Spoken() && (said != nil || l.Answers[i].Found))
	}
	return out
}

// Contests are the choices of a lesson after what a model says of the quotations
// before; where all is known of the page, also after what is known.
func (l *Lesson) Contests(r *learn.Ranker, whole bool) (out []learn.Contest) {
	if whole {
		out = l.contests(nil)
	}
	return append(out, l.contests(l.play(r))...)
}

// play lets a model choose: the party that it says of each quotation, -1 for none.
func (l *Lesson) play(r *learn.Ranker) (said []int) {
	said = slices.Repeat([]int{-1}, len(l.quotes))
	l.walk(r, func(i int, options []option, _ *history) { said[i] = options[0].party })
	return said
}

// Judgement is a choice of a model, and whether it was right: that it is a quotation
// of its kind, and who says it.
type Judgement struct {
	doubts []learn.Feature
	right  bool
}

// Judge lets a model that has not seen the lesson choose who speaks.
func (l *Lesson) Judge(m Models) (out []Judgement) {
	l.walk(m.Speaker, func(i int, options []option, h *history) {
		if party, a := options[0].party, &l.Answers[i]; party >= 0 && l.quotes[i].Kind.Spoken() {
			out = append(out, Judgement{l.doubts(i, options, h), a.Alike && a.Spoken && a.Named(party)})
		}
	})
	return out
}
