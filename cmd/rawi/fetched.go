package main

import (
	"context"
	"errors"

	"rawi/model"
	"rawi/model/fetch"
	"rawi/model/store"
	"rawi/ui/l10n"
)

// web fetches pages for a window, and keeps them in its library.
type web struct {
	*opener
	ctx      context.Context
	library  *librarySession
	progress func(received, total int64)
}

// page is the page at an address, which the reader typed or another page names. Where it
// cannot be had, it is what the library has of it.
func (w web) page(address string, typed bool) (opening, error) {
	page, known := w.library.page(sourceOf(address))
	found, err := w.fetch(address, typed, page)
	if err == nil || !known || errors.Is(err, fetch.ErrStopped) {
		return found, err
	}
	found, failed := firstOf(readPage(page))
	if failed != nil {
		return opening{}, err
	}
	found.notice = w.language.Say(l10n.ShownAsKept, explain(w.language, err), dateOf(page.Fetched.Local()))
	return found, nil
}

// kept is an article of the library: of one that is only a summary, the page that it is the
// summary of.
func (w web) kept(id string) (opening, error) {
	a, err := w.library.article(id)
	if err != nil {
		return opening{}, libraryError(err)
	}
	return w.whole(a)
}

// whole is the page that an article is the summary of; any other article is itself.
func (w web) whole(a *model.Article) (opening, error) {
	if !a.Facts.Summary {
		return opening{Article: a}, nil
	}
	page, _ := w.library.page(sourceOf(a.Facts.Address))
	found, err := w.fetch(a.Facts.Address, false, page)
	if errors.Is(err, fetch.ErrStopped) {
		return opening{}, err
	}
	if err != nil {
		return opening{Article: a, notice: w.language.Say(l10n.ShownSummary, explain(w.language, err))}, nil
	}
	return found, nil
}

// fetch fetches a page, of which the library may have an earlier state, and keeps it.
func (w web) fetch(address string, typed bool, before store.Page) (opening, error) {
	got, err := newClient().Get(w.ctx, fetch.Request{Address: address, Typed: typed, Progress: w.progress,
		Kept: fetch.Version{ETag: before.ETag, Modified: before.Modified}})
	if err != nil {
		return opening{}, webError(address, err)
	}
	page := before
	if !got.Unchanged {
		page = keptPage(address, got)
	}
	document, err := readPage(page)
	if err != nil {
		return opening{}, webError(address, err)
	}
	found, _ := firstOf(document, nil)
	if found.isFeed {
		found.notice = w.language.Say(l10n.FeedOpened, w.language.Count(len(document.Articles), l10n.Articles))
		return found, nil
	}
	if err := w.library.keepPage(found.Article, page); err != nil {
		found.notice = w.language.Say(l10n.NothingKept, explain(w.language, libraryError(err)))
	}
	return found, nil
}
