package main

import (
	"errors"
	"sync"

	"rawi/model"
	"rawi/model/store"
)

// shelf is one article's place in the library. The article is put there when
// something is first written or read, not while the reader waits for the first
// frame. Its methods may be called by several goroutines at once.
type shelf struct {
	library *store.Library
	article *model.Article
	place   int // where the article opens

	mu   sync.Mutex
	kept bool
}

// keep puts the article into the library, once, as the one that was read last.
func (s *shelf) keep() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.kept {
		return nil
	}
	if err := s.library.Keep(s.article); err != nil {
		return err
	}
	s.kept = true
	return s.library.SetPlace(s.article.ID, s.place)
}

// save writes decisions; writing one twice does no harm.
func (s *shelf) save(as []model.Annotation) error {
	if err := s.keep(); err != nil {
		return err
	}
	return s.library.Append(as...)
}

// setPlace remembers where the reader is.
func (s *shelf) setPlace(offset int) error {
	if err := s.keep(); err != nil {
		return err
	}
	return s.library.SetPlace(s.article.ID, offset)
}

// history is all decisions on the article. A library that cannot be written
// still tells what it holds.
func (s *shelf) history() ([]model.Annotation, error) {
	var unwritten error
	if !s.library.ReadOnly() {
		unwritten = s.keep()
	}
	all, err := s.library.Decisions(s.article.ID)
	return all, errors.Join(unwritten, err)
}
