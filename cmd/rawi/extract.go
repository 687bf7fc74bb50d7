package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"rawi/model"
	"rawi/model/detect"
	"rawi/model/export"
	"rawi/model/ingest"
)

// extract writes what is found in each file: to w, or one file each into dir.
// A file that cannot be read does not keep the others from being written.
func extract(w io.Writer, dir string, explain bool, files []string) error {
	if dir != "" {
		if err := os.MkdirAll(dir, 0o777); err != nil {
			return err
		}
	}
	var failed []error
	for _, file := range files {
		if err := extractOne(w, dir, explain, file); err != nil {
			failed = append(failed, err)
		}
	}
	return errors.Join(failed...)
}

func extractOne(w io.Writer, dir string, explain bool, file string) (err error) {
	a, err := load(file)
	if err != nil {
		return err
	}
	id := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
	if dir != "" {
		f, err := os.Create(filepath.Join(dir, id+".json"))
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, f.Close()) }()
		w = f
	}
	found := detect.Detect(a)
	if explain {
		return export.Explained(w, id, a, found.Quotes, found.Parties)
	}
	return export.Prediction(w, id, a, found.Quotes, found.Parties)
}

// load reads an article from a file, or from standard input for "-".
func load(file string) (*model.Article, error) {
	if file == "-" {
		a, err := ingest.Read(os.Stdin, "")
		if err != nil {
			return nil, opening(file, err)
		}
		return a, nil
	}
	a, err := ingest.Open(file)
	if err != nil {
		return nil, opening(file, err)
	}
	if path, err := filepath.Abs(file); err == nil {
		a.Source = path // another folder's file of that name is another source
	}
	return a, nil
}
