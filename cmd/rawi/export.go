package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"rawi/model"
	"rawi/model/detect"
	"rawi/model/export"
	"rawi/model/store"
	"rawi/ui/l10n"
)

func exportCommand(s *settings) *cobra.Command {
	var name string
	c := &cobra.Command{
		Use:   "export [FILE...]",
		Short: "Print the decisions of the library, or its articles with what is known of them",
		Long: `export prints what the library holds, or with FILE only what concerns those
articles. Two people's files of decisions merge line by line; "rawi import" reads
them. Formats:

` + formatList("  %-8s%s\n"),
		ValidArgsFunction: articles,
		RunE: func(c *cobra.Command, files []string) error {
			format, ok := export.Find(name)
			if !ok {
				return wrongUsage(l10n.NoSuchFormat, quoted(name), strings.Join(export.Names(), ", "))
			}
			return exportTo(c.OutOrStdout(), *s, format, files)
		},
	}
	c.Flags().StringVar(&name, "format", "events", "one of "+strings.Join(export.Names(), ", "))
	return c
}

// formatCompletions is what a shell offers for --format, with descriptions.
func formatCompletions() []string {
	return strings.Split(strings.TrimSpace(formatList("%s\t%s\n")), "\n")
}

// formatList is a line for each format, of its name and what it holds.
func formatList(line string) string {
	var list strings.Builder
	for f := range export.Formats() {
		fmt.Fprintf(&list, line, f.Name, f.About)
	}
	return list.String()
}

func exportTo(w io.Writer, s settings, format export.Format, files []string) error {
	library, err := s.open()
	if err != nil {
		return err
	}
	defer library.Close()
	x := exporter{Library: library}
	if format.WriteLog != nil {
		return x.log(w, format, files)
	}
	prefs, err := openPreferences()
	if err != nil {
		return err
	}
	x.author = author(s, prefs.config)
	models, err := s.models(prefs.config)
	if err != nil {
		return err
	}
	x.models = models()
	return x.articles(w, format, files)
}

// exporter writes what a library holds.
type exporter struct {
	*store.Library
	author string // whose decisions go before those of others
	models *detect.Models
}

// log writes decisions: all, or those that concern the articles of files, each
// once.
func (x exporter) log(w io.Writer, format export.Format, files []string) error {
	if len(files) == 0 {
		all, err := x.Events()
		if err != nil {
			return err
		}
		return format.WriteLog(w, all)
	}
	var log model.Log
	for _, file := range files {
		articles, err := loadAll(file)
		if err != nil {
			return err
		}
		for _, a := range articles {
			some, err := x.Decisions(a.ID)
			if err != nil {
				return err
			}
			log.Append(some...)
		}
	}
	return format.WriteLog(w, log.All())
}

// articles writes the articles of files, or all in the library. One that cannot be
// read does not keep the others from being written.
func (x exporter) articles(w io.Writer, format export.Format, files []string) error {
	open, names := loadAll, files
	if len(files) == 0 {
		ids, err := x.Articles()
		if err != nil {
			return err
		}
		open, names = func(id string) ([]*model.Article, error) {
			a, err := x.Article(id)
			return []*model.Article{a}, err
		}, ids
	}
	type result struct {
		readings []*model.Reading
		err      error
	}
	results := onAllCores(names, func(name string) (done result) {
		done.err = catchPanic(func() (err error) {
			done.readings, err = x.read(open, name)
			return err
		})
		if errors.As(done.err, &panicError{}) {
			done.err = localizedError{l10n.NotExtracted, []any{quoted(name), done.err}, done.err}
		}
		return done
	})
	var failed []error
	err := format.Write(w, func(yield func(*model.Reading) bool) {
		for done := range results {
			if done.err != nil {
				failed = append(failed, done.err)
			}
			for _, r := range done.readings {
				if !yield(r) {
					return
				}
			}
		}
	}, export.Options{Explain: true, Text: true})
	return errors.Join(append(failed, err)...)
}

// read is articles with all that is known of them.
func (x exporter) read(open func(string) ([]*model.Article, error), name string) (readings []*model.Reading, err error) {
	articles, err := open(name)
	if err != nil {
		return nil, err
	}
	for _, a := range articles {
		decisions, err := x.Decisions(a.ID)
		if err != nil {
			return nil, err
		}
		readings = append(readings, model.NewReading(a, x.models.Detect(a), decisions, x.author))
	}
	return readings, nil
}
