//go:build unix

package main

import (
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// An article can be read where no library can be made or opened. The status line
// says that nothing is kept, and why; nothing is shown as decided; what was decided
// all the same is left in a file; what stands in the library's place is left as it is.
func TestNoLibrary(t *testing.T) {
	garbage := strings.Repeat("this is no database\n", 500)
	for name, c := range map[string]struct {
		prepare func(t *testing.T, data string)
		says    string
	}{
		"damaged": {func(t *testing.T, data string) {
			must(t, os.WriteFile(filepath.Join(data, "rawi.db"), []byte(garbage), 0o600))
		}, "المكتبة تالفة"},
		"of a newer rawi": {func(t *testing.T, data string) {
			market(t, data).quit()
			db, err := sql.Open("sqlite", "file:"+filepath.Join(data, "rawi.db"))
			must(t, err)
			_, err = db.Exec("PRAGMA user_version = 99")
			must(t, errors.Join(err, db.Close()))
		}, "كتب المكتبة راوٍ أحدث"},
		"a folder": {func(t *testing.T, data string) {
			must(t, os.Mkdir(filepath.Join(data, "rawi.db"), 0o700))
		}, "المكتبة تالفة"},
		"under a file": {func(t *testing.T, data string) {
			must(t, os.Remove(data))
			must(t, os.WriteFile(data, []byte(garbage), 0o600))
		}, "لا يمكن استعمال المكتبة"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			parent := t.TempDir()
			data, state := filepath.Join(parent, "data"), filepath.Join(parent, "state")
			must(t, os.Mkdir(data, 0o700))
			c.prepare(t, data)
			before := contents(t, data)
			s := setup{data: data, args: []string{marketFile}, env: []string{"XDG_STATE_HOME=" + state}}
			w := open(t, s)
			w.ready()
			if found := w.shows("لن يُحفظ شيء", c.says); !right(found, 3, readFile(t, marketFile)) {
				t.Errorf("the article is not shown:\n%s", found)
			}
			w.press("enter")
			w.goTo(first)
			w.press("x")
			w.becomes(first, unsaved, "ليس قولا")
			if found := w.shows("تعذّر الحفظ", c.says); decisions(found) != 0 {
				t.Errorf("something is shown as decided:\n%s", found)
			}
			w.press("q")
			w.shows("قرارات لم تُحفظ: 1")
			w.press("q")
			if status := w.exit(); status != exitFailed || !strings.Contains(w.stderr.String(), unsavedPrefix) {
				t.Errorf("status %d, stderr %q", status, w.stderr.String())
			}
			w.restored()

			w = open(t, s) // to read alone
			w.ready()
			w.quit()
			for _, command := range []string{"check", "export"} {
				if _, stderr, status := alone(t, "", command, "--data", data); status == 0 || !strings.Contains(stderr, data) {
					t.Errorf("%s: status %d, stderr %q", command, status, stderr)
				}
			}
			stdout, stderr, status := alone(t, "", "--plain", "--data", data, marketFile)
			if status != 0 || !strings.Contains(stdout, first) || !strings.Contains(letters(stderr), letters(c.says)) {
				t.Errorf("--plain: status %d, stderr %q", status, stderr)
			}
			for path, content := range contents(t, data) {
				if content != before[path] && !strings.Contains(path, unsavedPrefix) {
					t.Errorf("%s was changed or made", path)
				}
			}
		})
	}
}

// contents is each file at or below a path.
func contents(t *testing.T, path string) map[string]string {
	t.Helper()
	found := map[string]string{}
	must(t, filepath.WalkDir(path, func(path string, e fs.DirEntry, err error) error {
		if err == nil && e.Type().IsRegular() {
			found[path] = readFile(t, path)
		}
		return err
	}))
	return found
}

// The log of a library that is missing or empty is not touched: rawi says in one
// sentence where it is and what to do.
func TestOrphanedLog(t *testing.T) {
	for _, log := range []string{"rawi.db-wal", "rawi.db-journal"} {
		for _, library := range []string{"missing", "empty"} {
			data := t.TempDir()
			must(t, os.WriteFile(filepath.Join(data, log), []byte(strings.Repeat("decisions", 999)), 0o600))
			if library == "empty" {
				must(t, os.WriteFile(filepath.Join(data, "rawi.db"), nil, 0o600))
			}
			before := contents(t, data)
			open(t, setup{data: data, args: []string{marketFile}}).refused(exitFailed, log)
			for _, command := range [][]string{{"check"}, {"export"}, {"import", file(t, "decisions.jsonl", "")}} {
				_, stderr, status := alone(t, "", append(command, "--data", data)...)
				if status != exitFailed || !strings.Contains(stderr, log) || strings.Count(stderr, "\n") != 1 {
					t.Errorf("%s: status %d, stderr %q", command, status, stderr)
				}
			}
			stdout, _, status := alone(t, "", "--plain", "--data", data, marketFile)
			if status != 0 || !strings.Contains(stdout, first) {
				t.Errorf("--plain: status %d, %q", status, stdout)
			}
			if after := contents(t, data); !maps.Equal(after, before) {
				t.Errorf("%s with the library %s: something was made, changed or deleted: %d files", log, library, len(after))
			}
		}
	}
}

// Where nothing at all can be written and there is no home, an article is read and
// printed without a library.
func TestNoHome(t *testing.T) {
	s := setup{deed: "nobody", data: "/", args: []string{marketFile}, env: []string{"HOME=", "RAWI_DATA=", "TMPDIR=" + t.TempDir()}}
	w := open(t, s)
	w.begins()
	w.shows("لن يُحفظ شيء")
	w.quit()
	s.args = []string{"--plain", marketFile}
	w = open(t, s)
	if status := w.exit(); status != 0 || !strings.Contains(w.sent(), first) {
		t.Errorf("--plain: status %d, %q", status, w.sent())
	}
}

func init() { deeds["nobody"] = runAsNobody }

// cannot begins what a child says that cannot do what a test wants.
const cannot = "cannot be tried here: "

// skipUnlessTried skips a test whose child could not do what it should, unless
// in CI, where nothing may be skipped.
func (w *window) skipUnlessTried() {
	w.t.Helper()
	<-w.ended
	if why := w.stderr.String(); strings.HasPrefix(why, cannot) {
		if os.Getenv("CI") == "true" {
			w.t.Fatal(why)
		}
		w.t.Skip(why)
	}
}

// begins waits for the first frame of a child that may be unable to start.
func (w *window) begins() {
	w.t.Helper()
	if _, ended := w.untilEnded("a first frame", screen.Framed); ended {
		w.skipUnlessTried()
	}
	w.ready()
}

func runAsNobody() int {
	if err := syscall.Setuid(65534); err != nil {
		fmt.Fprint(os.Stderr, cannot, err)
		return exitFailed
	}
	return run()
}

// A library that may only be read is no obstacle to reading; what is decided is
// shown as unsaved, leaving without it takes two keys, and it is left in a file.
func TestReadOnlyLibrary(t *testing.T) {
	data := filepath.Join(t.TempDir(), "library")
	w := market(t, data)
	w.goTo(first)
	w.press("a")
	w.becomes(first, decided, "")
	w.quit()

	for dir := data; dir != os.TempDir() && len(dir) > 1; dir = filepath.Dir(dir) {
		must(t, os.Chmod(dir, 0o755)) // the way to it is open to others
	}
	must(t, os.Chmod(filepath.Join(data, "rawi.db"), 0o444))
	must(t, os.Chmod(data, 0o555))
	t.Cleanup(func() { os.Chmod(data, 0o755) })

	temporary := t.TempDir()
	must(t, os.Chmod(filepath.Dir(temporary), 0o755))
	must(t, os.Chmod(temporary, 0o777))
	w = open(t, setup{deed: "nobody", data: data, env: []string{"TMPDIR=" + temporary}})
	w.begins()
	text := readFile(t, marketFile)
	w.until("what the library holds", func(s screen) bool {
		return s.Has("المكتبة للقراءة فقط") && s.Quotation(first).Is(decided) && right(s, 3, text)
	})
	w.press("enter")
	w.goTo(second)
	w.press("x")
	w.becomes(second, unsaved, "ليس قولا")
	w.shows("تعذّر الحفظ")
	w.press("q")
	w.shows("قرارات لم تُحفظ: 1")
	w.press("q")
	w.leaves(temporary, 1)
}
