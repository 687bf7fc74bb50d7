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

	"github.com/adrg/xdg"

	"rawi/model"
	"rawi/model/export"
	"rawi/model/store"
)

// Decisions that cannot be saved when a window ends are left in a file of JSON
// Lines, and taken into the library by the next start that finds it.

const (
	leftPrefix = "rawi-unsaved-"
	leftSuffix = ".jsonl"
)

// leftovers is where decisions for the library of a folder are left.
type leftovers struct {
	dir string // of the library
	tag string // tells its files from those of other libraries
}

func newLeftovers(dir string) leftovers {
	if path, err := filepath.Abs(dir); err == nil {
		dir = path
	}
	return leftovers{dir, fmt.Sprintf("%x-", sha256.Sum256([]byte(dir)))[56:]}
}

// leftPlace is a folder in which decisions are left.
type leftPlace struct {
	dir    string
	made   bool // the folder may be made
	prefix string
	shared bool // with other users
}

// places is those folders, the best one first. A file beside the library belongs to
// it, also after the folder was moved.
func (l leftovers) places() []leftPlace {
	return []leftPlace{
		{dir: l.dir, prefix: leftPrefix},
		{dir: filepath.Join(xdg.StateHome, "rawi"), made: true, prefix: leftPrefix + l.tag},
		{dir: os.TempDir(), prefix: leftPrefix + l.tag, shared: true},
	}
}

// leave writes decisions into a new file, which is whole and on the disk when it has
// its name. file is "" if no place takes them.
func (l leftovers) leave(as []model.Annotation) (file string, err error) {
	for _, p := range l.places() {
		file, failed := l.leaveIn(p, as)
		if failed == nil {
			return file, nil
		}
		err = errors.Join(err, failed)
	}
	return "", err
}

func (l leftovers) leaveIn(p leftPlace, as []model.Annotation) (string, error) {
	if p.made {
		if err := os.MkdirAll(p.dir, 0o700); err != nil {
			return "", err
		}
	}
	f, err := os.CreateTemp(p.dir, "."+leftPrefix+l.tag+"*"+leftSuffix) // for its owner alone
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

// files is the files that were left for the library and are there still.
func (l leftovers) files() (files []string) {
	for _, p := range l.places() {
		entries, _ := os.ReadDir(p.dir) // where there is no folder nothing was left
		for _, e := range entries {
			if !strings.HasPrefix(e.Name(), p.prefix) || !strings.HasSuffix(e.Name(), leftSuffix) {
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

// takeIn gives the decisions of each file to take, and removes the file when they
// are in the library. n is how many were new there.
func (l leftovers) takeIn(take func([]model.Annotation) (int, error)) (n int, err error) {
	for _, file := range l.files() {
		var in intake
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
