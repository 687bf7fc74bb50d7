package train

import (
	"slices"

	"rawi/model"
	"rawi/model/detect/learn"
	"rawi/model/detect/speech"
)

// lessons is what there is to choose in an article's quotations.
func (a *Annotated) lessons() *speech.Lessons {
	return speech.ReadLessons(a.Page, a.Pairs, a.Mentions.OutsideNames(a.Cues), a.Mentions, a.Parties, a.Quotes)
}

// KindContests are the choices of what each pair of marks holds.
func (a *Annotated) KindContests() (out []learn.Contest) {
	for k, candidates := range a.lessons().Kinds() {
		kind, ok := a.annotatedKind(a.Pairs[k].Inside(&a.Page.Stream))
		for winner, of := range speech.PairKinds {
			if ok && of == kind {
				out = append(out, learn.Contest{Candidates: candidates, Winner: winner})
			}
		}
	}
	return out
}

// annotatedKind is what the annotated marks hold that cover most of a span, and
// at least half.
func (a *Annotated) annotatedKind(s model.Span) (kind model.QuoteKind, ok bool) {
	best := 0.5
	for _, q := range a.Gold.Quotes {
		if share := shared(q.Span, s); q.Marked && share > best {
			best, kind, ok = share, q.Kind, true
		}
	}
	return kind, ok
}

// shared is how much of what two spans cover together both cover.
func shared(a, b model.Span) float64 {
	both := min(a.End, b.End) - max(a.Start, b.Start)
	if both <= 0 {
		return 0
	}
	return float64(both) / float64(max(a.End, b.End)-min(a.Start, b.Start))
}

// ReportContests are the choices of which clauses are reported.
func (a *Annotated) ReportContests() (out []learn.Contest) {
	openings := a.lessons().Clauses()
	right := a.reported(openings)
	for i, ways := range openings {
		if !a.isBoilerplate(ways) {
			c := learn.Contest{Candidates: speech.Reports(ways)}
			if r, ok := right[i]; ok {
				c.Winner = r.way + 1
			} else if !a.noneOf(ways) {
				continue
			}
			out = append(out, c)
		}
	}
	return out
}

// noneOf reports whether it is known that none of the clauses is reported.
func (a *Annotated) noneOf(ways []speech.Clause) bool {
	return a.partly == nil || slices.ContainsFunc(ways, func(c speech.Clause) bool { return slices.ContainsFunc(c.Ends, a.partly.isNone) })
}

// EndContests are the choices of where the reported clauses end.
func (a *Annotated) EndContests() (out []learn.Contest) {
	openings := a.lessons().Clauses()
	right := a.reported(openings)
	for i, ways := range openings {
		if r, ok := right[i]; ok && len(ways[r.way].Ends) > 1 {
			out = append(out, learn.Contest{Candidates: ways[r.way].EndChoices(), Winner: r.end})
		}
	}
	return out
}

// place is a clause among those of an opening, with one of its ends.
type place struct{ way, end int }

// reported finds the annotated clauses among the openings: each at the opening
// that fits best, which no other has.
func (a *Annotated) reported(openings [][]speech.Clause) map[int]place {
	right := map[int]place{}
	for _, q := range a.Gold.Quotes {
		if q.Marked {
			continue
		}
		const least = 0.45
		best, at, found := least, -1, place{}
		for i, ways := range openings {
			if _, taken := right[i]; taken {
				continue
			}
			for w, c := range ways {
				for e, s := range c.Ends {
					if fits := fit(c, s, q.Quote); fits > best {
						best, at, found = fits, i, place{w, e}
					}
				}
			}
		}
		if at >= 0 {
			right[at] = found
		}
	}
	return right
}

// fit is how well a clause agrees with an annotated one: they begin within a word
// or two of each other, cover the same and have the same word of saying.
func fit(c speech.Clause, s model.Span, q model.Quote) float64 {
	const near = 16 // bytes
	if d := s.Start - q.Start; d < -near || d > near {
		return 0
	}
	f := shared(s, q.Span)
	if !q.Cue.Empty() && c.Cue.Overlaps(q.Cue) {
		f += 0.3
	}
	if c.Direct() {
		f -= 0.01 // where something opens it, that does
	}
	return f
}

func (a *Annotated) isBoilerplate(ways []speech.Clause) bool {
	for _, b := range a.Gold.Boilerplate {
		if len(ways[0].Ends) > 0 && b.Overlaps(ways[0].Ends[0]) {
			return true
		}
	}
	return false
}
