package main

import (
	"context"
	"io"
	"iter"
	"os"
	"runtime"
	"slices"

	"rawi/model"
	"rawi/model/stream"
	"rawi/ui/l10n"
)

// onAllCores is [stream.InOrder] on all cores.
func onAllCores[In, Out any](inputs []In, work func(In) Out) iter.Seq[Out] {
	return stream.InOrder(runtime.GOMAXPROCS(0), slices.Values(inputs), work)
}

// streamer finds what is in articles that come one a line.
type streamer struct {
	workers  int
	byLine   bool
	language l10n.Language
	detect   func(*model.Article) model.Findings
}

// all reads standard input, or files one after the other.
func (s streamer) all(out io.Writer, files []string) error {
	if s.workers < 1 {
		return wrongUsage(l10n.NoWorkers, s.workers)
	}
	ctx, stop := untilSignal()
	defer stop()
	if len(files) == 0 {
		files = []string{"-"}
	}
	for _, file := range files {
		if err := s.one(ctx, out, file); err != nil {
			return err
		}
	}
	return nil
}

func (s streamer) one(ctx context.Context, out io.Writer, file string) error {
	in := os.Stdin
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			return fileError(file, err)
		}
		defer f.Close()
		in = f
	}
	return stream.Run(ctx, in, out, stream.Options{
		Detect: func(a *model.Article) (found model.Findings, err error) {
			err = catchPanic(func() error {
				found = s.detect(a)
				return nil
			})
			return found, err
		},
		Explain: func(err error) string { return explain(s.language, err) },
		Workers: s.workers,
		ByLine:  s.byLine,
	})
}
