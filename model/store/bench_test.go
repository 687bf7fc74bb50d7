package store

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"rawi/model"
	"rawi/model/arabic"
)

// wellRead is a library of 1,000 articles of 10 KB, 20 decisions each.
func wellRead(b *testing.B) (dir, articleID string) {
	b.Helper()
	l, dir := library(b)
	for i := range 1000 {
		a := model.NewArticle(fmt.Sprint(i, strings.Repeat(" كلمة", 1100)), nil)
		articleID = a.ID
		must(b, l.Keep(a, 0))
		var as []model.Annotation
		for j := range 20 {
			as = append(as, decision(fmt.Sprint(i, " ", j)))
		}
		must(b, l.Append(on(a.ID, as...)...))
	}
	must(b, l.Close())
	return dir, articleID
}

func BenchmarkOpenAndRead(b *testing.B) {
	dir, id := wellRead(b)
	for b.Loop() {
		l, err := Open(dir)
		must(b, err)
		_, err = l.Article(id)
		must(b, err)
		_, err = l.Decisions(id)
		must(b, err)
		must(b, l.Close())
	}
}

// BenchmarkQuickCheck is what asking SQLite at every start would cost.
func BenchmarkQuickCheck(b *testing.B) {
	dir, _ := wellRead(b)
	l := reopen(b, dir)
	for b.Loop() {
		var verdict string
		must(b, l.db.QueryRow("PRAGMA quick_check").Scan(&verdict))
	}
}

func BenchmarkAppend(b *testing.B) {
	l, _ := library(b)
	a := article(b, l, "نص")
	for i := 0; b.Loop(); i++ {
		must(b, l.Append(on(a.ID, decision(fmt.Sprint(i)))...))
	}
}

func BenchmarkSetPlace(b *testing.B) {
	l, _ := library(b)
	a := article(b, l, "نص")
	for i := 0; b.Loop(); i++ {
		must(b, l.SetPlace(a.ID, i, 0))
	}
}

// BenchmarkSetPlaceOfMany is BenchmarkSetPlace where many articles have a place.
func BenchmarkSetPlaceOfMany(b *testing.B) {
	l, _ := library(b)
	a := article(b, l, "نص")
	tx, err := l.db.Begin()
	must(b, err)
	for i := range 100_000 {
		id := fmt.Sprint(i)
		_, err := tx.Exec("INSERT INTO article (id, text) VALUES (?, '')", id)
		must(b, err)
		_, err = tx.Exec("INSERT INTO place VALUES (?, 0, ?)", id, i+2)
		must(b, err)
	}
	must(b, tx.Commit())
	for i := 0; b.Loop(); i++ {
		must(b, l.SetPlace(a.ID, i, 0))
	}
}

func BenchmarkPeople(b *testing.B) {
	dir, _ := wellRead(b)
	l := reopen(b, dir)
	for b.Loop() {
		_, err := l.People()
		must(b, err)
	}
}

func BenchmarkKeep50MB(b *testing.B) {
	l, _ := library(b)
	text := strings.Repeat("كلمة ", 50<<20/9)
	for i := 0; b.Loop(); i++ {
		must(b, l.Keep(model.NewArticle(fmt.Sprint(i, text), nil), 0))
	}
}

// many is how many articles a large library has.
const many = 10_000

// manyArticles is a library of many articles of 3 KB with 24 quotations each, of 3,000
// people.
func manyArticles(b *testing.B) *Library {
	b.Helper()
	l, dir := library(b)
	var all []*model.Article
	for i := range many {
		text := fmt.Sprintf("عنوان المقال %d\n%s قال الوزير كلمة%d", i, strings.Repeat(" كلمات من النص", 120), i%100)
		a := model.NewArticle(text, []model.Block{{Span: model.Span{End: strings.IndexByte(text, '\n')}, Kind: model.TitleBlock}})
		a.Source, a.Facts.Site = fmt.Sprint("https://a.example/", i), "صوت الحي"
		a.Facts.Published = time.Unix(int64(2e9+i*997%many*3600), 0).UTC()
		all = append(all, a)
	}
	_, err := l.Add(all...)
	must(b, err)
	_, err = l.db.Exec("PRAGMA synchronous = OFF")
	must(b, err)
	for i, a := range all {
		said := make([]model.Said, 24)
		for j := range said {
			said[j] = saidBy(j*20, j*20+10, fmt.Sprint("شخص رقم", (i*7+j/4)%3000), "الوزير")
		}
		must(b, l.KeepSaid(a.ID, "1", 0, said))
		must(b, l.SetPlace(a.ID, 0, 100))
	}
	for more := true; more; {
		more, err = l.Index()
		must(b, err)
	}
	must(b, l.Close())
	return reopen(b, dir)
}

// BenchmarkLists is what is asked of a large library.
func BenchmarkLists(b *testing.B) {
	l := manyArticles(b)
	run := func(name string, do func() error) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				must(b, do())
			}
		})
	}
	run("shelf", func() error {
		items, err := l.Shelf()
		if len(items) != many {
			b.Fatal(len(items))
		}
		return err
	})
	none := func(Quoted) error { return nil }
	run("said by a party", func() error { return l.EachSaid(SaidBy{Party: model.PartyIDOf("شخص رقم7")}, none) })
	run("said by a name", func() error { return l.EachSaid(SaidBy{Name: "رقم7"}, none) })
	for name, pattern := range map[string]arabic.Pattern{"rare words": "الوزير كلمة77", "a word of all": "المقال", "a word of none": "غائب"} {
		run(name, func() error { _, _, err := l.Find(pattern, 200); return err })
	}
	run("stale", func() error { _, err := l.Stale("1"); return err })
}
