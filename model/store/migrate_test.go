package store

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"reflect"
	"testing"
	"time"

	"rawi/model"
)

// oldArticle is an article of one paragraph as rawi kept it before version 4.
func oldArticle(t *testing.T, l *Library, text string) *model.Article {
	t.Helper()
	a := model.NewArticle(text, []model.Block{{Span: model.Span{End: len(text)}, Kind: model.BoilerplateBlock}})
	a.Source, a.Language, a.Direction, a.Broken = "/tmp/a.html", "ar", model.RightToLeft, 1
	a.Fetched = time.Date(2024, 2, 29, 1, 2, 3, 0, time.UTC)
	_, err := l.db.Exec("INSERT INTO article (id, text) VALUES (?, ?)", a.ID, a.Text)
	must(t, err)
	_, err = l.db.Exec(`INSERT INTO origin (article, source, language, direction, fetched, broken, blocks)
		VALUES (?, '/tmp/a.html', 'ar', 'rtl', '2024-02-29T01:02:03Z', 1, ?)`,
		a.ID, fmt.Sprintf(`[{"start":0,"end":%d,"kind":"furniture"}]`, len(text)))
	must(t, err)
	return a
}

// TestEveryVersionKeepsItsArticles opens libraries of all earlier versions: their
// articles come back as they were, of which nothing more is known, and what is
// known now is kept.
func TestEveryVersionKeepsItsArticles(t *testing.T) {
	for version := 1; version < len(schema); version++ {
		dir := t.TempDir()
		l, err := open(dir, schema[:version])
		must(t, err)
		old := oldArticle(t, l, "قال زيد «نعم»")
		must(t, l.Close())

		l = reopen(t, dir)
		got, err := l.Article(old.ID)
		must(t, err)
		if !reflect.DeepEqual(got, old) {
			t.Errorf("version %d: got %+v, want %+v", version, got, old)
		}
		if f := wrong(t, l); len(f) > 0 || !exists(fmt.Sprintf("%s.v%d.bak", fileOf(l).path, version)) {
			t.Errorf("version %d: %q, or no copy", version, f)
		}
		old.Facts = model.Facts{Byline: "سلمى", Published: time.Date(2031, 5, 4, 0, 0, 0, 0, time.UTC)}
		must(t, l.Keep(old, 0))
		if got, err = l.Article(old.ID); err != nil || !reflect.DeepEqual(got, old) {
			t.Errorf("version %d, kept again: got %+v %v, want %+v", version, got, err, old)
		}
	}
}

// TestFirstVersion opens a library as the first rawi wrote it.
func TestFirstVersion(t *testing.T) {
	_, dir := library(t)
	dir += "-old"
	l, err := open(dir, schema[:1])
	must(t, err)
	a := oldArticle(t, l, "نص\x00 «نعم»")
	_, err = l.db.Exec("INSERT INTO place VALUES (?, 5, 1)", a.ID)
	must(t, err)
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
	if !exists(fileOf(l).path + ".v1.bak") {
		t.Error("no copy of the first version was kept")
	}
	must(t, l.Append(want...)) // the same decisions, not others
	must(t, l.Append(on(a.ID, decision("e"))...))
	if got := ids(t, l, a.ID); got != "b a c d e" {
		t.Errorf("decisions %s", got)
	}
}

// TestSecondVersion opens a library as rawi wrote it before there were digests.
// From then on a damage is noticed.
func TestSecondVersion(t *testing.T) {
	_, dir := library(t)
	dir += "-old"
	l, err := open(dir, schema[:2])
	must(t, err)
	a := oldArticle(t, l, "قال زيد «نعم»")
	want := append(on(a.ID, decision("1"), decision("2")),
		model.Annotation{ID: "w", Time: time.Unix(2e9, 5).UTC(), Author: "x", Deed: model.RenameParty, Party: "وزير", Name: "رئيس"})
	for _, a := range want {
		body, err := a.MarshalJSON()
		must(t, err)
		_, err = l.db.Exec("INSERT INTO event (body) VALUES (json_remove(?, '$.digest'))", string(body))
		must(t, err)
	}
	_, err = l.db.Exec("INSERT INTO counted VALUES (?, 2); INSERT INTO use VALUES (?, 'x', 'y', 'PER', 1, '2020-01-01T00:00:00Z')", a.ID, a.ID)
	must(t, err)
	must(t, l.Close())
	if s, err := Salvage(dir); len(s.Decisions) != 3 || s.Uncounted != 2 || err != nil {
		t.Errorf("salvaged before: %+v, %v", s, err)
	}

	l = reopen(t, dir)
	got, err := l.Events()
	must(t, err)
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if f := wrong(t, l); len(f) > 0 || !exists(fileOf(l).path+".v2.bak") {
		t.Errorf("%q; a copy is kept: %v", f, exists(fileOf(l).path+".v2.bak"))
	}
	people, err := l.People()
	must(t, err)
	if len(people) != 1 || people[0].Name != "رئيس" {
		t.Errorf("people %+v", people)
	}
	must(t, l.Append(want...)) // the same decisions, not others
	_, err = l.db.Exec("DROP TRIGGER event_keeps; UPDATE event SET body = replace(body, 'قارئ', 'قارء') WHERE id = '1'")
	must(t, err)
	if f := wrong(t, l); len(f) != 1 {
		t.Errorf("%q", f)
	}
}

// A damaged library is not brought up to date: what it has lost would be lost
// without a trace.
func TestDamagedLibraryIsNotMigrated(t *testing.T) {
	_, dir := library(t)
	dir += "-old"
	l, err := open(dir, schema[:2])
	must(t, err)
	body, err := on("", decision("1"))[0].MarshalJSON()
	must(t, err)
	for i := range 200 {
		_, err := l.db.Exec("INSERT INTO event (body) VALUES (json_set(?, '$.id', ?))", string(body), fmt.Sprint(i))
		must(t, err)
	}
	var page int
	must(t, l.db.QueryRow("SELECT rootpage FROM sqlite_schema WHERE name = 'event_of_article'").Scan(&page))
	must(t, l.Close())
	file, err := os.ReadFile(fileOf(l).path)
	must(t, err)
	binary.BigEndian.PutUint16(file[(page-1)*usualPage+3:], 0) // the index has no entries
	must(t, os.WriteFile(fileOf(l).path, file, 0o600))
	_, err = Open(dir)
	checkSentence(t, err, ErrCorrupt, fileOf(l).path)
	if after, err := os.ReadFile(fileOf(l).path); err != nil || !bytes.Equal(after, file) {
		t.Errorf("the damaged library was changed, %v", err)
	}
}
