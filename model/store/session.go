package store

import (
	"context"
	"errors"
	"sync"

	"rawi/model"
)

// Session is a library as a window on one article uses it. It follows the library's
// name: if another library, or an older state of it, is found under the name, what the
// window knows is added to that, and nothing is written to the previous one.
//
// If there is no library, nothing is known and nothing can be kept; each write tries
// to open one. Its methods may be called from several goroutines.
type Session struct {
	source  source
	ending  context.Context // until it is closed
	end     context.CancelFunc
	article *model.Article
	place   int // where the article opens
	shown   int // up to which byte it has been on the screen

	glance func() (*Library, error) // the library as it stood at the start, to be read only; nil if there was none

	mu      sync.Mutex
	library *Library  // nil while there is none
	absent  error     // why
	opened  bool      // there was one
	kept    bool      // the article is in the library
	behind  bool      // the library may lack what is known
	known   model.Log // what this window has read or saved
	latest  string    // the ID of the decision known last
	heard   int64     // the number of the last that othersDecided has seen
	change  Change
}

// source is where a session finds its library: a folder or a server. What can happen to
// a file is known to the source of files alone.
type source interface {
	// glance opens the library to be read as it stands, nil where there is none. It makes and
	// changes nothing and waits for nobody; where that cannot be had the error says so, and
	// the library is opened instead.
	glance() (*Library, error)
	forbids() error // why no library may be made at the start, nil if nothing forbids it

	// open opens the library that is there now, and says what became of the one that was
	// opened before: Unchanged, Remade or Replaced.
	open() (*Library, ChangeKind, error)
	// look says before each use whether an open library is still the one of the source, and
	// used takes note of its state after.
	look(*Library) look
	used(*Library)
	// await waits until somebody may have decided something: see [Session.Await].
	await(context.Context) error
}

// look is what a source sees of an open library.
type look uint8

const (
	same    look = iota
	changed      // it must be opened again
	another      // and may lack what was written before
)

// Change is what became of the library while a window was open.
type Change struct {
	Kind  ChangeKind
	Added int // decisions that the window knew and the library did not
}

// ChangeKind is a kind of [Change].
type ChangeKind uint8

const (
	Unchanged ChangeKind = iota
	Opened               // there was none before
	Remade               // it was gone or empty; there is a new one
	Replaced             // another one, or another state of it, was put there
)

// NewSession is a session with the library that [Open] would open. Until something else is
// asked than [Session.Last] and [Session.Place], the one of a folder is only looked at:
// opening it takes longer, and may have to wait for another process that writes.
func NewSession(where string) *Session {
	if IsAddress(where) || keywords.MatchString(where) {
		return newSession(&server{address: where})
	}
	return newSession(&folder{dir: where})
}

func newSession(from source) *Session {
	s := &Session{source: from, glance: sync.OnceValues(from.glance)}
	s.ending, s.end = context.WithCancel(context.Background())
	go func() { _, _ = s.glance() }() // who asks first hears of an error
	s.absent = from.forbids()
	return s
}

// Show says which article the window shows, once, before the methods that
// concern it are called.
func (s *Session) Show(a *model.Article) { s.article = a }

// Absent says why there is no library, nil if there is one, or none was needed yet and
// nothing forbids to make one.
func (s *Session) Absent() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.absent
}

// ReadOnly reports whether the library was opened and can only be read.
func (s *Session) ReadOnly() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.library != nil && !s.library.writable()
}

// Change is what became of the library since the last call.
func (s *Session) Change() Change {
	s.mu.Lock()
	defer s.mu.Unlock()
	c := s.change
	s.change = Change{}
	return c
}

// Last is the article that was read last, nil when there is none.
func (s *Session) Last() (a *model.Article, err error) {
	err = s.peek(func(l *Library) error {
		id, err := l.Last()
		if id == "" || err != nil {
			return err
		}
		a, err = l.Article(id)
		return err
	})
	return a, err
}

// HasArticles reports whether any article is on the shelf.
func (s *Session) HasArticles() (has bool) {
	_ = s.peek(func(l *Library) error { // what cannot be read has none to show
		n, err := queryValue[int](l, "SELECT 1 FROM card WHERE "+l.onShelf()+" LIMIT 1")
		has = n > 0
		return err
	})
	return has
}

// Place is where reading stopped in the article, 0 when it is not known.
func (s *Session) Place() int {
	_ = s.peek(func(l *Library) (err error) {
		if s.place, err = l.Place(s.article.ID); err == nil {
			s.shown, err = l.seen(s.article.ID)
		}
		return err
	})
	return s.place
}

// People is [Library.People].
func (s *Session) People() (people []model.Party, err error) {
	err = s.read(func(l *Library) (err error) {
		people, err = l.People()
		return err
	})
	return people, err
}

// History is all decisions on the article. A library that can only be read tells
// what it holds; in one that can be written the article is kept.
func (s *Session) History() (history []model.Annotation, err error) {
	s.retry()
	err = s.read(func(l *Library) (err error) {
		var unwritten error
		if l.writable() {
			unwritten = s.keepArticle(l)
		}
		history, err = l.Decisions(s.article.ID)
		s.remember(history)
		return errors.Join(unwritten, err)
	})
	return history, err
}

// Save writes decisions; writing one twice does no harm.
func (s *Session) Save(as []model.Annotation) error {
	return s.write(func(l *Library) error {
		if err := s.keepArticle(l); err != nil {
			return err
		}
		if err := l.Append(as...); err != nil {
			return err
		}
		s.remember(as)
		return nil
	})
}

// Import adds decisions that were made elsewhere: see [Library.Import].
func (s *Session) Import(as []model.Annotation) (added int, err error) {
	err = s.write(func(l *Library) error {
		added, err = l.Import(as)
		return err
	})
	return added, err
}

// SetPlace remembers where the reader is ([Library.SetPlace]), unless the library has it
// already.
func (s *Session) SetPlace(offset, seen int) error {
	return s.write(func(l *Library) error {
		if s.kept && s.place == offset && seen <= s.shown {
			return nil
		}
		if err := s.keepArticle(l); err != nil {
			return err
		}
		if err := l.SetPlace(s.article.ID, offset, seen); err != nil {
			return err
		}
		s.place, s.shown = offset, max(s.shown, seen)
		return nil
	})
}

// SetBookmark is [Library.SetBookmark] in the article.
func (s *Session) SetBookmark(letter string, offset int) error {
	return s.write(func(l *Library) error {
		if err := s.keepArticle(l); err != nil {
			return err
		}
		return l.SetBookmark(s.article.ID, letter, offset)
	})
}

// Unwritten is the decisions that were on disk once and could not be written to what
// has the library's name now.
func (s *Session) Unwritten() []model.Annotation {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.behind {
		return nil
	}
	return s.known.All()
}

// Close closes the library.
func (s *Session) Close() error {
	s.end()
	s.mu.Lock()
	defer s.mu.Unlock()
	var first, second error
	if l, _ := s.glance(); l != nil {
		first = l.Close()
	}
	if s.library != nil {
		second = s.library.Close()
	}
	return errors.Join(first, second)
}

// remember notes decisions that are in the library.
func (s *Session) remember(as []model.Annotation) {
	s.known.Append(as...)
	if n := len(as); n > 0 {
		s.latest = as[n-1].ID
	}
}

// keepArticle stores the article, once, as the one that was read last.
func (s *Session) keepArticle(l *Library) error {
	if s.kept {
		return nil
	}
	if err := l.Keep(s.article, s.place); err != nil {
		return err
	}
	s.kept = true
	return nil
}
