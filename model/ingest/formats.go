package ingest

import (
	"slices"
	"strings"

	"rawi/model"
)

// format is one kind of input. An input is recognised once: by its bytes
// whatever it is called, else by what its server calls it, else by its extension,
// else by how its text looks. In each of these the first format that matches is taken.
type format struct {
	name       string
	bytes      func(*input) bool      // reports whether the bytes are surely of the format; nil: never
	types      []string               // media types that servers give it
	extensions []string               // of sources, in lower case, with the dot
	text       func(text string) bool // reports whether the text looks like the format; nil: never

	// read returns the articles of an input. It sets the source of each where
	// there are several. A format without it is refused with ErrBinary.
	read func(*input) ([]*model.Article, error)
}

// Names of formats that [ReadAs] takes.
const (
	PlainText = "plain text"
	HTML      = "HTML"
)

// feedFormat is the name of the format whose articles are entries.
const feedFormat = "a feed"

// formats are all formats; the last one takes every text.
var formats = []format{
	{name: "a program", bytes: begins("\x7fELF", "MZ\x90\x00", "\xcf\xfa\xed\xfe", "\xca\xfe\xba\xbe")},
	{name: "a PDF document", bytes: begins("%PDF-")},
	{name: "an EPUB book", bytes: isEPUB, extensions: []string{".epub"}, read: readEPUB},
	{name: "a ZIP archive or an office document", bytes: begins("PK\x03\x04")},
	{name: "a ZIP archive", bytes: begins("PK\x05\x06")},
	{name: "an old office document", bytes: begins("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")},
	{name: "an RTF document", bytes: begins("{\\rtf")},
	{name: "an archive of the web", bytes: isWARC, extensions: []string{".warc", ".warc.gz"}, read: readWARC},
	{name: "a picture", bytes: begins("\x89PNG\r\n\x1a\n", "\xff\xd8\xff", "GIF87a", "GIF89a")},
	{name: "a compressed file", bytes: begins("\x1f\x8b", "BZh", "\xfd7zXZ\x00", "\x28\xb5\x2f\xfd", "7z\xbc\xaf\x27\x1c", "Rar!\x1a\x07")},
	{name: "a database", bytes: begins("SQLite format 3\x00")},
	{name: "a recording", bytes: begins("OggS\x00", "ID3\x03", "ID3\x04")},
	{name: "binary data", bytes: (*input).binary},
	{name: feedFormat, bytes: opensFeed, extensions: []string{".rss", ".atom"}, read: readFeed},
	{name: "a page with its pictures", bytes: opensMHTML, extensions: []string{".mht", ".mhtml"}, read: readMHTML},
	{name: "Markdown", types: []string{"text/markdown"}, extensions: []string{".md", ".markdown"}, text: looksMarkdown, read: readMarkdown},
	{name: HTML, types: []string{"text/html", "application/xhtml+xml"}, extensions: []string{".html", ".htm", ".xhtml", ".xht"}, text: opensHTML, read: readHTML},
	{name: PlainText, text: func(string) bool { return true }, read: readPlain},
}

// begins matches inputs that begin with one of the starts.
func begins(starts ...string) func(*input) bool {
	return func(in *input) bool {
		return slices.ContainsFunc(starts, func(start string) bool { return strings.HasPrefix(in.data, start) })
	}
}

// Extensions returns the endings of the names of all formats that are read, in lower
// case, with the dot.
func Extensions() []string {
	all := []string{".txt"}
	for i := range formats {
		if formats[i].read != nil {
			all = append(all, formats[i].extensions...)
		}
	}
	return all
}

// recognise returns the format of an input.
func recognise(in *input) *format {
	for _, matches := range [...]func(*format) bool{
		func(f *format) bool { return f.bytes != nil && f.bytes(in) },
		func(f *format) bool { return slices.Contains(f.types, in.mediaType) },
		func(f *format) bool { return slices.Contains(f.extensions, in.extension) },
		func(f *format) bool { return f.text != nil && f.text(in.text) },
	} {
		for i := range formats {
			if matches(&formats[i]) {
				return &formats[i]
			}
		}
	}
	panic("ingest: the last format takes every text")
}

// readPlain makes one article of a plain text. Where its lines were cut at a column
// they are joined.
func readPlain(in *input) ([]*model.Article, error) {
	text, broken := in.decode(nil)
	text, flat := joinShort(joinWrapped(text))
	read, replaced := replaceLeft(text)
	article := model.NewArticle(read, Outline(read, ""))
	article.Broken, article.Flat = broken, flat
	if len(replaced) > 0 {
		article.Input, article.Replaced = text, replaced
	}
	return []*model.Article{article}, nil
}
