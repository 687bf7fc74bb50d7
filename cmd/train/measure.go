package main

import (
	"runtime"

	"rawi/model/detect/gold"
	"rawi/model/detect/score"
)

// measured is the scores of articles, which are read on all cores.
func measured(articles []*gold.Article, find finder) (*score.Scores, error) {
	each, err := each(runtime.GOMAXPROCS(0), len(articles), func(i int) (*score.Scores, error) {
		return score.Article(articles[i], find(articles[i].Article)), nil
	})
	if err != nil {
		return nil, err
	}
	all := new(score.Scores)
	for _, s := range each { // in order: sums of shares come out the same
		all.Add(s)
	}
	return all, nil
}

// column is what was measured on the articles of one group.
type column struct {
	name     string
	articles int
	rules    *score.Scores // rules alone
	models   *score.Scores // with models trained on the other groups; nil where there are none
}

// learn trains for each group on the others; nil for a group without articles.
func (r recipe) learn(articles []*gold.Article, seed uint64) ([]weights, error) {
	parts := byGroup(articles)
	learnt := make([]weights, len(parts))
	for i := range parts {
		if len(parts[i]) == 0 || len(r.trainers) == 0 {
			continue
		}
		var err error
		if learnt[i], err = r.train(without(parts, i), seed); err != nil {
			return nil, err
		}
	}
	return learnt, nil
}

// folds measures each group with what was learnt of the others, and adds a column of all.
func (r recipe) folds(articles []*gold.Article, learnt []weights) ([]column, error) {
	sum := column{name: "all", rules: new(score.Scores)}
	if len(r.trainers) > 0 {
		sum.models = new(score.Scores)
	}
	var columns []column
	for i, part := range byGroup(articles) {
		if len(part) == 0 {
			continue
		}
		c, err := r.fold(part, learnt[i])
		if err != nil {
			return nil, err
		}
		c.name = groups[i].name
		columns = append(columns, c)
		sum.articles += c.articles
		sum.rules.Add(c.rules)
		if c.models != nil {
			sum.models.Add(c.models)
		}
	}
	return append(columns, sum), nil
}

// fold measures some articles with what was learnt of others.
func (r recipe) fold(tested []*gold.Article, learnt weights) (c column, err error) {
	c.articles = len(tested)
	alone, err := r.finder(nil)
	if err != nil {
		return c, err
	}
	if c.rules, err = measured(tested, alone); err != nil || learnt == nil {
		return c, err
	}
	find, err := r.finder(learnt)
	if err != nil {
		return c, err
	}
	c.models, err = measured(tested, find)
	return c, err
}
