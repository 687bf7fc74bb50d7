// Package ingest turns bytes into articles: [Read] and [Open] recognise the
// format of an input, refuse what is no text, decode, and divide the text into
// title, headings, paragraphs and boilerplate ([Outline]).
//
// The table in formats.go holds every format that is read or refused. A new
// input is a row there, a file with its reader, and a sample in TestFormats.
//
// Plain text stays exactly as it was decoded, line ends included, so that a
// byte offset in the file is one in the article. Of an HTML page the main text
// is kept, with empty lines between paragraphs, and what the page says about
// itself ([model.Facts]).
package ingest

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode"

	"rawi/model"
)

// MaxSize is the size of the largest input that is read, in bytes.
const MaxSize = 64 << 20

// Document is one input that was read.
type Document struct {
	Format   string           // its name in the table of formats
	Articles []*model.Article // at least one, in the input's order; no two have the same source
	Original string           // the bytes as they were read
}

// Read reads one input to its end. source is its path or URL, "" for a pipe;
// its extension may tell the format. An input that is refused gives an error
// that wraps [ErrEmpty], [ErrBlank], [ErrTooLarge], [ErrBinary] or
// [ErrTooDeep], and at most MaxSize+1 bytes are read.
func Read(r io.Reader, source string) (*Document, error) {
	document, err := read(r, source, 0)
	if err != nil {
		return nil, explain(source, err)
	}
	return document, nil
}

// Open reads a file. The source of its articles is its absolute path: files of
// one name in two folders are two sources. Beside the errors of [Read] it
// returns one that wraps [ErrFolder], or the system's error in plain words.
func Open(path string) (*Document, error) {
	document, err := open(path)
	if err != nil {
		return nil, explain(path, err)
	}
	return document, nil
}

func open(path string) (*Document, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		return nil, ErrFolder
	}
	source, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	return read(file, source, info.Size())
}

// read reads an input whose size is expected to be about size bytes.
func read(r io.Reader, source string, size int64) (*Document, error) {
	var data strings.Builder
	data.Grow(int(min(size, MaxSize)))
	switch n, err := io.Copy(&data, io.LimitReader(r, MaxSize+1)); {
	case err != nil:
		return nil, err
	case n > MaxSize:
		return nil, ErrTooLarge
	case n == 0:
		return nil, ErrEmpty
	}
	return parse(newInput(data.String(), source))
}

// parse makes a document of an input.
func parse(in *input) (*Document, error) {
	f := recognise(in)
	if f.read == nil {
		return nil, fmt.Errorf("is %s, %w", f.name, ErrBinary)
	}
	articles, err := f.read(in)
	if err != nil {
		return nil, err
	}
	articles = slices.DeleteFunc(articles, func(a *model.Article) bool { return blank(a.Text) })
	if len(articles) == 0 {
		return nil, ErrBlank
	}
	now := time.Now()
	for _, a := range articles {
		a.Fetched = now
		if a.Source == "" {
			a.Source = in.source
		}
	}
	return &Document{Format: f.name, Articles: articles, Original: in.data}, nil
}

// blank reports whether a text shows nothing.
func blank(text string) bool {
	for _, r := range text {
		if !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r) && !unicode.IsControl(r) {
			return false
		}
	}
	return true
}
