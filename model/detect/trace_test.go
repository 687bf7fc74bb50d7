package detect

import (
	"slices"
	"strings"
	"testing"

	"rawi/model/detect/rule"
)

// TestRows: every row has a name of its own, and what fires is one of them.
func TestRows(t *testing.T) {
	names := Rows()
	for i, id := range names {
		if id.Row == "" || slices.Contains(names[:i], id) {
			t.Errorf("the row %q is named twice or not at all", id)
		}
	}
	for _, f := range Learned().Trace(madeUp(20_000)) {
		table, row, _ := strings.Cut(f.Row, "/")
		if !slices.Contains(names, rule.ID{Table: table, Row: row}) || f.Words.Empty() {
			t.Errorf("%+v is none of the rows, or of no words", f)
		}
	}
}

// TestWatchedAlike: the same is found, watched or not.
func TestWatchedAlike(t *testing.T) {
	a := madeUp(20_000)
	if got, want := Watch(a, Learned(), &rule.Watch{}).Findings(), Detect(a); len(got.Quotes) != len(want.Quotes) || len(got.Parties) != len(want.Parties) {
		t.Errorf("watched there are %d quotations and %d parties, else %d and %d", len(got.Quotes), len(got.Parties), len(want.Quotes), len(want.Parties))
	}
}

// TestTraceOfModels: rows fire on what the models that were given find.
func TestTraceOfModels(t *testing.T) {
	a := madeUp(20_000)
	if ruled, learned := (&Models{}).Trace(a), Learned().Trace(a); slices.Equal(ruled, learned) {
		t.Errorf("the same %d rows fire by rules alone as with what was learned", len(ruled))
	}
}
