package speech

import (
	"slices"

	"rawi/model"
	"rawi/model/detect/cue"
	"rawi/model/detect/learn"
	"rawi/model/detect/marks"
	"rawi/model/detect/mention"
	"rawi/model/detect/party"
	"rawi/model/detect/token"
)

// Lessons is what there is to choose on a page, for those who train the models.
type Lessons struct {
	survey
	pairs []marks.Pair
	open  []opening
}

// ReadLessons lists the choices of a page on which these quotations were found.
func ReadLessons(p *token.Page, pairs []marks.Pair, cues []cue.Cue, found *mention.Found, parties *party.Parties, quotes []Quotation) *Lessons {
	a := newAttributor(p, found, parties)
	sources, _ := a.attributeAll(cues)
	l := &Lessons{survey{a, cues, sources, marked{}, nil}, pairs, nil}
	spoken := map[int]bool{}
	for _, q := range quotes {
		spoken[q.first] = spoken[q.first] || q.Marked && q.Kind == model.Speech
	}
	for _, q := range pairs {
		if p.Depth(q.Open) == 0 {
			l.between[int32(q.Open)] = stretch{int32(q.Close), spoken[q.Open+1]}
		}
	}
	l.open = slices.Collect(l.openings(cues))
	return l
}

// Kinds are for each pair of marks the candidates of [PairKinds].
func (l *Lessons) Kinds() [][][]learn.Feature {
	var out [][][]learn.Feature
	for _, fs := range l.pairChoices(l.pairs, l.cues, l.ruledKinds(l.pairs, l.cues)) {
		var candidates [][]learn.Feature
		for c := range PairKinds {
			candidates = append(candidates, learn.ForClass(fs, c))
		}
		out = append(out, candidates)
	}
	return out
}

// A Clause is a reported clause that there may be.
type Clause struct {
	Cue  model.Span   // the word of saying; empty for none
	Ends []model.Span // the clause with each of its possible ends; those that hold nothing are empty
	read *report
}

// Clauses are for each opening the clauses of which at most one is reported.
func (l *Lessons) Clauses() [][]Clause {
	var out [][]Clause
	for _, o := range l.open {
		var ways []Clause
		for _, r := range l.reportsOf(o) {
			c := Clause{read: &r}
			if r.cue >= 0 {
				c.Cue = l.page.SpanAt(l.cues[r.cue].Token)
			}
			for _, at := range r.ends() {
				span := model.Span{}
				if cl := l.trimmed(clause{r.start, at}); cl.from < cl.to {
					span = l.bytes(cl)
				}
				c.Ends = append(c.Ends, span)
			}
			ways = append(ways, c)
		}
		out = append(out, ways)
	}
	return out
}

// Reports are the candidates of a choice among clauses; the first is that none
// is reported.
func Reports(ways []Clause) [][]learn.Feature {
	all := make([]report, len(ways))
	for i, c := range ways {
		all[i] = *c.read
	}
	return choices(all)
}

// EndChoices are the candidates of the choice of the clause's end.
func (c Clause) EndChoices() (out [][]learn.Feature) {
	for _, fs := range c.read.endChoices(c.read.ends(), nil) {
		out = append(out, slices.Clone(fs))
	}
	return out
}

// Direct reports whether nothing opens the clause: its verb stands right before
// it, or before its subject.
func (c Clause) Direct() bool { return c.read.sort == byNothing }
