package main

import (
	"cmp"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"rawi/model"
	"rawi/model/agree"
	"rawi/model/printable"
	"rawi/ui/l10n"
	"rawi/ui/table"
)

// writeAgreeTables writes a report for readers: on a terminal as that needs it.
func writeAgreeTables(w io.Writer, r *agree.Report, language l10n.Language) error {
	return writeTables(w, agreeTables{r, language}.all(), language)
}

// agreeTables makes the tables of a report.
type agreeTables struct {
	*agree.Report
	l10n.Language
}

func (t agreeTables) all() []table.Table {
	tables := []table.Table{
		t.spans(l10n.AgreeQuotations, func(a *agree.Agreement) agree.Spans { return a.Quotations }),
		t.spans(l10n.AgreeMentions, func(a *agree.Agreement) agree.Spans { return a.Mentions }),
		t.labels(l10n.AgreeKinds, func(a *agree.Agreement) *agree.Labels { return &a.Kind }),
		t.labels(l10n.AgreeSpeakers, func(a *agree.Agreement) *agree.Labels { return &a.Speaker }),
		{Rows: [][]string{{t.Say(l10n.AgreeIntervals, int(100*agree.Level), t.Bootstrap.Samples, t.Bootstrap.Seed)}}},
	}
	for i := range t.Pairs {
		tables = append(tables, t.confusion(&t.Pairs[i])...)
	}
	if len(t.Articles) > 1 {
		tables = append(tables, t.articles())
	}
	return append(tables, t.differences()...)
}

// each is every pair, and all together where there are more.
func (t agreeTables) each() (all []*agree.Agreement) {
	for i := range t.Pairs {
		all = append(all, &t.Pairs[i])
	}
	if len(t.Coders) > 2 {
		all = append(all, &t.All)
	}
	return all
}

// name is who is compared.
func (t agreeTables) name(a *agree.Agreement) string {
	if len(a.Coders) > 2 {
		return t.Say(l10n.AgreeAll)
	}
	return printable.Text(strings.Join(a.Coders, " · "))
}

func (t agreeTables) spans(title l10n.Word, of func(*agree.Agreement) agree.Spans) table.Table {
	part := table.Table{Title: t.Say(title), Head: t.head(l10n.AgreePair, l10n.AgreeArticles, l10n.AgreeExact, l10n.AgreeOverlap)}
	for _, a := range t.each() {
		s := of(a)
		part.Rows = append(part.Rows, []string{t.name(a), strconv.Itoa(a.Articles), figure(s.F1(s.Exact)), figure(s.F1(s.Overlap))})
	}
	return part
}

func (t agreeTables) labels(title l10n.Word, of func(*agree.Agreement) *agree.Labels) table.Table {
	part := table.Table{Title: t.Say(title), Head: t.head(l10n.AgreePair, l10n.AgreeUnits, l10n.AgreedOn, l10n.AgreeKappa, l10n.AgreeAlpha)}
	for _, a := range t.each() {
		l := of(a)
		part.Rows = append(part.Rows, []string{t.name(a), strconv.Itoa(l.Units), strconv.Itoa(l.Agreed), interval(l.Kappa), interval(l.Alpha)})
	}
	return part
}

func (t agreeTables) head(words ...l10n.Word) (head []string) {
	for _, w := range words {
		head = append(head, t.Say(w))
	}
	return head
}

// confusion is what two authors call the same quotations: all kinds, and the speakers
// on whom they differ.
func (t agreeTables) confusion(a *agree.Agreement) []table.Table {
	first, second := printable.Text(a.Coders[0]), printable.Text(a.Coders[1])
	part := table.Table{Title: t.Say(l10n.AgreeConfused, first, second), Head: []string{first, second, t.Say(l10n.AgreeTimes)}}
	add := func(l *agree.Labels, name func(string) string, which func(agree.Confused) bool) {
		for _, c := range l.Confusion {
			if which(c) {
				part.Rows = append(part.Rows, []string{name(c.First), name(c.Second), strconv.Itoa(c.Times)})
			}
		}
	}
	add(&a.Kind, func(name string) string {
		k, _ := model.ParseQuoteKind(name)
		return t.QuoteKind(k)
	}, func(agree.Confused) bool { return true })
	add(&a.Speaker, printable.Text, func(c agree.Confused) bool { return c.First != c.Second })
	if len(part.Rows) == 0 {
		return nil
	}
	return []table.Table{part}
}

func (t agreeTables) articles() table.Table {
	part := table.Table{Title: t.Say(l10n.AgreeByArticle),
		Head: t.head(l10n.AgreeArticles, l10n.AgreePair, l10n.AgreeExact, l10n.AgreeOverlap, l10n.AgreeKindShort, l10n.AgreeSpeakerShort)}
	for i := range t.Articles {
		article := &t.Articles[i]
		name := printable.Text(cmp.Or(article.Title, article.ID[:12]))
		for j := range article.Pairs {
			a := &article.Pairs[j]
			part.Rows = append(part.Rows, []string{name, t.name(a),
				figure(a.Quotations.F1(a.Quotations.Exact)), figure(a.Quotations.F1(a.Quotations.Overlap)), share(&a.Kind), share(&a.Speaker)})
		}
	}
	return part
}

// differences is a table for each quotation on which authors differ, with what each
// said and when.
func (t agreeTables) differences() []table.Table {
	if len(t.Differences) == 0 {
		return []table.Table{{Title: t.Say(l10n.AgreeNone)}}
	}
	tables := []table.Table{{Title: t.Say(l10n.AgreeDiffer)}}
	article := ""
	for i := range t.Differences {
		d := &t.Differences[i]
		if d.Article != article {
			article = d.Article
			tables = append(tables, table.Table{Title: printable.Text(cmp.Or(d.Title, article[:12]))})
		}
		title := "«" + shorten(printable.Text(d.Words())) + "»"
		if d.Settled() {
			title += " · " + t.Say(l10n.AgreeSettled)
		}
		part := table.Table{Title: title, Head: make([]string, 3)}
		for j := range d.Opinions {
			o := &d.Opinions[j]
			part.Rows = append(part.Rows, []string{printable.Text(o.Author), day(agree.Latest(o)), printable.Text(t.Opinion(o, d.Differ, d.Text, d.Name))})
		}
		tables = append(tables, part)
	}
	return tables
}

// day is when something was decided, to the minute, in the machine's time zone.
func day(at time.Time) string {
	if at.IsZero() {
		return "-"
	}
	return leftToRight(at.Local().Format("2006-01-02 15:04"))
}

// figure is a measure with two places after the point, a dash where nothing can be said.
func figure(value float64, ok bool) string {
	if !ok {
		return "-"
	}
	return fmt.Sprintf("%.2f", value)
}

func interval(k agree.Coefficient) string {
	if !k.Defined {
		return "-"
	}
	return leftToRight(fmt.Sprintf("%.2f [%.2f, %.2f]", k.Value, k.Low, k.High))
}

// leftToRight keeps figures in their own order among Arabic words (U+2066, U+2069).
func leftToRight(figures string) string { return "\u2066" + figures + "\u2069" }

// share is how often authors agreed, of how many.
func share(l *agree.Labels) string { return leftToRight(fmt.Sprintf("%d/%d", l.Agreed, l.Units)) }
