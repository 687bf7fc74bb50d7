// Package ingest turns bytes into an article: [Read] and [Open] refuse what is
// no text, find the encoding and the format, decode, and divide the text into
// title, headings, paragraphs and boilerplate ([Outline]).
//
// Plain text stays exactly as it was decoded, line ends included, so that a
// position counted in the file is a position in the article. Of an HTML page
// the main text is taken; its paragraphs become lines with an empty line
// between them.
package ingest

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"rawi/model"
)

// Read reads one article to its end. source is its path or URL, "" for a pipe;
// its extension may tell the format. An input that is refused gives an error
// that wraps [ErrEmpty], [ErrBlank], [ErrTooLarge], [ErrBinary] or
// [ErrTooDeep], and no more than MaxSize+1 bytes are read.
func Read(r io.Reader, source string) (*model.Article, error) { return read(r, source, 0) }

// Open reads the article in a file. Beside the errors of [Read] it returns one
// that wraps [ErrFolder], or the system's error in plain words.
func Open(path string) (*model.Article, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, failure(path, err)
	}
	defer file.Close()
	info, err := file.Stat()
	switch {
	case err != nil:
		return nil, failure(path, err)
	case info.IsDir():
		return nil, fmt.Errorf("%s %w", name(path), ErrFolder)
	}
	return read(file, path, info.Size())
}

// read reads about as many bytes as expected, or more.
func read(r io.Reader, source string, expected int64) (*model.Article, error) {
	var data strings.Builder
	data.Grow(int(min(expected, MaxSize)))
	switch n, err := io.Copy(&data, io.LimitReader(r, MaxSize+1)); {
	case err != nil:
		return nil, failure(source, err)
	case n > MaxSize:
		return nil, fmt.Errorf("%s %w", name(source), ErrTooLarge)
	case n == 0:
		return nil, fmt.Errorf("%s %w", name(source), ErrEmpty)
	}
	article, err := parse(data.String(), source)
	if err != nil {
		return nil, err
	}
	article.Source = source
	article.Fetched = time.Now()
	return article, nil
}

// parse makes an article of the bytes of a file.
func parse(data, source string) (*model.Article, error) {
	if kind := magic(data); kind != "" {
		return nil, fmt.Errorf("%s is %s, %w", name(source), kind, ErrBinary)
	}
	text, broken := decode(data, isHTML(data, source))
	_, _, isWide := wide(data)
	if isWide && controlled(text) || !isWide && controlled(data) {
		return nil, fmt.Errorf("%s is binary data, %w", name(source), ErrBinary)
	}
	article, err := outlined(text, source)
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s %w", name(source), err)
	case blank(article.Text):
		return nil, fmt.Errorf("%s %w", name(source), ErrBlank)
	}
	article.Broken = broken
	return article, nil
}

// outlined makes an article of decoded text.
func outlined(text, source string) (*model.Article, error) {
	if isHTML(text, source) {
		return readHTML(text)
	}
	return model.NewArticle(text, Outline(text, "")), nil
}
