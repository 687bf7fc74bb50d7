//go:build unix

package main

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"rawi/model"
	"rawi/model/export"
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
	must(t, library.Keep(a, 0))
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
		lines := rawiIs(t, "export", "--format", "events", "--data", data)
		path := filepath.Join(dir, filepath.Base(data)+".jsonl")
		must(t, os.WriteFile(path, []byte(lines), 0o644))
		return path
	}
	fromThem, fromMe := exported(theirs), exported(mine)
	if n := strings.Count(readFile(t, fromThem), "\n"); n != 5 {
		t.Errorf("%d lines for 5 decisions", n)
	}
	out := rawiIs(t, "import", fromThem, "--data", mine, "--author", "نور", "--lang", "en")
	for _, want := range []string{"5 new, 0 known", "«" + words + "»", "mine: كريم", "سعاد: ليلى"} {
		if !strings.Contains(out, want) {
			t.Errorf("import does not say %q:\n%s", want, out)
		}
	}
	before := rawiIs(t, "export", "--data", mine)
	if out := rawiIs(t, "import", fromThem, fromMe, "--data", mine, "--author", "نور", "--lang", "en"); !strings.Contains(out, "0 new, 10 known") {
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
		if out := rawiIs(t, "check", "--data", data, "--lang", "en"); !strings.Contains(out, "sound: 1 article, 10 decisions") {
			t.Errorf("check says %s", out)
		}
	}
}

// What any version of rawi exported goes through a library and comes out as it was;
// decisions of before digests get theirs.
func TestGoldenExchange(t *testing.T) {
	const dir = "../../model/testdata/decisions/"
	data := t.TempDir()
	rawiIs(t, "import", dir+"0-bare.jsonl", "--data", data)
	if rawiIs(t, "export", "--data", data) != readFile(t, dir+"1-digest.jsonl") {
		t.Error("decisions without digests did not come out with them")
	}
	if out := rawiIs(t, "import", dir+"1-digest.jsonl", "--data", data, "--lang", "en"); !strings.Contains(out, "0 new, 22 known") {
		t.Errorf("the same with digests: %s", out)
	}
	for _, golden := range []string{"1-digest.jsonl", "2-format.jsonl", "3-newer.jsonl"} {
		data := t.TempDir()
		rawiIs(t, "import", dir+golden, "--data", data)
		if out := rawiIs(t, "export", "--data", data); out != readFile(t, dir+golden) {
			t.Errorf("%s came out as\n%s", golden, out)
		}
	}
}

// The articles of a library, or of files, with what was decided and what was not.
func TestExportArticles(t *testing.T) {
	const words = "أمامنا ثلاثة أشهر لا أكثر"
	data := annotated(t, "نور", words, "كريم")
	out := rawiIs(t, "export", "--format", "json", "--data", data, "--author", "نور")
	var got struct {
		ID, Text, Source string
		Quotes           []struct {
			Start, End int
			Speaker    string
			Decision   *struct{ Author string }
			Reason     *struct{ Rule string }
		}
	}
	must(t, json.Unmarshal([]byte(out), &got))
	decided, guessed := 0, 0
	for _, q := range got.Quotes {
		switch {
		case q.Decision == nil && q.Reason != nil:
			guessed++
		case q.Decision != nil:
			decided++
			if said := string([]rune(got.Text)[q.Start:q.End]); said != words || q.Speaker != "كريم المحترم" || q.Decision.Author != "نور" || q.Reason != nil {
				t.Errorf("%q is %+v", said, q)
			}
		}
	}
	if decided != 1 || guessed == 0 {
		t.Errorf("%d decided, %d guessed: %s", decided, guessed, out)
	}
	if one := rawiIs(t, "export", "--format", "json", "--data", data, marketFile); one != out {
		t.Errorf("of the file alone\n%sof the library\n%s", one, out)
	}
	missing := filepath.Join(t.TempDir(), "missing.txt")
	stdout, stderr, status := alone(t, "", "export", "--format", "json", "--lang", "en", "--data", data, missing, marketFile)
	if status != exitFailed || stdout != out || !strings.Contains(stderr, missing+" does not exist") {
		t.Errorf("status %d, stderr %q, stdout\n%s", status, stderr, stdout)
	}
}

// Help and completion list the formats of the one table.
func TestFormatsAreListed(t *testing.T) {
	completion, _, _ := alone(t, "", "__complete", "export", "--format", "")
	help, arabic := rawiIs(t, "export", "--help", "--lang", "en"), rawiIs(t, "export", "--help")
	for f := range export.Formats() {
		if !strings.Contains(completion, f.Name+"\t"+f.About+"\n") || !strings.Contains(help, f.About) || !strings.Contains(arabic, f.Name) {
			t.Errorf("%s is not listed:\n%s%s", f.Name, completion, help)
		}
	}
}

// A bad file changes nothing, and the error is one sentence.
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

// What no reader can have decided is refused, with its file and line, and then
// nothing of any file is taken in; and check finds nothing wrong afterwards.
func TestImportRefusesWhatCannotBe(t *testing.T) {
	from := annotated(t, "سعاد", "أمامنا ثلاثة أشهر لا أكثر", "ليلى")
	lines := strings.SplitAfter(unsealed(rawiIs(t, "export", "--data", from)), "\n")
	quote := slices.IndexFunc(lines, func(l string) bool { return strings.Contains(l, `"deed":"assign"`) })
	start := regexp.MustCompile(`"start_byte":(\d+),"end_byte":(\d+)`)
	span := start.FindStringSubmatch(lines[quote])
	first, _ := strconv.Atoi(span[1])
	last, _ := strconv.Atoi(span[2])
	at := func(from, to int) func(string) string {
		return func(line string) string {
			return start.ReplaceAllString(line, fmt.Sprintf(`"start_byte":%d,"end_byte":%d`, from, to))
		}
	}
	replace := func(expression, by string) func(string) string {
		return func(line string) string { return regexp.MustCompile(expression).ReplaceAllString(line, by) }
	}
	mine := annotated(t, "نور", "أمامنا ثلاثة أشهر لا أكثر", "كريم")
	before := rawiIs(t, "export", "--data", mine)
	other := file(t, "other.jsonl", strings.Join(lines, ""))
	for name, change := range map[string]func(string) string{
		"negative":           at(-5, last-first-5),
		"reversed":           at(last, first),
		"inside a letter":    at(first+1, last+1),
		"other words":        at(first-2, last-2),
		"behind the text":    at(first+1<<40, last+1<<40),
		"too long":           at(first, last+1),
		"without words":      replace(`"at":\{.*?\},`, ""),
		"empty words":        replace(`"start_byte".*?\}`, `"start_byte":0,"end_byte":0,"exact":""}`),
		"no article":         replace(`"article":".*?",`, ""),
		"what is no article": replace(`"article":".*?"`, `"article":"x"`),
		"before all clocks":  replace(`"time":"....`, `"time":"0800`),
		"the far future":     replace(`"time":"....`, `"time":"9026`),
		"no time":            replace(`"time":".*?"`, `"time":"yesterday"`),
		"no deed":            replace(`"deed":".*?"`, `"deed":""`),
		"a number as text":   replace(`"start_byte":`, `"start_byte":1.`),
		"a broken text":      replace(`"name":".`, "\"name\":\"\xff"),
		"a wrong digest":     replace(`\}$`, `,"digest":"00"}`),
	} {
		bad := strings.TrimSuffix(change(strings.TrimSuffix(lines[quote], "\n")), "\n")
		if bad == strings.TrimSuffix(lines[quote], "\n") {
			t.Fatalf("%s: nothing was changed", name)
		}
		bad = strings.Replace(bad, `"id":"`, `"id":"new`, 1)
		path := file(t, "bad.jsonl", lines[0]+"\n"+bad+"\n")
		stdout, stderr, status := alone(t, "", "import", other, path, "--data", mine)
		if status != exitFailed || stdout != "" || strings.Count(stderr, "\n") != 1 || !strings.Contains(stderr, path+": line 3") {
			t.Errorf("%s: status %d, stdout %q, stderr %q", name, status, stdout, stderr)
		}
		for _, raw := range []string{"json:", "Go struct", "invalid character", "parsing time"} {
			if strings.Contains(stderr, raw) {
				t.Errorf("%s: %s", name, stderr)
			}
		}
	}
	if after := rawiIs(t, "export", "--data", mine); after != before {
		t.Error("something was taken in")
	}
	rawiIs(t, "check", "--data", mine)
}

// unsealed is decisions without their digests, as rawi exported them before.
func unsealed(lines string) string {
	return regexp.MustCompile(`,"digest":".*?"`).ReplaceAllString(lines, "")
}

// Files as editors, shells and older versions leave them.
func TestImportTakesFilesAsTheyAre(t *testing.T) {
	lines := rawiIs(t, "export", "--data", annotated(t, "سعاد", "أمامنا ثلاثة أشهر لا أكثر", "ليلى"))
	for name, content := range map[string]string{
		"a byte order mark": "\uFEFF" + lines,
		"two files in one":  "\uFEFF" + lines + "\uFEFF" + lines,
		"CRLF":              strings.ReplaceAll(lines, "\n", "\r\n"),
		"without digests":   unsealed(lines),
	} {
		data := t.TempDir()
		if out := rawiIs(t, "import", file(t, "decisions.jsonl", content), "--data", data, "--lang", "en"); !strings.Contains(out, "5 new") {
			t.Errorf("%s: %s", name, out)
		}
		if rawiIs(t, "export", "--data", data) != lines {
			t.Errorf("%s: other decisions were taken in", name)
		}
	}
	wide := func(order binary.AppendByteOrder, text string) string {
		var out []byte
		for _, unit := range utf16.Encode([]rune(text)) {
			out = order.AppendUint16(out, unit)
		}
		return string(out)
	}
	data := t.TempDir()
	for want, content := range map[string]string{
		"UTF-16: save it as UTF-8":    wide(binary.LittleEndian, "\uFEFF"+lines),
		"is UTF-16: save it as UTF-8": wide(binary.BigEndian, "\uFEFF"+lines),
		"is UTF-16":                   wide(binary.LittleEndian, lines),
		"is compressed":               "\x1f\x8b\x08\x00",
		"rawi export":                 readFile(t, filepath.Join(annotated(t, "نور", "أمامنا ثلاثة أشهر لا أكثر", "كريم"), store.FileName)),
	} {
		_, stderr, status := alone(t, "", "import", file(t, "decisions.jsonl", content), "--data", data)
		if status != exitFailed || !strings.Contains(stderr, want) || strings.Count(stderr, "\n") != 1 {
			t.Errorf("status %d, stderr %q, want %q", status, stderr, want)
		}
	}
	for path, want := range map[string]string{filepath.Join(data, "none.jsonl"): "does not exist", data: "is a folder"} {
		_, stderr, status := alone(t, "", "import", path, "--lang", "en", "--data", data)
		if status != exitFailed || !strings.Contains(stderr, path+" "+want) {
			t.Errorf("status %d, stderr %q, want %q", status, stderr, want)
		}
	}
}

// Decisions on a text that is opened later, and is not what they say, do not make
// check fail for good; they are named.
func TestImportBeforeTheArticle(t *testing.T) {
	lines := rawiIs(t, "export", "--data", annotated(t, "سعاد", "أمامنا ثلاثة أشهر لا أكثر", "ليلى"))
	shifted := regexp.MustCompile(`"exact":"أمامنا`).ReplaceAllString(unsealed(lines), `"exact":"وراءنا`)
	data := t.TempDir()
	rawiIs(t, "import", file(t, "decisions.jsonl", shifted), "--data", data)
	library, err := store.Open(data)
	must(t, err)
	a, err := load(marketFile)
	must(t, err)
	must(t, library.Keep(a, 0))
	must(t, library.Close())
	out := rawiIs(t, "check", "--data", data, "--lang", "en")
	if strings.Count(out, "do not stand at their place") != 3 || !strings.Contains(out, "the library is sound") {
		t.Errorf("check says %s", out)
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

// Of a library with a damaged decision export gives nothing, and salvage gives
// the others, which can be taken into a new one.
func TestSalvageCommand(t *testing.T) {
	data := annotated(t, "نور", "أمامنا ثلاثة أشهر لا أكثر", "كريم")
	whole := rawiIs(t, "export", "--data", data)
	lines := strings.SplitAfter(whole, "\n")
	lost := slices.IndexFunc(lines, func(l string) bool { return strings.Contains(l, `"name":"آخر"`) })
	path := filepath.Join(data, store.FileName)
	must(t, os.WriteFile(path, []byte(strings.Replace(readFile(t, path), `"name":"آخر"`, `"name":"آخذ"`, 1)), 0o600))

	stdout, stderr, status := alone(t, "", "export", "--data", data)
	if status != exitFailed || stdout != "" || strings.Count(stderr, "\n") != 1 || !strings.Contains(stderr, "rawi check --salvage") {
		t.Errorf("export: status %d, stdout %q, stderr %q", status, stdout, stderr)
	}
	var decision struct{ ID string }
	must(t, json.Unmarshal([]byte(lines[lost]), &decision))
	if stdout, _, status := alone(t, "", "check", "--data", data); status != exitFailed || !strings.Contains(stdout, decision.ID) {
		t.Errorf("check: status %d, stdout %q", status, stdout)
	}
	salvaged := filepath.Join(t.TempDir(), "salvaged.jsonl")
	if out := rawiIs(t, "check", "--salvage", salvaged, "--data", data, "--lang", "en"); !strings.Contains(out, "4 read, 1 known to be missing") {
		t.Errorf("salvage says %s", out)
	}
	if want := strings.Join(slices.Delete(lines, lost, lost+1), ""); readFile(t, salvaged) != want {
		t.Errorf("salvaged\n%s\nwant\n%s", readFile(t, salvaged), want)
	}
	if _, stderr, status := alone(t, "", "check", "--salvage", salvaged, "--lang", "en", "--data", data); status != exitFailed || !strings.Contains(stderr, "exists already") {
		t.Errorf("again: status %d, stderr %q", status, stderr)
	}
	rawiIs(t, "import", salvaged, "--data", t.TempDir())
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

// load reads the first article of a file.
func load(name string) (*model.Article, error) {
	articles, err := loadAll(name)
	if err != nil {
		return nil, err
	}
	return articles[0], nil
}
