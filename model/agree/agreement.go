package agree

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"rawi/model"
)

// Agreement is how far some coders agree on some articles.
type Agreement struct {
	Coders     []string // two, or all
	Articles   int      // on which two of them decided
	Quotations Spans
	Mentions   Spans
	Kind       Labels
	Speaker    Labels
}

// Labels is how far coders agree on what they call the quotations that two of them have.
type Labels struct {
	Units     int // quotations on which two of them decided
	Agreed    int // on which all who did say the same
	Kappa     Coefficient
	Alpha     Coefficient
	Confusion []Confused // of all pairs of coders, by their order; the most frequent first
}

// Confused is how often one coder said one value and another the other.
type Confused struct {
	First  string `json:"first"`
	Second string `json:"second"`
	Times  int    `json:"times"`
}

// Report is the agreement of coders on articles.
type Report struct {
	Coders      []string // by name
	Bootstrap   Bootstrap
	Pairs       []Agreement
	All         Agreement
	Articles    []Article
	Differences []Difference
}

// Article is the agreement on one article.
type Article struct {
	ID, Title string
	Pairs     []Agreement // of coders who decided on it
	All       Agreement
}

// Difference is a quotation on which coders differ.
type Difference struct {
	Article, Title, Text string
	*model.Poll
	name func(model.PartyID) string
}

// Name is what a party is called in the article.
func (d *Difference) Name(id model.PartyID) string { return d.name(id) }

// Words is the words that coders differ on.
func (d *Difference) Words() string { return d.In(d.Text) }

// Latest is when an author decided last on it, the zero time for one who is silent.
func Latest(o *model.Opinion) (at time.Time) {
	if o.Last != nil {
		at = o.Last.Time
	}
	return at
}

// Coders is who decided on quotations of an article. Adjudicators are none: what they
// settle says nothing of how far annotators agree.
func Coders(r *model.Reading) []string {
	all := make(map[string]bool)
	for i := range r.Polls() {
		for _, o := range r.Polls()[i].Opinions {
			if o.As == model.Annotator {
				all[o.Author] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(all))
}

// New makes the report on articles. Each reading must have the decisions of the coders
// alone, and be read by nobody (the author ""), so that what each decided is known.
func New(readings []*model.Reading, coders []string, b Bootstrap) Report {
	r := Report{Coders: coders, Bootstrap: b}
	var sheets []sheet
	for _, one := range readings {
		s := newSheet(one, coders)
		sheets = append(sheets, s)
		for _, d := range s.differ {
			r.Differences = append(r.Differences, Difference{s.id, s.title, one.Article.Text, d.Poll, s.name})
		}
	}
	r.Pairs, r.All = agreements(sheets, coders, b)
	for i := range sheets {
		a := Article{ID: sheets[i].id, Title: sheets[i].title}
		a.Pairs, a.All = agreements(sheets[i:i+1], coders, Bootstrap{})
		if a.All.Articles > 0 {
			r.Articles = append(r.Articles, a)
		}
	}
	return r
}

func (s *sheet) name(id model.PartyID) string {
	if p, _, ok := s.reading.Party(id); ok {
		return p.Name
	}
	return string(id)
}

// agreements is the agreement of each two coders who both decided on an article, and
// of all.
func agreements(sheets []sheet, coders []string, b Bootstrap) (each []Agreement, all Agreement) {
	all.Coders = coders
	for i := range coders {
		for j := i + 1; j < len(coders); j++ {
			a := pair(sheets, coders, i, j, b)
			if a.Articles > 0 {
				each = append(each, a)
			}
			all.Quotations.add(a.Quotations)
			all.Mentions.add(a.Mentions)
		}
	}
	var kinds, speakers Ratings
	for i := range sheets {
		if n := len(slices.DeleteFunc(slices.Clone(sheets[i].took), func(took bool) bool { return !took })); n > 1 {
			all.Articles++
			kinds, speakers = append(kinds, sheets[i].kinds...), append(speakers, sheets[i].speakers...)
		}
	}
	all.Kind, all.Speaker = labels(kinds, b), labels(speakers, b)
	return each, all
}

func pair(sheets []sheet, coders []string, i, j int, b Bootstrap) Agreement {
	a := Agreement{Coders: []string{coders[i], coders[j]}}
	var kinds, speakers Ratings
	for n := range sheets {
		s := &sheets[n]
		if !s.has(i, j) {
			continue
		}
		a.Articles++
		a.Quotations.add(compare(s.quotes[i], s.quotes[j]))
		a.Mentions.add(compare(s.mentions[i], s.mentions[j]))
		kinds, speakers = append(kinds, s.kinds.columns(i, j)...), append(speakers, s.speakers.columns(i, j)...)
	}
	a.Kind, a.Speaker = labels(kinds, b), labels(speakers, b)
	return a
}

// labels counts the units that two coders named.
func labels(r Ratings, b Bootstrap) (l Labels) {
	r = slices.DeleteFunc(slices.Clone(r), func(unit []string) bool { return len(said(unit)) < 2 })
	times := make(map[[2]string]int)
	for _, unit := range r {
		l.Units++
		if len(slices.Compact(slices.Sorted(slices.Values(said(unit))))) == 1 {
			l.Agreed++
		}
		for i, first := range unit {
			for _, second := range unit[i+1:] {
				if first != "" && second != "" {
					times[[2]string{first, second}]++
				}
			}
		}
	}
	for values, n := range times {
		l.Confusion = append(l.Confusion, Confused{values[0], values[1], n})
	}
	slices.SortFunc(l.Confusion, func(a, b Confused) int {
		return cmp.Or(b.Times-a.Times, cmp.Compare(a.First, b.First), cmp.Compare(a.Second, b.Second))
	})
	c := code(r)
	l.Kappa, l.Alpha = b.of(c, coded.meanKappa), b.of(c, coded.alpha)
	return l
}

// said is what coders say of a unit.
func said(unit []string) []string {
	return slices.DeleteFunc(slices.Clone(unit), func(value string) bool { return value == "" })
}
