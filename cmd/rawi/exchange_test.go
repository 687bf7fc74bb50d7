//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rawi/model"
	"rawi/model/store"
	"rawi/ui/config"
)

// annotated is the library of a reader who gave the words of an article a
// speaker, and another, and took that back.
func annotated(t *testing.T, author, words, speaker string) (data string) {
	t.Helper()
	data = t.TempDir()
	library, err := store.Open(data)
	must(t, err)
	defer library.Close()
	a, err := load(marketFile)
	must(t, err)
	must(t, library.Keep(a))
	r := model.NewReading(a, model.Findings{}, nil, author)
	start := strings.Index(a.Text, words)
	if _, ok := r.MakeQuote(model.Span{Start: start, End: start + len(words)}, model.Speech); !ok {
		t.Fatalf("%q does not stand in the article", words)
	}
	r.Assign(0, model.Party{ID: model.PartyID(speaker), Name: speaker})
	r.Assign(0, model.Party{ID: "آخر", Name: "آخر"})
	r.Undo()
	r.RenameParty(model.PartyID(speaker), speaker+" المحترم")
	must(t, library.Append(r.Log().All()...))
	return data
}

// rawiIs runs a command of rawi, which must end well, and is what it printed.
func rawiIs(t *testing.T, args ...string) string {
	t.Helper()
	stdout, stderr, status := alone(t, "", args...)
	if status != 0 || stderr != "" {
		t.Fatalf("rawi %q: status %d, stderr %q", args, status, stderr)
	}
	return stdout
}

// Two readers' decisions come together, once, the same in both libraries, and
// both are told where they differ.
func TestExchange(t *testing.T) {
	const words = "أمامنا ثلاثة أشهر لا أكثر"
	mine, theirs := annotated(t, "نور", words, "كريم"), annotated(t, "سعاد", words, "ليلى")
	dir := t.TempDir()
	exported := func(data string) string {
		lines := rawiIs(t, "export", "--format", "jsonl", "--data", data)
		path := filepath.Join(dir, filepath.Base(data)+".jsonl")
		must(t, os.WriteFile(path, []byte(lines), 0o644))
		return path
	}
	fromThem, fromMe := exported(theirs), exported(mine)
	if n := strings.Count(readFile(t, fromThem), "\n"); n != 5 {
		t.Errorf("%d lines for 5 decisions", n)
	}
	out := rawiIs(t, "import", fromThem, "--data", mine, "--author", "نور")
	for _, want := range []string{"5 new, 0 known", "«" + words + "»", "mine: assign كريم", "سعاد: assign ليلى"} {
		if !strings.Contains(out, want) {
			t.Errorf("import does not say %q:\n%s", want, out)
		}
	}
	before := rawiIs(t, "export", "--data", mine)
	if out := rawiIs(t, "import", fromThem, fromMe, "--data", mine, "--author", "نور"); !strings.Contains(out, "0 new, 10 known") {
		t.Errorf("importing again says\n%s", out)
	}
	rawiIs(t, "import", fromMe, "--data", theirs)
	if after := rawiIs(t, "export", "--data", mine); after != before || after != rawiIs(t, "export", "--data", theirs) {
		t.Error("the libraries differ after each has imported the other's decisions")
	}
	if some := rawiIs(t, "export", marketFile, "--data", mine); some != before {
		t.Errorf("the article's own decisions are\n%s", some)
	}
	for _, data := range []string{mine, theirs} {
		if out := rawiIs(t, "check", "--data", data); !strings.Contains(out, "sound: 1 article, 10 decisions") {
			t.Errorf("check says %s", out)
		}
	}
}

// A file that is not right changes nothing, and is said in one sentence.
func TestImportRefuses(t *testing.T) {
	data := annotated(t, "نور", "أمامنا ثلاثة أشهر لا أكثر", "كريم")
	before := rawiIs(t, "export", "--data", data)
	good := strings.SplitAfter(before, "\n")[0]
	for name, content := range map[string]string{
		"no line of rawi":    "x\n",
		"the second line":    strings.Replace(good, `"id":"`, `"id":"new`, 1) + "{}\n",
		"another of that ID": strings.Replace(before, `"author":"نور"`, `"author":"غيره"`, 1),
	} {
		path := file(t, "decisions.jsonl", content)
		stdout, stderr, status := alone(t, "", "import", path, "--data", data)
		if status != exitFailed || stdout != "" || strings.Count(stderr, "\n") != 1 {
			t.Errorf("%s: status %d, stdout %q, stderr %q", name, status, stdout, stderr)
		}
	}
	if after := rawiIs(t, "export", "--data", data); after != before {
		t.Error("something was taken in")
	}
	if _, stderr, status := alone(t, "", "export", "--format", "xml", "--data", data); status != exitUsage || !strings.Contains(stderr, "jsonl") {
		t.Errorf("an unknown format: status %d, stderr %q", status, stderr)
	}
}

// check says what is wrong, by its status too.
func TestCheckCommand(t *testing.T) {
	data := annotated(t, "نور", "أمامنا ثلاثة أشهر لا أكثر", "كريم")
	rawiIs(t, "check", "--rebuild", "--data", data)
	path := filepath.Join(data, store.FileName)
	content := readFile(t, path)
	must(t, os.WriteFile(path, []byte(strings.Replace(content, "أشهر", "أشهد", 1)), 0o600))
	stdout, stderr, status := alone(t, "", "check", "--data", data, "--lang", "en")
	if status != exitFailed || stdout == "" || !strings.Contains(stderr, "1 fault in the library") {
		t.Errorf("status %d, stdout %q, stderr %q", status, stdout, stderr)
	}
}

// The author is as given, else as configured, else the user.
func TestAuthor(t *testing.T) {
	for _, test := range []struct {
		flag, config, want string
	}{{"نور", "سعاد", "نور"}, {"", "سعاد", "سعاد"}, {" نور\n\tالهدى \xff ", "", "نور الهدى \uFFFD"}} {
		if got := author(settings{author: test.flag}, config.Config{Author: test.config}); got != test.want {
			t.Errorf("author %q, want %q", got, test.want)
		}
	}
}
