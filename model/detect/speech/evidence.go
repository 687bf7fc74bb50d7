package speech

import (
	"rawi/model"
	"rawi/model/detect/learn"
)

// row is a feature of a contender: some numbers of the view together. What it
// says is said in words by its clue.
type row struct {
	clue  func(*view) model.Clue
	value func(*view) uint64
}

// The rows, by whom they are asked: nobody, every party, parties with a mention
// near, and again every party. Their order numbers the templates, so a new one goes to the end of its
// table, and the weights are trained anew.
var (
	nobodyRows = []row{
		{nothing, func(v *view) uint64 { return 1 }},
		{nothing, func(v *view) uint64 { return pack(v.cue) }},
		{nothing, func(v *view) uint64 { return pack(v.cue, v.kind) }},
		{nothing, func(v *view) uint64 { return pack(v.kind, v.length) }},
		{nothing, func(v *view) uint64 { return pack(v.cue, v.class, v.kind) }},
		{nothing, func(v *view) uint64 { return pack(v.kind, v.title, v.length) }},
		{nothing, func(v *view) uint64 { return pack(v.speakers) }},
		{nothing, func(v *view) uint64 { return pack(v.speakers, v.cue) }},
		{nothing, func(v *view) uint64 { return pack(v.speakers, v.kind, v.cue) }},
		{nothing, func(v *view) uint64 { return pack(v.speakers, v.spoken, v.unsure) }},
		{nothing, func(v *view) uint64 { return pack(v.speakers, v.own, v.unsure) }},
		{nothing, func(v *view) uint64 { return v.word }},
		{nothing, func(v *view) uint64 { return v.before }},
		{nothing, func(v *view) uint64 { return v.subject }},
		{nothing, func(v *view) uint64 { return v.lead }},
	}
	partyRows = []row{
		{standing, func(v *view) uint64 { return pack(v.where) }},
		{standing, func(v *view) uint64 { return pack(v.where, v.cue) }},
		{standing, func(v *view) uint64 { return pack(v.where, v.cue, v.class, v.marked) }},
		{standing, func(v *view) uint64 { return pack(v.where, v.cue, v.slot, v.gap) }},
		{standing, func(v *view) uint64 { return mixed(v.word, v.where) }},
		{nothing, func(v *view) uint64 { return pack(v.ruled) }},
		{nothing, func(v *view) uint64 { return pack(v.ruled, v.cue) }},
		{nothing, func(v *view) uint64 { return pack(v.ruled, v.cue, v.party) }},
		{nothing, func(v *view) uint64 { return pack(v.ruled, v.surely) }},
		{nothing, func(v *view) uint64 { return pack(v.ruled, v.where) }},
		{nothing, func(v *view) uint64 { return pack(v.ruled, v.where, v.cue) }},
		{nothing, func(v *view) uint64 { return pack(v.ruled, v.back, v.cue) }},
		{kind, func(v *view) uint64 { return pack(v.party) }},
		{kind, func(v *view) uint64 { return pack(v.party, v.where) }},
		{kind, func(v *view) uint64 { return pack(v.party, v.cue) }},
		{turn, func(v *view) uint64 { return pack(v.back) }},
		{turn, func(v *view) uint64 { return pack(v.back, v.cue) }},
		{turn, func(v *view) uint64 { return pack(v.back, v.cue, v.last) }},
		{turn, func(v *view) uint64 { return pack(v.back, v.last, v.unsure) }},
		{turn, func(v *view) uint64 { return mixed(v.word, v.back) }},
		{turn, func(v *view) uint64 { return pack(v.times, v.back) }},
		{turn, func(v *view) uint64 { return pack(v.times, v.most, v.cue) }},
		{near, func(v *view) uint64 { return pack(v.rank, v.where) }},
		{near, func(v *view) uint64 { return pack(v.rank, v.cue) }},
		{often, func(v *view) uint64 { return pack(v.named) }},
		{often, func(v *view) uint64 { return pack(v.named, v.party, v.where) }},
		{fit, func(v *view) uint64 { return pack(v.agrees, v.party) }},
		{fit, func(v *view) uint64 { return pack(v.verb, v.gender, v.agrees) }},
		{fit, func(v *view) uint64 { return pack(v.agrees, v.where) }},
		{fit, func(v *view) uint64 { return pack(v.agrees, v.back, v.cue) }},
		{with, func(v *view) uint64 { return pack(v.same, v.marked) }},
		{with, func(v *view) uint64 { return pack(v.around, v.marked) }},
	}
	mentionRows = []row{
		{standing, func(v *view) uint64 { return pack(v.governed, v.where) }},
		{standing, func(v *view) uint64 { return pack(v.governed, v.where, v.cue) }},
		{standing, func(v *view) uint64 { return pack(v.governed, v.where, v.class, v.main) }},
		{standing, func(v *view) uint64 { return pack(v.form, v.where) }},
		{standing, func(v *view) uint64 { return pack(v.form, v.where, v.definite, v.party) }},
		{standing, func(v *view) uint64 { return pack(v.main, v.where) }},
		{standing, func(v *view) uint64 { return pack(v.main, v.where, v.cue, v.governed) }},
		{standing, func(v *view) uint64 { return pack(v.main, v.where, v.party, v.governed) }},
		{standing, func(v *view) uint64 { return pack(v.relative, v.where) }},
		{standing, func(v *view) uint64 { return pack(v.relative, v.main, v.where) }},
		{standing, func(v *view) uint64 { return pack(v.reaches, v.where) }},
		{standing, func(v *view) uint64 { return pack(v.reaches, v.where, v.party, v.form) }},
		{standing, func(v *view) uint64 { return pack(v.inner, v.reaches, v.where, v.form) }},
		{standing, func(v *view) uint64 { return pack(v.distance, v.where) }},
		{standing, func(v *view) uint64 { return pack(v.distance, v.where, v.cue) }},
		{standing, func(v *view) uint64 { return pack(v.inner, v.where) }},
		{standing, func(v *view) uint64 { return pack(v.inner, v.governed, v.party) }},
		{standing, func(v *view) uint64 { return pack(v.reported, v.where, v.main) }},
		{standing, func(v *view) uint64 { return pack(v.quoted, v.where, v.main) }},
		{near, func(v *view) uint64 { return pack(v.sentences, v.main, v.governed) }},
		{near, func(v *view) uint64 { return pack(v.sentences, v.main, v.governed, v.cue, v.party) }},
		{kind, func(v *view) uint64 { return pack(v.head, v.where) }},
		{kind, func(v *view) uint64 { return pack(v.head, v.where, v.cue, v.form) }},
	}
	contentRows = []row{ // what the quotation holds, and what is known of the mention
		{nothing, func(v *view) uint64 { return pack(v.within, v.where) }},
		{nothing, func(v *view) uint64 { return pack(v.within, v.marked, v.kind, v.party) }},
		{nothing, func(v *view) uint64 { return pack(v.within, v.back, v.cue) }},
		{nothing, func(v *view) uint64 { return pack(v.here, v.where) }},
		{nothing, func(v *view) uint64 { return pack(v.here, v.form, v.party) }},
		{nothing, func(v *view) uint64 { return pack(v.full, v.party, v.named) }},
		{nothing, func(v *view) uint64 { return pack(v.own, v.back, v.cue) }},
		{nothing, func(v *view) uint64 { return pack(v.own, v.where, v.agrees) }},
		{nothing, func(v *view) uint64 { return pack(v.own, v.form, v.definite, v.where) }},
		{nothing, func(v *view) uint64 { return pack(v.gap, v.reaches, v.where, v.governed) }},
		{nothing, func(v *view) uint64 { return mixed(v.subject, v.where) }},
		{nothing, func(v *view) uint64 { return mixed(v.before, v.where) }},
	}
)

// rowFeatures are the rows of a view, the first of them with template number first.
func rowFeatures(out []learn.Feature, v *view, rows []row, first int) []learn.Feature {
	for k := range rows {
		out = append(out, learn.Template(first+k).Number(rows[k].value(v)))
	}
	return out
}

// mostEvidence is how many features a contender has at most.
var mostEvidence = max(len(nobodyRows), len(partyRows)+len(mentionRows)+len(contentRows))

// appendEvidence appends what speaks for and against a contender, who is seen then.
func (s *Stage) appendEvidence(out []learn.Feature, seen *view, c *contender, i int, h *history) []learn.Feature {
	if c.party < 0 {
		return rowFeatures(out, seen, nobodyRows, 0)
	}
	seen.see(s, c, i, h)
	out = rowFeatures(out, seen, partyRows, len(nobodyRows))
	if c.place >= 0 {
		out = rowFeatures(out, seen, mentionRows, len(nobodyRows)+len(partyRows))
	}
	return rowFeatures(out, seen, contentRows, len(nobodyRows)+len(partyRows)+len(mentionRows))
}

// pack puts small numbers into one.
func pack(values ...int) (n uint64) {
	for _, v := range values {
		n = n*127 + uint64(v+1)
	}
	return n
}

// mixed is a word's hash with a small number.
func mixed(word uint64, n int) uint64 { return word ^ uint64(n+1)<<58 ^ uint64(n+1)<<17 }
