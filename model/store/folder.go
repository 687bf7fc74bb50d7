package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// folder is the source of the library in a folder. It follows the name of the library's
// file, which may be replaced, cut or set back to an older state while it is open.
type folder struct {
	dir  string
	seen os.FileInfo // the file as it was used last, nil if there was none yet
	in   os.FileInfo // the folder in which it was
}

func (f *folder) glance() (*Library, error) { return glance(f.dir) }
func (f *folder) forbids() error            { return refuseOrphan(filepath.Join(f.dir, FileName)) }

// open opens the file that has the library's name. A missing library is created again in
// its folder; a missing folder is an error, for its disk may only be unmounted.
func (f *folder) open() (*Library, ChangeKind, error) {
	kind := Unchanged
	if f.seen != nil {
		path := filepath.Join(f.dir, FileName)
		info, err := os.Stat(path)
		in, _ := os.Stat(f.dir)
		switch {
		case err == nil && info.Size() > 0:
			kind = Replaced
		case errors.Is(err, fs.ErrNotExist) && !os.SameFile(in, f.in):
			return nil, 0, fmt.Errorf("the library %s %w; bring that back", path, ErrGone)
		default:
			kind = Remade
		}
	}
	l, err := Open(f.dir)
	if err != nil {
		return nil, 0, err
	}
	if kind == Replaced && os.SameFile(fileOf(l).file, f.seen) {
		kind = Unchanged
	}
	f.seen, _ = os.Stat(fileOf(l).path)
	f.in, _ = os.Stat(f.dir)
	return l, kind, nil
}

// look drops a file that is another one or was changed: SQLite notices what another
// program wrote through SQLite, but not always that a file was copied over it, and would
// mix its cache with that.
func (f *folder) look(l *Library) look {
	if fileOf(l).inPlace() != nil {
		return another
	}
	info, err := os.Stat(fileOf(l).path)
	if err != nil || info.Size() != f.seen.Size() || !info.ModTime().Equal(f.seen.ModTime()) {
		return changed
	}
	return same
}

func (f *folder) used(l *Library) {
	if info, err := os.Stat(fileOf(l).path); err == nil && os.SameFile(info, f.seen) {
		f.seen = info
	}
}

// fileOf is the file of a library that was opened in a folder.
func fileOf(l *Library) *sqliteEngine { return l.engine.(*sqliteEngine) }
