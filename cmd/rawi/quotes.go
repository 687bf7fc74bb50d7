package main

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"rawi/model"
	"rawi/model/export"
	"rawi/model/printable"
	"rawi/ui/l10n"
	"rawi/ui/table"
)

// tableFormat is the format for readers.
const tableFormat = "table"

func quotesCommand(s *settings) *cobra.Command {
	var asked asked
	var d destination
	var format string
	c := &cobra.Command{
		Use:   "quotes FILE... | --all",
		Short: "List quotations, with who said them and where",
		Long: `quotes lists the quotations of files, or with --all of the articles of the library:
those that fit everything that is asked. Names are compared as search does, and a name
finds its owner under all names that the text or a reader gave. On a terminal it prints
a table, into a pipe JSON Lines.`,
		ValidArgsFunction: articles,
		RunE: func(c *cobra.Command, files []string) error {
			q, err := asked.query()
			if err == nil {
				err = asked.check(files)
			}
			if format == "" {
				format = usualRows()
			}
			if err == nil && format != tableFormat {
				d.format, err = rowFormat(format)
			}
			if err != nil {
				return err
			}
			return asked.rows(*s, files, func(rows iter.Seq[export.Row]) error {
				rows = matching(rows, q)
				if format == tableFormat {
					return writeTables(c.OutOrStdout(), []table.Table{quotesTable(rows, s.language)}, s.language)
				}
				return d.stream(c.OutOrStdout(), func(w io.Writer) error { return d.format.Rows(w, rows, d.options()) })
			})
		},
	}
	asked.flags(c)
	c.Flags().StringVar(&format, "format", "", "one of "+strings.Join(rowFormats(), ", ")+" (default: table on a terminal, else jsonl)")
	c.Flags().StringVarP(&d.path, "output", "o", "", "file to write instead of printing")
	c.Flags().BoolVar(&d.bom, "bom", false, "begin csv and tsv with a byte order mark, which Excel needs to read Arabic")
	return c
}

// usualRows is the format where none is named: of readers on a terminal, else of programs.
func usualRows() string {
	if paintable(terminalOutput()) {
		return tableFormat
	}
	return "jsonl"
}

// asked is which quotations a command is asked for.
type asked struct {
	export.Query
	all   bool
	kinds []string
	since string
}

func (a *asked) flags(c *cobra.Command) {
	f := c.Flags()
	f.BoolVar(&a.all, "all", false, "the articles of the library")
	f.StringVar(&a.Speaker, "speaker", "", "said by whom a name has these words")
	f.StringSliceVar(&a.kinds, "kind", nil, "of these kinds: speech, indirect, scare, title, other")
	f.BoolVar(&a.Decided, "decided", false, "only what a reader decided")
	f.StringVar(&a.Source, "source", "", "of articles with this in their site, address or file")
	f.StringVar(&a.since, "since", "", "of articles since this day, as 2031-05-04")
	f.StringVar(&a.Words, "search", "", "with these words")
}

// check is an error unless either files or the library are asked for.
func (a *asked) check(files []string) error {
	switch {
	case a.all && len(files) > 0:
		return wrongUsage(l10n.AllOrFiles)
	case !a.all && len(files) == 0:
		return wrongUsage(l10n.FilesOrAll)
	}
	return nil
}

// query is what the flags ask for.
func (a *asked) query() (q export.Query, err error) {
	q = a.Query
	for _, name := range a.kinds {
		kind, ok := model.ParseQuoteKind(name)
		if !ok {
			return q, wrongUsage(l10n.NoSuchKind, quoted(name))
		}
		q.Kinds = append(q.Kinds, kind)
	}
	if a.since != "" {
		if q.Since, err = time.Parse(time.DateOnly, a.since); err != nil {
			return q, wrongUsage(l10n.NoDay, quoted(a.since))
		}
	}
	return q, nil
}

// rows does something with all quotations of files, or of the library. One that cannot be
// read does not keep the others from it.
func (a *asked) rows(s settings, files []string, do func(iter.Seq[export.Row]) error) error {
	x, err := s.exporter()
	if err != nil {
		return err
	}
	defer x.Close()
	var failed []error
	readings, err := x.readings(files, &failed)
	if err != nil {
		return err
	}
	err = do(func(yield func(export.Row) bool) {
		for _, r := range readings {
			t, err := export.NewTable(r)
			if err != nil {
				failed = append(failed, err)
				continue
			}
			for row := range t.Rows() {
				if !yield(row) {
					return
				}
			}
		}
	})
	return errors.Join(append(failed, err)...)
}

func matching(rows iter.Seq[export.Row], q export.Query) iter.Seq[export.Row] {
	return func(yield func(export.Row) bool) {
		for row := range rows {
			if q.Matches(&row) && !yield(row) {
				return
			}
		}
	}
}

// rowFormats is the names of formats of quotations, the table first.
func rowFormats() []string {
	names := []string{tableFormat}
	for f := range export.Formats() {
		if f.Rows != nil {
			names = append(names, f.Name)
		}
	}
	return names
}

func rowFormat(name string) (export.Format, error) {
	f, ok := export.Find(name)
	if !ok || f.Rows == nil {
		return f, wrongUsage(l10n.NoSuchFormat, quoted(name), strings.Join(rowFormats(), ", "))
	}
	return f, nil
}

// quotesTable is quotations as readers want them.
func quotesTable(rows iter.Seq[export.Row], language l10n.Language) table.Table {
	t := table.Table{Head: []string{language.Say(l10n.Speaker), language.Say(l10n.Quotation), language.Say(l10n.Article)}}
	for row := range rows {
		t.Rows = append(t.Rows, []string{whoSays(&row, language), printable.Text(row.Open + oneLine(row.Words) + row.Close), whereSaid(&row)})
	}
	return t
}

// whoSays is who said a quotation, in which role, and how sure that is.
func whoSays(row *export.Row, language l10n.Language) string {
	var parts []string
	switch {
	case !row.Kind.Spoken():
		parts = append(parts, language.QuoteKind(row.Kind))
	case row.Speaker == nil:
		parts = append(parts, language.Say(l10n.Unknown))
	default:
		parts = append(parts, row.Speaker.Name)
		if row.Role != "" && row.Role != row.Speaker.Name {
			parts = append(parts, row.Role)
		}
	}
	if row.State() == "guessed" && row.Speaker != nil {
		parts = append(parts, fmt.Sprintf("%s %s", language.Say(l10n.Guess), language.Say(l10n.Percent, int(100*row.Confidence+0.5))))
	}
	return printable.Text(strings.Join(parts, " · "))
}

// whereSaid is the article of a quotation.
func whereSaid(row *export.Row) string {
	a := row.Article
	parts := []string{oneLine(a.Title), oneLine(a.Site)}
	if a.Title == "" {
		parts[0] = a.Name
	}
	if !a.Published.IsZero() {
		parts = append(parts, leftToRight(a.Published.Format(time.DateOnly)))
	}
	return printable.Text(strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " · "))
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
