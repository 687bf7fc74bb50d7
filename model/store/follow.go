package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// How a session follows the file that has the library's name.

// peek runs do on the library as it stood at the start. If it cannot be read so, it is
// opened.
func (s *Session) peek(do func(*Library) error) error {
	l, err := s.glance()
	if err == nil && (l == nil || do(l) == nil) {
		return nil
	}
	s.retry()
	return s.read(do)
}

// read runs do on the library. If there never was one, it does nothing; if there is
// none any more, that is the error.
func (s *Session) read(do func(*Library) error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.seen == nil {
		return nil
	}
	l, err := s.current()
	if l == nil {
		return err
	}
	return errors.Join(err, s.observe(do(l)))
}

// retry opens the library if there was none yet.
func (s *Session) retry() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.seen == nil {
		s.absent = s.open()
	}
}

// write runs do, which changes the library. If that turns out to be another file or
// an older state, do runs once more.
func (s *Session) write(do func(*Library) error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	l, err := s.current()
	if err == nil {
		err = s.observe(do(l))
	}
	if !errors.Is(err, ErrReplaced) && !errors.Is(err, ErrUnknown) {
		return err
	}
	s.kept = false
	if l, err = s.current(); err != nil {
		return err
	}
	return s.observe(do(l))
}

// observe notes the state of the file after its use, and returns err. A library that
// turned out to be damaged is dropped, so that the next call opens what is there then.
func (s *Session) observe(err error) error {
	if info, failed := os.Stat(s.library.path); failed == nil && os.SameFile(info, s.seen) {
		s.seen = info
	}
	if errors.Is(err, ErrCorrupt) {
		s.markStale()
		s.drop()
	}
	return err
}

// markStale notes that the library may lack what was written to it.
func (s *Session) markStale() { s.behind, s.kept = true, false }

// isTemporary reports whether an error does not cast doubt on the library's contents.
func isTemporary(err error) bool {
	return errors.Is(err, ErrBusy) || errors.Is(err, ErrFull) || errors.Is(err, ErrReadOnly)
}

// drop closes the file. There is no write-ahead log, so nothing is written.
func (s *Session) drop() {
	_ = s.library.Close()
	s.library = nil
}

// current is the library whose file has the library's name now. If an error comes
// with a library, that lacks what this window knows.
func (s *Session) current() (*Library, error) {
	if s.library != nil {
		s.dropIfChanged()
	}
	if s.library == nil {
		if s.absent = s.open(); s.absent != nil {
			if !isTemporary(s.absent) {
				s.markStale()
			}
			return nil, s.absent
		}
	}
	if err := s.checkLatest(); err != nil {
		return s.library, err
	}
	return s.library, s.catchUp()
}

// dropIfChanged drops the library if its file is another one or was changed: SQLite
// notices what another program wrote through SQLite, but not always that a file was
// copied over it, and would mix its cache with that.
func (s *Session) dropIfChanged() {
	if s.library.InPlace() != nil {
		s.markStale()
		s.drop()
		return
	}
	info, err := os.Stat(s.library.path)
	if err != nil || info.Size() != s.seen.Size() || !info.ModTime().Equal(s.seen.ModTime()) {
		s.drop()
	}
}

// open opens the file that has the library's name. A missing library is created again in
// its folder; a missing folder is an error, for its disk may only be unmounted.
func (s *Session) open() error {
	kind := Unchanged
	if s.absent != nil {
		kind = Opened
	}
	if s.seen != nil {
		path := filepath.Join(s.dir, FileName)
		info, err := os.Stat(path)
		folder, _ := os.Stat(s.dir)
		switch {
		case err == nil && info.Size() > 0:
			kind = Replaced
		case errors.Is(err, fs.ErrNotExist) && !os.SameFile(folder, s.folder):
			return fmt.Errorf("the library %s %w; bring that back", path, ErrGone)
		default:
			kind = Remade
		}
	}
	l, err := Open(s.dir)
	if err != nil {
		return err
	}
	if kind != Replaced || !os.SameFile(l.file, s.seen) {
		s.change.Kind = kind
	}
	s.library = l
	s.seen, _ = os.Stat(l.path)
	s.folder, _ = os.Stat(s.dir)
	return nil
}

// checkLatest marks the library stale if it lacks the latest known decision: nothing
// else shows that an older file was copied over it.
func (s *Session) checkLatest() error {
	if s.latest == "" || s.behind {
		return nil
	}
	id, err := queryValue[string](s.library, "SELECT id FROM event WHERE id = ?", s.latest)
	if err == nil && id == "" {
		s.markStale()
		s.change.Kind = Replaced
	}
	return s.observe(err)
}

// catchUp adds what this window knows to a library that may lack it.
func (s *Session) catchUp() error {
	if s.behind && s.known.Len() > 0 {
		if err := s.keepArticle(s.library); err != nil {
			return err
		}
		added, err := s.library.restore(s.known.All())
		if err != nil {
			return err
		}
		s.change.Added += added
	}
	s.behind = false
	return nil
}

// Read does something with the library that only reads. If there is none, it does
// nothing.
func (s *Session) Read(do func(*Library) error) error {
	s.retry()
	return s.read(do)
}

// Write does something with the library that changes it, and may do it twice.
func (s *Session) Write(do func(*Library) error) error { return s.write(do) }
