package main

import (
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"rawi/model/export"
	"rawi/model/printable"
	"rawi/model/report"
	"rawi/ui/l10n"
	"rawi/ui/table"
)

// reportFormats are the ways to write a report; the first is taken where none is named.
var reportFormats = []struct {
	name  string
	keep  bool // the quotations are needed
	write func(w io.Writer, r *report.Report, language l10n.Language) error
}{
	{tableFormat, false, writeReportTable},
	{"csv", false, func(w io.Writer, r *report.Report, _ l10n.Language) error { return r.WriteCSV(w) }},
	{"json", false, func(w io.Writer, r *report.Report, _ l10n.Language) error { return r.WriteJSON(w) }},
	{"html", true, writeReportPage},
	{"md", false, writeReportMarkdown},
}

func reportFormatNames() (names []string) {
	for _, f := range reportFormats {
		names = append(names, f.name)
	}
	return names
}

func groupingNames() (names []string) {
	for by := range report.Groupings() {
		names = append(names, by.Name)
	}
	return names
}

func reportCommand(s *settings) *cobra.Command {
	var asked asked
	var d destination
	var by, format string
	c := &cobra.Command{
		Use:   "report FILE... | --all",
		Short: "Say who speaks how much",
		Long: `report counts the quotations of files, or with --all of the articles of the library, by
speaker, type of speaker, site or month: how many, how many words and what share of all
words quoted, in the speakers' own words or reported, in how many articles, from when to
when, and how much of that is decided and how much is guessed. Words within a quotation inside
another count once for all, and for both speakers. --format html writes a page that
stands alone, with charts that lead to the quotations.`,
		ValidArgsFunction: articles,
		RunE: func(c *cobra.Command, files []string) error {
			q, err := asked.query()
			if err == nil {
				err = asked.check(files)
			}
			if err != nil {
				return err
			}
			grouping, ok := report.Grouping(by)
			if !ok {
				return wrongUsage(l10n.NoSuchGrouping, quoted(by), strings.Join(groupingNames(), ", "))
			}
			for _, f := range reportFormats {
				if f.name != format {
					continue
				}
				return asked.rows(*s, files, func(rows iter.Seq[export.Row]) error {
					r := report.Count(matching(rows, q), grouping, f.keep)
					return d.stream(c.OutOrStdout(), func(w io.Writer) error { return f.write(w, r, s.language) })
				})
			}
			return wrongUsage(l10n.NoSuchFormat, quoted(format), strings.Join(reportFormatNames(), ", "))
		},
	}
	asked.flags(c)
	c.Flags().StringVar(&by, "by", groupingNames()[0], "count by "+strings.Join(groupingNames(), ", "))
	c.Flags().StringVar(&format, "format", reportFormats[0].name, "one of "+strings.Join(reportFormatNames(), ", "))
	c.Flags().StringVarP(&d.path, "output", "o", "", "file to write instead of printing")
	return c
}

// reportWords names what reports count by, in columns.
var reportWords = map[string]l10n.Word{"speaker": l10n.Speaker, "type": l10n.ReportType, "site": l10n.ReportSite, "month": l10n.ReportMonth}

// barWidth is the longest bar of a table, in columns.
const barWidth = 16

// reporter words a report.
type reporter struct {
	*report.Report
	l10n.Language
}

// writeReportTable writes a report for readers.
func writeReportTable(w io.Writer, r *report.Report, language l10n.Language) error {
	p := reporter{r, language}
	return writeTables(w, []table.Table{{Title: p.summary()}, p.table(true), {Title: p.certainty()}}, language)
}

// table is the groups, with bars of their share.
func (p reporter) table(bars bool) table.Table {
	t := table.Table{Head: []string{p.Say(reportWords[p.By]), p.Say(l10n.ReportQuotations), p.Say(l10n.ReportDirect), p.Say(l10n.ReportIndirect),
		p.Say(l10n.ReportWords), p.Say(l10n.ReportShare), "", p.Say(l10n.ReportArticles), p.Say(l10n.ReportDates), p.Say(l10n.Decided)}}
	largest := p.largest()
	for i := range p.Groups {
		g := &p.Groups[i]
		bar := ""
		if bars && p.Groups[0].Of > 0 {
			bar = strings.Repeat("█", int(barWidth*g.Of/largest+0.5))
		}
		t.Rows = append(t.Rows, []string{p.name(g), strconv.Itoa(g.Quotations), strconv.Itoa(g.Direct), strconv.Itoa(g.Indirect),
			strconv.Itoa(g.Words), p.share(g), bar, strconv.Itoa(g.Articles), dates(g), strconv.Itoa(g.Decided)})
	}
	return t
}

// largest is the largest share, which has the longest bar.
func (p reporter) largest() (share float64) {
	for i := range p.Groups {
		share = max(share, p.Groups[i].Of)
	}
	return share
}

// name is what a group is called.
func (p reporter) name(g *report.Share) string {
	switch {
	case g.ID == "":
		return p.Say(l10n.Unknown)
	case p.By == "type":
		return p.PartyKind(g.Type)
	case p.By == "month":
		return leftToRight(g.Name)
	}
	return printable.Text(g.Name)
}

func (p reporter) share(g *report.Share) string { return p.Say(l10n.Percent, int(100*g.Of+0.5)) }

// dates is from when to when a group was quoted.
func dates(g *report.Share) string {
	if g.First.IsZero() {
		return ""
	}
	first, last := g.First.Format(time.DateOnly), g.Last.Format(time.DateOnly)
	if first == last {
		return leftToRight(first)
	}
	return leftToRight(first + "–" + last)
}

// summary is what was counted, in a sentence.
func (p reporter) summary() string {
	a := &p.All
	return p.Say(l10n.ReportSummary, a.Quotations, a.Words, a.Articles, len(p.Groups))
}

// certainty is how much of the report is decided, guessed and unknown, in a sentence.
func (p reporter) certainty() string {
	unknown := 0
	if u, ok := p.Unknown(); ok && p.By == "speaker" {
		unknown = u.Quotations
	}
	a := &p.All
	return p.Say(l10n.ReportCertainty, a.Decided, a.Quotations-a.Decided, p.Say(l10n.Percent, int(100*a.Sure+0.5)), unknown)
}

// writeReportMarkdown writes a report as a table of Markdown.
func writeReportMarkdown(w io.Writer, r *report.Report, language l10n.Language) error {
	p := reporter{r, language}
	t := p.table(false)
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n", markdownCell(p.summary()))
	line := func(cells []string) {
		for i, cell := range cells {
			if i != barColumn {
				b.WriteString("| " + markdownCell(cell) + " ")
			}
		}
		b.WriteString("|\n")
	}
	line(t.Head)
	line(strings.Split(strings.Repeat("---,", len(t.Head)-1)+"---", ","))
	for _, row := range t.Rows {
		line(row)
	}
	fmt.Fprintf(&b, "\n%s\n", markdownCell(p.certainty()))
	_, err := io.WriteString(w, b.String())
	return err
}

// barColumn is the column of a report's table that holds bars.
const barColumn = 6

// markdownCell is a text on one line of Markdown in which nothing is markup.
func markdownCell(text string) string {
	var b strings.Builder
	for _, r := range oneLine(text) {
		if strings.ContainsRune("\\`*_{}[]<>#|!~&", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
