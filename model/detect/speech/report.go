package speech

import (
	"cmp"

	"rawi/model/detect/cue"
	"rawi/model/detect/learn"
	lex "rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// report is one way to read an opening, with what stands in the clause and
// before it: what rows and features ask about most.
type report struct {
	*survey
	opening
	way
	rank   int // among the ways, 0 for the nearest cue
	inside clauseParts
	before gapParts
}

// survey is a page's cues, who speaks at each, and its pairs of marks.
type survey struct {
	*attributor
	cues    []cue.Cue
	sources []Source
	between marked
	room    []learn.Feature // to be filled again
}

// clauseParts counts what a clause may hold, up to the end of its sentence.
type clauseParts struct {
	words, finite, commas int // outside marks
	pairs, spoken         int
	lead, leadFinite      int  // words and finite verbs before the first pair
	behind                int  // words behind the first pair
	opensFinite           bool // a verb is the first word of the first pair
}

// gapParts counts what stands between the word of saying and what opens the
// clause.
type gapParts struct{ commas, dashes, verbs, thats, pairs, spoken int }

// reportsOf are the ways to read an opening.
func (s *survey) reportsOf(o opening) []report {
	out := make([]report, len(o.ways))
	for n, w := range o.ways {
		out[n] = report{survey: s, opening: o, way: w, rank: n}
		out[n].inside = s.partsOf(w.start, cmp.Or(w.end, s.page.EndOf(w.start)))
		if w.cue >= 0 && o.sort <= byQuestion {
			out[n].before = s.gapOf(s.cues[w.cue].Token+1, o.at)
		}
	}
	return out
}

func (s *survey) partsOf(from, to int) (c clauseParts) {
	const most = 60
	for i := from; i < min(to, from+most) && s.page.SameSentence(i, from); i++ {
		if q, ok := s.between.at(i); ok {
			if c.pairs++; c.pairs == 1 {
				c.opensFinite = s.page.At(i+1).LooksFinite() || s.page.At(i+1).Is(lex.CommonVerb)
			}
			count(&c.spoken, q.speech)
			i = int(q.close)
			continue
		}
		if i > from && s.endedBy(i) >= 0 {
			break
		}
		t := s.page.At(i)
		count(&c.words, t.IsWord())
		count(&c.finite, t.LooksFinite())
		count(&c.commas, t.Sign() == token.Comma)
		count(&c.behind, t.IsWord() && c.pairs > 0)
		count(&c.lead, t.IsWord() && c.pairs == 0)
		count(&c.leadFinite, t.LooksFinite() && c.pairs == 0)
	}
	return c
}

func (s *survey) gapOf(from, to int) (g gapParts) {
	for i := from; i < to; i++ {
		if q, ok := s.between.at(i); ok {
			g.pairs++
			count(&g.spoken, q.speech)
			i = int(q.close)
			continue
		}
		t := s.page.At(i)
		count(&g.commas, t.Sign() == token.Comma)
		count(&g.dashes, t.Sign() == token.OtherSign)
		count(&g.thats, t.Is(lex.That|lex.ThatPronoun))
		count(&g.verbs, t.LooksFinite() || t.IsVerb() && !s.found.Covers(i))
	}
	return g
}
