package store

import (
	"errors"

	"rawi/model"
)

// How a session follows what has the library's name.

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
	if !s.opened {
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
	if !s.opened {
		s.absent = s.open()
	}
}

// write runs do, which changes the library. If that turns out to be another one or
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

// observe notes the state of the library after its use, and returns err. One that
// turned out to be damaged is dropped, so that the next call opens what is there then.
func (s *Session) observe(err error) error {
	s.source.used(s.library)
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
	return errors.Is(err, ErrBusy) || errors.Is(err, ErrFull) || errors.Is(err, ErrReadOnly) || errors.Is(err, ErrAway)
}

// drop closes the library. Nothing is written: what was is on the disk.
func (s *Session) drop() {
	_ = s.library.Close()
	s.library = nil
}

// current is what has the library's name now. If an error comes with a library, that
// lacks what this window knows.
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

// open opens what has the library's name.
func (s *Session) open() error {
	l, kind, err := s.source.open()
	if err != nil {
		return err
	}
	if !s.opened && s.absent != nil {
		kind = Opened
	}
	if kind != Unchanged {
		s.change.Kind = kind
	}
	s.library, s.opened = l, true
	s.source.used(l)
	return nil
}

// dropIfChanged drops a library that must be opened again.
func (s *Session) dropIfChanged() {
	seen := s.source.look(s.library)
	if seen == another {
		s.markStale()
	}
	if seen != same {
		s.drop()
	}
}

// checkLatest marks the library stale if it lacks the latest known decision: nothing
// else shows that an older file was copied over it, or an older copy of a database
// brought back.
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
		added, err := s.restore()
		if err != nil {
			return err
		}
		s.change.Added += added
	}
	s.behind = false
	return nil
}

// restore adds what this window knows. What others decided they bring back themselves where the
// library does not let this reader do it.
func (s *Session) restore() (added int, err error) {
	all := s.known.All()
	added, err = s.library.restore(all)
	if !errors.Is(err, ErrRights) {
		return added, err
	}
	by := make(map[string][]model.Annotation)
	for _, a := range all {
		by[a.Author] = append(by[a.Author], a)
	}
	for _, own := range by {
		n, err := s.library.restore(own)
		if err != nil && !errors.Is(err, ErrRights) {
			return added, err
		}
		added += n
	}
	return added, nil
}

// Read does something with the library that only reads. If there is none, it does
// nothing.
func (s *Session) Read(do func(*Library) error) error {
	s.retry()
	return s.read(do)
}

// Write does something with the library that changes it, and may do it twice.
func (s *Session) Write(do func(*Library) error) error { return s.write(do) }
