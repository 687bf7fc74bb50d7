package main

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"

	"github.com/adrg/xdg"

	"rawi/model"
	"rawi/model/export"
	"rawi/model/store"
)

// Decisions that cannot be saved when a window ends are left in a file of JSON
// Lines, and taken into the library by the next start that finds it.

const (
	unsavedPrefix = "rawi-unsaved-"
	unsavedSuffix = ".jsonl"
)

// unsavedFiles are the files in which decisions for a library are left.
type unsavedFiles struct {
	dir string // of the library, "" for one on a server
	tag string // tells its files from those of other libraries
}

func newUnsavedFiles(where string) unsavedFiles {
	tag := tagOf(where) + "-"
	if store.IsAddress(where) {
		return unsavedFiles{"", tag}
	}
	if path, err := filepath.Abs(where); err == nil {
		where = path
	}
	return unsavedFiles{where, tag}
}

// tagOf is some hexadecimal digits of the name of a library, which another password does not
// change.
func tagOf(where string) string {
	name := store.PublicName(where)
	if path, err := filepath.Abs(where); err == nil && !store.IsAddress(where) {
		name = path
	}
	return fmt.Sprintf("%x", sha256.Sum256([]byte(name)))[56:]
}

// unsavedFolder is a folder in which decisions are left.
type unsavedFolder struct {
	dir    string
	made   bool // the folder may be made
	prefix string
	shared bool // with other users
}

// folders lists them, the best one first. A file beside the library belongs to
// it, also after the folder was moved.
func (l unsavedFiles) folders() []unsavedFolder {
	all := []unsavedFolder{
		{dir: l.dir, prefix: unsavedPrefix},
		{dir: filepath.Join(xdg.StateHome, "rawi"), made: true, prefix: unsavedPrefix + l.tag},
		{dir: os.TempDir(), prefix: unsavedPrefix + l.tag, shared: true},
	}
	if l.dir == "" { // it is on a server
		return all[1:]
	}
	return all
}

// write writes decisions into a new file, which is whole and on the disk when it has
// its name. file is "" if no place takes them.
func (l unsavedFiles) write(as []model.Annotation) (file string, err error) {
	for _, p := range l.folders() {
		file, failed := l.writeIn(p, as)
		if failed == nil {
			return file, nil
		}
		err = errors.Join(err, failed)
	}
	return "", err
}

func (l unsavedFiles) writeIn(p unsavedFolder, as []model.Annotation) (string, error) {
	if p.made {
		if err := os.MkdirAll(p.dir, 0o700); err != nil {
			return "", err
		}
	}
	f, err := os.CreateTemp(p.dir, "."+unsavedPrefix+l.tag+"*"+unsavedSuffix) // for its owner alone
	if err != nil {
		return "", err
	}
	name := filepath.Join(p.dir, filepath.Base(f.Name())[1:])
	err = errors.Join(export.WriteDecisions(f, as), f.Sync(), f.Close())
	if err == nil {
		err = nameFile(f.Name(), name)
	}
	_ = os.Remove(f.Name())
	if err != nil {
		return "", err
	}
	return name, syncFolder(p.dir)
}

// nameFile gives a file its name. A link never overwrites another file; some file
// systems have none.
func nameFile(from, to string) error {
	err := os.Link(from, to)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	return os.Rename(from, to)
}

// syncFolder brings the names in a folder to the disk, where the system can.
func syncFolder(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// outbox is the file in which the decisions of a window wait that could not be saved yet. Its methods
// may be called from several goroutines.
type outbox struct {
	files unsavedFiles

	mu   sync.Mutex
	file string // "" for none
	n    int    // decisions in it
	last string // the ID of the last
}

// name is the file, "" for none.
func (o *outbox) name() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.file
}

// keep puts decisions into the file, in the place of what was in it: all that are not saved. It
// returns the file, "" where there are none.
func (o *outbox) keep(as []model.Annotation) (file string, err error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if len(as) == 0 || len(as) == o.n && as[len(as)-1].ID == o.last {
		return o.file, nil
	}
	file, err = o.files.write(as)
	if err != nil {
		return "", err // what is in the file is still better than nothing
	}
	if o.file != "" {
		_ = os.Remove(o.file)
	}
	o.file, o.n, o.last = file, len(as), as[len(as)-1].ID
	return file, nil
}

// drop removes the file: all of it is saved.
func (o *outbox) drop() {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.file != "" {
		_ = os.Remove(o.file)
	}
	o.file, o.n, o.last = "", 0, ""
}

// files lists the files that were left for the library.
func (l unsavedFiles) files() (files []string) {
	for _, p := range l.folders() {
		entries, _ := os.ReadDir(p.dir) // a missing folder has no files
		for _, e := range entries {
			if !strings.HasPrefix(e.Name(), p.prefix) || !strings.HasSuffix(e.Name(), unsavedSuffix) {
				continue
			}
			info, err := e.Info()
			if err != nil || !info.Mode().IsRegular() {
				continue
			}
			if p.shared && runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
				continue // rawi did not write it
			}
			files = append(files, filepath.Join(p.dir, e.Name()))
		}
	}
	return files
}

// importTo calls take with the decisions of each file but the window's own, and removes the file
// when they are in the library. n is how many were new.
func (l unsavedFiles) importTo(take func([]model.Annotation) (int, error), own string) (n int, err error) {
	for _, file := range l.files() {
		if file == own {
			continue
		}
		var in importer
		failed := in.read(file)
		if errors.Is(failed, fs.ErrNotExist) {
			continue // another window has taken it in
		}
		added := 0
		if failed == nil {
			added, failed = take(in.decisions)
		}
		if errors.As(failed, new(*store.Refused)) {
			failed = in.refused(failed)
		}
		if failed != nil {
			err = errors.Join(err, failed)
			continue
		}
		n += added
		if failed := os.Remove(file); !errors.Is(failed, fs.ErrNotExist) {
			err = errors.Join(err, failed)
		}
	}
	return n, err
}
