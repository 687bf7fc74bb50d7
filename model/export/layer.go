package export

import (
	"slices"

	"rawi/model"
)

// layer is the annotations of an article for formats in which one points to another.
type layer struct {
	rows  []Row
	named []named // in the order of the text
}

// named is a mention of a party.
type named struct {
	Mention
	Party *Party
}

func layerOf(t *Table) layer {
	l := layer{rows: slices.Collect(t.Rows())}
	for p, mentions := range t.Parties() {
		for m := range mentions {
			l.named = append(l.named, named{m, p})
		}
	}
	slices.SortStableFunc(l.named, func(a, b named) int { return outermostFirst(a.Bytes, b.Bytes) })
	return l
}

// outermostFirst is the order of the text; of spans that begin together the longest is
// the first.
func outermostFirst(a, b model.Span) int {
	if a.Start != b.Start {
		return a.Start - b.Start
	}
	return b.End - a.End
}

// speaker is which mention names the speaker of a quotation: the one where the row has
// one, else the last one before the quotation, else the first; -1 for none.
func (l *layer) speaker(r *Row) int {
	if r.Speaker == nil {
		return -1
	}
	if r.Mention != nil {
		for i := range l.named {
			if l.named[i].Party.ID == r.Speaker.ID && l.named[i].Bytes.Overlaps(r.Mention.Bytes) {
				return i
			}
		}
	}
	return l.nearest(r.Speaker, r.Bytes.Start)
}

// addressee is which mention names whom a quotation is said to, -1 for none.
func (l *layer) addressee(r *Row) int {
	if r.Addressee == nil {
		return -1
	}
	return l.nearest(r.Addressee, r.Bytes.Start)
}

func (l *layer) nearest(p *Party, offset int) int {
	found := -1
	for i := range l.named {
		if l.named[i].Party.ID == p.ID && (found < 0 || l.named[i].Bytes.Start < offset) {
			found = i
		}
	}
	return found
}

// label is what formats with labels of their own call a kind of quotation or of party.
type label string

const cueLabel label = "Cue"

var quoteLabels = [...]label{model.Speech: "Speech", model.Indirect: "Indirect", model.Scare: "Scare", model.WorkTitle: "Title", model.Other: "Other"}
var partyLabels = [...]label{model.Person: "Person", model.Organisation: "Organisation", model.Place: "Place", model.RoleOnly: "Role"}

// forms are the names of forms of mentions.
var forms = [...]string{model.NameForm: "name", model.RoleForm: "role", model.Apposition: "apposition", model.Nominal: "nominal"}
