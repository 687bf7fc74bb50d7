package store

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"rawi/model"
)

// library is a new library, and where it is: in a folder, or for the tests of [TestShared] on
// a server.
func library(t testing.TB) (*Library, string) {
	t.Helper()
	where := newLibrary(t)
	return reopen(t, where), where
}

func reopen(t testing.TB, dir string) *Library {
	t.Helper()
	l, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return l
}

// article is a kept article of one paragraph.
func article(t testing.TB, l *Library, text string) *model.Article {
	t.Helper()
	a := model.NewArticle(text, []model.Block{{Span: model.Span{End: len(text)}}})
	must(t, l.Keep(a, 0))
	return a
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// decision is an annotation in which every field of the deed is set.
func decision(id string) model.Annotation {
	return model.Annotation{ID: id, Time: time.Unix(1e9, 1).UTC(), Author: "قارئ", Deed: model.Assign,
		Party: "وزير", Name: "الوزير", PartyKind: model.RoleOnly}
}

// on is decisions on an article.
func on(articleID string, as ...model.Annotation) []model.Annotation {
	for i := range as {
		as[i].Article = articleID
	}
	return as
}

func TestArticleComesBackWhole(t *testing.T) {
	l, dir := library(t)
	text := "عنوان\n\nقال «نعم»\x00 ثم \u202eصمت\u202c 𐤀 \ufffd e\u0301\n\nأخبار"
	a := model.NewArticle(text, []model.Block{
		{Span: model.Span{Start: 0, End: 10}, Kind: model.TitleBlock},
		{Span: model.Span{Start: 12, End: 20}, Kind: model.ParagraphBlock},
		{Span: model.Span{Start: 21, End: 24}, Kind: model.HeadingBlock},
		{Span: model.Span{Start: len(text) - 10, End: len(text)}, Kind: model.BoilerplateBlock},
	})
	a.Source, a.Language, a.Direction, a.Broken = "/home/قارئ/مقال ?#%.html", "ar-LB", model.RightToLeft, 7
	a.Fetched = time.Date(2018, 9, 7, 23, 59, 58, 123456789, time.FixedZone("", 3*3600))
	a.Facts = model.Facts{Headline: "عنوان | صوت \"الحي\"\x00", Byline: "سلمى \u202eالحداد", Site: "صوت الحي 💡", Section: "رأي", Summary: true,
		Published: time.Date(2018, 9, 7, 0, 30, 0, 5, time.FixedZone("", 3*3600+1800)), Address: "https://a.example/%D8%AE?a=1&b=<2>"}
	a.Links = []model.Link{{Span: model.Span{Start: 12, End: 16}, Address: "https://a.example/?a=<2>"}}
	a.Quoted = []model.Quoted{{Span: model.Span{Start: 12, End: 20}, By: model.Span{Start: 21, End: 24}}, {Span: model.Span{Start: 21, End: 24}}}
	must(t, l.Keep(a, 0))
	must(t, l.Close())

	got, err := reopen(t, dir).Article(a.ID)
	must(t, err)
	if !got.Fetched.Equal(a.Fetched) {
		t.Errorf("fetched %v, want %v", got.Fetched, a.Fetched)
	}
	got.Fetched = a.Fetched
	if got.Facts.Published.Format(time.RFC3339Nano) != a.Facts.Published.Format(time.RFC3339Nano) {
		t.Errorf("published %v, want %v", got.Facts.Published, a.Facts.Published) // in its zone: it may be another day elsewhere
	}
	got.Facts.Published = a.Facts.Published
	if !reflect.DeepEqual(got, a) {
		t.Errorf("got  %+v\nwant %+v", got, a)
	}
}

func TestKeepIsIdempotent(t *testing.T) {
	l, _ := library(t)
	a := article(t, l, "نص")
	first, err := l.Article(a.ID)
	must(t, err)
	must(t, l.Keep(a, 0))
	second, err := l.Article(a.ID)
	must(t, err)
	if !reflect.DeepEqual(first, second) {
		t.Errorf("kept twice: %+v, once: %+v", second, first)
	}
	if sources, err := origins(l, a.ID); err != nil || !reflect.DeepEqual(sources, []string{""}) {
		t.Errorf("origins %q, %v", sources, err)
	}
}

// origins is where an article's text was read from, the latest first.
func origins(l *Library, articleID string) (sources []string, err error) {
	rows, err := l.db.Query("SELECT source FROM origin WHERE article = ? ORDER BY seq DESC", articleID)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, err
		}
		sources = append(sources, s)
	}
	return sources, rows.Err()
}

func TestOneTextFromTwoSources(t *testing.T) {
	l, _ := library(t)
	html, plain := *model.NewArticle("نص", nil), *model.NewArticle("نص", nil)
	html.Source, html.Direction = "a.html", model.RightToLeft
	plain.Source = "a.txt"
	html.Facts.Byline = "سلمى"
	for _, step := range []struct {
		keep    *model.Article
		origins []string
	}{
		{&html, []string{"a.html"}},
		{&plain, []string{"a.txt", "a.html"}},
		{&html, []string{"a.html", "a.txt"}},
	} {
		must(t, l.Keep(step.keep, 0))
		got, err := l.Article(html.ID)
		must(t, err)
		from, err := origins(l, html.ID)
		must(t, err)
		if got.Source != step.keep.Source || got.Direction != step.keep.Direction || got.Facts != step.keep.Facts || !reflect.DeepEqual(from, step.origins) {
			t.Errorf("after %s: article from %s, origins %q", step.keep.Source, got.Source, from)
		}
	}
	if n := count(t, l, "article"); n != 1 {
		t.Errorf("the text is stored %d times", n)
	}
}

// What the source said before and does not say any more is not kept.
func TestFactsAreReplaced(t *testing.T) {
	l, _ := library(t)
	a := model.NewArticle("نص", nil)
	a.Facts.Byline, a.Facts.Published = "سلمى", time.Unix(1e9, 0)
	must(t, l.Keep(a, 0))
	a.Facts = model.Facts{Site: "صوت الحي"}
	must(t, l.Keep(a, 0))
	if got, err := l.Article(a.ID); err != nil || got.Facts != a.Facts {
		t.Errorf("got %+v, %v", got.Facts, err)
	}
	a.Facts.Published = time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC) // no time that can be written
	if err := l.Keep(a, 0); err == nil {
		t.Error("a year of five digits was kept")
	}
}

// A library of a later rawi's facts is read as far as they are known.
func TestUnknownFacts(t *testing.T) {
	l, _ := library(t)
	a := article(t, l, "نص")
	_, err := l.db.Exec(`UPDATE origin SET facts = '{"byline":"سلمى","editors":["سلمى"]}'`)
	must(t, err)
	if got, err := l.Article(a.ID); err != nil || got.Facts != (model.Facts{Byline: "سلمى"}) {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestDamagedLinks(t *testing.T) {
	l, _ := library(t)
	a := article(t, l, "نص")
	for _, damaged := range []string{`{"links":[{"start":0,"end":99}]}`, `{"links":[{"start":-1,"end":1}]}`, `{"quoted":[{"start":3,"end":1}]}`, `{"quoted":[{"start":0,"end":1,"by":[0,9]}]}`} {
		_, err := l.db.Exec(`UPDATE origin SET facts = ?`, damaged)
		must(t, err)
		if _, err := l.Article(a.ID); !errors.Is(err, ErrCorrupt) {
			t.Errorf("%s: %v", damaged, err)
		}
	}
}

func TestKeepRefusesAWrongHash(t *testing.T) {
	l, _ := library(t)
	if err := l.Keep(&model.Article{ID: "0", Text: "نص"}, 0); err == nil {
		t.Error("kept an article under an ID that is not its hash")
	}
}

func TestLargeArticle(t *testing.T) {
	l, dir := library(t)
	line := strings.Repeat("كلمة ", 100) + "\n"
	text := strings.Repeat(line, 50<<20/len(line))
	var blocks []model.Block
	for start := 0; start < len(text); start += len(line) {
		blocks = append(blocks, model.Block{Span: model.Span{Start: start, End: start + len(line) - 2}})
	}
	a := model.NewArticle(text, blocks)
	must(t, l.Keep(a, 0))
	must(t, l.Close())
	got, err := reopen(t, dir).Article(a.ID)
	must(t, err)
	if got.Text != text || !reflect.DeepEqual(got.Blocks, blocks) {
		t.Error("a text of 50 MB comes back changed")
	}
}

func TestDecisionComesBackWhole(t *testing.T) {
	l, dir := library(t)
	a := article(t, l, "نص")
	tests := []model.Annotation{
		{ID: "1"},
		{ID: "2", Time: time.Date(2024, 2, 29, 1, 2, 3, 999999999, time.FixedZone("", -5*3600)),
			Author: "نور 𐤀", Deed: model.Assign,
			Anchor: model.Anchor{Span: model.Span{Start: 3, End: 1 << 40}, Exact: "«نعم»\x00لا", Before: "قال\n", After: "\u200f؟"},
			Party:  "بيدرسن غير", Name: "غير بيدرسن", PartyKind: model.Organisation},
		{ID: "3", Time: time.Now(), Author: "x", Deed: model.SetKind, Kind: model.Other, PartyKind: model.Place},
		{ID: "4", Deed: model.Revoke, Target: "2"},
		{ID: "'; DROP TABLE event; --", Anchor: model.Anchor{Exact: "\"\\</script>\u2028"}, Kind: model.WorkTitle},
		{ID: "5", Deed: model.MoveQuote, Group: "مجموعة", Anchor: model.Anchor{Exact: "أ"}, To: model.Anchor{Span: model.Span{Start: 1, End: 3}, Exact: "ب", Before: "أ", After: "ت"}},
		{ID: "6", Deed: model.SetCertainty, Certainty: model.Unsure},
		{ID: "7", Deed: model.SetNote, Text: "سطر\n\tوسطر"},
		{ID: "8", Deed: model.SetKind, Kind: model.Speech, Capacity: model.Adjudicator},
		{ID: "9", Deed: model.Assign, Party: "x", PartyKind: model.Person},
	}
	must(t, l.Append(on(a.ID, tests...)...))
	must(t, l.Close())

	got, err := reopen(t, dir).Decisions(a.ID)
	must(t, err)
	if len(got) != len(tests) {
		t.Fatalf("%d decisions, want %d", len(got), len(tests))
	}
	for i, want := range tests {
		if !got[i].Time.Equal(want.Time) {
			t.Errorf("%s: time %v, want %v", want.ID, got[i].Time, want.Time)
		}
		got[i].Time = want.Time
		if got[i] != want {
			t.Errorf("got  %+v\nwant %+v", got[i], want)
		}
	}
}

// TestEveryFieldIsTested fails when a field is added to a value and the
// library forgets it: the values above and the columns must follow. Of an article it
// keeps all but Input and Replaced, which speak of the input.
func TestEveryFieldIsTested(t *testing.T) {
	for _, v := range []struct {
		value  any
		fields int
	}{{model.Annotation{}, 18}, {model.Anchor{}, 4}, {model.Article{}, 14}, {model.Facts{}, 7}, {model.Link{}, 2}, {model.Quoted{}, 2}, {model.Block{}, 2}} {
		if n := reflect.TypeOf(v.value).NumField(); n != v.fields {
			t.Errorf("%T has %d fields and the library knows %d", v.value, n, v.fields)
		}
	}
}

// TestGoldenDecisions: decisions of every version, and of a newer rawi, stay in the
// library what they are.
func TestGoldenDecisions(t *testing.T) {
	files, err := filepath.Glob("../testdata/decisions/*.jsonl")
	must(t, err)
	if len(files) < 4 {
		t.Fatalf("the golden files are %q", files)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		must(t, err)
		var want []model.Annotation
		for line := range strings.Lines(string(data)) {
			a, _, err := model.ParseAnnotation([]byte(line))
			must(t, err)
			want = append(want, a)
		}
		l, dir := library(t)
		if added, err := l.Import(want); added != len(want) || err != nil {
			t.Fatalf("%s: %d taken in, %v", file, added, err)
		}
		if added, err := l.Import(want); added != 0 || err != nil {
			t.Errorf("%s again: %d taken in, %v", file, added, err)
		}
		must(t, l.Close())
		l = reopen(t, dir)
		if got, err := l.Events(); err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: got %+v, %v", file, got, err)
		}
		if faults := wrong(t, l); len(faults) > 0 {
			t.Errorf("%s: %q", file, faults)
		}
	}
}

// What JSON cannot hold is refused, and not changed.
func TestBytesThatAreNoText(t *testing.T) {
	l, _ := library(t)
	a := article(t, l, "نص")
	bad := decision("1")
	bad.Name = "\xff\xfe"
	if err := l.Append(on(a.ID, bad)...); err == nil {
		t.Error("bytes that are no text were taken")
	}
}

func TestAppendIsIdempotent(t *testing.T) {
	l, _ := library(t)
	a, other := article(t, l, "نص"), article(t, l, "نص آخر")
	now := decision("1")
	now.Time = time.Now() // with a monotonic clock reading, which the file has not
	must(t, l.Append(on(a.ID, now)...))
	must(t, l.Append(on(a.ID, now, decision("2"), now)...))
	must(t, l.Append(on(a.ID)...))
	if got := ids(t, l, a.ID); got != "1 2" {
		t.Errorf("decisions %q, want 1 2", got)
	}
	changed := now
	changed.Name = "غيره"
	if err := l.Append(on(a.ID, changed)...); err == nil {
		t.Error("another decision with the same ID was taken without a word")
	}
	if err := l.Append(on(other.ID, now)...); err == nil {
		t.Error("a decision was taken for two articles")
	}
}

func TestAppendIsAllOrNothing(t *testing.T) {
	l, _ := library(t)
	a := article(t, l, "نص")
	if err := l.Append(on(a.ID, decision("1"), decision(""))...); err == nil {
		t.Fatal("a decision without ID was taken")
	}
	if got := ids(t, l, a.ID); got != "" {
		t.Errorf("decisions %q of an Append that failed", got)
	}
}

func TestUnknownArticle(t *testing.T) {
	l, _ := library(t)
	if _, err := l.Article("0"); !errors.Is(err, ErrUnknown) {
		t.Errorf("Article: %v", err)
	}
	if err := l.Append(on("0", decision("1"))...); !errors.Is(err, ErrUnknown) {
		t.Errorf("Append: %v", err)
	}
	if err := l.SetPlace("0", 1, 0); !errors.Is(err, ErrUnknown) {
		t.Errorf("SetPlace: %v", err)
	}
	if as, err := l.Decisions("0"); len(as) != 0 || err != nil {
		t.Errorf("Decisions: %v, %v", as, err)
	}
}

func TestDecisionsNeverChange(t *testing.T) {
	l, _ := library(t)
	a := article(t, l, "نص")
	must(t, l.Append(on(a.ID, decision("1"), decision("2"))...))
	for _, attack := range []string{
		"DELETE FROM event",
		"UPDATE event SET body = json_set(body, '$.name', 'x') WHERE id = '1'",
		"INSERT OR REPLACE INTO event SELECT seq, id, article, author, json_set(body, '$.name', 'x') FROM event",
		"INSERT OR REPLACE INTO event (id, article, author, body) SELECT id, article, author, json_set(body, '$.name', 'x') FROM event",
		"REPLACE INTO event SELECT 1, 'new', article, author, json_set(body, '$.id', 'new') FROM event WHERE id = '2'",
		"DELETE FROM article",
	} {
		_, err := l.db.Exec(attack)
		got, e := l.Decisions(a.ID)
		must(t, e)
		if !reflect.DeepEqual(got, on(a.ID, decision("1"), decision("2"))) || err != nil && strings.Contains(err.Error(), "syntax") {
			t.Fatalf("%s (%v) left %+v", attack, err, got)
		}
	}
}

func TestPlaces(t *testing.T) {
	l, dir := library(t)
	if last, err := l.Last(); last != "" || err != nil {
		t.Errorf("a new library: last %q, %v", last, err)
	}
	a, b := article(t, l, "نص"), article(t, l, "نص آخر")
	if at, err := l.Place(a.ID); at != 0 || err != nil {
		t.Errorf("never read: place %d, %v", at, err)
	}
	must(t, l.SetPlace(a.ID, 3, 0))
	must(t, l.SetPlace(b.ID, 4, 0))
	must(t, l.SetPlace(a.ID, 5, 0))
	l = reopen(t, dir)
	for id, want := range map[string]int{a.ID: 5, b.ID: 4} {
		if at, err := l.Place(id); at != want || err != nil {
			t.Errorf("place %d, %v, want %d", at, err, want)
		}
	}
	if last, err := l.Last(); last != a.ID || err != nil {
		t.Errorf("last %q, %v, want the first article", last, err)
	}
}

// The article that was read last is known whatever the order in which many are read
// again, also after the file was packed or copied, which renumbers its rows.
func TestLastOfMany(t *testing.T) {
	l, _ := library(t)
	var ids []string
	for i := range 20 {
		ids = append(ids, article(t, l, fmt.Sprint("نص ", i)).ID)
	}
	random := rand.New(rand.NewPCG(10, 0))
	packed := filepath.Join(t.TempDir(), FileName)
	for i := range 60 {
		id := ids[random.IntN(len(ids))]
		must(t, l.SetPlace(id, i, 0))
		if last, err := l.Last(); last != id || err != nil {
			t.Fatalf("after %d turns: last %q, %v, want %q", i, last, err, id)
		}
		switch i {
		case 20:
			_, err := l.db.Exec("VACUUM")
			must(t, err)
		case 40:
			_, err := l.db.Exec("VACUUM INTO ?", packed)
			must(t, err)
			must(t, l.Close())
			l = reopen(t, filepath.Dir(packed))
		}
	}
	var turns, distinct int
	must(t, l.db.QueryRow("SELECT count(*), count(DISTINCT turn) FROM place").Scan(&turns, &distinct))
	if turns != distinct {
		t.Errorf("%d places have %d turns", turns, distinct)
	}
}

func TestPeople(t *testing.T) {
	l, _ := library(t)
	if people, err := l.People(); len(people) != 0 || err != nil {
		t.Errorf("a new library: %v, %v", people, err)
	}
	a, b := article(t, l, "نص"), article(t, l, "نص آخر")
	n := 0
	add := func(article *model.Article, deed model.Deed, speaker, name, target string) {
		n++
		must(t, l.Append(on(article.ID, model.Annotation{ID: fmt.Sprint(n), Time: time.Unix(int64(n), 0), Deed: deed, Target: target,
			Party: model.PartyID(speaker), Name: name, PartyKind: model.Organisation})...))
	}
	add(a, model.Assign, "once", "Once", "")     // 1
	add(a, model.Assign, "twice", "Twise", "")   // 2
	add(b, model.Assign, "twice", "Twice", "")   // 3
	add(a, model.Assign, "never", "Never", "")   // 4
	add(a, model.Revoke, "", "", "4")            // 5
	add(a, model.SetKind, "", "", "")            // 6
	add(a, model.Assign, "", "", "")             // 7: nobody
	add(b, model.Assign, "thrice", "Thrice", "") // 8
	add(b, model.Assign, "thrice", "Thrice", "") // 9
	add(b, model.Assign, "thrice", "Thrice", "") // 10
	add(b, model.Revoke, "", "", "10")           // 11
	add(b, model.Revoke, "", "", "11")           // 12: redone
	got, err := l.People()
	must(t, err)
	want := []model.Party{
		{ID: "thrice", Name: "Thrice", Kind: model.Organisation},
		{ID: "twice", Name: "Twice", Kind: model.Organisation, Aliases: []string{"Twise"}},
		{ID: "once", Name: "Once", Kind: model.Organisation},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestTwoLibrariesOnOneFile(t *testing.T) {
	l, dir := library(t)
	m := reopen(t, dir)
	a := article(t, l, "نص")
	var want []string
	for i := range 20 {
		id := fmt.Sprint(i)
		must(t, []*Library{l, m}[i%2].Append(on(a.ID, decision(id))...))
		want = append(want, id)
	}
	for _, lib := range []*Library{l, m, reopen(t, dir)} {
		if got := ids(t, lib, a.ID); got != strings.Join(want, " ") {
			t.Errorf("decisions %s, want %s", got, want)
		}
	}
}

func TestFolderAndFilesArePrivate(t *testing.T) {
	l, dir := library(t)
	article(t, l, "نص")
	for name, want := range map[string]os.FileMode{"": 0o700 | os.ModeDir, FileName: 0o600} {
		info, err := os.Stat(filepath.Join(dir, name))
		must(t, err)
		if info.Mode() != want {
			t.Errorf("%q has mode %v, want %v", name, info.Mode(), want)
		}
	}
}

func TestSettings(t *testing.T) {
	l, _ := library(t)
	for pragma, want := range map[string]string{"journal_mode": "delete", "synchronous": "3", "foreign_keys": "1", "busy_timeout": "5000", "user_version": fmt.Sprint(len(schema))} {
		var got string
		must(t, l.db.QueryRow("PRAGMA "+pragma).Scan(&got))
		if got != want {
			t.Errorf("%s is %s, want %s", pragma, got, want)
		}
	}
}

// ids is the decisions on an article by ID.
func ids(t testing.TB, l *Library, articleID string) string {
	t.Helper()
	as, err := l.Decisions(articleID)
	must(t, err)
	var list []string
	for _, a := range as {
		list = append(list, a.ID)
	}
	return strings.Join(list, " ")
}

func count(t testing.TB, l *Library, table string) (n int) {
	t.Helper()
	must(t, l.db.QueryRow("SELECT count(*) FROM "+table).Scan(&n))
	return n
}
