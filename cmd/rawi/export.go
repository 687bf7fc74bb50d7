package main

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"github.com/spf13/cobra"

	"rawi/model"
	"rawi/model/detect"
	"rawi/model/export"
	"rawi/model/store"
	"rawi/ui/l10n"
)

func exportCommand(s *settings) *cobra.Command {
	var name, schema, corpus string
	var d destination
	var all bool
	c := &cobra.Command{
		Use:   "export [FILE... | --all]",
		Short: "Write what is known of articles for other programs, or the decisions of the library",
		Long: `export writes what the library holds, or with FILE only what concerns those articles.
Each format says what is decided and what is guessed, and gives the text in which its
offsets count. "rawi import" reads back events, which merge line by line with those of
others, and what was corrected in brat, Label Studio, doccano or JSON Lines. Formats:

` + formatList("  %-12s%s\n") + `
-o names a file, or a folder, where each article is written into files of its own; a
folder is there already, or its name ends with a slash, or the format needs one. Without
-o all is printed. Files are written whole or not at all.`,
		ValidArgsFunction: articles,
		RunE: func(c *cobra.Command, files []string) error {
			if schema != "" {
				return printSchema(c.OutOrStdout(), schema)
			}
			if all && len(files) > 0 {
				return wrongUsage(l10n.AllOrFiles)
			}
			format, ok := export.Find(name)
			if !ok {
				return wrongUsage(l10n.NoSuchFormat, quoted(name), strings.Join(export.Names(), ", "))
			}
			if corpus != "" {
				return exportCorpus(*s, corpus, d.path)
			}
			d.format = format
			return exportTo(c.OutOrStdout(), *s, d, files)
		},
	}
	c.Flags().StringVar(&name, "format", "events", "one of "+strings.Join(export.Names(), ", "))
	c.Flags().StringVarP(&d.path, "output", "o", "", "file, or folder of a file for each article, to write instead of printing")
	c.Flags().StringVar(&corpus, "corpus", "", "the decisions of a corpus, into a file for each article and author in the folder of -o")
	c.Flags().BoolVar(&all, "all", false, "all that the library holds, as without FILE")
	c.Flags().BoolVar(&d.bom, "bom", false, "begin csv and tsv with a byte order mark, which Excel needs to read Arabic")
	c.Flags().StringVar(&schema, "schema", "", "print the JSON Schema of a form instead: one of "+strings.Join(export.SchemaNames(), ", "))
	return c
}

// printSchema prints the JSON Schema of a form.
func printSchema(w io.Writer, name string) error {
	schema, ok := export.Schema(name)
	if !ok {
		return wrongUsage(l10n.NoSuchSchema, quoted(name), strings.Join(export.SchemaNames(), ", "))
	}
	_, err := io.WriteString(w, schema)
	return err
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

func exportTo(w io.Writer, s settings, d destination, files []string) error {
	if err := d.check(files); err != nil {
		return err
	}
	library, err := s.open()
	if err != nil {
		return err
	}
	defer library.Close()
	x := exporter{Library: library}
	if d.format.WriteLog != nil {
		decisions, err := x.decisions(files)
		if err != nil {
			return err
		}
		return d.stream(w, func(w io.Writer) error { return d.format.WriteLog(w, decisions) })
	}
	if err := x.prepare(s); err != nil {
		return err
	}
	var failed []error
	readings, err := x.readings(files, &failed)
	if err != nil {
		return err
	}
	err = d.write(w, readings)
	return errors.Join(append(failed, err)...)
}

// exporter gives what a library holds.
type exporter struct {
	*store.Library
	author string // whose decisions go before those of others
	models *detect.Models
}

// exporter opens the library for what gives readings; it must be closed.
func (s settings) exporter() (x exporter, err error) {
	if x.Library, err = s.open(); err != nil {
		return x, err
	}
	if err = x.prepare(s); err != nil {
		_ = x.Close()
	}
	return x, err
}

// prepare has what readings need besides the library.
func (x *exporter) prepare(s settings) error {
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
	return nil
}

// decisions are all, or those that concern the articles of files, each once.
func (x exporter) decisions(files []string) ([]model.Annotation, error) {
	if len(files) == 0 {
		return x.Events()
	}
	var log model.Log
	for _, file := range files {
		articles, err := loadAll(file)
		if err != nil {
			return nil, err
		}
		for _, a := range articles {
			some, err := x.Decisions(a.ID)
			if err != nil {
				return nil, err
			}
			log.Append(some...)
		}
	}
	return log.All(), nil
}

// readings are the articles of files, or all in the library, with all that is known of
// them and what their files may be called. One that cannot be read does not keep the
// others from being given: why is added to failed.
func (x exporter) readings(files []string, failed *[]error) (iter.Seq2[string, *model.Reading], error) {
	open, names := loadAll, files
	if len(files) == 0 {
		ids, err := x.Articles()
		if err != nil {
			return nil, err
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
	return func(yield func(string, *model.Reading) bool) {
		for done := range results {
			if done.err != nil {
				*failed = append(*failed, done.err)
			}
			unique := len(files) > 0 && len(done.readings) == 1
			for _, r := range done.readings {
				if !yield(fileName(r.Article, unique), r) {
					return
				}
			}
		}
	}, nil
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
