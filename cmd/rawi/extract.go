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

func extractCommand() *cobra.Command {
	var out string
	var o export.Options
	var trace bool
	c := &cobra.Command{
		Use:   "extract FILE...",
		Short: "Print quotations, parties and speakers as JSON",
		Long: `extract prints one JSON object a file: quotations with kind and speaker, parties
with their mentions, title and what surrounds the article, as rawi finds them by
itself; for what readers decided there is "rawi export --format json". Offsets
count Unicode code points of the article's text, which --text prints too.`,
		Args:              atLeastOne,
		ValidArgsFunction: articles,
		RunE: func(c *cobra.Command, args []string) error {
			e := newExtractor(out, o)
			e.trace = trace
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
	trace   bool // rows that fired, instead of what is found
}

func newExtractor(dir string, o export.Options) extractor {
	format, _ := export.Find("json")
	return extractor{dir: dir, format: format, options: o, detect: detect.Detect}
}

// extract writes what is found in each file: to w, or one file each into dir.
// A file that cannot be read does not keep the others from being written.
func extract(w io.Writer, dir string, o export.Options, files []string) error {
	return newExtractor(dir, o).all(w, files)
}

// extracted is what is written of one file.
type extracted struct {
	to   string // "" to print
	data []byte
	err  error
}

// all writes the files in their order, whichever is ready first.
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
		a, err := load(t.file)
		if err != nil {
			return err
		}
		if e.trace {
			return writeTrace(&out, a)
		}
		r := model.NewReading(a, e.detect(a), nil, "")
		return e.format.Write(&out, slices.Values([]*model.Reading{r}), e.options)
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
