package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"rawi/model"
	"rawi/model/detect"
	"rawi/model/export"
	"rawi/ui/l10n"
)

func extractCommand(s *settings) *cobra.Command {
	var out string
	var o export.Options
	var trace bool
	c := &cobra.Command{
		Use:   "extract FILE...",
		Short: "Print quotations, parties and speakers as JSON",
		Long: `extract prints one JSON object an article, of which a feed or a book has several: quotations with kind and speaker, parties
with their mentions, title and what surrounds the article, as rawi finds them by
itself; for what readers decided there is "rawi export --format json". Offsets
count Unicode code points of the article's text, which --text prints too.`,
		Args:              atLeastOne,
		ValidArgsFunction: articles,
		RunE: func(c *cobra.Command, args []string) error {
			m, err := s.configuredModels()
			if err != nil {
				return err
			}
			e := newExtractor(out, o, m().Detect)
			if trace {
				e.trace = m().Trace
			}
			return e.all(c.OutOrStdout(), args)
		},
	}
	c.Flags().BoolVar(&o.Explain, "explain", false, "explain each speaker: the rule, the words, the confidence")
	c.Flags().BoolVar(&o.Text, "text", false, "add the text in which offsets count, its SHA-256, its source and its title")
	c.Flags().StringVar(&out, "out", "", "folder to write NAME.json into, one a file, instead of printing")
	c.Flags().BoolVar(&trace, "trace", false, "print instead which rows of rules fired where, a line each: code points, row, what it gave, words")
	for _, other := range []string{"explain", "text", "out"} {
		c.MarkFlagsMutuallyExclusive("trace", other)
	}
	return c
}

// extractor writes what is found in articles.
type extractor struct {
	dir     string // where NAME.json goes; "" to print
	format  export.Format
	options export.Options
	detect  func(*model.Article) model.Findings
	trace   func(*model.Article) []detect.Fired // rows that fired are written instead of what is found; nil for not
}

func newExtractor(dir string, o export.Options, find func(*model.Article) model.Findings) extractor {
	format, _ := export.Find("json")
	return extractor{dir: dir, format: format, options: o, detect: find}
}

// extracted is what is written of one file.
type extracted struct {
	to   string // "" to print
	data []byte
	err  error
}

// all writes what is found in each file, in their order, whichever is ready first: to
// w, or one file each into the extractor's folder. A file that cannot be read does not
// keep the others from being written.
func (e extractor) all(w io.Writer, files []string) error {
	targets, err := e.targets(files)
	if err != nil {
		return err
	}
	if e.dir != "" {
		if err := os.MkdirAll(e.dir, 0o777); err != nil {
			return err
		}
	}
	var failed []error
	for x := range inParallel(targets, e.one) {
		if err := x.write(w); err != nil {
			failed = append(failed, err)
		}
	}
	return errors.Join(failed...)
}

// one finds what is in one file.
func (e extractor) one(t target) extracted {
	var out bytes.Buffer
	err := catchPanic(func() error {
		articles, err := loadAll(t.file)
		if err != nil {
			return err
		}
		if e.trace != nil {
			for _, a := range articles {
				if err := writeTrace(&out, a, e.trace(a)); err != nil {
					return err
				}
			}
			return nil
		}
		readings := make([]*model.Reading, len(articles))
		for i, a := range articles {
			readings[i] = model.NewReading(a, e.detect(a), nil, "")
		}
		return e.format.Write(&out, slices.Values(readings), e.options)
	})
	if errors.As(err, &panicError{}) {
		err = localizedError{l10n.NotExtracted, []any{quoted(t.file), err}, err}
	}
	return extracted{t.to, out.Bytes(), err}
}

// write writes an article whole, or nothing of one that failed.
func (x extracted) write(w io.Writer) error {
	if x.err != nil {
		return x.err
	}
	if x.to != "" {
		return os.WriteFile(x.to, x.data, 0o666)
	}
	_, err := w.Write(x.data)
	return err
}
