package export

import (
	"slices"
	"strings"
	"time"

	"rawi/model"
	"rawi/model/arabic"
)

// Query asks for some rows. The zero value asks for all.
type Query struct {
	Speaker string            // words of one of the speaker's names, compared folded
	Kinds   []model.QuoteKind // any of them; none for all
	Decided bool              // only what a reader decided
	Source  string            // part of the article's site, address or file
	Since   time.Time         // the article's date, or when it was read, is not before that
	Words   string            // that the quotation has, compared folded
}

// Matches reports whether the query asks for a row.
func (q *Query) Matches(r *Row) bool {
	for _, asked := range [...]struct {
		any  bool
		fits func(*Query, *Row) bool
	}{
		{q.Speaker == "", (*Query).speaker},
		{len(q.Kinds) == 0, func(q *Query, r *Row) bool { return slices.Contains(q.Kinds, r.Kind) }},
		{!q.Decided, func(_ *Query, r *Row) bool { return r.State() == "decided" }},
		{q.Source == "", (*Query).source},
		{q.Since.IsZero(), func(q *Query, r *Row) bool { return !r.Article.Date().Before(q.Since) }},
		{q.Words == "", func(q *Query, r *Row) bool { return has(r.Words, q.Words) }},
	} {
		if !asked.any && !asked.fits(q, r) {
			return false
		}
	}
	return true
}

// speaker reports whether one of the speaker's names has all the words.
func (q *Query) speaker(r *Row) bool {
	if r.Speaker == nil {
		return false
	}
	words := strings.Fields(arabic.Key(q.Speaker))
	return slices.ContainsFunc(append([]string{r.Speaker.Name}, r.Speaker.Aliases...), func(name string) bool {
		of := strings.Fields(arabic.Key(name))
		return !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(of, w) })
	})
}

func (q *Query) source(r *Row) bool {
	a := r.Article
	return slices.ContainsFunc([]string{a.Site, a.Address, a.Source}, func(s string) bool { return has(s, q.Source) })
}

// has reports whether a text has a pattern, compared folded.
func has(text, pattern string) bool {
	for range arabic.Find(text, pattern) {
		return true
	}
	return false
}

// Date is when the article was published, as it says, else when it was read.
func (a *Article) Date() time.Time {
	if !a.Published.IsZero() {
		return a.Published
	}
	return a.Fetched
}

// WebAddress is where the article is published, or was read from on the web; "" for neither.
func (a *Article) WebAddress() string {
	for _, address := range []string{a.Address, a.Source} {
		if strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "http://") {
			return address
		}
	}
	return ""
}
