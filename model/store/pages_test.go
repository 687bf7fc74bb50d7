package store

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"rawi/model"
)

// fromWeb is an article of one paragraph from an address.
func fromWeb(text, address string) *model.Article {
	a := model.NewArticle(text, []model.Block{{Span: model.Span{End: len(text)}, Kind: model.TitleBlock}})
	a.Source, a.Fetched = address, time.Date(2031, 5, 4, 0, 0, 0, 0, time.UTC)
	a.Facts.Address = address
	return a
}

func TestPages(t *testing.T) {
	l, dir := library(t)
	a := fromWeb("قال زيد «نعم»", "https://a.example/1")
	want := Page{Address: a.Source, Found: "https://b.example/1", Fetched: time.Date(2031, 5, 4, 3, 2, 1, 5, time.UTC), Type: "text/html",
		Charset: "windows-1256", ETag: `W/"1"`, Modified: "Sat", Data: "<p>\x00\xff" + strings.Repeat("ا", 9000)}
	must(t, l.KeepPage(a, want))
	must(t, l.KeepPage(a, want)) // the same once more
	l = reopen(t, dir)
	if got, ok, err := l.Page(a.Source); err != nil || !ok || got != want {
		t.Errorf("got %+v %v %v", got, ok, err)
	}
	if _, ok, err := l.PageBefore(a.Source); ok || err != nil {
		t.Errorf("a page that never changed has one before: %v %v", ok, err)
	}
	if _, ok, err := l.Page("https://b.example/1"); ok || err != nil {
		t.Errorf("an address that was not asked for: %v %v", ok, err)
	}
	b := fromWeb("قال زيد «لا»", a.Source)
	other := want
	other.Data, other.ETag = "<p>", ""
	must(t, l.KeepPage(b, other))
	if got, _, err := l.Page(a.Source); err != nil || got != other {
		t.Errorf("the page fetched last is %+v, %v", got, err)
	}
	if got, ok, err := l.PageBefore(a.Source); err != nil || !ok || got != want {
		t.Errorf("the page before is %+v, %v", got, err)
	}
	must(t, l.KeepPage(a, want)) // it was set back
	if got, _, err := l.Page(a.Source); err != nil || got != want {
		t.Errorf("the page fetched last is %+v, %v", got, err)
	}
	var n int
	must(t, l.db.QueryRow("SELECT count(*) FROM page").Scan(&n))
	if f := wrong(t, l); len(f) > 0 || n != 2 {
		t.Errorf("%d pages, %q", n, f)
	}
	_, err := l.db.Exec("UPDATE page SET data = substr(data, 1, 20) WHERE hash = ?", hashOf(want.Data))
	must(t, err)
	if f := wrong(t, l); len(f) != 1 || !strings.Contains(f[0], a.Source) {
		t.Errorf("damage: %q", f)
	}
	if _, _, err := l.Page(a.Source); !errors.Is(err, ErrCorrupt) {
		t.Errorf("damage: %v", err)
	}
}

func TestFeeds(t *testing.T) {
	l, dir := library(t)
	f := Feed{Address: "https://a.example/feed", Title: "صحيفة", Updated: time.Date(2031, 5, 4, 0, 0, 0, 0, time.UTC), ETag: "1", Modified: "2"}
	one, two := fromWeb("خبر أول", "https://a.example/1"), fromWeb("خبر ثان", "https://a.example/2")
	if n, err := l.KeepFeed(f, two, one); n != 2 || err != nil {
		t.Fatal(n, err)
	}
	changed, three := fromWeb("خبر أول معدل", one.Source), fromWeb("خبر ثالث", "https://a.example/3")
	f.ETag = "3"
	if n, err := l.KeepFeed(f, three, two, changed); n != 1 || err != nil {
		t.Errorf("%d entries were new, %v", n, err)
	}
	if n, err := l.AddEntries(three, one); n != 0 || err != nil {
		t.Errorf("%d entries were new, %v", n, err)
	}
	l = reopen(t, dir)
	f.Entries = 3
	if feeds, err := l.Feeds(); err != nil || !slices.Equal(feeds, []Feed{f}) {
		t.Errorf("%+v %v", feeds, err)
	}
	for _, want := range []bool{true, false} {
		if removed, err := l.RemoveFeed(f.Address); removed != want || err != nil {
			t.Errorf("removed %v, %v", removed, err)
		}
	}
	ids, err := l.Articles()
	must(t, err)
	if feeds, err := l.Feeds(); len(feeds) != 0 || err != nil || len(ids) != 3 || len(wrong(t, l)) > 0 {
		t.Errorf("%v %v, %d articles", feeds, err, len(ids))
	}
}

// The shelf has each source once, newest first, and says what was opened.
func TestShelf(t *testing.T) {
	l, _ := library(t)
	day := func(d int, zone int) time.Time { return time.Date(2031, 5, d, 0, 0, 0, 0, time.FixedZone("", zone)) }
	titles := func() (all []string) {
		items, err := l.Shelf()
		must(t, err)
		for _, i := range items {
			all = append(all, i.Title)
		}
		return all
	}
	old, summary, whole, pipe := fromWeb("قديم", "https://a.example/1"), fromWeb("ملخص", "https://a.example/2"), fromWeb("كامل", "https://a.example/2"), fromWeb("أنبوب", "")
	old.Facts.Published, summary.Facts.Published, whole.Facts.Published = day(1, 0), day(3, 3600), day(3, 3600)
	pipe.Fetched = day(2, 0)
	pipe.Blocks[0].Kind = model.ParagraphBlock
	if n, err := l.Add(old, summary, pipe); n != 3 || err != nil {
		t.Fatal(n, err)
	}
	if n, err := l.Add(old, whole); n != 1 || err != nil {
		t.Fatal(n, err)
	}
	if last, err := l.Last(); last != "" || err != nil {
		t.Errorf("what was added was not opened: %q %v", last, err)
	}
	if got := titles(); !slices.Equal(got, []string{"كامل", "أنبوب", "قديم"}) {
		t.Errorf("%q", got)
	}
	must(t, l.Keep(pipe, 0))
	items, err := l.Shelf()
	must(t, err)
	if first := items[0]; first.Read || !items[1].Read || !first.Published.Equal(day(3, 3600)) || first.Published.Format("-07") != "+01" ||
		first.Site != whole.Facts.Site || first.Source != whole.Source || first.ID != whole.ID || first.Size != len(whole.Text) {
		t.Errorf("%+v", items)
	}
}
