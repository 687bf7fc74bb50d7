package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"rawi/model"
	"rawi/model/detect"
	"rawi/model/printable"
	"rawi/model/store"
	"rawi/ui/l10n"
	"rawi/ui/table"
)

func corpusStatus(s *settings) *cobra.Command {
	return &cobra.Command{
		Use:   "status [NAME]",
		Short: "Say how far each author is",
		Long: `status says of each corpus, or of NAME, how far each author is: articles and quotations
that are done, of those assigned, and the time between decisions, without pauses of
more than five minutes.`,
		Args:              atMostOne,
		ValidArgsFunction: corpusNames(s),
		RunE: func(c *cobra.Command, args []string) error {
			models, err := s.configuredModels()
			if err != nil {
				return err
			}
			return onCorpora(*s, func(k *corpora) error {
				all := k.all
				if len(args) > 0 {
					one, err := k.known(args[0])
					if err != nil {
						return err
					}
					all = []model.Corpus{*one}
				}
				if len(all) == 0 {
					return noCorpus("", nil)
				}
				var tables []table.Table
				for i := range all {
					one, err := k.status(&all[i], models)
					if err != nil {
						return err
					}
					tables = append(tables, one)
				}
				return writeTables(c.OutOrStdout(), tables, k.language)
			})
		},
	}
}

// status is how far each author of a corpus is.
func (k *corpora) status(c *model.Corpus, models func() *detect.Models) (t table.Table, err error) {
	say := k.language.Say
	t.Title = printable.Text(c.Name) + " · " + k.language.Count(len(c.Articles), l10n.Articles)
	t.Head = []string{say(l10n.StatusAuthor), say(l10n.AgreeArticles), say(l10n.Quotes), say(l10n.StatusTime)}
	sums, order := map[string]*model.Progress{}, []string{}
	type result struct {
		of  map[string]model.Progress
		err error
	}
	for done := range onAllCores(c.Articles, func(x model.CorpusArticle) (r result) {
		r.err = catchPanic(func() (err error) {
			r.of, err = k.progress(c, x, models)
			return err
		})
		return r
	}) {
		if done.err != nil {
			return t, done.err
		}
		for author, p := range done.of {
			if sums[author] == nil {
				sums[author], order = new(model.Progress), append(order, author)
			}
			sums[author].Add(p)
		}
	}
	for _, author := range slices.Sorted(slices.Values(order)) {
		p := sums[author]
		t.Rows = append(t.Rows, []string{
			printable.Text(author), fraction(p.ArticlesDone, p.Articles), fraction(p.QuotationsDone, p.Quotations), k.language.Count(int(p.Time/time.Minute), l10n.Minutes),
		})
	}
	return t, nil
}

// progress is how far those are to whom an article is assigned.
func (k *corpora) progress(c *model.Corpus, x model.CorpusArticle, models func() *detect.Models) (map[string]model.Progress, error) {
	if len(x.Authors) == 0 {
		return nil, nil
	}
	of := make(map[string]model.Progress)
	a, err := k.Article(x.ID)
	if errors.Is(err, store.ErrUnknown) { // it came with the corpus, and was not opened here
		for _, author := range x.Authors {
			of[author] = model.Progress{Articles: 1}
		}
		return of, nil
	}
	if err != nil {
		return nil, err
	}
	decisions, err := k.Decisions(x.ID)
	if err != nil {
		return nil, err
	}
	found := models().Detect(a)
	for _, author := range x.Authors {
		of[author] = c.Progress(a, found, decisions, author)
	}
	return of, nil
}

func fraction(done, all int) string {
	return leftToRight(fmt.Sprint(strconv.Itoa(done), "/", strconv.Itoa(all)))
}
