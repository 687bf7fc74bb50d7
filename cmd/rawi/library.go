package main

import (
	"errors"
	"slices"
	"strings"
	"sync"

	"rawi/model"
	"rawi/model/store"
	"rawi/ui/l10n"
)

// librarySession is what a window is given of the library, in its language: the session of its
// article, and the decisions that an earlier window left.
type librarySession struct {
	*store.Session
	unsaved  unsavedFiles
	waiting  *outbox
	language l10n.Language
	shown    *model.Article // nil until there is one

	first       sync.Once // decisions read
	mu          sync.Mutex
	pendingNews []string // what happened and was not told yet
}

func newLibrarySession(where string, language l10n.Language) *librarySession {
	files := newUnsavedFiles(where)
	return &librarySession{Session: store.NewSession(where), unsaved: files, waiting: &outbox{files: files}, language: language}
}

// last is the article that was read last, nil if there is none or it is damaged.
func (d *librarySession) last() *model.Article {
	a, err := d.Last()
	if err != nil {
		d.tell(explain(d.language, libraryError(err)))
	}
	return a
}

// history is all decisions on the article, those that were left before among them.
func (d *librarySession) history() ([]model.Annotation, error) {
	n, notTaken := d.unsaved.importTo(d.Import, d.waiting.name())
	if n > 0 {
		d.tell(d.language.Say(l10n.TakenIn, n))
	}
	history, err := d.History()
	d.first.Do(func() { d.tell(d.notice()) })
	if d.Absent() != nil || errors.Is(err, store.ErrAway) {
		notTaken = nil // for the same reason
	}
	return history, inLanguage(d.language, errors.Join(libraryError(err), libraryError(notTaken)))
}

// save writes decisions; writing one twice does no harm. What cannot be saved now waits
// on this machine's disk, where nothing that ends rawi loses it. The notice is what happened
// to the library; after an error it waits.
func (d *librarySession) save(as []model.Annotation) (notice string, err error) {
	if err := d.Save(as); err != nil {
		_, _ = d.waiting.keep(as) // without it they are shown as unsaved all the same
		return "", inLanguage(d.language, libraryError(err))
	}
	d.waiting.drop()
	return d.news(), nil
}

// keepPlace remembers where the reader is.
func (d *librarySession) keepPlace(onScreen model.Span) error {
	return d.SetPlace(onScreen.Start, onScreen.End)
}

// people is the parties of the library.
func (d *librarySession) people() ([]model.Party, error) {
	people, err := d.People()
	return people, inLanguage(d.language, libraryError(err))
}

// tell queues a message for the reader, if there is one.
func (d *librarySession) tell(text string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if text != "" {
		d.pendingNews = append(d.pendingNews, text)
	}
}

// changes is what a reader is told when the library's file has changed.
var changes = [...]l10n.Word{
	store.Opened: l10n.LibraryOpened, store.Remade: l10n.LibraryRemade, store.Replaced: l10n.LibraryReplaced,
}

// news is what happened to the library since the last call, "" for nothing.
func (d *librarySession) news() string {
	if c := d.Change(); c.Kind != store.Unchanged {
		text := d.language.Say(changes[c.Kind])
		if c.Added > 0 {
			text += d.language.Say(l10n.DecisionsAdded, c.Added)
		}
		d.tell(text)
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	said := strings.Join(d.pendingNews, " · ")
	d.pendingNews = nil
	return said
}

// notice warns of a library in which decisions cannot be saved; "" if they can.
func (d *librarySession) notice() string {
	if err := d.Absent(); err != nil {
		return d.language.Say(l10n.NothingKept, explain(d.language, libraryError(err)))
	}
	if d.ReadOnly() {
		return d.language.Say(l10n.ReadOnly)
	}
	return ""
}

// finish ends the window's work: it keeps the place and the decisions that are not
// on disk. Those are left in a file before they are tried once more, since whatever
// ends rawi may not wait. Without decisions a missing library is no error.
func (d *librarySession) finish(unsaved []model.Annotation, onScreen model.Span) error {
	first, _ := d.waiting.keep(unsaved)
	why := d.Save(unsaved)
	if why == nil {
		unsaved, why = nil, d.keepPlace(onScreen)
	}
	unsaved = slices.Concat(d.Unwritten(), unsaved) // what was on disk before may not be there now
	file, failed := d.writeUnsaved(unsaved)
	switch {
	case failed == nil:
		d.waiting.drop()
	case first != "":
		file, failed = first, nil
	}
	n := count{len(unsaved), l10n.Decisions}
	switch {
	case n.n == 0:
		return nil
	case failed != nil:
		return localizedError{l10n.DecisionsLost, []any{n, failed}, failed}
	}
	return localizedError{l10n.DecisionsLeft, []any{n, quoted(file), libraryError(why)}, why}
}

// writeUnsaved writes decisions into a file, if there are any.
func (d *librarySession) writeUnsaved(as []model.Annotation) (file string, err error) {
	if len(as) == 0 {
		return "", nil
	}
	return d.unsaved.write(as)
}

// libraryFaults is how the errors of a library are said.
var libraryFaults = []struct {
	is   error
	word l10n.Word
}{
	{store.ErrRights, l10n.LibraryRights}, {store.ErrNewer, l10n.LibraryNewer}, {store.ErrCorrupt, l10n.LibraryDamaged}, {store.ErrReadOnly, l10n.LibraryUnwritable},
	{store.ErrFull, l10n.DiskFull}, {store.ErrBusy, l10n.LibraryBusy}, {store.ErrGone, l10n.LibraryGone},
	{store.ErrAway, l10n.LibraryAway}, {store.ErrLogin, l10n.LibraryLogin}, {store.ErrInsecure, l10n.LibraryInsecure},
	{store.ErrNoBase, l10n.LibraryNoBase}, {store.ErrUnmade, l10n.LibraryUnmade}, {store.ErrOlder, l10n.LibraryOlder},
	{store.ErrEncoding, l10n.LibraryEncoding}, {store.ErrAddress, l10n.LibraryAddress}, {store.ErrRefused, l10n.LibraryRefused},
	{store.ErrNoText, l10n.LibraryNoText},
	{store.ErrOrphaned, l10n.LibraryOrphaned}, {store.ErrUnopened, l10n.LibraryUnusable}, {store.ErrUnusable, l10n.LibraryUnusable},
}

// serverError is an error of a library on a server, nil for another: the way to it and the roles
// in it are nothing that a command could say more about.
func serverError(err error) error {
	if errors.Is(err, store.ErrShared) {
		return libraryError(err)
	}
	return nil
}

// libraryError is an error of the library as the status line has room for it, nil for
// none.
func libraryError(err error) error {
	if err == nil {
		return nil
	}
	for _, f := range libraryFaults {
		if errors.Is(err, f.is) {
			return localizedError{word: f.word, cause: err}
		}
	}
	return err
}
