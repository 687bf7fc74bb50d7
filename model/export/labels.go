package export

import (
	"fmt"

	"rawi/model"
)

// region is a labelled stretch of text in tools in which people annotate, and tie what joins
// two of them.
type region struct {
	id    string
	label label
	Place
	row   *Row   // of a quotation
	party *Party // of a mention
}

type tie struct {
	from, to int // places among the regions
	name     string
}

// labelled are regions and ties; those on what was decided and those that are guesses.
type labelled struct {
	regions []region
	ties    []tie
}

// labelledOf is the quotations that wanted keeps, with their cues, and all mentions.
// Nothing is labelled that holds no word.
func labelledOf(t *Table, wanted func(*Row) bool) (all labelled) {
	l := layerOf(t)
	places := make([]int, len(l.named))
	for i, m := range l.named {
		places[i] = all.add(region{fmt.Sprintf("m%d", i+1), partyLabels[m.Party.Kind], m.Place, nil, m.Party})
	}
	for i := range l.rows {
		r := &l.rows[i]
		if !wanted(r) {
			continue
		}
		at := all.add(region{fmt.Sprintf("q%d", r.Number), quoteLabels[r.Kind], r.Place, r, nil})
		if r.Cue != nil {
			all.join(at, all.add(region{fmt.Sprintf("c%d", r.Number), cueLabel, r.Cue.Place, nil, nil}), "Cue")
		}
		if i := l.speaker(r); i >= 0 {
			all.join(at, places[i], "Speaker")
		}
		if i := l.addressee(r); i >= 0 {
			all.join(at, places[i], "Addressee")
		}
	}
	return all
}

// add returns the place of a region, -1 for one without a character.
func (l *labelled) add(r region) int {
	if r.Bytes.Empty() {
		return -1
	}
	l.regions = append(l.regions, r)
	return len(l.regions) - 1
}

func (l *labelled) join(from, to int, name string) {
	if from >= 0 && to >= 0 {
		l.ties = append(l.ties, tie{from, to, name})
	}
}

func isDecided(r *Row) bool { return r.Decision != nil && !r.Decision.Moved }
func isGuess(r *Row) bool   { return !isDecided(r) }

// labelColours are colours of labels, apart for eyes that tell few of them.
var labelColours = []struct {
	label  label
	colour string
}{
	{quoteLabels[model.Speech], "#0072B2"}, {quoteLabels[model.Indirect], "#56B4E9"}, {quoteLabels[model.Scare], "#CC79A7"},
	{quoteLabels[model.WorkTitle], "#999999"}, {quoteLabels[model.Other], "#666666"}, {cueLabel, "#F0E442"},
	{partyLabels[model.Person], "#D55E00"}, {partyLabels[model.Organisation], "#009E73"}, {partyLabels[model.Place], "#E69F00"},
	{partyLabels[model.RoleOnly], "#8C564B"},
}
