package main

import (
	"cmp"
	"errors"
	"io"
	"os"
	"runtime"
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
	var trace, lines bool
	stream := streamer{workers: runtime.GOMAXPROCS(0)}
	c := &cobra.Command{
		Use:   "extract FILE... | --jsonl [FILE...]",
		Short: "Print quotations, parties and speakers as JSON",
		Long: `extract prints one JSON object an article, of which a feed or a book has several: quotations with kind and speaker, parties
with their mentions, title and what surrounds the article, as rawi finds them by
itself; for what readers decided there is "rawi export --format json". Offsets
count Unicode code points of the article's text, which --text prints too.

With --jsonl it reads one article a line, a JSON object with "text" or "html", and "url",
"date", "title", "author", "site", "section" where they are known, and prints one result a
line in the same order, with the text and all that is found in it; other members are
passed through. A line that cannot be read gives {"id", "line", "error"}.`,
		Args: func(c *cobra.Command, args []string) error {
			if lines {
				return nil
			}
			return atLeastOne(c, args)
		},
		ValidArgsFunction: articles,
		RunE: func(c *cobra.Command, args []string) error {
			m, err := s.configuredModels()
			if err != nil {
				return err
			}
			if lines {
				stream.language, stream.detect = s.language, m().Detect
				return stream.all(c.OutOrStdout(), args)
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
	c.Flags().BoolVar(&lines, "jsonl", false, "read one article a line as JSON, from standard input or files, and print one result a line")
	c.Flags().IntVarP(&stream.workers, "jobs", "j", stream.workers, "with --jsonl: how many articles to read at a time")
	c.Flags().BoolVar(&stream.byLine, "line-buffered", false, "with --jsonl: give each result at once")
	for _, other := range []string{"explain", "text", "out"} {
		c.MarkFlagsMutuallyExclusive("trace", other)
		c.MarkFlagsMutuallyExclusive("jsonl", other)
	}
	c.MarkFlagsMutuallyExclusive("jsonl", "trace")
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
	data pieces
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
	for x := range onAllCores(targets, e.one) {
		if err := x.write(w); err != nil {
			failed = append(failed, err)
		}
	}
	return errors.Join(failed...)
}

// one finds what is in one file.
func (e extractor) one(t target) extracted {
	var out pieces
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
	return extracted{t.to, out, err}
}

// write writes an article whole, or nothing of one that failed.
func (x extracted) write(w io.Writer) error {
	if x.err != nil {
		return x.err
	}
	if x.to == "" {
		return x.data.writeTo(w)
	}
	f, err := os.Create(x.to)
	if err != nil {
		return err
	}
	return cmp.Or(x.data.writeTo(f), f.Close())
}

// pieces is what was written, piece by piece: one buffer would double, and leave
// garbage of its size.
type pieces [][]byte

func (p *pieces) Write(b []byte) (int, error) {
	const size = 16 << 10
	last := len(*p) - 1
	if last < 0 || len((*p)[last])+len(b) > cap((*p)[last]) {
		*p = append(*p, make([]byte, 0, max(size, len(b))))
		last++
	}
	(*p)[last] = append((*p)[last], b...)
	return len(b), nil
}

func (p pieces) writeTo(w io.Writer) error {
	for _, b := range p {
		if _, err := w.Write(b); err != nil {
			return err
		}
	}
	return nil
}
