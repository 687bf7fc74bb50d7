package speech

import (
	"rawi/model"
	"rawi/model/detect/learn"
	"rawi/model/detect/token"
)

// reports appends the quotations without marks. Of two that begin with the same
// word the likelier stays.
func (s *survey) reports(out []Quotation, recents [][]int32, m Models) []Quotation {
	type kept struct {
		at    int // in out
		share float32
	}
	starts := map[int]kept{}
	for o := range s.openings(s.cues) {
		r, share := s.choose(o, m.Report)
		if r == nil {
			continue
		}
		c, ends := r.chooseEnd(m.End)
		if c.to <= c.from {
			continue
		}
		old, twice := starts[c.from]
		switch {
		case !twice:
			starts[c.from] = kept{len(out), share}
			out = append(out, r.quotation(c, recents, share*ends))
		case share > old.share:
			starts[c.from] = kept{old.at, share}
			out[old.at] = r.quotation(c, recents, share*ends)
		}
	}
	return out
}

// keepFrom is the probability from which a clause counts as reported: where found and
// missed ones cost the same (F1), it lies below a half.
const keepFrom = 0.38

// choose is the likeliest report that an opening may be, and how likely it is;
// nil for none.
func (s *survey) choose(o opening, r *learn.Ranker) (best *report, share float32) {
	all := s.reportsOf(o)
	if r == nil {
		for n := range all {
			if reportRows.Rows[all[n].row()].Gives.is {
				return &all[n], 1
			}
		}
		return nil, 0
	}
	scores := make([]float32, 1+len(all)) // that nothing is reported has no features
	for n := range all {
		s.room = all[n].features(s.room[:0])
		scores[n+1] = r.Score(s.room)
	}
	shares := learn.Softmax(scores)
	top, none := -1, shares[0]
	for n := range all {
		row := reportRows.Rows[all[n].row()].Gives
		switch {
		case row.sure && row.is:
			return &all[n], 1
		case row.sure:
			none += shares[n+1]
		case top < 0 || shares[n+1] > shares[top+1]:
			top = n
		}
	}
	if top < 0 || 1-none < keepFrom {
		return nil, 0
	}
	return &all[top], 1 - none
}

// choices are the features of no report, and of each.
func choices(all []report) [][]learn.Feature {
	out := make([][]learn.Feature, 1+len(all))
	for n := range all {
		out[n+1] = all[n].features(nil)
	}
	return out
}

// chooseEnd is the clause with its likeliest end.
func (r *report) chooseEnd(model *learn.Ranker) (c clause, share float32) {
	at := r.ends()
	if len(at) == 0 {
		return clause{}, 0
	}
	best := 0
	share = 1
	switch {
	case len(at) == 1:
	case model != nil:
		scores := make([]float32, len(at))
		for n, fs := range r.endChoices(at, r.room[:0]) {
			if scores[n] = model.Score(fs); scores[n] > scores[best] {
				best = n
			}
		}
		share = learn.Softmax(scores)[best]
	default:
		best = r.firstEnd(at)
	}
	return r.trimmed(clause{r.start, at[best]}), share
}

// quotation is the clause with its cue and who speaks.
func (r *report) quotation(c clause, recents [][]int32, sure float32) Quotation {
	q := Quotation{Span: r.bytes(c), first: c.from, Kind: model.Indirect, sure: sure}
	switch {
	case r.turn != nil:
		q.turn, q.Source = r.turn, r.turnSource(*r.turn)
	case r.cue < 0:
		q.Source = r.namedBefore()
	default:
		q.Cue, q.Source, q.Others = r.page.SpanAt(r.cues[r.cue].Token), r.sources[r.cue], recents[r.cue]
	}
	return q
}

// namedBefore is who speaks behind a colon without a word of saying: «فلان: ...».
func (r *report) namedBefore() Source {
	block := r.page.BlockOf(r.at)
	if block.Kind == model.TitleBlock {
		return r.headlineOf(r.page.BlockIndex(r.at)).speaker
	}
	if r.page.At(r.at).Sign() == token.Colon {
		if s := r.sourceAt(r.firstWord(block), model.NameColon); s.Party >= 0 && r.speaks(s.Mention) {
			return s
		}
	}
	return nobody
}
