package main

import (
	"context"
	"os"
	"slices"
	"strings"

	"rawi/model"
	"rawi/model/fetch"
	"rawi/model/ingest"
	"rawi/ui"
	"rawi/ui/l10n"
	"rawi/ui/terminal"
)

// opener opens articles for the reader's screen. Each has a session of the library of its
// own, so that what is late for one article never meets another.
type opener struct {
	library  string // where it is
	language l10n.Language
	profile  terminal.Profile
	author   string
	detect   func(*model.Article) (model.Findings, error)
	way      way           // through several articles
	basis    func() string // by what it finds
}

// opening is an article that is to be shown, and what goes with it.
type opening struct {
	*model.Article
	notice  string           // said when it is shown
	beside  []*model.Article // of the same document
	isFeed  bool
	pending []string // names of other inputs, which go into the library later
}

// open opens another article while one is shown, nil for none. What is pending goes into
// the library after it.
func (o *opener) open(ctx context.Context, shown *model.Article, r ui.Request, pending []string, progress func(received, total int64)) (ui.Session, error) {
	library := newLibrarySession(o.library, o.language)
	found, err := o.find(ctx, library, shown, r, progress)
	if err != nil {
		_ = library.Close() // nothing was written
		return ui.Session{}, inLanguage(o.language, err)
	}
	found.pending = append(found.pending, pending...)
	s := o.session(library, found)
	s.Capacity = r.As
	return s, nil
}

// find finds the article that a reader asks for.
func (o *opener) find(ctx context.Context, library *librarySession, shown *model.Article, r ui.Request, progress func(received, total int64)) (opening, error) {
	w := web{o, ctx, library, progress}
	switch {
	case r.Mend:
		return o.mended(shown)
	case r.Text != "":
		return pasted(r.Text)
	case !r.At.Empty(): // a place in that very text
		a, err := library.article(r.Article)
		return opening{Article: a}, libraryError(err)
	case r.Article != "" && shown != nil && r.Article == shown.ID: // which the library may not have yet
		return w.whole(shown)
	case r.Article != "":
		return w.kept(r.Article)
	case fetch.IsAddress(r.Name):
		return w.page(r.Name, !r.Named)
	}
	files, err := expand([]string{r.Name})
	if err != nil {
		return opening{}, err
	}
	if files[0] == "-" { // keys come from there
		files[0] = "./-"
	}
	found, err := firstOf(loadDocument(files[0]))
	found.pending = files[1:]
	return found, err
}

// pasted is a text as an article.
func pasted(text string) (opening, error) {
	found, err := firstOf(ingest.Read(strings.NewReader(text), ""))
	if err != nil {
		return opening{}, fileError("", err)
	}
	return found, nil
}

// firstOf is a document as its first article is shown.
func firstOf(document *ingest.Document, err error) (opening, error) {
	if err != nil {
		return opening{}, err
	}
	return opening{Article: document.Articles[0], beside: document.Articles[1:], isFeed: document.IsFeed()}, nil
}

// mended is the article without what another program did to it.
func (o *opener) mended(a *model.Article) (opening, error) {
	if a == nil {
		return opening{}, localizedError{word: l10n.NothingMended}
	}
	if mended := ingest.Mend(a); mended != nil {
		return opening{Article: mended, notice: o.language.Say(l10n.Mended)}, nil
	}
	return opening{}, localizedError{word: l10n.NothingMended}
}

// session gives the screen what it needs of the library for an article.
func (o *opener) session(library *librarySession, found opening) ui.Session {
	if found.isFeed {
		if known := library.known(found.Article); known != nil {
			found.Article = known
		}
	}
	a := found.Article
	library.Show(a)
	s := ui.Session{
		Article: a, Author: o.author, Language: library.language, Terminal: o.profile, Place: library.Place(),
		Background: terminal.BackgroundOf(os.Getenv), Notice: found.notice, Later: func() string { return notices(o.damage(a), o.addRest(found)) },
		Detect: o.detect, History: library.history, People: library.people, Save: library.save, Keep: library.keepPlace, News: library.news, Await: library.Await,
		Browse: func(address string) error { return inLanguage(o.language, browse(address)) }, Leave: library.leave,
	}
	lists := &lists{librarySession: library, opener: o}
	s.Library, s.Bookmarks, s.KeepSaid = lists.library(), lists.bookmarks(), lists.keepSaid
	s.Open = func(ctx context.Context, r ui.Request, progress func(received, total int64)) (ui.Session, error) {
		return o.open(ctx, a, r, nil, progress)
	}
	if a.Flat {
		s.Notice = notices(s.Notice, o.language.Say(l10n.ReadFlat))
	}
	s.Next = func(as model.Capacity) (ui.Request, error) {
		r, err := o.next(a.ID, as)
		return r, inLanguage(o.language, err)
	}
	o.annotate(&s, library)
	if a.Facts.Summary && found.notice == "" {
		s.Notice = notices(s.Notice, o.language.Say(l10n.OnlySummary))
	}
	if fetch.IsAddress(a.Source) {
		s.Edits = func(found []model.Quote) []model.Edit { return library.edits(o.detect, found) }
	}
	return s
}

// notices is several notices as one, without empty ones.
func notices(all ...string) string {
	return strings.Join(slices.DeleteFunc(all, func(s string) bool { return s == "" }), " · ")
}

// damageWords is how each damage of a text is said.
var damageWords = [ingest.DamageCount]l10n.Word{
	ingest.Mojibake: l10n.GarbledMojibake, ingest.VisualOrder: l10n.GarbledVisual,
	ingest.VisualWords: l10n.GarbledWords, ingest.PresentationForms: l10n.GarbledForms,
}

// damage says what another program did to an article, and how that is mended.
func (o *opener) damage(a *model.Article) string {
	d := ingest.DamageOf(a.Text)
	if d == ingest.NoDamage {
		return ""
	}
	return o.language.Say(damageWords[d])
}
