// Package ingest turns bytes into articles: [Read] and [Open] recognise the
// format of an input, refuse what is no text, decode, and divide the text into
// title, headings, paragraphs and boilerplate ([Outline]).
//
// The table in formats.go holds every format that is read or refused. A new
// input is a row there, a file with its reader, and a sample in TestFormats.
//
// Plain text stays exactly as it was decoded, line ends included, so that a
// byte offset in the file is one in the article; where it was cut at a column, line ends
// inside of paragraphs are blanks (wrapped.go). All other formats are turned into
// elements of HTML. Of an HTML page the main text is kept, with empty lines between paragraphs, and what the page says about
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

// IsFeed reports whether the articles are the entries of a feed.
func (d *Document) IsFeed() bool { return d.Format == feedFormat }

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

// ReadAs reads the first article of a text in UTF-8 whose format is known, whatever it looks
// like. source is its address, or "". Errors are those of [Read].
func ReadAs(name, text, source string) (*model.Article, error) {
	if len(text) > MaxSize {
		return nil, explain(source, ErrTooLarge)
	}
	i := slices.IndexFunc(formats, func(f format) bool { return f.name == name })
	document, err := readWith(&formats[i], newInput(text, source))
	if err != nil {
		return nil, explain(source, err)
	}
	return document.Articles[0], nil
}

// Fetched is a page as a server gave it.
type Fetched struct {
	Data    string
	Address string // the source of its articles, or the beginning of their sources
	Found   string // the address after all redirects, "" for the same
	Type    string // media type, "" where it says nothing
	Charset string // "" where none is named
}

// minPage is how many words a page of the web has at least that is worth showing; one with
// fewer asks for signing in, or shows its text by a script.
const minPage = 20

// ReadFetched reads a page that was fetched. Beside the errors of [Read] it returns one that
// wraps [ErrHollow].
func ReadFetched(f Fetched) (*Document, error) {
	document, err := readFetched(f)
	if err != nil {
		return nil, explain(f.Address, err)
	}
	return document, nil
}

func readFetched(f Fetched) (*Document, error) {
	switch {
	case f.Data == "":
		return nil, ErrEmpty
	case len(f.Data) > MaxSize:
		return nil, ErrTooLarge
	}
	in := newInput(f.Data, f.Address)
	in.mediaType, in.charset, in.address = f.Type, f.Charset, f.Found
	document, err := parse(in)
	if err == nil && document.Format == HTML && hollow(document.Articles[0]) {
		err = ErrHollow
	}
	if err != nil {
		return nil, err
	}
	return document, nil
}

// hollow reports whether an article has hardly any words. Where a script writes them without blanks, some
// letters count as one.
func hollow(a *model.Article) bool {
	const lettersOfWord = 8
	n := 0
	for _, b := range a.Blocks {
		if b.Kind == model.BoilerplateBlock {
			continue
		}
		for word := range strings.FieldsSeq(b.In(a.Text)) {
			letters := 0
			for _, r := range word {
				if unicode.IsLetter(r) {
					letters++
				}
			}
			n += (letters + lettersOfWord - 1) / lettersOfWord
		}
		if n >= minPage {
			return false
		}
	}
	return true
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
	return readWith(recognise(in), in)
}

func readWith(f *format, in *input) (*Document, error) {
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
		if a.Fetched.IsZero() {
			a.Fetched = now
		}
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
