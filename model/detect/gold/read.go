package gold

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"rawi/model"
	"rawi/model/ingest"
)

// Folder reads all annotations of a folder, NAME.json each, in the order of
// their names. Every one that cannot be read is named in the error.
func Folder(dir string) ([]*Article, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err == nil && len(files) == 0 {
		err = fmt.Errorf("no annotated articles (NAME.json) in %s", dir)
	}
	if err != nil {
		return nil, err
	}
	articles, failed := make([]*Article, len(files)), make([]error, len(files))
	for i, file := range files {
		articles[i], failed[i] = Read(file)
	}
	return articles, errors.Join(failed...)
}

// Read reads one annotation, NAME.json, and the text that it names. It is an
// error when the two do not belong together: when the text is another one than
// was annotated, a span lies outside it or has other words, a name of a kind is
// unknown, or a quotation's speaker is no party.
func Read(file string) (*Article, error) {
	a, err := read(file)
	if err != nil {
		return nil, fmt.Errorf("the annotation %s cannot be read: %w", file, err)
	}
	return a, nil
}

func read(file string) (*Article, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var n annotation
	if err := json.Unmarshal(data, &n); err != nil {
		return nil, err
	}
	if n.Quotes == nil || n.Parties == nil || n.File == "" {
		return nil, errors.New(`it is no annotated article: "text_file", "quotes" or "parties" is missing`)
	}
	if filepath.Base(n.File) != n.File {
		return nil, fmt.Errorf("its text %q does not lie beside it", n.File)
	}
	text, err := open(filepath.Join(filepath.Dir(file), n.File), n.SHA256)
	if err != nil {
		return nil, err
	}
	return n.article(text)
}

// open reads a text as rawi does, and makes sure that it is the one annotated.
func open(file, annotated string) (*model.Article, error) {
	document, err := ingest.Open(file)
	if err != nil {
		return nil, err
	}
	a := document.Articles[0]
	switch {
	case len(document.Articles) > 1 || a.InputText() != document.Original:
		return nil, fmt.Errorf("%s is not plain UTF-8 text, in which offsets count as written", file)
	case annotated != "" && annotated != a.InputDigest():
		return nil, fmt.Errorf("%s is not the text that was annotated: its SHA-256 is %s, not %s", file, a.InputDigest(), annotated)
	}
	return a, nil
}
