package ingest

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"

	"rawi/model"
)

// readOne reads an input that holds one article.
func readOne(r io.Reader, source string) (*model.Article, error) { return one(Read(r, source)) }

func openOne(path string) (*model.Article, error) { return one(Open(path)) }

func one(document *Document, err error) (*model.Article, error) {
	switch {
	case err != nil:
		return nil, err
	case len(document.Articles) != 1:
		return nil, fmt.Errorf("%d articles", len(document.Articles))
	}
	return document.Articles[0], nil
}

func TestReadPlain(t *testing.T) {
	before := time.Now()
	a, err := readOne(strings.NewReader("\xef\xbb\xbf"+report+"\xff"), "report.txt")
	if err != nil {
		t.Fatal(err)
	}
	if a.Text != report+"\ufffd" || a.Broken != 1 || a.Source != "report.txt" || a.Fetched.Before(before) || len(a.ID) != 64 {
		t.Errorf("got %+v", a)
	}
	if a.Title() != "افتتاح مكتبة عامة في حي الميناء" {
		t.Errorf("title %q", a.Title())
	}
	if a.Language != "" || a.Direction != model.NoDirection {
		t.Errorf("a plain text says nothing of language %q and direction %v", a.Language, a.Direction)
	}
}

func TestReadRefuses(t *testing.T) {
	noise := make([]byte, 4096)
	rand.New(rand.NewSource(1)).Read(noise)
	tests := []struct {
		name, data string
		want       error
		message    string
	}{
		{"empty", "", ErrEmpty, "x.txt is empty: there is nothing to read"},
		{"white space", " \n\t\r\n\u00a0\u2003", ErrBlank, "x.txt holds only white space: there is nothing to read"},
		{"a mark alone", "\xef\xbb\xbf", ErrBlank, ""},
		{"a UTF-16 mark alone", "\xff\xfe", ErrBlank, ""},
		{"invisible signs", "\u200f\u202b \u200b", ErrBlank, ""},
		{"one NUL", "\x00", ErrBlank, ""},
		{"empty page", "<!DOCTYPE html><html><head><title></title></head><body><script>x</script></body></html>", ErrBlank, ""},
		{"program", "\x7fELF\x02\x01\x01 text text", ErrBinary, "x.txt is a program, not text: convert it to plain text or HTML first"},
		{"PDF", "%PDF-1.7\n1 0 obj", ErrBinary, "x.txt is a PDF document, not text: convert it to plain text or HTML first"},
		{"ZIP", "PK\x03\x04\x14", ErrBinary, ""},
		{"gzip", "\x1f\x8b\x08\x00", ErrBinary, ""},
		{"PNG", "\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR", ErrBinary, ""},
		{"NULs", strings.Repeat("\x00", 100), ErrBinary, "x.txt is binary data, not text: convert it to plain text or HTML first"},
		{"NULs in text", strings.Repeat("abc\x00", 100), ErrBinary, ""},
		{"few bytes", "\x00\x01\x02\x03", ErrBinary, ""},
		{"noise", string(noise), ErrBinary, ""},
		{"deep page", "<html>" + strings.Repeat("<div>", 5000) + "a", ErrTooDeep, "x.txt is nested too deeply: save its text as plain text"},
	}
	for _, test := range tests {
		a, err := readOne(strings.NewReader(test.data), "x.txt")
		if !errors.Is(err, test.want) || a != nil {
			t.Errorf("%s: got %v", test.name, err)
		} else if test.message != "" && err.Error() != test.message {
			t.Errorf("%s: says %q, want %q", test.name, err, test.message)
		}
	}
	if _, err := Read(strings.NewReader(""), ""); err == nil || err.Error() != "the input is empty: there is nothing to read" {
		t.Errorf("a pipe: %v", err)
	}
	if _, err := Open("a\x1b[2J\n\u202eb"); err == nil || err.Error() != `"a\x1b[2J\n\u202eb" does not exist: check the name` {
		t.Errorf("a name with controls: %v", err)
	}
}

// counter counts what is read of an endless input.
type counter struct{ n int64 }

func (c *counter) Read(p []byte) (int, error) {
	clear(p)
	c.n += int64(len(p))
	return len(p), nil
}

func TestReadStopsAtMaxSize(t *testing.T) {
	var endless counter
	_, err := Read(&endless, "")
	const message = "the input is larger than 64 MiB: cut it into parts"
	if !errors.Is(err, ErrTooLarge) || err.Error() != message || endless.n != MaxSize+1 {
		t.Errorf("read %d bytes: %v", endless.n, err)
	}
}

type failing struct{}

func (failing) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: "p", Err: io.ErrNoProgress}
}

func TestReadReportsTheReader(t *testing.T) {
	_, err := Read(failing{}, "x.txt")
	if !errors.Is(err, io.ErrNoProgress) || !strings.HasPrefix(err.Error(), "x.txt cannot be read: ") {
		t.Errorf("got %v", err)
	}
}

// What looks dangerous but is text is kept whole; to show it safely is the
// screen's part.
func TestReadKeeps(t *testing.T) {
	tests := map[string]string{
		"escape sequences": strings.Repeat("\x1b[2J\x1b]0;t\a قال \x1b[0m", 50),
		"a stray NUL":      "قال\x00 نعم",
		"C1 controls":      "قال \u009b31m نعم",
		"bidi controls":    "\u202eقال\u202c \u2066نعم",
		"form feeds":       "قال\fنعم\v\b",
		"one long line":    strings.Repeat("ا", 1<<19),
		"no line end":      "نعم",
	}
	for name, text := range tests {
		a, err := readOne(strings.NewReader(text), "")
		if err != nil || a.Text != text || a.Broken != 0 {
			t.Errorf("%s: %v", name, err)
			continue
		}
		checkBlocks(t, a.Text, a.Blocks)
	}
}

func TestOpen(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "خبر.txt")
	if err := os.WriteFile(file, []byte(report), 0o600); err != nil {
		t.Fatal(err)
	}
	if a, err := openOne(file); err != nil || a.Text != report || a.Source != file {
		t.Errorf("got %v", err)
	}
	if _, err := Open(dir); !errors.Is(err, ErrFolder) || err.Error() != dir+" is a folder: name a file inside it" {
		t.Errorf("a folder: %v", err)
	}
	missing := filepath.Join(dir, "none.txt")
	if _, err := Open(missing); !errors.Is(err, fs.ErrNotExist) || err.Error() != missing+" does not exist: check the name" {
		t.Errorf("a missing file: %v", err)
	}
	if _, err := Open(filepath.Join(file, "x")); err == nil || !strings.HasSuffix(err.Error(), "cannot be read: not a directory") {
		t.Errorf("a file as a folder: %v", err)
	}
	refused := explain("x", &fs.PathError{Op: "open", Path: "x", Err: fs.ErrPermission})
	if !errors.Is(refused, fs.ErrPermission) || refused.Error() != "x may not be read: ask its owner for permission" {
		t.Errorf("no permission: %v", refused)
	}
}

// The gold texts in other encodings must give the same text and blocks.
func TestGoldInOtherEncodings(t *testing.T) {
	fold := encoding.ReplaceUnsupported(charmap.Windows1256.NewEncoder())
	for _, g := range readGold(t) {
		text := string(g.Text)
		// What windows-1256 cannot write is first replaced in the text too.
		oneByte, err := fold.String(text)
		if err != nil {
			t.Fatal(err)
		}
		kept, _ := charmap.Windows1256.NewDecoder().String(oneByte)
		sameArticle(t, g.ID+" in windows-1256", kept, oneByte)
		sameArticle(t, g.ID+" in UTF-16LE", text, encode(t, little, text))
		sameArticle(t, g.ID+" in UTF-16BE with a mark", text, encode(t, bigMarked, text))
	}
}

func sameArticle(t *testing.T, name, text, data string) {
	t.Helper()
	want, err := readOne(strings.NewReader(text), "")
	if err != nil {
		t.Fatal(name, err)
	}
	got, err := readOne(strings.NewReader(data), "")
	if err != nil {
		t.Fatal(name, err)
	}
	if got.ID != want.ID || got.Broken != 0 || describe(got.Text, got.Blocks) != describe(want.Text, want.Blocks) {
		t.Errorf("%s: another article", name)
	}
}

// FuzzRead holds any bytes to the contract: an article in valid UTF-8 with
// proper blocks, or a refusal.
func FuzzRead(f *testing.F) {
	f.Add([]byte(report), "a.txt")
	f.Add([]byte("\xff\xfe\x27\x06\x00\xd8"), "")
	f.Add([]byte(encode(f, charmap.Windows1256, report)), "")
	f.Add([]byte("<meta charset=windows-1256><p>\xc7\xe1<br>\xe3<pre>\n\n<li>"), "a.html")
	for _, data := range []string{note, rss, atomFeed, jsonFeed, saved("8bit", "<p>نص"), archive(bookFiles()...), fill(unwrapped, 60, "\n")} {
		f.Add([]byte(data), "")
	}
	f.Fuzz(func(t *testing.T, data []byte, source string) {
		document, err := Read(strings.NewReader(string(data)), source)
		if err != nil {
			if document != nil || strings.Contains(err.Error(), "\n") && !strings.Contains(source, "\n") {
				t.Fatalf("%v with an article, or in several lines", err)
			}
			return
		}
		kept := 0
		for _, a := range document.Articles {
			checkBlocks(t, a.Text, a.Blocks)
			kept += len(a.Text)
		}
		if kept > 10*len(data)+minUnpacked {
			t.Fatalf("%d bytes of text of %d", kept, len(data))
		}
		a := document.Articles[0]
		if !utf8.ValidString(a.Text) || a.Broken > strings.Count(a.Text, "\ufffd") && document.Format == "plain text" {
			t.Fatalf("%d broken in %q", a.Broken, a.Text)
		}
	})
}

func BenchmarkReadPlain(b *testing.B) {
	benchmarkRead(b, strings.Repeat(report, 100<<10/len(report)), "a.txt")
}

func BenchmarkReadHTML(b *testing.B) {
	paragraphs := strings.ReplaceAll(report, "\n", "</p>\n<p class=\"text\">")
	benchmarkRead(b, "<!DOCTYPE html><html lang=ar dir=rtl><title>خبر</title><body><article><p>"+
		strings.Repeat(paragraphs, 100<<10/len(paragraphs))+"</p></article>", "a.html")
}

func BenchmarkReadWindows1256(b *testing.B) {
	benchmarkRead(b, encode(b, charmap.Windows1256, strings.Repeat(report, 100<<10/len(report))), "a.txt")
}

func benchmarkRead(b *testing.B, data, source string) {
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(strings.NewReader(data), source); err != nil {
			b.Fatal(err)
		}
	}
}
