package store

import (
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"rawi/model"
)

var bigArticles = flag.Int("big", 1000, "how many articles the library of the benchmarks on a big one has, 10 decisions on each")

// big is a library of articles of 5 KB without decisions, and ten decisions on
// each by two readers, who name 3,000 parties.
func big(b *testing.B) (dir string, as []model.Annotation) {
	b.Helper()
	l, dir := library(b)
	words := strings.Fields("قال الوزير إن المفاوضات انتهت أمس في العاصمة وأضاف أن الوفد عاد إلى بلاده بعد لقاء طويل مع المبعوث الأممي")
	start := time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)
	var articles []*model.Article
	for i := range *bigArticles {
		var text strings.Builder
		fmt.Fprintf(&text, "مقال %d ", i)
		for j := range 500 {
			text.WriteString(words[(i*7+j*j+j)%len(words)] + " ")
		}
		a := model.NewArticle(text.String(), nil)
		a.Source = fmt.Sprintf("/articles/%d.txt", i)
		articles = append(articles, a)
		as = append(as, ten(i, a, start)...)
	}
	for some := range slices.Chunk(articles, 500) {
		_, err := l.Add(some...)
		must(b, err)
	}
	must(b, l.Close())
	return dir, as
}

// ten is decisions on an article by two readers, the ninth taken back.
func ten(n int, a *model.Article, start time.Time) (as []model.Annotation) {
	at := strings.IndexByte(a.Text, ' ') + 1
	for i := range 10 {
		end := at
		for range 12 {
			end += strings.IndexByte(a.Text[end:], ' ') + 1
		}
		party := fmt.Sprintf("شخص %d", (n*n+i*13)%3000)
		id := sha256.Sum256([]byte(fmt.Sprint(n, i)))
		d := model.Annotation{ID: hex.EncodeToString(id[:13]), Time: start.Add(time.Duration(10*n+i) * time.Second), Author: []string{"نور", "سعاد"}[i/5],
			Article: a.ID, Deed: model.Assign, Anchor: model.NewAnchor(a.Text, model.Span{Start: at, End: end - 1}), Party: model.PartyID(party), Name: party}
		if i == 9 {
			d = model.Annotation{ID: d.ID, Time: d.Time, Author: d.Author, Article: a.ID, Deed: model.Revoke, Target: as[8].ID}
		}
		as = append(as, d)
		at = end
	}
	return as
}

func BenchmarkBigImport(b *testing.B) {
	for b.Loop() {
		b.StopTimer()
		dir, as := big(b)
		l := reopen(b, dir)
		b.StartTimer()
		_, err := l.Import(as)
		must(b, err)
	}
}

// imported is a big library with its decisions, opened.
func imported(b *testing.B) *Library {
	l, _ := importedAt(b)
	return l
}

// importedAt is imported with where the library is.
func importedAt(b *testing.B) (*Library, string) {
	dir, as := big(b)
	l := reopen(b, dir)
	_, err := l.Import(as)
	must(b, err)
	return l, dir
}

func BenchmarkBigCheck(b *testing.B) {
	l := imported(b)
	for b.Loop() {
		r, err := l.Check()
		must(b, err)
		if len(r.Faults) > 0 {
			b.Fatal(r.Faults)
		}
	}
}

func BenchmarkBigExport(b *testing.B) {
	l := imported(b)
	for b.Loop() {
		_, err := l.Events()
		must(b, err)
	}
}

func BenchmarkBigPeople(b *testing.B) {
	l := imported(b)
	for b.Loop() {
		_, err := l.People()
		must(b, err)
	}
}

// BenchmarkBigDecide is one decision.
func BenchmarkBigDecide(b *testing.B) {
	l := imported(b)
	a := article(b, l, "نص")
	for i := 0; b.Loop(); i++ {
		must(b, l.Append(on(a.ID, decision(fmt.Sprint("new", i)))...))
	}
}

// BenchmarkBigOpen is what a window asks first.
func BenchmarkBigOpen(b *testing.B) {
	l, where := importedAt(b)
	ids, err := l.Articles()
	must(b, err)
	for b.Loop() {
		l, err := Open(where)
		must(b, err)
		_, err = l.Article(ids[0])
		must(b, err)
		_, err = l.Decisions(ids[0])
		must(b, err)
		must(b, l.Close())
	}
}

// BenchmarkBigCatchUp is what an open window asks when another has decided.
func BenchmarkBigCatchUp(b *testing.B) {
	l := imported(b)
	ids, err := l.Articles()
	must(b, err)
	_, last, err := l.Since(ids[0], 0)
	must(b, err)
	for b.Loop() {
		_, _, err := l.Since(ids[0], last-100)
		must(b, err)
	}
}
