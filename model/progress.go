package model

import (
	"slices"
	"time"
)

// Progress is how far an author has annotated some articles.
type Progress struct {
	Articles, ArticlesDone     int
	Quotations, QuotationsDone int // those that the task asks for
	Time                       time.Duration
}

// Add adds that of other articles.
func (p *Progress) Add(o Progress) {
	p.Articles += o.Articles
	p.ArticlesDone += o.ArticlesDone
	p.Quotations += o.Quotations
	p.QuotationsDone += o.QuotationsDone
	p.Time += o.Time
}

// longestPause is how long somebody may look at an article between two decisions.
const longestPause = 5 * time.Minute

// Progress is how far an author is with an article of the corpus, by what was found in it
// and all decisions on it. It is done when everything is decided that the task asks for,
// or when the author says so. The time is that between decisions, without pauses of more
// than five minutes: nobody knows of the time before the first one.
func (c *Corpus) Progress(a *Article, found Findings, decisions []Annotation, author string) Progress {
	r := NewReading(a, c.Visible(found), Own(decisions, author), author)
	p := Progress{Articles: 1, Time: spent(decisions, author)}
	for i := range r.quotes {
		if q := &r.quotes[i]; c.Task.Asks(q) {
			p.Quotations++
			if q.Decided() {
				p.QuotationsDone++
			}
		}
	}
	x := c.Article(a.ID)
	if said := x != nil && !x.Done[author].IsZero(); said || p.QuotationsDone == p.Quotations && p.Quotations > 0 {
		p.ArticlesDone = 1
	}
	return p
}

// spent is the time between an author's decisions on words.
func spent(decisions []Annotation, author string) (sum time.Duration) {
	var times []time.Time
	for i := range decisions {
		if a := &decisions[i]; a.Author == author && (a.Deed.OfArticle() || a.Deed == Revoke) {
			times = append(times, a.Time)
		}
	}
	slices.SortFunc(times, time.Time.Compare)
	for i := 1; i < len(times); i++ {
		if gap := times[i].Sub(times[i-1]); gap <= longestPause {
			sum += gap
		}
	}
	return sum
}

// Own is those decisions that an author made, with those that hold in the whole library.
func Own(decisions []Annotation, author string) (own []Annotation) {
	for i := range decisions {
		if a := &decisions[i]; a.Author == author || a.Deed.LibraryWide() {
			own = append(own, *a)
		}
	}
	return own
}

// Shown is those decisions that an annotator of the corpus sees.
func (c *Corpus) Shown(decisions []Annotation, author string) []Annotation {
	if c.Blind == Sighted {
		return decisions
	}
	return Own(decisions, author)
}

// Visible is what an annotator of the corpus sees of what was found in an article: where
// guesses are hidden, only that there are words between marks and who is named; nobody
// speaks, and of what kind the words are the marks alone say.
func (c *Corpus) Visible(found Findings) Findings {
	if c.Blind != BlindToAll {
		return found
	}
	seen := Findings{Parties: found.Parties}
	for _, q := range found.Quotes {
		if q.Marked {
			seen.Quotes = append(seen.Quotes, Quote{Span: q.Span, Marked: true, Kind: Speech})
		}
	}
	return seen
}
