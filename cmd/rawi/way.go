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
	if r == (ui.Request{}) {
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
	ids, err := o.left(library, as)
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
		if is, err := o.isLeft(library, a, as); err != nil || is {
			return ui.Request{Article: id, Title: a.Title(), As: as}, err
		}
	}
	return ui.Request{}, nil
}

// left is the articles among which something may be left to do.
func (o *opener) left(library *store.Library, as model.Capacity) ([]string, error) {
	if len(o.way.among) > 0 || as != model.Adjudicator {
		return o.way.among, nil
	}
	return library.Contested()
}

// isLeft reports whether an article is left to do.
func (o *opener) isLeft(library *store.Library, a *model.Article, as model.Capacity) (bool, error) {
	history, err := library.Decisions(a.ID)
	if err != nil {
		return false, err
	}
	found, _ := o.detect(a) // where nothing can be found, decisions are read all the same
	r := model.NewReading(a, found, history, o.author)
	r.Adjudicate(as)
	if as == model.Adjudicator {
		return len(r.Unsettled()) > 0, nil
	}
	_, undecided := r.NextUndecided(-1, false)
	return undecided, nil
}
