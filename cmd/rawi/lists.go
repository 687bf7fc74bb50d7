package main

import (
	"cmp"
	"net/url"
	"path/filepath"
	"time"

	"rawi/model"
	"rawi/model/arabic"
	"rawi/model/detect"
	"rawi/model/store"
	"rawi/ui/config"
	"rawi/ui/marks"
	"rawi/ui/shelf"
)

// lists is what the lists of a window ask of the library.
type lists struct {
	*librarySession
	*opener
	failed map[string]error // of articles that could not be read in, which are not tried again
}

// library is these as the window takes them.
func (l *lists) library() shelf.Library {
	l.failed = make(map[string]error)
	return shelf.Library{Articles: l.articles, SetRead: l.setRead, Remove: l.remove, Find: l.find, Said: l.said, Read: l.readSome}
}

// articles is the library's articles, the newest first.
func (l *lists) articles() (items []shelf.Item, err error) {
	err = l.Read(func(library *store.Library) error {
		all, err := library.Shelf()
		items = make([]shelf.Item, len(all))
		for i := range all {
			items[i] = itemOf(&all[i])
		}
		return err
	})
	return items, l.explained(err)
}

func itemOf(i *store.Item) shelf.Item {
	item := shelf.Item{ID: i.ID, Title: i.Title, Site: cmp.Or(i.Site, placeOf(i.Source)), Date: i.Published, Read: i.Read, At: i.At.Local(),
		Counted: i.Counted, Counts: i.Counts}
	if item.Date.IsZero() {
		item.Date = i.Fetched.Local()
	}
	if i.At.IsZero() {
		item.At = time.Time{}
	}
	if i.Size > 0 && i.Seen > 0 {
		item.Percent = max(1, min(100, 100*i.Seen/i.Size))
	}
	return item
}

// placeOf names where an article is from that has no site: the host of an address, the
// name of a file.
func placeOf(source string) string {
	if address, err := url.Parse(source); err == nil && address.Host != "" {
		return address.Host
	}
	if source == "" { // a pipe, of which the base would be a dot
		return ""
	}
	return filepath.Base(source)
}

// explained is an error of the library in the language of the interface.
func (l *lists) explained(err error) error {
	return inLanguage(l.librarySession.language, libraryError(err))
}

func (l *lists) setRead(id string, read bool) error {
	return l.explained(l.Write(func(library *store.Library) error { return library.SetRead(id, read) }))
}

func (l *lists) remove(id string) error {
	return l.explained(l.Write(func(library *store.Library) error { return library.Remove(id) }))
}

// mostFound is in how many articles words are looked for at a time.
const mostFound = 200

// find looks for words in all articles. What is not in the index of words yet goes there
// first, a little at a time, so that decisions need not wait for it.
func (l *lists) find(pattern string) (found []shelf.Found, more bool, err error) {
	for rest := true; rest && err == nil; {
		rest = false
		err = l.Read(func(library *store.Library) (err error) {
			rest, err = library.Index()
			return err
		})
	}
	if err != nil {
		return nil, false, l.explained(err)
	}
	err = l.Read(func(library *store.Library) error {
		var all []store.Found
		all, more, err = library.Find(arabic.Pattern(pattern), mostFound)
		found = make([]shelf.Found, len(all))
		for i, f := range all {
			found[i] = shelf.Found{ID: f.Article, Title: f.Title, Date: f.Date, Pattern: string(f.Pattern), Count: f.Count}
			for _, p := range f.Places {
				found[i].Places = append(found[i].Places, shelf.Passage{At: p.Span, Excerpt: p.Excerpt, In: p.At})
			}
		}
		return err
	})
	return found, more, l.explained(err)
}

// said is what somebody said in all articles, as far as it is stored, and of how many it is
// not yet, or not as it would be found now.
func (l *lists) said(by model.PartyID) (all []shelf.Said, unread int, err error) {
	err = l.Read(func(library *store.Library) error {
		all = nil
		stale, err := library.Stale(l.basis())
		if err != nil {
			return err
		}
		for _, id := range stale {
			if l.failed[id] == nil {
				unread++
			}
		}
		return library.EachSaid(store.SaidBy{Party: by}, func(q store.Quoted) error {
			if q.Kind.Spoken() {
				all = append(all, shelf.Said{ID: q.Article, Title: q.Title, Date: q.Date, At: q.Span, Words: q.In(q.Text), Direct: q.Kind == model.Speech, State: q.State})
			}
			return nil
		})
	})
	return all, unread, l.explained(err)
}

// readingTime is for how long articles are read in before the list is shown again.
const readingTime = 400 * time.Millisecond

// readSome finds what is said in some of the articles of which it is not stored.
func (l *lists) readSome() (unread int, err error) {
	var stale []string
	err = l.Read(func(library *store.Library) (err error) {
		stale, err = library.Stale(l.basis())
		return err
	})
	end := time.Now().Add(readingTime)
	for i := 0; i < len(stale) && err == nil && time.Now().Before(end); i++ {
		if l.failed[stale[i]] == nil {
			err = l.readIn(stale[i])
		}
	}
	return len(stale), l.explained(err)
}

// readIn finds what is said in an article and stores it. An error is that it cannot be
// stored; an article that cannot be read in is noted.
func (l *lists) readIn(id string) error {
	var a *model.Article
	var decisions []model.Annotation
	err := l.Read(func(library *store.Library) (err error) {
		if a, err = library.Article(id); err == nil {
			decisions, err = library.Decisions(id)
		}
		return err
	})
	if err == nil && a == nil {
		return nil // there is no library
	}
	var found model.Findings
	if err == nil {
		found, err = l.detect(a)
	}
	if err != nil {
		l.failed[id] = err
		return nil
	}
	reading := model.NewReading(a, found, decisions, l.author)
	return l.Write(func(library *store.Library) error {
		return library.KeepSaid(id, l.basis(), reading.Log().Len(), reading.Said())
	})
}

// bookmarks is what keeps bookmarks.
func (l *lists) bookmarks() marks.Library {
	return marks.Library{
		All: func() (all []marks.Bookmark, err error) {
			err = l.Read(func(library *store.Library) error {
				kept, err := library.Bookmarks(l.shown.ID)
				for _, b := range kept {
					all = append(all, marks.Bookmark{Letter: b.Letter, Article: b.Article, Title: b.Title, Offset: b.Offset})
				}
				return err
			})
			return all, l.explained(err)
		},
		Set: func(letter string, offset int) error { return l.explained(l.SetBookmark(letter, offset)) },
		Remove: func(article, letter string) error {
			return l.explained(l.Write(func(library *store.Library) error { return library.RemoveBookmark(article, letter) }))
		},
	}
}

// keepSaid stores what is said in the article of the window, unless that is stored.
func (l *lists) keepSaid(said []model.Said, decisions int) error {
	if l.Absent() != nil || l.ReadOnly() {
		return nil // which the reader is told anyway
	}
	id := l.shown.ID
	return l.Write(func(library *store.Library) error {
		fresh, err := library.IsFresh(id, l.basis())
		if fresh || err != nil {
			return err
		}
		return library.KeepSaid(id, l.basis(), decisions, said)
	})
}

// basisOf tells apart by what quotations are found: the program, the weights, and whose
// decisions go before those of others.
func (s settings) basisOf(c config.Config) string {
	weights := detect.Fingerprint()
	switch name := cmp.Or(s.weights, c.Weights); name {
	case "", builtInWeights:
	case libraryWeights:
		if file, err := s.weightsFile(); err == nil {
			weights = fingerprintOf(file)
		}
	default:
		weights = fingerprintOf(name)
	}
	return version() + " " + weights + " " + author(s, c)
}
