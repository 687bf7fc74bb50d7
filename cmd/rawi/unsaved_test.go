//go:build unix

package main

import (
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"rawi/ui/l10n"
)

// lock holds the library in a folder as another program does, until it is freed.
func lock(t *testing.T, data string) (free func()) {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+filepath.Join(data, "rawi.db")+"?mode=rw&_txlock=exclusive&_busy_timeout=60000")
	must(t, err)
	tx, err := db.Begin()
	must(t, err)
	return func() {
		tx.Rollback()
		db.Close()
	}
}

// leftIn is the one file of decisions that was left in a folder, which only its
// owner may read.
func leftIn(t *testing.T, dir string) string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, unsavedPrefix+"*"))
	must(t, err)
	if len(files) != 1 {
		t.Fatalf("files in %s: %q, want one", dir, files)
	}
	info, err := os.Stat(files[0])
	must(t, err)
	if info.Mode() != 0o600 {
		t.Errorf("%s has the mode %v", files[0], info.Mode())
	}
	return files[0]
}

// leaves holds the end of a program to one sentence that names the file in which a
// number of decisions was left.
func (w *window) leaves(dir string, n int) (file string) {
	w.t.Helper()
	status := w.exit()
	file = leftIn(w.t, dir)
	said := w.stderr.String()
	if status <= 0 || !strings.Contains(said, l10n.Arabic.Count(n, l10n.Decisions)+"؛") || !strings.Contains(said, file) || strings.Count(said, "\n") != 1 {
		w.t.Errorf("status %d, stderr %q", status, said)
	}
	if lines := strings.Count(readFile(w.t, file), "\n"); lines != n {
		w.t.Errorf("%d decisions are in the file, want %d", lines, n)
	}
	w.restored()
	return file
}

// takesIn starts rawi, which says that it takes in decisions that were left, shows
// them, and removes their file.
func takesIn(t *testing.T, s setup, file string, n int, words ...string) {
	t.Helper()
	s.args = []string{marketFile}
	w := open(t, s)
	w.shows(fmt.Sprintf("قرارات تُركت من قبل وأُخذت إلى المكتبة: %d", n))
	for _, q := range words {
		w.becomes(q, decided, "ليس قولا")
	}
	if _, err := os.Stat(file); err == nil {
		t.Errorf("%s is still there", file)
	}
	w.quit()
	again := market(t, s.data)
	if again.Screen().Has("تُركت") {
		t.Errorf("taken in twice:\n%s", again.Screen())
	}
	again.quit()
	rawiIs(t, "check", "--data", s.data)
}

// What cannot be saved under a lock is left in a file beside the library, whatever
// ends rawi, and the next start takes it in.
func TestLeftUnderALock(t *testing.T) {
	for name, end := range map[string]func(w *window){
		"quit":    func(w *window) { w.press("q"); w.shows("قرارات لم تُحفظ: 1"); w.press("q") },
		"SIGTERM": func(w *window) { w.signal(syscall.SIGTERM) },
		"SIGHUP":  func(w *window) { w.signal(syscall.SIGHUP) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			data := t.TempDir()
			w := market(t, data)
			w.decide(first)
			free := lock(t, data)
			w.decideUnsaved(second)
			end(w)
			file := w.leaves(data, 1)
			free()
			takesIn(t, setup{data: data}, file, 1, first, second)
		})
	}
}

// Where the library's folder takes nothing, decisions are left in the state folder,
// else in the temporary one. They go to the library that they were made for.
func TestLeftElsewhere(t *testing.T) {
	for _, where := range []string{"state", "temporary"} {
		t.Run(where, func(t *testing.T) {
			parent := t.TempDir()
			home, data, temporary := filepath.Join(parent, "home"), filepath.Join(parent, "data"), filepath.Join(parent, "tmp")
			must(t, os.Mkdir(home, 0o700))
			must(t, os.Mkdir(temporary, 0o700))
			folder := temporary
			if where == "state" {
				folder = filepath.Join(home, "state", "rawi")
			} else {
				must(t, os.WriteFile(filepath.Join(home, "state"), nil, 0o600)) // no folder can be there
			}
			s := setup{data: data, args: []string{marketFile},
				env: []string{"XDG_STATE_HOME=" + filepath.Join(home, "state"), "TMPDIR=" + temporary}}
			w := open(t, s)
			w.ready()
			w.press("enter")
			w.decide(first)
			must(t, os.Rename(data, data+".moved"))
			w.decideUnsaved(second)
			w.press("q")
			w.shows("قرارات لم تُحفظ: 1")
			w.press("q")
			file := w.leaves(folder, 2) // what was saved once is not on disk there either

			other := s
			other.data = filepath.Join(parent, "another")
			o := open(t, other)
			o.ready()
			o.quit()
			if _, err := os.Stat(file); err != nil {
				t.Fatalf("another library took it: %v", err)
			}
			takesIn(t, s, file, 2, first, second)
		})
	}
}

// A file that cannot be read as decisions is kept, and said.
func TestLeftIsDamaged(t *testing.T) {
	data := t.TempDir()
	file := filepath.Join(data, unsavedPrefix+"x"+unsavedSuffix)
	must(t, os.WriteFile(file, []byte("{\"id\":\n"), 0o600))
	w := market(t, data)
	w.shows(filepath.Base(file))
	w.quit()
	if readFile(t, file) != "{\"id\":\n" {
		t.Error("it was changed")
	}
}

// Names never meet, and what is not whole has no name.
func TestLeaveNeverOverwrites(t *testing.T) {
	l := newUnsavedFiles(t.TempDir())
	names := map[string]bool{}
	for range 20 {
		name, err := l.write(nil)
		must(t, err)
		names[name] = true
	}
	entries, err := os.ReadDir(l.dir)
	if err != nil || len(names) != 20 || len(entries) != 20 {
		t.Errorf("%d names, %d files, %v", len(names), len(entries), err)
	}
	taken, from := filepath.Join(l.dir, "taken"), filepath.Join(l.dir, "from")
	must(t, os.WriteFile(taken, []byte("old"), 0o600))
	must(t, os.WriteFile(from, []byte("new"), 0o600))
	if err := nameFile(from, taken); err == nil || readFile(t, taken) != "old" {
		t.Errorf("a file was overwritten: %v", err)
	}
}
