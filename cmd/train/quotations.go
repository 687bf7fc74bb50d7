package main

import (
	"rawi/model"
	"rawi/model/detect/learn"
	"rawi/model/detect/speech"
)

// lessons is what there is to choose in an article's quotations.
func (a *analysis) lessons() *speech.Lessons {
	return speech.ReadLessons(a.Page, a.Pairs, a.Mentions.OutsideNames(a.Cues), a.Mentions, a.Parties, a.Quotes)
}

// trainSpeech trains a model of quotations on what contests makes of each article.
func trainSpeech(name string, contests func(*analysis) []learn.Contest) trainer {
	return trainer{name, func(examples []example, seed uint64) ([]byte, error) {
		all, err := analyses(examples)
		if err != nil {
			return nil, err
		}
		var contested []learn.Contest
		for i := range all {
			contested = append(contested, contests(&all[i])...)
		}
		return speech.Train(name, contested, seed)
	}}
}

// pairKinds are the choices of what each pair of marks holds.
func (a *analysis) pairKinds() (out []learn.Contest) {
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
func (a *analysis) annotatedKind(s model.Span) (kind model.QuoteKind, ok bool) {
	best := 0.5
	for _, q := range a.gold.Quotes {
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

// reports are the choices of which clauses are reported.
func (a *analysis) reports() (out []learn.Contest) {
	openings := a.lessons().Clauses()
	right := a.reported(openings)
	for i, ways := range openings {
		if !a.isBoilerplate(ways) {
			c := learn.Contest{Candidates: speech.Reports(ways)}
			if r, ok := right[i]; ok {
				c.Winner = r.way + 1
			}
			out = append(out, c)
		}
	}
	return out
}

// ends are the choices of where the reported clauses end.
func (a *analysis) ends() (out []learn.Contest) {
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
func (a *analysis) reported(openings [][]speech.Clause) map[int]place {
	right := map[int]place{}
	for _, q := range a.gold.Quotes {
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

func (a *analysis) isBoilerplate(ways []speech.Clause) bool {
	for _, b := range a.gold.Boilerplate {
		if len(ways[0].Ends) > 0 && b.Overlaps(ways[0].Ends[0]) {
			return true
		}
	}
	return false
}
