package store

import (
	"fmt"
	"strings"
	"testing"

	"rawi/model"
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
		must(b, l.SetPlace(a.ID, i))
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
		must(b, l.SetPlace(a.ID, i))
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
