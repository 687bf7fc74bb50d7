//go:build unix

package main

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// With --text each object has the text in which its offsets count.
func TestExtractText(t *testing.T) {
	page := file(t, "page.html", "<title>عنوان</title><h1>عنوان \U0001F4A1</h1><p>قال الوزير سامي رزق: \u200f«الأمر هين» اليوم &amp; غدا.</p>\r\n")
	out := rawiIs(t, "extract", "--text", page)
	var got struct {
		Text, SHA256, Source string
		TitleText            string `json:"title_text"`
		Title                []int
		Quotes               []struct{ Start, End int }
	}
	must(t, json.Unmarshal([]byte(out), &got))
	text := []rune(got.Text)
	if len(got.Quotes) != 1 || string(text[got.Quotes[0].Start:got.Quotes[0].End]) != "الأمر هين" {
		t.Errorf("the quotations are %v in %q", got.Quotes, got.Text)
	}
	if string(text[got.Title[0]:got.Title[1]]) != got.TitleText || got.SHA256 != fmt.Sprintf("%x", sha256.Sum256([]byte(got.Text))) || got.Source != page {
		t.Errorf("got %+v", got)
	}
	bare := rawiIs(t, "extract", page)
	if !strings.HasPrefix(out, strings.TrimSuffix(bare, "}\n")) {
		t.Errorf("with the text\n%swithout\n%s", out, bare)
	}
}

// Two inputs never go into one file, nor one into a file that is read: nothing at
// all is written.
func TestExtractKeepsFilesApart(t *testing.T) {
	dir := t.TempDir()
	write := func(name string) string {
		path := filepath.Join(dir, name)
		must(t, os.MkdirAll(filepath.Dir(path), 0o777))
		must(t, os.WriteFile(path, []byte("قال الوزير سامي رزق إن \"الأمر هين\".\n"), 0o666))
		return path
	}
	a, b, c, data := write("x/page.txt"), write("y/page.html"), write("x/other.txt"), write("out/data.json")
	for _, test := range []struct {
		out   string
		files []string
		names []string
	}{
		{"new", []string{a, c, b}, []string{a, b}},
		{"new", []string{a, a}, []string{a}},
		{"new", []string{a, filepath.Join(dir, "x/../x/page.txt")}, []string{a}},
		{"out", []string{c, data}, []string{data}},
		{"out/../out", []string{data}, []string{data}},
	} {
		out := filepath.Join(dir, test.out)
		stdout, stderr, status := alone(t, "", append([]string{"extract", "--lang", "en", "--out", out}, test.files...)...)
		if status != exitUsage || stdout != "" || strings.Count(stderr, "\n") != 1 {
			t.Errorf("%q: status %d, stdout %q, stderr %q", test.files, status, stdout, stderr)
		}
		for _, name := range test.names {
			if !strings.Contains(stderr, name) {
				t.Errorf("%q: %q does not name %s", test.files, stderr, name)
			}
		}
		if _, err := os.Stat(filepath.Join(dir, "new")); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%q: the folder was made", test.files)
		}
	}
	if !strings.HasPrefix(readFile(t, data), "قال") {
		t.Error("an input was overwritten")
	}
	rawiIs(t, "extract", "--out", filepath.Join(dir, "new"), a, c, data)
	rawiIs(t, "extract", a, b, a) // printing overwrites nothing
	for _, name := range []string{"page", "other", "data"} {
		if text := readFile(t, filepath.Join(dir, "new", name+".json")); !strings.HasPrefix(text, `{"id":"`+name) {
			t.Errorf("%s.json holds %s", name, text)
		}
	}
}
