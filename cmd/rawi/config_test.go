//go:build unix

package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"rawi/model"
	"rawi/model/store"
	"rawi/ui"

	"rawi/model/export"
)

const faulty = "# mine\nautor = \"سعاد\"\nauthor = \"نور\"\nterminal = 5\n[termnals.\"x\"]\nmarks = true\n"

// Configuration keys without effect are reported with their line and what may have
// been meant, by the screen and by every command; the rest holds.
func TestConfigFaults(t *testing.T) {
	path := file(t, "config.toml", faulty)
	env := []string{"RAWI_CONFIG=" + path}
	decisions := file(t, "none.jsonl", "")
	s := spiteful{data: t.TempDir()}
	for _, args := range [][]string{{"--plain", marketFile}, {"doctor"}, {"doctor", "--json"}, {"import", decisions}, {"export"}, {"check"}, {"extract", marketFile}, {"render", marketFile}} {
		stdout, stderr := s.run(t, env, append(args, "--lang", "en")...)
		want := fmt.Sprintf("rawi: %[1]s, line 2: there is no key autor; did you mean author?\n"+
			"rawi: %[1]s, line 4: terminal should be the name of a terminal that rawi knows and is ignored\n"+
			"rawi: %[1]s, line 5: there is no key termnals; did you mean terminals?\n", path)
		if stderr != want || stdout == "" && args[0] != "export" {
			t.Errorf("%q says\n%s\nand prints %q", args, stderr, stdout)
		}
		if args[len(args)-1] == "--json" && !json.Valid([]byte(stdout)) {
			t.Errorf("no JSON: %q", stdout)
		}
	}
	w := open(t, setup{env: env, args: []string{marketFile}})
	w.until("the fault in the status line", func(s screen) bool { return s.Has("autor؛ ألعلك أردت author؟ (وغيره: 2)") })
	w.goTo(first)
	w.press("a")
	w.quit()
	library, err := store.Open(w.data)
	must(t, err)
	defer library.Close()
	all, err := library.Events()
	must(t, err)
	if len(all) == 0 || all[0].Author != "نور" {
		t.Errorf("the author does not hold: %+v", all)
	}
}

// A configuration that is no TOML is named with the line, in the interface's
// language, and nothing is written.
func TestConfigBroken(t *testing.T) {
	path := file(t, "config.toml", "# mine\nauthor = \n")
	for language, want := range map[string]string{"en": "line 2", "ar": "السطر 2"} {
		_, stderr := spiteful{data: t.TempDir()}.run(t, []string{"RAWI_CONFIG=" + path}, "--plain", "--lang", language, marketFile)
		if !strings.Contains(stderr, path) || !strings.Contains(stderr, want) || strings.Contains(stderr, "toml: ") || strings.Count(stderr, "\n") != 1 {
			t.Errorf("%s: %q", language, stderr)
		}
	}
	if readFile(t, path) != "# mine\nauthor = \n" {
		t.Error("it was changed")
	}
}

// The doctor leaves the reader's words in the configuration, its permissions
// and the link that leads to it.
func TestDoctorKeepsTheReadersWords(t *testing.T) {
	const before = "# mine\r\nauthor = 'نور' # that is me\r\nown = [ # unknown\r\n  1,\r\n]\r\n\r\n[terminals.foot]\r\nmarks = true # yes\r\n"
	target := file(t, "target.toml", before)
	must(t, os.Chmod(target, 0o640))
	link := filepath.Join(t.TempDir(), "config.toml")
	must(t, os.Symlink(target, link))
	w := open(t, setup{args: []string{"doctor", "--lang", "en"}, env: []string{"XTERM_VERSION=", "RAWI_CONFIG=" + link}, mute: true, width: 80, height: 200})
	w.until("whether it is right", func(s screen) bool { return strings.Contains(s.String(), "Does this read right?") })
	w.send("n\n")
	w.until("the question", func(s screen) bool { return strings.Contains(s.String(), "Which one reads right?") })
	w.send("4\n") // words
	if status := w.exit(); status != 0 {
		t.Fatalf("status %d: %s", status, w.stderr.String())
	}
	want := before + "\r\n[terminals.\"unknown xterm-256color\"]\r\nterminal = \"words\"\r\n"
	if after := readFile(t, target); after != want {
		t.Errorf("%q became %q", before, after)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link became %v, %v", info, err)
	}
	if info, err := os.Stat(target); err != nil || info.Mode() != 0o640 {
		t.Errorf("the permissions became %v, %v", info, err)
	}
}

// A command that fails says why in one sentence, in the language of --lang,
// without the words of Go.
func TestErrorSentences(t *testing.T) {
	dir, none := t.TempDir(), t.TempDir()
	secret := file(t, "secret.jsonl", "x")
	bad := file(t, "bad.jsonl", `{"id":"a","time":"2026-01-01T00:00:00Z","deed":"zork","mood":1}`)
	for _, test := range []struct {
		says string // in English
		args []string
	}{
		{"standard input is empty: there is nothing to read", []string{"render", "-"}},
		{"standard input is empty: there is nothing to read", []string{"extract", "-"}},
		{"standard input is empty: there is nothing to read", []string{"--plain", "-"}},
		{"nowhere.txt does not exist: check the name", []string{"render", "nowhere.txt"}},
		{"nowhere.txt does not exist: check the name", []string{"import", "nowhere.txt"}},
		{dir + " is a folder: name a file inside it", []string{"render", dir}},
		{dir + " is a folder: name a file inside it", []string{"import", dir}},
		{marketFile + "/x is not inside a folder: check the path", []string{"import", marketFile + "/x"}},
		{"nothing was imported from " + secret + ": line 1 is no decision of rawi: it is not one whole object of JSON", []string{"import", secret}},
		{"nothing was imported from " + bad + `: line 1 is no decision of rawi: its deed "zork" is none that this rawi knows; a newer one may have written it`, []string{"import", bad}},
		{"the width is from 1 to 10000 columns, not abc", []string{"render", "--width", "abc", marketFile}},
		{"the width is from 1 to 10000 columns, not -1", []string{"render", "--width=-1", marketFile}},
		{"the width is from 1 to 10000 columns, not 99999999999999999999", []string{"render", "--width", "99999999999999999999", marketFile}},
		{`the width is from 1 to 10000 columns, not ""`, []string{"render", "--width=", marketFile}},
		{"the flag --width needs a value after it", []string{"render", marketFile, "--width"}},
		{"the flag --plain takes true or false, not 7", []string{"--plain=7"}},
		{"there is no flag --wdith; did you mean --width?", []string{"render", "--wdith", "3", marketFile}},
		{"there is no flag --autor; did you mean --author?", []string{"--autor", "x"}},
		{"there is no flag --zzzzzz; all flags: rawi check --help", []string{"check", "--zzzzzz"}},
		{"there is no flag -x; all flags: rawi --help", []string{"-x"}},
		{"there is no file exprot; did you mean the command export?", []string{"exprot"}},
		{"there is no file imprt; did you mean the command import?", []string{"imprt", "a.jsonl"}},
		{"3 files given; rawi reads one at a time", []string{"render", "a.txt", "b.txt", "c.txt"}},
		{"a.txt does not exist: check the name", []string{"a.txt", "b.txt", "c.txt"}},
		{"there is no file that rawi knows in " + none, []string{"--plain", none}},
		{"http://u@example.org/ is not an address of a page: check how it is written", []string{"render", "http://u@example.org/"}},
		{"http://127.0.0.1:1/ cannot be reached: check the connection, or try again", []string{"--plain", "http://127.0.0.1:1/"}},
		{"ftp://example.org/ is not fetched: an address begins with http:// or https://", []string{"feed", "add", "ftp://example.org/"}},
		{"you do not follow the feed http://example.org/feed", []string{"feed", "remove", "http://example.org/feed"}},
		{"you do not follow the feed http://example.org/feed", []string{"feed", "update", "http://example.org/feed"}},
		{"no address given; add the address of the feed", []string{"feed", "add"}},
		{"no file given; say which to read, or - for standard input", []string{"import"}},
		{"this command takes no argument: x", []string{"check", "x"}},
		{dir + " is a folder: name a file inside it", []string{"extract", dir}},
		{"there is no format xml; there are: --format " + strings.Join(export.Names(), ", "), []string{"export", "--format", "xml"}},
	} {
		for _, language := range []string{"en", "ar"} {
			stdout, stderr := spiteful{data: filepath.Join(dir, "data")}.run(t, nil, append([]string{"--lang", language}, test.args...)...)
			arabic := strings.ContainsFunc(stderr, func(r rune) bool { return unicode.Is(unicode.Arabic, r) })
			if stdout != "" || strings.Count(stderr, "\n") != 1 || language == "en" && stderr != "rawi: "+test.says+"\n" || (language == "ar") != arabic && !strings.Contains(stderr, marketFile+"/x") {
				t.Errorf("%q in %s: %q, printed %q; want %q", test.args, language, stderr, stdout, test.says)
			}
		}
	}
}

// A panic is reported without the control characters of its value.
func TestPanicIsHarmless(t *testing.T) {
	w := open(t, setup{deed: "hostile panic", mute: true})
	w.exit()
	said := w.stderr.String()
	if !strings.Contains(said, "Caught panic:\n\nevil") || !strings.Contains(said, "config_test.go") || strings.ContainsFunc(strings.NewReplacer("\n", "", "\t", "").Replace(said), steers) {
		t.Errorf("%q", said)
	}
}

func init() {
	deeds["hostile panic"] = func() int {
		return showBroken(func(s *ui.Session) {
			s.Detect = func(*model.Article) (model.Findings, error) { panic("evil" + strings.Join(hostile, " ")) }
		})
	}
}
