package main

import (
	"errors"
	"slices"
	"strings"
	"time"

	"rawi/model"
	"rawi/model/store"
	"rawi/ui/l10n"
)

// What a window brings into its library, and lists of it.

// article is one that the library holds.
func (d *librarySession) article(id string) (a *model.Article, err error) {
	err = d.Read(func(l *store.Library) (err error) {
		a, err = l.Article(id)
		return err
	})
	if a == nil && err == nil {
		err = d.Absent()
	}
	return a, err
}

// known is what the library has of an entry of a feed, nil if that is no more than the
// entry.
func (d *librarySession) known(entry *model.Article) (a *model.Article) {
	err := d.Read(func(l *store.Library) error {
		id, err := l.Latest(entry.Source)
		if id == "" || err != nil {
			return err
		}
		a, err = l.Article(id)
		return err
	})
	if err != nil || a == nil || a.Facts.Summary {
		return nil
	}
	return a
}

// page is what the library has of an address.
func (d *librarySession) page(address string) (p store.Page, known bool) {
	err := d.Read(func(l *store.Library) (err error) {
		p, known, err = l.Page(address)
		return err
	})
	if err != nil { // what is damaged is fetched again
		return store.Page{}, false
	}
	return p, known
}

// keepPage keeps a page with its article, where there is a library.
func (d *librarySession) keepPage(a *model.Article, p store.Page) error {
	if d.Absent() != nil || d.ReadOnly() {
		return nil // which the reader is told anyway
	}
	return d.Write(func(l *store.Library) error { return l.KeepPage(a, p) })
}

// add puts articles into the library, and returns how many are new.
func (d *librarySession) add(articles []*model.Article) (n int, err error) {
	return d.adding(articles, (*store.Library).Add)
}

// addEntries is add for those of a feed.
func (d *librarySession) addEntries(articles []*model.Article) (n int, err error) {
	return d.adding(articles, (*store.Library).AddEntries)
}

func (d *librarySession) adding(articles []*model.Article, add func(*store.Library, ...*model.Article) (int, error)) (n int, err error) {
	if len(articles) == 0 {
		return 0, nil
	}
	err = d.Write(func(l *store.Library) (err error) {
		n, err = add(l, articles...)
		return err
	})
	return n, libraryError(err)
}

// dateOf is a date that keeps its order between Arabic words: isolated, by UAX #9.
func dateOf(t time.Time) string { return leftToRight(t.Format(time.DateOnly)) }

// edits is the quotations that the page changed when it changed last. Both states of it are
// read anew, so that what rawi reads in another way by now is no change.
func (d *librarySession) edits(detect func(*model.Article) (model.Findings, error), found []model.Quote) []model.Edit {
	var before store.Page
	known := false
	_ = d.Read(func(l *store.Library) (err error) { // what cannot be read was not changed as far as is known
		before, known, err = l.PageBefore(d.shown.Source)
		return err
	})
	if !known {
		return nil
	}
	document, err := readPage(before)
	if err != nil {
		return nil
	}
	earlier := document.Articles[0]
	spoken, _ := detect(earlier) // what cannot be found in it was not changed either
	return model.Edits(earlier.Text, spoken.Quotes, d.shown, found)
}

// Show says which article the window shows.
func (d *librarySession) Show(a *model.Article) {
	d.shown = a
	d.Session.Show(a)
}

// leave ends the work on the article.
func (d *librarySession) leave(unsaved []model.Annotation, onScreen model.Span) error {
	err := d.finish(unsaved, onScreen)
	_ = d.Close()
	return err
}

// addRest puts what came with an article into the library, and says how many articles
// that were.
func (o *opener) addRest(found opening) string {
	if len(found.beside)+len(found.pending) == 0 {
		return ""
	}
	library := newLibrarySession(o.library, o.language) // its own: another article may be opened meanwhile
	defer library.Close()
	added, failed := 0, []error(nil)
	note := func(n int, err error) {
		added += n
		failed = append(failed, err)
	}
	switch {
	case found.isFeed:
		note(library.addEntries(found.beside))
	case len(found.beside) > 0: // with the first, so that they are listed in their order
		note(library.add(slices.Concat([]*model.Article{found.Article}, found.beside)))
	}
	for _, name := range found.pending {
		document, err := loadDocument(name)
		switch {
		case err != nil:
			note(0, err)
		case document.IsFeed():
			note(library.addEntries(document.Articles))
		default:
			note(library.add(document.Articles))
		}
	}
	said := ""
	if added > 0 && !found.isFeed {
		said = o.language.Say(l10n.FilesAdded, o.language.Count(added, l10n.Articles))
	}
	if err := errors.Join(failed...); err != nil {
		said = notices(said, strings.Join(errorLines(o.language, err), " · "))
	}
	return said
}
