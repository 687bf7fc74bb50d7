package main

import (
	"slices"

	"rawi/model"
	"rawi/model/store"
	"rawi/ui"
	"rawi/ui/l10n"
)

// way is the way of a reader through several articles; the zero way is none.
type way struct {
	as    model.Capacity // in which the reader decides
	among []string       // the articles, by their IDs; none for the whole library
	begin bool           // the first article that is left is shown first

	corpus string // of which the reader annotates, "" for none
}

// pane is where the keys go first on the way, "" for where they went last.
func (w way) pane() string {
	if w.begin {
		return "quotations"
	}
	return ""
}

// along is what is shown first on the way.
func (o *opener) along(first firstInput) (firstInput, error) {
	if !o.way.begin {
		return first, nil
	}
	r, err := o.next("", o.way.as)
	if err != nil {
		return first, err
	}
	switch {
	case r == (ui.Request{}) && o.way.corpus != "":
		return first, localizedError{word: l10n.NothingLeft, args: []any{quoted(o.way.corpus), quoted(o.author)}}
	case r == (ui.Request{}):
		return first, localizedError{word: l10n.NothingToSettle}
	}
	first.address, first.pending = "", nil
	first.read = func() (opening, error) {
		library, err := store.Open(o.library)
		if err != nil {
			return opening{}, err
		}
		defer library.Close()
		a, err := library.Article(r.Article)
		return opening{Article: a}, err
	}
	return first, nil
}

// next is the article after another one on the way that is left to do in a capacity, and
// behind the last the first; the zero Request for none.
func (o *opener) next(after string, as model.Capacity) (ui.Request, error) {
	library, err := store.Open(o.library)
	if err != nil {
		return ui.Request{}, err
	}
	defer library.Close()
	corpus, err := o.corpus(library)
	if err != nil {
		return ui.Request{}, err
	}
	ids, err := o.left(library, corpus, as)
	if err != nil {
		return ui.Request{}, err
	}
	at := slices.Index(ids, after) + 1
	for _, id := range slices.Concat(ids[at:], ids[:at]) {
		if id == after {
			continue
		}
		a, err := latestText(library, id)
		if err != nil {
			return ui.Request{}, err
		}
		if a == nil {
			continue
		}
		if is, err := o.isLeft(library, corpus, a, as); err != nil || is {
			return ui.Request{Article: id, Title: a.Title(), As: as}, err
		}
	}
	return ui.Request{}, nil
}

// corpus is the corpus that the reader annotates, nil for none.
func (o *opener) corpus(library *store.Library) (*model.Corpus, error) {
	if o.way.corpus == "" {
		return nil, nil
	}
	facts, err := library.CorpusFacts()
	if err != nil {
		return nil, err
	}
	k := corpora{all: model.Corpora(facts)}
	return k.known(o.way.corpus)
}

// left is the articles among which something may be left to do: in a corpus to settle, or
// assigned to the reader and not done.
func (o *opener) left(library *store.Library, corpus *model.Corpus, as model.Capacity) (ids []string, err error) {
	switch {
	case corpus != nil:
		for i := range corpus.Articles {
			if x := &corpus.Articles[i]; as == model.Adjudicator || x.IsOf(o.author) && x.Done[o.author].IsZero() {
				ids = append(ids, x.ID)
			}
		}
		return ids, nil
	case len(o.way.among) > 0 || as != model.Adjudicator:
		return o.way.among, nil
	}
	return library.Contested()
}

// isLeft reports whether an article is left to do.
func (o *opener) isLeft(library *store.Library, corpus *model.Corpus, a *model.Article, as model.Capacity) (bool, error) {
	history, err := library.Decisions(a.ID)
	if err != nil {
		return false, err
	}
	found, _ := o.detect(a) // where nothing can be found, decisions are read all the same
	if corpus != nil && as == model.Annotator {
		return corpus.Progress(a, found, history, o.author).ArticlesDone == 0, nil
	}
	r := model.NewReading(a, found, history, o.author)
	r.Adjudicate(as)
	if as == model.Adjudicator {
		return len(r.Unsettled()) > 0, nil
	}
	_, undecided := r.NextUndecided(-1, false)
	return undecided, nil
}

// annotate has a session show an article of the corpus as its annotators may see it.
func (o *opener) annotate(s *ui.Session, library *librarySession) {
	if o.way.corpus == "" {
		return
	}
	var corpus *model.Corpus
	err := library.Read(func(l *store.Library) (err error) {
		corpus, err = o.corpus(l)
		return err
	})
	if err != nil || corpus == nil || corpus.Article(s.Article.ID) == nil {
		return
	}
	history, detect := s.History, s.Detect
	s.Corpus = corpus
	s.History = func() ([]model.Annotation, error) {
		all, err := history()
		if s.Capacity == model.Annotator {
			all = corpus.Shown(all, o.author)
		}
		return all, err
	}
	s.Detect = func(a *model.Article) (model.Findings, error) {
		found, err := detect(a)
		if s.Capacity == model.Annotator {
			found = corpus.Visible(found)
		}
		return found, err
	}
}
