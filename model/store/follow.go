package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// How a shelf follows the file that has the library's name.

// read does what needs the library. Where there never was one, nothing is known;
// where there is one no more, that is the error.
func (s *Shelf) read(do func(*Library) error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.seen == nil {
		return nil
	}
	l, err := s.current()
	if l == nil {
		return err
	}
	return errors.Join(err, s.noted(do(l)))
}

// retry opens the library if there was none yet.
func (s *Shelf) retry() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.seen == nil {
		s.absent = s.open()
	}
}

// write does what changes the library. When that turns out to be another file, or
// to be set back, it is done once more.
func (s *Shelf) write(do func(*Library) error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	l, err := s.current()
	if err == nil {
		err = s.noted(do(l))
	}
	if !errors.Is(err, ErrReplaced) && !errors.Is(err, ErrUnknown) {
		return err
	}
	s.kept = false
	if l, err = s.current(); err != nil {
		return err
	}
	return s.noted(do(l))
}

// noted notes how the file is after it was used. A library that turned out to be
// damaged is dropped, so that the next call looks anew at what stands there.
func (s *Shelf) noted(err error) error {
	if info, failed := os.Stat(s.library.path); failed == nil && os.SameFile(info, s.seen) {
		s.seen = info
	}
	if errors.Is(err, ErrCorrupt) {
		s.doubt()
		s.drop()
	}
	return err
}

// doubt notes that the library may lack what was put there.
func (s *Shelf) doubt() { s.behind, s.kept = true, false }

// passing reports whether an error says nothing against the library's contents.
func passing(err error) bool {
	return errors.Is(err, ErrBusy) || errors.Is(err, ErrFull) || errors.Is(err, ErrReadOnly)
}

// drop ends the use of the file. Without a write-ahead log, that writes nothing.
func (s *Shelf) drop() {
	_ = s.library.Close()
	s.library = nil
}

// current is the library whose file has the library's name now. An error beside
// it is that it lacks what this window knows.
func (s *Shelf) current() (*Library, error) {
	if s.library != nil {
		s.look()
	}
	if s.library == nil {
		if s.absent = s.open(); s.absent != nil {
			if !passing(s.absent) {
				s.doubt()
			}
			return nil, s.absent
		}
	}
	if err := s.compare(); err != nil {
		return s.library, err
	}
	return s.library, s.catchUp()
}

// look drops the library if its file is another one. If the file was changed it is
// opened anew: SQLite notices what another program of SQLite did, but not always
// that a file was copied over it, and would join what it remembers with that.
func (s *Shelf) look() {
	if s.library.InPlace() != nil {
		s.doubt()
		s.drop()
		return
	}
	info, err := os.Stat(s.library.path)
	if err != nil || info.Size() != s.seen.Size() || !info.ModTime().Equal(s.seen.ModTime()) {
		s.drop()
	}
}

// open opens what stands in the library's place. A library that is gone is made
// anew in the folder where it was, but not without that folder, which may be on a
// disk that comes back.
func (s *Shelf) open() error {
	kind := Opened
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

// compare looks whether the library holds the decision known last: that a file was
// copied over it in its place shows by nothing else.
func (s *Shelf) compare() error {
	if s.latest == "" || s.behind {
		return nil
	}
	id, err := first[string](s.library, "SELECT id FROM event WHERE id = ?", s.latest)
	if err == nil && id == "" {
		s.doubt()
		s.change.Kind = Replaced
	}
	return s.noted(err)
}

// catchUp adds what this window knows to a library that may lack it.
func (s *Shelf) catchUp() error {
	if s.behind && s.known.Len() > 0 {
		if err := s.keep(s.library); err != nil {
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
