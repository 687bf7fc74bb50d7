package ingest

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

// samples are inputs of each format that must be recognised without a name.
var samples = map[string][]string{
	"a program":                           {"\x7fELF\x02\x01\x01", "MZ\x90\x00\x03", "\xcf\xfa\xed\xfe\x07", "\xca\xfe\xba\xbe\x00"},
	"a PDF document":                      {"%PDF-1.7\n1 0 obj"},
	"an EPUB book":                        {archive(bookFiles()...)},
	"a feed":                              {rss, atomFeed, jsonFeed, "\n<!-- x --><rss version='2.0'><channel><item><title>خبر</title></item></channel></rss>"},
	"a page with its pictures":            {saved("8bit", "<p>نص</p>")},
	"Markdown":                            {note, "# عنوان\n\nنص"},
	"a ZIP archive or an office document": {"PK\x03\x04\x14"},
	"a ZIP archive":                       {"PK\x05\x06\x00"},
	"an old office document":              {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00"},
	"an RTF document":                     {`{\rtf1\ansi`},
	"an archive of the web":               {archiveOfWeb(), zipped(archiveOfWeb())},
	"a picture":                           {"\x89PNG\r\n\x1a\n\x00", "\xff\xd8\xff\xe0", "GIF87a\x01", "GIF89a\x01"},
	"a compressed file":                   {"\x1f\x8b\x08", "BZh91AY", "\xfd7zXZ\x00\x00", "\x28\xb5\x2f\xfd\x04", "7z\xbc\xaf\x27\x1c\x00", "Rar!\x1a\x07\x00"},
	"a database":                          {"SQLite format 3\x00\x10"},
	"a recording":                         {"OggS\x00\x02", "ID3\x03\x00", "ID3\x04\x00"},
	"binary data":                         {strings.Repeat("abc\x00", 100), "\xff\xfe" + strings.Repeat("\x01\x00", 100)},
	"HTML":                                {newsPage, "<p>" + report, "\xff\xfe<\x00p\x00>\x00\x27\x06"},
	"plain text":                          {report, "\xef\xbb\xbf" + report, "قال <html>", "\xff\xfe\x27\x06"},
}

// TestFormats holds each row of the table to its contract: it has a sample,
// which is recognised whatever its name, and read or refused; its extensions
// are its own.
func TestFormats(t *testing.T) {
	owner := map[string]string{}
	for _, f := range formats {
		if len(samples[f.name]) == 0 {
			t.Errorf("%s has no sample, or stands in the table twice", f.name)
		}
		for _, sample := range samples[f.name] {
			checkFormat(t, f, sample, "")
			checkFormat(t, f, sample, "صفحة.txt")
			for _, ext := range f.extensions {
				checkFormat(t, f, sample, "صفحة"+strings.ToUpper(ext))
			}
			if f.bytes != nil { // sure of them whatever the name says
				checkFormat(t, f, sample, "صفحة.html")
			}
		}
		delete(samples, f.name)
		for _, ext := range f.extensions {
			if owner[ext] != "" || ext != strings.ToLower(ext) || !strings.HasPrefix(ext, ".") {
				t.Errorf("%q of %s is of %q too, or not written like .html", ext, f.name, owner[ext])
			}
			owner[ext] = f.name
		}
	}
	if len(samples) > 0 {
		t.Errorf("samples of formats that are not in the table: %v", samples)
	}
}

func checkFormat(t *testing.T, f format, sample, source string) {
	t.Helper()
	document, err := Read(strings.NewReader(sample), source)
	if f.read == nil {
		if want := name(source) + " is " + f.name + ", " + ErrBinary.Error(); !errors.Is(err, ErrBinary) || err.Error() != want {
			t.Errorf("%.20q from %q: %v, want %q", sample, source, err, want)
		}
		return
	}
	if err != nil {
		t.Errorf("%.20q from %q: %v", sample, source, err)
		return
	}
	if document.Format != f.name || document.Original != sample {
		t.Errorf("%.20q from %q is %s, with %d bytes of %d", sample, source, document.Format, len(document.Original), len(sample))
	}
	var sources []string
	for _, a := range document.Articles {
		checkBlocks(t, a.Text, a.Blocks)
		if slices.Contains(sources, a.Source) || !strings.HasPrefix(a.Source, source) && a.Source != a.Facts.Address || a.Fetched.IsZero() {
			t.Errorf("%.20q from %q: an article from %q, fetched %v, after %q", sample, source, a.Source, a.Fetched, sources)
		}
		sources = append(sources, a.Source)
	}
}
