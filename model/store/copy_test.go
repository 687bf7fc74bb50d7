package store

import (
	"fmt"
	"reflect"
	"testing"
	"time"

	"rawi/model"
)

// full is a library with all that a library can hold.
func full(t *testing.T) *Library {
	t.Helper()
	l, _ := library(t)
	for i := range 3 {
		a := model.NewArticle(fmt.Sprint("نص\x00 ", i), []model.Block{{Span: model.Span{End: 4}, Kind: model.TitleBlock}})
		a.Source, a.Fetched = fmt.Sprintf("https://a.example/%d", i), time.Unix(1e9, 5)
		must(t, l.KeepPage(a, Page{Address: a.Source, Found: a.Source, Fetched: time.Unix(1e9, 5), Data: fmt.Sprint("<p>\x00\xff", i)}))
		a.Source = "b.txt"
		must(t, l.Keep(a, i))
		for j := range 40 {
			must(t, l.Append(on(a.ID, decision(fmt.Sprint(i, " ", j)))...))
		}
	}
	_, err := l.Import([]model.Annotation{{ID: "wide", Time: time.Unix(1e9, 0).UTC(), Author: "سعاد", Deed: model.RenameParty, Party: "وزير", Name: "وزيرنا"}})
	must(t, err)
	_, err = l.KeepFeed(Feed{Address: "https://a.example/feed", Title: "خلاصة", Updated: time.Unix(1e9, 0)}, model.NewArticle("مدخل", nil))
	must(t, err)
	return l
}

// contents is all that a library holds, as its readers see it.
func contents(t *testing.T, l *Library) map[string]any {
	t.Helper()
	all := make(map[string]any)
	note := func(name string, value any, err error) {
		must(t, err)
		all[name] = value
	}
	events, err := l.Events()
	note("events", events, err)
	ids, err := l.Articles()
	note("articles", ids, err)
	for _, id := range ids {
		a, err := l.Article(id)
		note(id, a, err)
		from, err := origins(l, id)
		note("origins of "+id, from, err)
		place, err := l.Place(id)
		note("place in "+id, place, err)
		if p, known, err := l.Page(a.Source); known || err != nil {
			note("page "+a.Source, p, err)
		}
	}
	feeds, err := l.Feeds()
	note("feeds", feeds, err)
	contested, err := l.Contested()
	note("contested", contested, err)
	people, err := l.People()
	note("people", people, err)
	last, err := l.Last()
	note("last", last, err)
	report, err := l.Check()
	note("check", report, err)
	return all
}

// A copy holds all that the library holds, in its order; a second copy adds nothing.
func TestCopy(t *testing.T) {
	from := full(t)
	to, _ := library(t)
	n, err := Copy(from, to)
	must(t, err)
	if n.Articles != 7 || n.Decisions != 121 {
		t.Errorf("copied %+v", n)
	}
	want, got := contents(t, from), contents(t, to)
	for name := range want {
		if !reflect.DeepEqual(got[name], want[name]) {
			t.Errorf("%s:\ngot  %+v\nwant %+v", name, got[name], want[name])
		}
	}
	if n, err := Copy(from, to); err != nil || n != (Copied{}) {
		t.Errorf("the second copy added %+v, %v", n, err)
	}
	if _, err := Copy(to, to); err == nil {
		t.Error("a library was copied into itself")
	}
}

// What others decided in the second library meanwhile stays there.
func TestCopyIntoAFullLibrary(t *testing.T) {
	from := full(t)
	to, _ := library(t)
	a := article(t, to, "نص آخر")
	must(t, to.Append(on(a.ID, decision("theirs"))...))
	_, err := to.restore(on("0", decision("0 0")))
	must(t, err)
	if _, err := Copy(from, to); err == nil {
		t.Error("a decision of another text with the ID of one was taken for it")
	}
	if got := ids(t, to, a.ID); got != "theirs wide" && got != "theirs" {
		t.Errorf("decisions %q", got)
	}
}
