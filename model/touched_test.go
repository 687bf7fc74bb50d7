package model

import (
	"math/rand"
	"reflect"
	"slices"
	"testing"
)

// shown is what a reader sees of a quotation, and holds to be decided.
func shown(r *Reading, q *Quote) any {
	name := func(id PartyID) string {
		if p, _, ok := r.Party(id); ok {
			return p.Name
		}
		return ""
	}
	speaker := name(q.Speaker)
	if q.Follows != (Span{}) && !q.Decided() {
		speaker = "" // a guess that may follow from another quotation
	}
	return []any{q.Span, q.Kind, q.Decision, speaker, q.Note, q.Certainty, name(q.Addressee)}
}

// Whatever was decided, what looks otherwise without the last decisions is
// touched by them: the reading derived without them is the outside measure.
func TestTouchedIsAllThatDiffers(t *testing.T) {
	for seed := range int64(600) {
		random := rand.New(rand.NewSource(seed))
		r := reading()
		for range random.Intn(12) {
			anything(random, r)
		}
		saved := slices.Clone(r.Log().All())
		for range 1 + random.Intn(3) {
			anything(random, r)
		}
		var unsaved []Annotation
		for _, a := range r.Log().All() {
			if !slices.ContainsFunc(saved, func(s Annotation) bool { return s.ID == a.ID }) {
				unsaved = append(unsaved, a)
			}
		}
		onDisk := NewReading(r.Article, r.src.found, saved, r.Author)
		touched := r.Touched(unsaved)

		before := map[Span]any{}
		for i := range onDisk.Quotes() {
			before[onDisk.quotes[i].Span] = shown(onDisk, onDisk.quotes[i])
		}
		for i := range r.Quotes() {
			q := r.quotes[i]
			if !touched.Quote(q) && !reflect.DeepEqual(shown(r, q), before[q.Span]) {
				t.Fatalf("seed %d: %q differs untouched: %v, on disk %v\nby %+v", seed, q.In(sample), shown(r, q), before[q.Span], unsaved)
			}
		}
		for _, p := range r.Parties() {
			was, _, ok := onDisk.Party(p.ID)
			same := ok && was.Name == p.Name && was.Kind == p.Kind && reflect.DeepEqual(was.Aliases, p.Aliases) && reflect.DeepEqual(was.Roles, p.Roles)
			if !same && !touched.Party(p.ID) {
				t.Fatalf("seed %d: the party %+v differs untouched, on disk %+v\nby %+v", seed, p, was, unsaved)
			}
		}
	}
}

// Decisions touch what they are about and nothing else.
func TestTouched(t *testing.T) {
	tests := []struct {
		name    string
		saved   func(*Reading)
		do      func(*Reading)
		quotes  string // their places
		parties string
	}{
		{"nothing", nil, func(*Reading) {}, "", ""},
		{"accepted", nil, func(r *Reading) { r.Accept(0) }, "0", "زيد"},
		{"a kind", nil, func(r *Reading) { r.SetKind(2, Other) }, "2", ""},
		{"a note", nil, func(r *Reading) { r.SetNote(1, "x") }, "1", ""},
		{"a certainty", nil, func(r *Reading) { r.SetCertainty(1, Sure) }, "1", ""},
		{"undone", func(r *Reading) { r.SetKind(2, Other) }, func(r *Reading) { r.Undo() }, "2", ""},
		{"redone", func(r *Reading) { r.SetKind(2, Other); r.Undo() }, func(r *Reading) { r.Redo() }, "2", ""},
		{"a group undone", func(r *Reading) { r.AcceptAll(0, 0) }, func(r *Reading) { r.Undo() }, "02", "زيد"},
		{"retracted", func(r *Reading) { r.SetNote(0, "x"); r.SetKind(2, Other) }, func(r *Reading) { r.Retract(r.log.entries[0].ID) }, "0", ""},
		{"split in two", nil, func(r *Reading) { r.SplitQuote(2, at("ما\"").Start) }, "23", ""},
		{"joined", nil, func(r *Reading) { r.JoinNext(0) }, "0", ""},
		{"renamed", nil, func(r *Reading) { r.RenameParty("زيد", "زين") }, "0", "زين"},
		{"renaming undone", func(r *Reading) { r.RenameParty("زيد", "زين") }, func(r *Reading) { r.Undo() }, "0", "زيد"},
		{"merged", nil, func(r *Reading) { p, _, _ := r.Party("سعيد"); r.MergeParties("زيد", *p) }, "0", "سعيد"},
		{"merging undone", func(r *Reading) { p, _, _ := r.Party("سعيد"); r.MergeParties("زيد", *p) },
			func(r *Reading) { r.Undo() }, "0", "زيدسعيد"},
		{"separated", func(r *Reading) { p, _, _ := r.Party("سعيد"); r.MergeParties("زيد", *p) },
			func(r *Reading) { r.SplitParty("زيد") }, "0", "زيدسعيد"},
		{"a mention", nil, func(r *Reading) { p, _, _ := r.Party("سعيد"); r.MakeMention(at("زيد"), *p) }, "", "سعيد"},
	}
	for _, test := range tests {
		r := reading()
		if test.saved != nil {
			test.saved(r)
		}
		n := r.Log().Len()
		test.do(r)
		touched := r.Touched(r.Log().All()[n:])
		quotes, parties := "", ""
		for i := range r.Quotes() {
			if touched.Quote(r.quotes[i]) {
				quotes += string(rune('0' + i))
			}
		}
		for _, p := range r.Parties() {
			if touched.Party(p.ID) {
				parties += p.Name
			}
		}
		if quotes != test.quotes || parties != test.parties {
			t.Errorf("%s: touches %q and %q, want %q and %q", test.name, quotes, parties, test.quotes, test.parties)
		}
	}
}

// A decision that was taken back is touched too, for a history that says so.
func TestTouchedDecisions(t *testing.T) {
	r := reading()
	a := r.SetNote(0, "x")
	b := r.SetKind(2, Other)
	undo, _ := r.Undo()
	touched := r.Touched([]Annotation{undo})
	if !touched.Decision(undo.ID) || !touched.Decision(b.ID) || touched.Decision(a.ID) {
		t.Errorf("touched are %v", touched.decisions)
	}
}
