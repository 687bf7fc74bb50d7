package detect

import (
	"slices"

	"rawi/model"
	"rawi/model/detect/cue"
	"rawi/model/detect/mention"
	"rawi/model/detect/rule"
	"rawi/model/detect/speech"
)

// rows are the names of the rows of each step.
func rows() [3][]rule.ID {
	return [...][]rule.ID{cueStep: cue.RowNames(), mentionStep: mention.RowNames(), speechStep: speech.RowNames()}
}

// Rows are the names of all rows of rules, step by step.
func Rows() []rule.ID {
	all := rows()
	return slices.Concat(all[:]...)
}

// Without is the analysis without a row. What stands before its step is not done again.
func (x *Analysis) Without(off rule.ID, m *Models) *Analysis {
	again := *x
	for s, names := range rows() {
		if slices.Contains(names, off) {
			again.from(step(s), m, &rule.Watch{Off: off})
		}
	}
	return &again
}

// Fired is a row of rules that held somewhere in an article.
type Fired struct {
	Row   string // its table and its name
	Words model.Span
	Gave  string
}

// Trace is the rows that fired while the article was read with these models, in text order.
// What fired is what rules say; models may have decided otherwise.
func (m *Models) Trace(a *model.Article) (all []Fired) {
	var w rule.Watch
	x := Watch(a, m, &w)
	for _, f := range w.Fired() {
		all = append(all, Fired{f.String(), x.Page.Span(f.From, f.To, 0), f.Gave})
	}
	return all
}
