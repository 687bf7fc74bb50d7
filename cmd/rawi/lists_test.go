//go:build unix

package main

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"rawi/model"
	"rawi/model/store"
)

const (
	riverArticle = "نهر الوادي الأخضر\n\nقالت وزيرة المياه سلمى الراشدي: «لن ننتظر صيفا آخر». ثم زارت السد القديم."
	fieldArticle = "حقول القمح\n\nوقالت سلمى الراشدي: «القمح أولا». وحضر اللقاء مزارعون من القرية."
)

// filled is the folder of a library with two articles that nobody has read.
func filled(t *testing.T) string {
	t.Helper()
	data := filepath.Join(t.TempDir(), "data")
	library, err := store.Open(data)
	must(t, err)
	defer library.Close()
	for i, text := range []string{riverArticle, fieldArticle} {
		end := strings.IndexByte(text, '\n')
		a := model.NewArticle(text, []model.Block{{Span: model.Span{End: end}, Kind: model.TitleBlock}, {Span: model.Span{Start: end + 2, End: len(text)}}})
		a.Source, a.Facts.Site = "https://a.example/"+string(rune('1'+i)), "صحيفة السهول"
		_, err := library.Add(a)
		must(t, err)
	}
	return data
}

// Where nothing was being read the library is listed. It is narrowed, searched, opened at
// what was found; an article that was read says how far, and leaves the list after one
// question; everything that one person said leads to where it was said.
func TestLists(t *testing.T) {
	words := map[string][]string{
		"ar": {"المكتبة · مقالان", "أتزيل", "المكتبة · مقال واحد", "أقوال سلمى الراشدي · 2", "2 من 2"},
		"en": {"Library", "remove", "Library", "Said", "2 of 2"}, // single words, since lines run from the left
	}
	everySize(t, func(t *testing.T, s setup) {
		said := words[s.args[1]]
		s.data, s.reading = filled(t), true
		w := open(t, s)
		w.shows(said[0], "حقول القمح", "نهر الوادي")
		w.send("نَهر")
		w.until("one line", func(s screen) bool { return s.Has("نهر الوادي") && !s.Has("حقول القمح") })
		w.press("ctrl+u")
		w.send("/مُزارعون\r")
		w.shows("حقول القمح", "اللقاء")
		w.press("enter")
		w.until("the place", func(s screen) bool { return s.Has("1 من 1") || s.Has("1 of 1") })
		w.ready()
		w.send(":said\r")
		w.shows(said[3], "القمح أولا", "لن ننتظر")
		w.send("صيفا")
		w.until("one of them", func(s screen) bool { return !s.Has("القمح أولا") })
		w.press("enter")
		w.shows("السد القديم")
		w.press("L")
		w.shows(said[0])
		w.send("قمح")
		w.until("the other article", func(s screen) bool {
			return !s.Has("نهر الوادي") || s.Width() > 0 && s.Has("حقول القمح")
		})
		w.send("\x1b[3~")
		w.shows(said[1])
		w.press("enter")
		w.until("it is gone", func(s screen) bool { return !s.Has("حقول القمح") })
		w.press("ctrl+u")
		w.shows(said[2])
		w.escape(said[2])
		w.quit()
	})
}

// The list is a table for readers, and JSON in a pipe.
func TestList(t *testing.T) {
	data := filled(t)
	titles := func(args ...string) (all []string) {
		for line := range strings.Lines(rawiIs(t, append([]string{"list", "--data", data}, args...)...)) {
			var a listedJSON
			must(t, json.Unmarshal([]byte(line), &a))
			all = append(all, a.Title)
		}
		return all
	}
	for args, want := range map[string]string{
		"": "حقول القمح|نهر الوادي الأخضر", "--unread": "حقول القمح|نهر الوادي الأخضر", "--search مُزارعون": "حقول القمح", "--search غائب": "",
		"نهر": "نهر الوادي الأخضر", "نهر قمح": "", "السُّهول": "حقول القمح|نهر الوادي الأخضر",
	} {
		if got := strings.Join(titles(strings.Fields(args)...), "|"); got != want {
			t.Errorf("list %s: %s, want %s", args, got, want)
		}
	}
	if table := rawiIs(t, "list", "--data", data, "--lang", "en", "--format", "table"); !strings.Contains(table, "a.example") && !strings.Contains(table, "title") {
		t.Errorf("table:\n%s", table)
	}
	if _, stderr, status := alone(t, "", "list", "--data", data, "--format", "x"); status == 0 || !strings.Contains(stderr, "jsonl") {
		t.Errorf("an unknown format: %d %q", status, stderr)
	}
}

// Bookmarks last, letters of the library lead to other articles, and jumps lead back.
func TestWaysBack(t *testing.T) {
	data := filled(t)
	s := setup{width: 80, height: 24, data: data, reading: true}
	w := open(t, s)
	w.shows("المكتبة")
	w.send("نهر\r")
	w.shows("السد القديم")
	w.ready()
	w.press("m A")
	w.shows("وُضعت الإشارة")
	w.press("L")
	w.send("قمح\r")
	w.shows("مزارعون")
	w.ready()
	w.press("' A")
	w.shows("السد القديم")
	w.ready()
	w.send("\x0f") // Ctrl-O
	w.shows("مزارعون")
	w.ready()
	w.press("' '")
	w.until("an answer", func(s screen) bool { return s.Has("السد القديم") || s.Has("لا قفزة") })
	w.quit()
	w = open(t, s)
	w.ready()
	w.send(":bookmarks\r")
	w.shows("الإشارات المرجعية", "A")
	w.escape("الإشارات المرجعية")
	w.press("O")
	w.shows("عناوين المقال")
	w.escape("عناوين المقال")
	w.quit()
}
