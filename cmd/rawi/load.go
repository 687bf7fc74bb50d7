package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"rawi/model"
	"rawi/model/fetch"
	"rawi/model/ingest"
	"rawi/ui/l10n"
)

// loadAll reads all articles of a file, of standard input for "-", or of an address.
func loadAll(name string) ([]*model.Article, error) {
	document, err := loadDocument(name)
	if err != nil {
		return nil, err
	}
	return document.Articles, nil
}

// loadEach is loadAll of several, one after the other.
func loadEach(names []string) (found []*model.Article, err error) {
	for _, name := range names {
		some, err := loadAll(name)
		if err != nil {
			return nil, err
		}
		found = append(found, some...)
	}
	return found, nil
}

func loadDocument(name string) (*ingest.Document, error) {
	size := 0
	if info, err := os.Stat(name); err == nil {
		size = int(info.Size())
	}
	collectSooner(size)
	document, err := readDocument(name)
	switch {
	case err != nil && fetch.IsAddress(name):
		return nil, webError(name, err)
	case err != nil:
		return nil, fileError(name, err)
	}
	if text := len(document.Articles[0].Text); isLarge(size) && !isLarge(text) {
		collectAsUsual()
	} else {
		collectSooner(text)
	}
	return document, nil
}

func readDocument(name string) (*ingest.Document, error) {
	switch {
	case name == "-":
		return ingest.Read(os.Stdin, "")
	case fetch.IsAddress(name):
		return webDocument(name)
	}
	return ingest.Open(name)
}

// maxWalked is how many files of folders are taken.
const maxWalked = 10_000

// expand is names with those of the files in a folder in place of the folder's.
func expand(names []string) (files []string, err error) {
	for _, name := range names {
		if info, err := os.Stat(name); fetch.IsAddress(name) || err != nil || !info.IsDir() {
			files = append(files, name)
			continue
		}
		inside, err := walk(name)
		switch {
		case err != nil:
			return nil, fileError(name, err)
		case len(inside) == 0:
			return nil, localizedError{word: l10n.NoneKnown, args: []any{quoted(name)}}
		}
		files = append(files, inside...)
	}
	return files, nil
}

// walk is the files in a folder and below it, as far as rawi knows their endings. Hidden
// ones, and what may not be read, are left out.
func walk(folder string) (files []string, err error) {
	known := ingest.Extensions()
	err = filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		hidden := path != folder && strings.HasPrefix(filepath.Base(path), ".")
		switch {
		case err != nil && path == folder:
			return err
		case hidden && err == nil && entry.IsDir():
			return filepath.SkipDir
		case err != nil, hidden, len(files) >= maxWalked:
		case entry.Type().IsRegular() && slices.ContainsFunc(known, func(ending string) bool { return strings.HasSuffix(strings.ToLower(path), ending) }):
			files = append(files, path)
		}
		return nil
	})
	return files, err
}
