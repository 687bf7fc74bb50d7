package store

import (
	"reflect"
	"testing"
	"time"

	"rawi/model"
)

// TestFirstVersion opens a library as the first rawi wrote it.
func TestFirstVersion(t *testing.T) {
	_, dir := library(t)
	dir += "-old"
	l, err := open(dir, schema[:1])
	must(t, err)
	a := article(t, l, "نص\x00 «نعم»")
	must(t, l.SetPlace(a.ID, 5))
	want := on(a.ID,
		model.Annotation{ID: "b", Time: time.Date(2024, 2, 29, 1, 2, 3, 999999999, time.UTC), Author: "نور 𐤀", Deed: model.Assign,
			Anchor: model.Anchor{Span: model.Span{Start: 8, End: 14}, Exact: "نعم", Before: "نص\x00\n", After: "\"\\»\u2028"},
			Party:  "وزير", Name: "الوزير", PartyKind: model.RoleOnly},
		model.Annotation{ID: "a", Time: time.Date(2024, 2, 29, 1, 2, 4, 0, time.UTC), Deed: model.SetKind, Kind: model.Speech},
		model.Annotation{ID: "c", Time: time.Date(2024, 3, 1, 0, 0, 0, 5e8, time.UTC), Deed: model.Revoke, Target: "b"},
		model.Annotation{ID: "d", Time: time.Date(2024, 3, 1, 0, 0, 1, 0, time.UTC), Deed: model.Assign}, // nobody said it
	)
	for _, a := range want {
		_, err := l.db.Exec(`INSERT INTO decision (article, id, time, author, deed, start_byte, end_byte, exact, before, after,
			speaker, name, speaker_kind, kind, target) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
			a.Article, a.ID, formatTime(a.Time), a.Author, a.Deed.String(), a.Anchor.Start, a.Anchor.End, a.Anchor.Exact,
			a.Anchor.Before, a.Anchor.After, string(a.Party), a.Name, a.PartyKind.String(), a.Kind.String(), a.Target)
		must(t, err)
	}
	must(t, l.Close())

	l = reopen(t, dir)
	got, err := l.Decisions(a.ID)
	must(t, err)
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	kept, err := l.Article(a.ID)
	must(t, err)
	if place, err := l.Place(a.ID); kept.Text != a.Text || place != 5 || err != nil {
		t.Errorf("the article is %q, the place %d, %v", kept.Text, place, err)
	}
	if !exists(l.path + ".v1.bak") {
		t.Error("no copy of the first version was kept")
	}
	must(t, l.Append(want...)) // the same decisions, not others
	must(t, l.Append(on(a.ID, decision("e"))...))
	if got := ids(t, l, a.ID); got != "b a c d e" {
		t.Errorf("decisions %s", got)
	}
}
