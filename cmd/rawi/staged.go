package main

import (
	"crypto/rand"
	"errors"
	"io"
	"os"
	"path/filepath"
)

// staged is files that get their names only when all of them are whole. Until then they
// have names of their own, hidden, in the same folder.
type staged struct {
	dir   string
	made  bool // the folder was not there
	files []stagedFile
	taken map[string]bool // by sameFile
}

type stagedFile struct{ temporary, name string }

// stageIn is for files in a folder, which it makes.
func stageIn(dir string) (*staged, error) {
	_, err := os.Stat(dir)
	s := &staged{dir: dir, made: errors.Is(err, os.ErrNotExist), taken: make(map[string]bool)}
	return s, os.MkdirAll(dir, 0o777)
}

// has reports whether a file of a name is staged.
func (s *staged) has(name string) bool { return s.taken[sameFile(filepath.Join(s.dir, name))] }

// write stages a file.
func (s *staged) write(name string, write func(io.Writer) error) error {
	f, err := os.OpenFile(filepath.Join(s.dir, ".rawi-"+rand.Text()), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	s.files = append(s.files, stagedFile{f.Name(), filepath.Join(s.dir, name)})
	s.taken[sameFile(filepath.Join(s.dir, name))] = true
	return errors.Join(write(f), f.Close())
}

// finish gives all files their names, in place of those that have them, or removes them if
// there was an error, which it returns.
func (s *staged) finish(failed error) error {
	for _, f := range s.files {
		if info, err := os.Stat(f.name); failed == nil && err == nil && !info.Mode().IsRegular() {
			failed = &os.PathError{Op: "rename", Path: f.name, Err: os.ErrExist}
		}
	}
	for _, f := range s.files {
		if failed == nil {
			failed = os.Rename(f.temporary, f.name)
		}
		if failed != nil {
			_ = os.Remove(f.temporary)
		}
	}
	if failed != nil && s.made {
		_ = os.Remove(s.dir) // if it is empty
	}
	return failed
}

// writeWhole writes a file whole or not at all; into a device or a pipe as it comes.
func writeWhole(path string, write func(io.Writer) error) error {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		return errors.Join(write(f), f.Close())
	}
	s, err := stageIn(filepath.Dir(path))
	if err != nil {
		return err
	}
	return s.finish(s.write(filepath.Base(path), write))
}
