package main

import (
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rawi/model"
	"rawi/model/agree"
	"rawi/model/detect"
	"rawi/model/store"
	"rawi/ui/l10n"
)

// agreeFormats are the ways to write a report; the first is taken where none is named.
var agreeFormats = []struct {
	name, about string
	write       func(w io.Writer, r *agree.Report, language l10n.Language) error
}{
	{"table", "for readers", writeAgreeTables},
	{"json", "all figures and all differences, one JSON object", func(w io.Writer, r *agree.Report, _ l10n.Language) error { return r.WriteJSON(w) }},
	{"csv", "a line for each figure", func(w io.Writer, r *agree.Report, _ l10n.Language) error { return r.WriteCSV(w) }},
}

func agreeFormatNames() (names []string) {
	for _, f := range agreeFormats {
		names = append(names, f.name)
	}
	return names
}

// agreeBootstrap is how the intervals are made.
var agreeBootstrap = agree.Bootstrap{Samples: 1000, Seed: 1}

func agreeCommand(s *settings) *cobra.Command {
	var authors []string
	var all bool
	var format, corpus string
	c := &cobra.Command{
		Use:   "agree [FILE...]",
		Short: "Say how much the authors of decisions agree",
		Long: `agree compares what authors decided on the articles of the library, or on those in
each FILE: which words are quotations and mentions (F1, of the same words and of
words in common), and of the quotations that both have the kind and the speaker
(Cohen's kappa, Krippendorff's alpha for nominal values, each with the interval of
1,000 bootstrap samples). Then come confusion tables, each article, and every
difference with what each author said.

A quotation is an author's who decided on it; a mention is one that was found and
not deleted, or made. Articles count on which both decided something.`,
		ValidArgsFunction: articles,
		RunE: func(c *cobra.Command, files []string) error {
			i := slices.Index(agreeFormatNames(), format)
			if i < 0 {
				return wrongUsage(l10n.NoSuchFormat, quoted(format), strings.Join(agreeFormatNames(), ", "))
			}
			r, err := agreement(*s, corpus, files, authors)
			if err != nil {
				return err
			}
			return agreeFormats[i].write(c.OutOrStdout(), r, s.language)
		},
	}
	c.Flags().StringSliceVar(&authors, "authors", nil, "only these, apart by commas (default: all who decided)")
	c.Flags().StringVar(&corpus, "corpus", "", "the articles of a corpus")
	c.Flags().BoolVar(&all, "all", false, "all articles of the library, as without FILE")
	c.Flags().StringVar(&format, "format", agreeFormats[0].name, "one of "+strings.Join(agreeFormatNames(), ", "))

	return c
}

// agreement compares authors, all where none is named.
func agreement(s settings, corpus string, files, authors []string) (*agree.Report, error) {
	library, err := s.open()
	if err != nil {
		return nil, err
	}
	defer library.Close()
	models, err := s.configuredModels()
	if err != nil {
		return nil, err
	}
	c := comparison{Library: library, authors: authors, models: models}
	found, err := c.articles(corpus, files)
	if err != nil {
		return nil, err
	}
	readings, err := c.readings(found)
	if err != nil {
		return nil, err
	}
	there, err := c.among(readings)
	if err != nil {
		return nil, err
	}
	r := agree.New(readings, there, agreeBootstrap)
	return &r, nil
}

// comparison reads what authors decided.
type comparison struct {
	*store.Library
	authors []string // none for all
	models  func() *detect.Models
}

// articles is those of a corpus, or of files, or those of the library on which several
// authors decided.
func (c comparison) articles(corpus string, files []string) ([]*model.Article, error) {
	switch {
	case corpus != "":
		return c.ofCorpus(corpus)
	case len(files) == 0:
		return c.contested()
	}
	return loadEach(files)
}

// ofCorpus is the articles of a corpus that the library holds.
func (c comparison) ofCorpus(name string) (found []*model.Article, err error) {
	facts, err := c.CorpusFacts()
	if err != nil {
		return nil, err
	}
	k := corpora{all: model.Corpora(facts)}
	corpus, err := k.known(name)
	if err != nil {
		return nil, err
	}
	for _, x := range corpus.Articles {
		a, err := c.Article(x.ID)
		if errors.Is(err, store.ErrUnknown) {
			continue // it came with the corpus, and was not opened here
		}
		if err != nil {
			return nil, err
		}
		found = append(found, a)
	}
	return found, nil
}

// readings is articles with what the authors decided.
func (c comparison) readings(found []*model.Article) (all []*model.Reading, err error) {
	type result struct {
		reading *model.Reading
		err     error
	}
	for done := range onAllCores(found, func(a *model.Article) (r result) {
		r.err = catchPanic(func() (err error) {
			r.reading, err = c.read(a)
			return err
		})
		return r
	}) {
		if done.err != nil {
			return nil, done.err
		}
		all = append(all, done.reading)
	}
	return all, nil
}

// contested is the articles of the library on which several authors decided. Of the
// texts that one page had at different times only the latest counts: decisions on the
// others are found again in it.
func (c comparison) contested() (all []*model.Article, err error) {
	ids, err := c.Contested()
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		a, err := latestText(c.Library, id)
		if err != nil {
			return nil, err
		}
		if a != nil {
			all = append(all, a)
		}
	}
	return all, nil
}

// latestText is an article of the library; nil for one that the library does not hold yet,
// for the whole library (""), and for an earlier text of a page.
func latestText(library *store.Library, id string) (*model.Article, error) {
	if id == "" {
		return nil, nil
	}
	a, err := library.Article(id)
	if errors.Is(err, store.ErrUnknown) {
		return nil, nil // its decisions wait for it
	}
	if err != nil || a.Source == "" {
		return a, err
	}
	if latest, err := library.Latest(a.Source); err != nil || latest != id {
		return nil, err
	}
	return a, nil
}

// read is an article as nobody in particular sees it, with the decisions of the authors
// alone.
func (c comparison) read(a *model.Article) (*model.Reading, error) {
	history, err := c.Decisions(a.ID)
	if err != nil {
		return nil, err
	}
	if len(c.authors) > 0 {
		history = slices.DeleteFunc(history, func(d model.Annotation) bool {
			return !d.Deed.LibraryWide() && !slices.Contains(c.authors, d.Author)
		})
	}
	return model.NewReading(a, c.models().Detect(a), history, ""), nil
}

// among is who decided on quotations in articles, by name: at least two, and all that
// are asked for.
func (c comparison) among(readings []*model.Reading) (there []string, err error) {
	for _, r := range readings {
		there = append(there, agree.Coders(r)...)
	}
	slices.Sort(there)
	there = slices.Compact(there)
	for _, asked := range c.authors {
		if !slices.Contains(there, asked) {
			return nil, localizedError{word: l10n.NoSuchAuthor, args: []any{quoted(asked), strings.Join(there, ", ")}}
		}
	}
	if len(there) < 2 {
		return nil, localizedError{word: l10n.NoTwoAuthors}
	}
	return there, nil
}
