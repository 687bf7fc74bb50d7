package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"rawi/model"
	"rawi/model/detect"
	"rawi/model/detect/train"
	"rawi/model/printable"
	"rawi/model/store"
	"rawi/ui/config"
	"rawi/ui/l10n"
)

func trainCommand(s *settings) *cobra.Command {
	var fromLibrary bool
	c := &cobra.Command{
		Use:   "train --from-library",
		Short: "Learn from your decisions in the library",
		Long: `train adapts what rawi has learnt to your own decisions: what stands between marks,
which clauses are reported and where they end, and who speaks. Of an article in
which quotations are left undecided only the decided ones are learnt from.

First each article is held back and guessed by what the others teach. Only if that
is better than what is built in are weights written, into the library's folder;
rawi and its commands use them with "--weights library".`,
		Args:              noArguments,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(c *cobra.Command, _ []string) error {
			if !fromLibrary {
				return wrongUsage(l10n.TrainFromWhat)
			}
			return trainFromLibrary(c.OutOrStdout(), *s)
		},
	}
	c.Flags().BoolVar(&fromLibrary, "from-library", false, "learn from the library")
	return c
}

// trainFromLibrary says what there is to learn from and what it brings, and writes
// weights if that is something.
func trainFromLibrary(w io.Writer, s settings) error {
	prefs, err := openPreferences()
	if err != nil {
		return err
	}
	library, err := s.open()
	if err != nil {
		return err
	}
	defer library.Close()
	p := pupil{Library: library, author: author(s, prefs.config), models: detect.Learned()}
	if err := p.readAll(); err != nil {
		return err
	}
	if p.decisions == 0 {
		return localizedError{word: l10n.NothingToLearn, args: []any{quoted(p.author)}}
	}
	gain, err := train.Measure(p.articles, p.lessons, p.models, trainSeed)
	if err != nil {
		return err
	}
	if err := p.report(w, gain); err != nil {
		return err
	}
	if !gain.IsBetter() {
		_, err := fmt.Fprintln(w, "That is no better than what is built in: no weights were written, and those of before are as they were.")
		return err
	}
	file, err := s.weightsFile()
	if err != nil {
		return err
	}
	if err := p.write(file); err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "Written to %s. To use it: --weights %s, or in %s: weights = %q\n",
		printable.Text(quoted(file)), libraryWeights, printable.Text(quoted(configFile())), libraryWeights)
	return err
}

// trainSeed makes the same library give the same weights.
const trainSeed = 1

// pupil learns from the decisions of one reader.
type pupil struct {
	*store.Library
	author string
	models *detect.Models

	articles  []train.Source
	lessons   []train.Lessons // of each article
	decisions int
}

// readAll reads every article that has decisions of the reader.
func (p *pupil) readAll() error {
	ids, err := p.Articles()
	if err != nil {
		return err
	}
	type result struct {
		source  train.Source
		lessons train.Lessons
		n       int
		err     error
	}
	for r := range onAllCores(ids, func(id string) (r result) {
		r.err = catchPanic(func() (err error) {
			if r.source, r.n, err = p.read(id); err == nil && r.n > 0 {
				r.lessons = train.LessonsOf(r.source, p.models)
			}
			return err
		})
		if errors.As(r.err, &panicError{}) {
			r.err = localizedError{l10n.NotExtracted, []any{quoted(id), r.err}, r.err}
		}
		return r
	}) {
		if r.err != nil {
			return r.err
		}
		if r.n > 0 {
			p.articles, p.lessons, p.decisions = append(p.articles, r.source), append(p.lessons, r.lessons), p.decisions+r.n
		}
	}
	return nil
}

// read is an article as the reader decided it, and on how many quotations.
func (p *pupil) read(id string) (s train.Source, decisions int, err error) {
	a, err := p.Article(id)
	if err != nil {
		return s, 0, err
	}
	all, err := p.Decisions(id)
	if err != nil {
		return s, 0, err
	}
	var own []model.Annotation
	decides := false
	for _, d := range all {
		if d.Author == p.author || d.Deed.LibraryWide() {
			own, decides = append(own, d), decides || d.Deed.OfArticle()
		}
	}
	if !decides {
		return s, 0, nil
	}
	found := p.models.Detect(a)
	s, decisions = train.Decided(model.NewReading(a, found, own, p.author), found)
	return s, decisions, nil
}

func (p *pupil) report(w io.Writer, g train.Gain) error {
	count := l10n.English.Count
	fmt.Fprintf(w, "Learnt from %s on quotations in %s.\n", count(p.decisions, l10n.Decisions), count(len(p.articles), l10n.Articles))
	fmt.Fprintln(w, "Of decisions held back, guessed by what is built in and by what the other articles teach, these come out right:")
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "\tdecisions\tbuilt in\tadapted")
	for _, row := range []struct {
		title         string
		before, after train.Share
	}{
		{"what stands between marks", g.Before.Kinds, g.After.Kinds},
		{"reported clauses", g.Before.Clauses, g.After.Clauses},
		{"speakers", g.Before.Speakers, g.After.Speakers},
	} {
		fmt.Fprintf(t, "%s\t%d\t%d\t%d\n", row.title, max(row.before.Of, row.after.Of), row.before.Right, row.after.Right)
	}
	return t.Flush()
}

// write learns from all articles and replaces the file.
func (p *pupil) write(file string) error {
	learnt, err := train.Adapt(p.lessons, p.models, trainSeed)
	if err != nil {
		return err
	}
	data, err := detect.EncodeAdapted(learnt)
	if err != nil {
		return err
	}
	err = os.MkdirAll(filepath.Dir(file), 0o700) // of a shared library there may be none yet
	if err == nil {
		err = config.Write(file, string(data))
	}
	if err != nil {
		return fileError(file, err)
	}
	return nil
}
