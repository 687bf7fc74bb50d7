package model

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// longReading has 300 quotations of 60 parties in a text of 60 KB, and 2,000
// decisions of all sorts.
func longReading() *Reading {
	var text strings.Builder
	var found Findings
	for i := range 60 {
		found.Parties = append(found.Parties, Party{ID: PartyID(fmt.Sprint("p", i)), Name: fmt.Sprint("فلان رقم ", i)})
	}
	for i := range 300 {
		p := &found.Parties[i%60]
		name := Span{text.Len(), text.Len() + len(p.Name)}
		fmt.Fprintf(&text, "%s قال ", p.Name)
		p.Mentions = append(p.Mentions, Mention{Span: name})
		start := text.Len()
		fmt.Fprintf(&text, "القول رقم %d %s", i, strings.Repeat("كلمة ", 12))
		q := Quote{Span: Span{start, text.Len() - 1}, Speaker: p.ID, Mention: name, Candidates: []PartyID{p.ID}}
		if i > 0 && i%3 == 0 {
			q.Follows = found.Quotes[i-1].Span
		}
		found.Quotes = append(found.Quotes, q)
		text.WriteString("\n")
	}
	r := NewReading(NewArticle(text.String(), nil), found, nil, "أنا")
	for i := range 2000 {
		q := i % len(r.quotes)
		switch i % 10 {
		case 0:
			r.SetKind(q, QuoteKind(i%5))
		case 1:
			name := fmt.Sprint("القول رقم ", i%50)
			r.Assign(q, Party{ID: PartyID(name), Name: name})
		case 2:
			r.SetNote(q, "ملاحظة")
		case 3:
			r.Undo()
		case 4:
			s := r.quotes[q].Span
			r.MoveQuote(q, Span{s.Start, s.End - len(" كلمة")})
		case 5:
			r.RenameParty(r.parties[i%60].ID, fmt.Sprint("اسم ", i))
		default:
			r.Assign(q, r.parties[i%len(r.parties)])
		}
	}
	return r
}

func BenchmarkDecision(b *testing.B) { decideAgain(b, longReading()) }

// decideAgain decides on a quotation, and takes the decision back.
func decideAgain(b *testing.B, r *Reading) {
	entries := r.log.entries
	for b.Loop() {
		r.SetKind(7, Scare)
		r.log = Log{}
		b.StopTimer()
		r.log.Append(entries...)
		b.StartTimer()
	}
}

// BenchmarkOpenEdited opens a text that was edited in a hundred places, with
// the decisions that were made before.
func BenchmarkOpenEdited(b *testing.B) {
	old := longReading()
	text := strings.ReplaceAll(old.Article.Text, "رقم 7", "العدد 7")
	for b.Loop() {
		NewReading(NewArticle(text, nil), Findings{}, old.log.All(), "أنا")
	}
}

// hugeReading is an article of 10 MB with 20,000 quotations of 2,000 parties,
// and 2,000 decisions on it.
func hugeReading() *Reading {
	var text strings.Builder
	var found Findings
	for i := range 2000 {
		found.Parties = append(found.Parties, Party{ID: PartyID(fmt.Sprint("p", i)), Name: fmt.Sprint("فلان رقم ", i)})
	}
	for i := range 20000 {
		p := &found.Parties[(i*i+i/7)%2000]
		name := Span{text.Len(), text.Len() + len(p.Name)}
		fmt.Fprintf(&text, "%s قال ", p.Name)
		p.Mentions = append(p.Mentions, Mention{Span: name})
		start := text.Len()
		fmt.Fprintf(&text, "القول رقم %d %s", i, strings.Repeat("كلمة أخرى ", 24))
		q := Quote{Span: Span{start, text.Len() - 1}, Speaker: p.ID, Mention: name, Candidates: []PartyID{p.ID}}
		if i > 0 && i%3 == 0 {
			q.Follows = found.Quotes[i-1].Span
		}
		found.Quotes = append(found.Quotes, q)
		text.WriteString("\n")
	}
	r := NewReading(NewArticle(text.String(), nil), found, nil, "أنا")
	var all []Annotation
	for i := range 2000 {
		p := r.parties[i*7%2000]
		all = append(all, Annotation{ID: fmt.Sprint(i), Time: time.Unix(int64(i), 0), Author: "أنا", Article: r.Article.ID,
			Deed: Assign, Anchor: r.anchor(i * 9), Party: p.ID, Name: p.Name})
	}
	r.AddHistory(all)
	return r
}

// BenchmarkHugeDecision is BenchmarkDecision in a huge article.
func BenchmarkHugeDecision(b *testing.B) { decideAgain(b, hugeReading()) }

// BenchmarkHugeCandidates asks for the candidates of one quotation after the
// other.
func BenchmarkHugeCandidates(b *testing.B) {
	r := hugeReading()
	for i := 0; b.Loop(); i++ {
		r.Candidates(i % 20000)
	}
}

// BenchmarkReanchor opens an article with 2,000 decisions on different words
// that were made before its line ends were changed.
func BenchmarkReanchor(b *testing.B) {
	for _, size := range []struct {
		name  string
		words int
	}{{"20KB", 2500}, {"10MB", 1_200_000}} {
		b.Run(size.name, func(b *testing.B) {
			var text strings.Builder
			var words []Span
			for i := range size.words {
				start := text.Len()
				fmt.Fprintf(&text, "كل%d", i)
				words = append(words, Span{start, text.Len()})
				text.WriteString([]string{" ", "\n"}[i%9/8])
			}
			article := NewArticle(text.String(), nil)
			var all []Annotation
			for i := range 2000 {
				at := Span{words[i].Start, words[i+5].End}
				all = append(all, Annotation{ID: fmt.Sprint(i), Time: time.Unix(int64(i), 0), Article: article.ID, Deed: SetKind, Anchor: NewAnchor(article.Text, at)})
			}
			now := NewArticle(strings.ReplaceAll(text.String(), "\n", "\r\n"), nil)
			for b.Loop() {
				if r := NewReading(now, Findings{}, all, "أنا"); len(r.Unresolved()) > 0 || len(r.Quotes()) != 2000 {
					b.Fatalf("%d quotations, %d unresolved", len(r.Quotes()), len(r.Unresolved()))
				}
			}
		})
	}
}
