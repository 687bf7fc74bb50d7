package gold_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rawi/model"
	"rawi/model/detect/gold"
	"rawi/model/detect/gold/goldtest"
)

const own = "../testdata/gold" // articles that were written for rawi

// write writes a text and its annotation, and says where the annotation is.
func write(t testing.TB, text, annotation string) (file string) {
	t.Helper()
	dir := t.TempDir()
	for name, content := range map[string]string{"a.txt": text, "a.json": annotation} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return filepath.Join(dir, "a.json")
}

// text has a letter outside the BMP: four bytes, one code point, two of UTF-16.
const text = "عنوان 𝒜 هنا\n\nقال زيد: «نعم» وفق الوكالة.\n"

const annotation = `{"id": "a", "text_file": "a.txt", "outlet": "o", "year": 2026, "title": [0, 11], "boilerplate": [],
 "parties": [{"id": "z", "type": "PER", "name": "زيد", "aliases": ["زيد"], "roles": [], "mentions": [{"start": 17, "end": 20, "text": "زيد", "form": "name"}]},
             {"id": "w", "type": "ORG", "name": "الوكالة", "mentions": [{"start": 32, "end": 39, "text": "الوكالة", "form": "nominal"}]}],
 "quotes": [{"start": 23, "end": 26, "text": "نعم", "kind": "speech", "marked": true, "speaker": "z", "cue": [13, 16], "mention": null, "via": "w"}]}`

// TestBytes: offsets of code points become bytes.
func TestBytes(t *testing.T) {
	a, err := gold.Read(write(t, text, annotation))
	if err != nil {
		t.Fatal(err)
	}
	q := &a.Quotes[0]
	for what, words := range map[string][2]string{
		"title": {a.Title.In(a.Text), "عنوان 𝒜 هنا"}, "quotation": {q.In(a.Text), "نعم"}, "cue": {q.Cue.In(a.Text), "قال"},
		"mention": {a.Parties[0].Mentions[0].In(a.Text), "زيد"}, "nominal": {a.Parties[1].Mentions[0].In(a.Text), "الوكالة"},
		"year": {a.Year, "2026"}, "text": {a.Text, text}, "title of rawi": {a.Article.Title(), "عنوان 𝒜 هنا"},
	} {
		if words[0] != words[1] {
			t.Errorf("the %s is %q, want %q", what, words[0], words[1])
		}
	}
	if q.Kind != model.Speech || !q.Marked || q.Speaker != "z" || q.Via != "w" || !q.Implicit() {
		t.Errorf("%+v", q)
	}
	if p, ok := a.Party("w"); !ok || p.Kind != model.Organisation || p.Mentions[0].Form != model.Nominal {
		t.Errorf("%+v", p)
	}
	if f := a.Findings(); len(f.Quotes) != 1 || len(f.Parties) != 2 || f.Quotes[0].Confidence != 1 {
		t.Errorf("%+v", f)
	}
}

// TestBadFiles: what does not fit is refused, and the error says what it is.
func TestBadFiles(t *testing.T) {
	tests := []struct{ name, old, new, says string }{
		{"no JSON", annotation, "{", "JSON"},
		{"another JSON", annotation, `{"id": "a"}`, "no annotated article"},
		{"text elsewhere", `"a.txt"`, `"../a.txt"`, "beside it"},
		{"text missing", `"a.txt"`, `"b.txt"`, "b.txt"},
		{"another text", `"outlet"`, `"sha256": "00", "outlet"`, "SHA-256"},
		{"beyond the text", `"start": 23, "end": 26`, `"start": 23, "end": 99`, "quotation at 23-99"},
		{"before the text", `"start": 23, "end": 26`, `"start": -1, "end": 26`, "quotation at -1-26"},
		{"empty", `"start": 17, "end": 20`, `"start": 17, "end": 17`, "mention at 17-17"},
		{"other words", `"text": "نعم"`, `"text": "لا"`, `"نعم", not "لا"`},
		{"title", `[0, 11]`, `[0]`, "[start, end]"},
		{"cue", `"cue": [13, 16]`, `"cue": [16, 13]`, "cue at 16-13"},
		{"kind", `"speech"`, `"talk"`, `kind "talk"`},
		{"marks", `"marked": true`, `"marked": false`, "marked is false"},
		{"type", `"PER"`, `"MAN"`, `type "MAN"`},
		{"form", `"nominal"`, `"noun"`, `form "noun"`},
		{"speaker", `"speaker": "z"`, `"speaker": "x"`, `"x", which is no party`},
		{"relay", `"via": "w"`, `"via": "x"`, `"x", which is no party`},
		{"twice", `"id": "w"`, `"id": "z"`, `two parties have the id "z"`},
	}
	for _, test := range tests {
		changed := strings.Replace(annotation, test.old, test.new, 1)
		if changed == annotation {
			t.Fatalf("%s: nothing is changed", test.name)
		}
		_, err := gold.Read(write(t, text, changed))
		if err == nil || !strings.Contains(err.Error(), test.says) || !strings.Contains(err.Error(), "a.json") {
			t.Errorf("%s: %v", test.name, err)
		}
	}
	if _, err := gold.Read(write(t, "\ufeff"+text, annotation)); err == nil {
		t.Error("a text is read in which offsets count from another place")
	}
}

func TestFolder(t *testing.T) {
	if _, err := gold.Folder(t.TempDir()); err == nil {
		t.Error("an empty folder has articles")
	}
	dir := filepath.Dir(write(t, text, annotation))
	if err := os.WriteFile(filepath.Join(dir, "b.json"), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := gold.Folder(dir); err == nil || !strings.Contains(err.Error(), "b.json") {
		t.Errorf("one bad file of two: %v", err)
	}
	articles, err := gold.Folder(own)
	if err != nil || len(articles) != 4 || articles[0].ID != "own1" {
		t.Errorf("%d articles, %v", len(articles), err)
	}
}

// TestShared: all annotated articles of other people can be read.
func TestShared(t *testing.T) {
	for dir, want := range map[string]int{"gold/dev": 30, "gold/train": 158} {
		articles, err := gold.Folder(goldtest.Shared(t, dir))
		if err != nil || len(articles) != want {
			t.Errorf("%s: %d articles, %v", dir, len(articles), err)
		}
	}
}

// FuzzRead: an annotation is refused, or all its spans lie in the text.
func FuzzRead(f *testing.F) {
	f.Add(annotation)
	f.Fuzz(func(t *testing.T, annotation string) {
		file := write(t, text, annotation)
		a, err := gold.Read(file)
		if err != nil {
			return
		}
		for _, q := range a.Quotes {
			if q.In(a.Text) == "" || q.Speaker != "" && len(a.Parties) == 0 {
				t.Errorf("%+v", q)
			}
		}
		for _, p := range a.Parties {
			for _, m := range p.Mentions {
				if m.In(a.Text) == "" {
					t.Errorf("%+v", m)
				}
			}
		}
	})
}
