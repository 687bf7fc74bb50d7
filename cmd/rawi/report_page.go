package main

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"time"

	"rawi/model/printable"
	"rawi/model/report"
	"rawi/ui/l10n"
)

//go:embed report_page.html
var reportPage string

// sheet is what the template of a report shows.
type sheet struct {
	Code, Direction, Title     string
	Summary, Certainty, Notice string
	Head                       map[string]string
	Groups                     []pageGroup
	Bars                       []pageBar
	ChartHeight                int
	Start                      int // where names begin in the chart
}

type pageGroup struct {
	*report.Share
	Anchor string
	Name   string
	Part   string // the share, in words
	Dates  string
	Quoted []pageQuote
}

type pageQuote struct {
	Words, Speaker, Role, Where, Address, Date, State string
	Direct                                            bool
}

// pageBar is one bar of the chart, in units of its view box.
type pageBar struct {
	Anchor, Name, Share              string
	Top, Direct, DirectAt            int
	Indirect, IndirectAt, ShareAt, Y int
}

// The chart's measures, in units of its view box: bars stand beside names.
const (
	chartWidth = 800
	chartNames = 240
	chartLine  = 30
	chartBars  = 20 // at most
	chartRoom  = chartWidth - chartNames - 70
)

// writeReportPage writes a report as a page that stands alone.
func writeReportPage(w io.Writer, r *report.Report, language l10n.Language) error {
	t, err := template.New("report").Parse(reportPage)
	if err != nil {
		return err
	}
	return t.Execute(w, reporter{r, language}.sheet())
}

func (p reporter) sheet() *sheet {
	out := &sheet{Code: p.String(), Direction: "rtl", Title: p.Say(l10n.ReportTitle), Summary: p.summary(), Certainty: p.certainty(),
		Notice: p.Say(l10n.ReportNotice), Head: make(map[string]string)}
	if p.LeftToRight() {
		out.Direction = "ltr"
	} else {
		out.Start = chartWidth
	}
	for name, word := range map[string]l10n.Word{"by": reportWords[p.By], "quotations": l10n.ReportQuotations, "direct": l10n.ReportDirect,
		"indirect": l10n.ReportIndirect, "words": l10n.ReportWords, "share": l10n.ReportShare, "articles": l10n.ReportArticles,
		"dates": l10n.ReportDates, "decided": l10n.Decided} {
		out.Head[name] = p.Say(word)
	}
	largest := p.largest()
	for i := range p.Groups {
		g := &p.Groups[i]
		group := pageGroup{Share: g, Anchor: fmt.Sprintf("g%d", i+1), Name: p.name(g), Part: p.share(g), Dates: dates(g)}
		for j := range g.Quoted {
			group.Quoted = append(group.Quoted, p.quote(&g.Quoted[j]))
		}
		out.Groups = append(out.Groups, group)
		if i < chartBars {
			out.Bars = append(out.Bars, p.bar(i, &group, largest))
		}
	}
	out.ChartHeight = chartLine * len(out.Bars)
	return out
}

func (p reporter) quote(q *report.Quoted) pageQuote {
	state := p.Say(l10n.Decided)
	if !q.Decided {
		state = p.Say(l10n.Guess) + " " + p.Say(l10n.Percent, int(100*q.Sure+0.5))
	}
	if q.Speaker == "" {
		state = p.Say(l10n.Unknown)
	}
	out := pageQuote{Words: printable.Text(oneLine(q.Words)), Speaker: printable.Text(q.Speaker), Role: printable.Text(q.Role),
		Where: printable.Text(oneLine(q.Article.Title)), Address: q.Article.WebAddress(), State: state, Direct: q.Direct}
	if out.Where == "" {
		out.Where = printable.Text(q.Article.Name)
	}
	if !q.Article.Published.IsZero() {
		out.Date = q.Article.Published.Format(time.DateOnly)
	}
	return out
}

// bar is the bar of a group: the speaker's own words, and behind them those reported.
func (p reporter) bar(i int, g *pageGroup, largest float64) pageBar {
	length := 0.0
	if largest > 0 {
		length = chartRoom * g.Of / largest
	}
	direct := 0
	if g.Quotations > 0 {
		direct = int(length * float64(g.Direct) / float64(g.Quotations))
	}
	b := pageBar{Anchor: g.Anchor, Name: g.Name, Share: g.Part, Top: i*chartLine + 6, Y: i*chartLine + 20, Direct: direct, Indirect: int(length) - direct}
	if p.LeftToRight() {
		b.DirectAt, b.IndirectAt, b.ShareAt = chartNames, chartNames+direct, chartNames+int(length)+8
	} else {
		from := chartWidth - chartNames
		b.DirectAt, b.IndirectAt, b.ShareAt = from-direct, from-int(length), from-int(length)-8
	}
	return b
}
