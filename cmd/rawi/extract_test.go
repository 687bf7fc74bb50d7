package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"

	"rawi/model"
	"rawi/model/detect"
	"rawi/model/export"
	"rawi/ui"
	"rawi/ui/l10n"
)

// texts writes so many files and gives their names.
func texts(t *testing.T, n int) (files []string) {
	t.Helper()
	dir := t.TempDir()
	for i := range n {
		file := filepath.Join(dir, fmt.Sprintf("a%03d.txt", i))
		text := strings.Repeat(fmt.Sprintf("قال الوزير سامي رزق إن \"الأمر رقم %d هين\".\n", i), 1+i*7%13)
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	return files
}

// The two texts that a batch died of.
const (
	detachedBody  = "أعلنت شركة و مؤسسة محليتان عن مشروع جديد"
	detachedState = "مصر حكومة و شعبا"
)

func TestExtractDetachedLetters(t *testing.T) {
	files := texts(t, 3)
	for i, text := range []string{detachedBody, detachedState} {
		if err := os.WriteFile(files[i], []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := newExtractor("", export.Options{}, detect.Detect).all(&out, files); err != nil || strings.Count(out.String(), "\n") != len(files) {
		t.Errorf("%d files give %q, %v", len(files), out.String(), err)
	}
}

// TestExtractOrder: whichever file is ready first, the objects come in the
// order of the files, and are those that each file gives alone.
func TestExtractOrder(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(4))
	files := texts(t, 60)
	var want bytes.Buffer
	for _, file := range files {
		if err := newExtractor("", export.Options{Explain: true}, detect.Detect).all(&want, []string{file}); err != nil {
			t.Fatal(err)
		}
	}
	var got bytes.Buffer
	if err := newExtractor("", export.Options{Explain: true}, detect.Detect).all(&got, files); err != nil {
		t.Fatal(err)
	}
	if got.String() != want.String() {
		t.Error("together the files give something else than one by one")
	}
	dir := filepath.Join(t.TempDir(), "out")
	if err := newExtractor(dir, export.Options{Explain: true}, detect.Detect).all(nil, files); err != nil {
		t.Fatal(err)
	}
	for i, line := range strings.SplitAfter(strings.TrimSuffix(want.String(), "\n"), "\n") {
		name := fmt.Sprintf("a%03d.json", i)
		if data, err := os.ReadFile(filepath.Join(dir, name)); err != nil || strings.TrimSpace(string(data)) != strings.TrimSpace(line) {
			t.Errorf("%s holds %q, %v", name, data, err)
		}
	}
}

// TestExtractAfterPanic: a panic in one file and a file that is missing are an error
// each, in order, and the others are written.
func TestExtractAfterPanic(t *testing.T) {
	files := texts(t, 20)
	files[3] = filepath.Join(t.TempDir(), "missing.txt")
	e := newExtractor("", export.Options{}, detect.Detect)
	e.detect = func(a *model.Article) model.Findings {
		if strings.HasSuffix(a.Source, "a007.txt") {
			broken := *a
			broken.Blocks = []model.Block{{Span: model.Span{Start: 0, End: len(a.Text) + 1}}}
			a = &broken
		}
		return detect.Detect(a)
	}
	var out bytes.Buffer
	err := e.all(&out, files)
	if err == nil {
		t.Fatal("no error")
	}
	lines := strings.Split(err.Error(), "\n")
	if len(lines) != 2 || !strings.Contains(lines[0], "missing.txt does not exist") ||
		!strings.Contains(lines[1], "a007.txt was not extracted") || !strings.Contains(lines[1], "please report it") || !strings.Contains(lines[1], ".go:") {
		t.Errorf("the errors are %q", lines)
	}
	var ids []string
	for line := range strings.Lines(out.String()) {
		var p struct{ ID string }
		if err := json.Unmarshal([]byte(line), &p); err != nil {
			t.Fatal(err)
		}
		ids = append(ids, p.ID)
	}
	if len(ids) != 18 || ids[3] != "a004" || ids[6] != "a008" || ids[17] != "a019" {
		t.Errorf("written are %v", ids)
	}
}

// TestExtractHoldsFew: however slow the first file is, only a window of the
// others is read meanwhile.
func TestExtractHoldsFew(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(2))
	files := texts(t, 100)
	synctest.Test(t, func(t *testing.T) {
		var read atomic.Int32
		release, done := make(chan struct{}), make(chan error, 1)
		e := newExtractor("", export.Options{}, detect.Detect)
		e.detect = func(a *model.Article) model.Findings {
			if read.Add(1); strings.HasSuffix(a.Source, "a000.txt") {
				<-release
			}
			return model.Findings{}
		}
		var out bytes.Buffer
		go func() { done <- e.all(&out, files) }()
		synctest.Wait() // until nothing goes on
		if n := read.Load(); n < 2 || n > 5 {
			t.Errorf("%d files were read while the first was, want 2 to 5", n)
		}
		close(release)
		if err := <-done; err != nil || strings.Count(out.String(), "\n") != len(files) {
			t.Errorf("%v after %d files", err, strings.Count(out.String(), "\n"))
		}
	})
}

// TestPlainWithFault: the article is printed though detection failed.
func TestPlainWithFault(t *testing.T) {
	a := model.NewArticle("قال نعم", []model.Block{{Span: model.Span{Start: 0, End: 13}}})
	s := ui.Session{
		Article: a, Language: l10n.English,
		History: func() ([]model.Annotation, error) { return nil, nil },
		News:    func() string { return "" },
		Detect: func(*model.Article) (model.Findings, error) {
			return detectOnce(detect.Learned)(model.NewArticle("x", []model.Block{{Span: model.Span{Start: 0, End: 9}}}))
		},
	}
	var out bytes.Buffer
	err := plain(&out, io.Discard, s)
	if err == nil || !strings.Contains(err.Error(), "nothing was guessed") || errors.As(err, &usageError{}) {
		t.Errorf("the error is %v", err)
	}
	if !strings.Contains(out.String(), "قال نعم") {
		t.Errorf("the article is not printed: %q", out.String())
	}
}
