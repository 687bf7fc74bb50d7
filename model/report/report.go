// Package report tells who speaks how much: how many quotations, and what share of the
// words quoted, by speaker, type of speaker, site or month ([Count]).
package report

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode"

	"rawi/model"
	"rawi/model/export"
)

// By is what quotations are counted by.
type By struct {
	Name string // as the flag --by takes it
	// of is the group of a quotation, and what it is called; "" for quotations of which
	// nobody knows the group.
	of func(*export.Row) (id, name string)
}

// bySpeaker and byMonth are groupings of which more is known than of others.
const (
	bySpeaker = "speaker"
	byMonth   = "month"
)

// groupings are all there are; the first one is the usual one.
var groupings = []By{
	{bySpeaker, func(r *export.Row) (id, name string) {
		if r.Speaker == nil {
			return "", ""
		}
		return string(r.Speaker.ID), r.Speaker.Name
	}},
	{"type", func(r *export.Row) (id, name string) {
		if r.Speaker == nil {
			return "", ""
		}
		return r.Speaker.Kind.String(), r.Speaker.Kind.String()
	}},
	{"site", func(r *export.Row) (id, name string) {
		site := siteOf(r.Article)
		return site, site
	}},
	{byMonth, func(r *export.Row) (id, name string) {
		if r.Article.Published.IsZero() {
			return "", ""
		}
		month := r.Article.Published.Format("2006-01")
		return month, month
	}},
}

// Groupings is what quotations can be counted by.
func Groupings() iter.Seq[By] { return slices.Values(groupings) }

// Grouping is the one of a name.
func Grouping(name string) (by By, ok bool) {
	i := slices.IndexFunc(groupings, func(b By) bool { return b.Name == name })
	if i < 0 {
		return by, false
	}
	return groupings[i], true
}

// siteOf is the site of an article, or the host of its address.
func siteOf(a *export.Article) string {
	if a.Site != "" {
		return a.Site
	}
	for _, address := range []string{a.Address, a.Source} {
		if _, rest, ok := strings.Cut(address, "://"); ok {
			host, _, _ := strings.Cut(rest, "/")
			return strings.TrimPrefix(host, "www.")
		}
	}
	return ""
}

// Share is what one of those counted said. Quotations are speech and reports of it;
// words are counted once where a quotation stands inside another.
type Share struct {
	ID         string // "" for quotations of which nobody knows the group
	Name       string
	Type       model.PartyKind // of a speaker, where quotations are counted by those
	Quotations int
	Direct     int // of them in the speaker's own words
	Indirect   int
	Words      int
	Of         float64 // share of all words counted, 0 to 1
	Articles   int
	First      time.Time // when its articles were published, as far as they say; zero where none does
	Last       time.Time
	Decided    int     // quotations that readers decided; the others are guessed
	Sure       float64 // how likely the guessed speakers are right in the mean, 0 to 1; 0 for none
	Quoted     []Quoted
}

// Quoted is one quotation that was counted.
type Quoted struct {
	Article *export.Article
	Number  int // in the article, from 1
	Words   string
	Speaker string // "" for nobody known
	Role    string
	Direct  bool
	Decided bool
	Sure    float64 // of a guess
}

// Report is who speaks how much.
type Report struct {
	By     string
	Groups []Share // who said most words first, months in their order; unknown last
	All    Share
}

// Unknown is the quotations of which nobody knows the group; ok is false for none.
func (s *Report) Unknown() (u Share, ok bool) {
	if n := len(s.Groups); n > 0 && s.Groups[n-1].ID == "" {
		return s.Groups[n-1], true
	}
	return Share{}, false
}

// Count counts quotations, whose rows come article by article and in text order. With keep
// each share has what was counted.
func Count(rows iter.Seq[export.Row], by By, keep bool) *Report {
	c := counter{groups: make(map[string]*count), keep: keep}
	for r := range rows {
		if r.Kind.Spoken() {
			id, name := by.of(&r)
			c.add(c.group(id, name), &r)
			c.add(&c.all, &r)
		}
	}
	return c.report(by)
}

// counter counts.
type counter struct {
	groups map[string]*count
	all    count
	keep   bool
}

// count is a share while it grows.
type count struct {
	Share
	article *export.Article // of the last quotation
	end     int             // how far its words are counted, in bytes
	sure    float64         // of all guesses together
	guesses int
}

func (c *counter) group(id, name string) *count {
	g := c.groups[id]
	if g == nil {
		g = &count{Share: Share{ID: id, Name: name}}
		c.groups[id] = g
	}
	if len(name) > len(g.Name) { // the fullest
		g.Name = name
	}
	return g
}

func (c *counter) add(g *count, r *export.Row) {
	g.Quotations++
	if r.Direct {
		g.Direct++
	} else {
		g.Indirect++
	}
	if g.article != r.Article {
		g.article, g.end = r.Article, 0
		g.Articles++
		g.span(r.Article.Published)
	}
	if from := max(g.end, r.Bytes.Start); from < r.Bytes.End {
		g.Words += words(r.Article.Text[from:r.Bytes.End])
		g.end = r.Bytes.End
	}
	if r.Speaker != nil {
		g.Type = r.Speaker.Kind
	}
	switch {
	case r.State() == "decided":
		g.Decided++
	case r.Speaker != nil:
		g.sure += r.Confidence
		g.guesses++
	}
	if c.keep && g != &c.all {
		g.Quoted = append(g.Quoted, quoted(r))
	}
}

func quoted(r *export.Row) Quoted {
	q := Quoted{Article: r.Article, Number: r.Number, Words: r.Words, Role: r.Role, Direct: r.Direct,
		Decided: r.State() == "decided", Sure: r.Confidence}
	if r.Speaker != nil {
		q.Speaker = r.Speaker.Name
	}
	return q
}

// span widens the dates to hold one.
func (g *count) span(date time.Time) {
	if date.IsZero() {
		return
	}
	if g.First.IsZero() || date.Before(g.First) {
		g.First = date
	}
	if date.After(g.Last) {
		g.Last = date
	}
}

// words is how many pieces between blanks have a letter or digit.
func words(text string) (n int) {
	for word := range strings.FieldsSeq(text) {
		if strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			n++
		}
	}
	return n
}

func (c *counter) report(by By) *Report {
	s := &Report{By: by.Name, All: c.all.done(c.all.Words)}
	for _, id := range slices.Sorted(maps.Keys(c.groups)) {
		s.Groups = append(s.Groups, c.groups[id].done(c.all.Words))
	}
	slices.SortStableFunc(s.Groups, func(a, b Share) int {
		if a.ID == "" || b.ID == "" {
			return cmp.Compare(b.ID, a.ID) // the unknown last
		}
		if by.Name == byMonth {
			return cmp.Compare(a.ID, b.ID)
		}
		return cmp.Or(cmp.Compare(b.Words, a.Words), cmp.Compare(b.Quotations, a.Quotations))
	})
	return s
}

func (g *count) done(all int) Share {
	s := g.Share
	if all > 0 {
		s.Of = float64(s.Words) / float64(all)
	}
	if g.guesses > 0 {
		s.Sure = g.sure / float64(g.guesses)
	}
	return s
}
