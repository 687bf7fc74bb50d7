package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"rawi/model"
	"rawi/model/detect"
	"rawi/model/export"
	"rawi/ui/l10n"
)

// extractor writes what is found in articles.
type extractor struct {
	dir     string // where NAME.json goes; "" to print
	explain bool
	detect  func(*model.Article) model.Findings
}

// extract writes what is found in each file: to w, or one file each into dir.
// A file that cannot be read does not keep the others from being written.
func extract(w io.Writer, dir string, explain bool, files []string) error {
	if dir != "" {
		if err := os.MkdirAll(dir, 0o777); err != nil {
			return err
		}
	}
	return extractor{dir, explain, detect.Detect}.all(w, files)
}

// extracted is the JSON object of one file.
type extracted struct {
	id   string
	json []byte
	err  error
}

// all reads the files on all cores and writes them in their order. No more are
// held than twice as many as there are cores.
func (e extractor) all(w io.Writer, files []string) error {
	workers := runtime.GOMAXPROCS(0)
	type job struct {
		file string
		done chan<- extracted
	}
	jobs, order := make(chan job), make(chan (<-chan extracted), workers)
	for range workers {
		go func() {
			for j := range jobs {
				j.done <- e.one(j.file)
			}
		}()
	}
	go func() {
		defer close(order)
		defer close(jobs)
		for _, file := range files {
			done := make(chan extracted, 1)
			order <- done
			jobs <- job{file, done}
		}
	}()
	var failed []error
	for done := range order {
		if err := e.write(w, <-done); err != nil {
			failed = append(failed, err)
		}
	}
	return errors.Join(failed...)
}

// one finds what is in one file.
func (e extractor) one(file string) extracted {
	id := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
	var out bytes.Buffer
	err := guarded(func() error {
		a, err := load(file)
		if err != nil {
			return err
		}
		found := e.detect(a)
		if e.explain {
			return export.Explained(&out, id, a, found.Quotes, found.Parties)
		}
		return export.Prediction(&out, id, a, found.Quotes, found.Parties)
	})
	if errors.As(err, &fault{}) {
		err = sentence{l10n.NotExtracted, []any{named(file), err}, err}
	}
	return extracted{id, out.Bytes(), err}
}

// write writes an object whole, or nothing of one that failed.
func (e extractor) write(w io.Writer, x extracted) error {
	if x.err != nil {
		return x.err
	}
	if e.dir != "" {
		return os.WriteFile(filepath.Join(e.dir, x.id+".json"), x.json, 0o666)
	}
	_, err := w.Write(x.json)
	return err
}
