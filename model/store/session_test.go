package store

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"rawi/model"
)

// session is the session of a window on an article, with the decision "mine" saved.
func session(t *testing.T, dir, text string) (*Session, *model.Article) {
	t.Helper()
	s := NewSession(dir)
	t.Cleanup(func() { s.Close() })
	a := model.NewArticle(text, nil)
	s.Show(a)
	_, err := s.History()
	must(t, err)
	must(t, s.Save(on(a.ID, decision("mine"))))
	return s, a
}

// otherLibrary is a closed library with so many decisions on an article of its own.
func otherLibrary(t *testing.T, decisions int) (path string) {
	t.Helper()
	l, dir := library(t)
	a := article(t, l, "نص آخر")
	for i := range decisions {
		must(t, l.Append(on(a.ID, decision(fmt.Sprint("other", i)))...))
	}
	must(t, l.Close())
	return filepath.Join(dir, FileName)
}

// all is the IDs of all decisions of the library in a folder, which must be sound.
func all(t *testing.T, dir string) (ids []string) {
	t.Helper()
	l, err := Open(dir)
	must(t, err)
	defer l.Close()
	if f := wrong(t, l); len(f) > 0 {
		t.Errorf("%q", f)
	}
	as, err := l.Events()
	must(t, err)
	for _, a := range as {
		ids = append(ids, a.ID)
	}
	return ids
}

// overwrite writes a file into another one, as cp does.
func overwrite(t *testing.T, from, to string) {
	t.Helper()
	data, err := os.ReadFile(from)
	must(t, err)
	must(t, os.WriteFile(to, data, 0o600))
}

// What happens to the library's file under an open window: what the window knows is
// in the library that stands there then, with all that this held.
func TestSessionFollowsTheFile(t *testing.T) {
	tests := map[string]struct {
		happens func(t *testing.T, dir, file string)
		change  Change
		holds   []string // besides what the window knows
	}{
		"another is renamed to it": {func(t *testing.T, _, file string) {
			must(t, os.Rename(otherLibrary(t, 2), file))
		}, Change{Replaced, 1}, []string{"other0", "other1"}},
		"a bigger one is renamed to it": {func(t *testing.T, _, file string) {
			must(t, os.Rename(otherLibrary(t, 200), file))
		}, Change{Replaced, 1}, []string{"other0", "other199"}},
		"another is renamed to it and used by another window": {func(t *testing.T, dir, file string) {
			must(t, os.Rename(otherLibrary(t, 200), file))
			id := model.NewArticle("نص آخر", nil).ID
			if out, err := child(t, "append", dir, id, "theirs", "3").CombinedOutput(); err != nil {
				t.Fatalf("%v: %s", err, out)
			}
		}, Change{Replaced, 1}, []string{"other199", "theirs2"}},
		"another is copied over it": {func(t *testing.T, _, file string) {
			overwrite(t, otherLibrary(t, 3), file)
		}, Change{Replaced, 1}, []string{"other2"}},
		"it is removed": {func(t *testing.T, _, file string) {
			must(t, os.Remove(file))
		}, Change{Remade, 1}, nil},
		"it is moved": {func(t *testing.T, _, file string) {
			must(t, os.Rename(file, file+".moved"))
		}, Change{Remade, 1}, nil},
		"it is cut to nothing": {func(t *testing.T, _, file string) {
			must(t, os.Truncate(file, 0))
		}, Change{Remade, 1}, nil},
		"an empty file is renamed to it": {func(t *testing.T, dir, file string) {
			must(t, os.WriteFile(file+".new", nil, 0o600))
			must(t, os.Rename(file+".new", file))
		}, Change{Remade, 1}, nil},
		"its folder is moved and a new one holds another": {func(t *testing.T, dir, file string) {
			must(t, os.Rename(dir, dir+".moved"))
			must(t, os.Mkdir(dir, 0o700))
			must(t, os.Rename(otherLibrary(t, 2), file))
		}, Change{Replaced, 1}, []string{"other1"}},
		"its folder is a link that leads elsewhere now": {func(t *testing.T, dir, file string) {
			must(t, os.Rename(dir, dir+".moved"))
			must(t, os.Symlink(filepath.Dir(otherLibrary(t, 2)), dir))
		}, Change{Replaced, 1}, []string{"other1"}},
		"it is a link now": {func(t *testing.T, dir, file string) {
			must(t, os.Remove(file))
			must(t, os.Symlink(otherLibrary(t, 2), file))
		}, Change{Replaced, 1}, []string{"other1"}},
		"another window writes": {func(t *testing.T, dir, file string) {
			l := reopen(t, dir)
			must(t, l.Append(on(model.NewArticle("نص", nil).ID, decision("theirs"))...))
		}, Change{}, []string{"theirs"}},
		"its permissions change": {func(t *testing.T, dir, file string) { must(t, os.Chmod(file, 0o640)) }, Change{}, nil},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "data")
			file := filepath.Join(dir, FileName)
			s, a := session(t, dir, "نص")
			old := filepath.Join(t.TempDir(), "old")
			must(t, os.Link(file, old)) // what is written to it shows here
			test.happens(t, dir, file)
			before, err := os.ReadFile(old)
			must(t, err)

			must(t, s.Save(on(a.ID, decision("later"))))
			if got := s.Change(); got != test.change {
				t.Errorf("told %+v, want %+v", got, test.change)
			}
			history, err := s.History()
			if err != nil || len(history) < 2 {
				t.Errorf("the window then knows %d decisions, %v", len(history), err)
			}
			must(t, s.Close())
			after, err := os.ReadFile(old)
			must(t, err)
			now, err := os.Stat(file)
			must(t, err)
			if was, err := os.Stat(old); err == nil && !os.SameFile(now, was) && !bytes.Equal(before, after) {
				t.Error("the file of before was written to")
			}
			got := all(t, dir)
			for _, id := range append(test.holds, "mine", "later") {
				if !slices.Contains(got, id) {
					t.Errorf("%s is missing in the library, which holds %q", id, got)
				}
			}
			left, err := filepath.Glob(file + "-*")
			if err != nil || len(left) > 0 {
				t.Errorf("left beside it: %q %v", left, err)
			}
		})
	}
}

// An older state of the library is brought up to date, however it came there.
func TestSessionCatchesUp(t *testing.T) {
	for name, put := range map[string]func(t *testing.T, from, to string){
		"renamed": func(t *testing.T, from, to string) { must(t, os.Rename(from, to)) }, "copied": overwrite,
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "data")
			file := filepath.Join(dir, FileName)
			must(t, reopen(t, dir).Close())
			overwrite(t, file, file+".backup") // not even the article is in it
			s, a := session(t, dir, "نص")
			must(t, s.Save(on(a.ID, decision("second"))))
			put(t, file+".backup", file)
			history, err := s.History()
			if err != nil || len(history) != 2 {
				t.Errorf("the window then knows %d decisions, %v", len(history), err)
			}
			if got := s.Change(); got != (Change{Replaced, 2}) {
				t.Errorf("told %+v", got)
			}
			must(t, s.SetPlace(1, 0))
			if got := strings.Join(all(t, dir), " "); got != "mine second" {
				t.Errorf("the library holds %q", got)
			}
		})
	}
}

// Where no sound library stands, nothing is saved and nothing written; all that the
// window knew is owed, until there is one again.
func TestSessionWithoutSoundLibrary(t *testing.T) {
	garbage := []byte(strings.Repeat("this is no database\n", 500))
	tests := map[string]struct {
		happens func(t *testing.T, dir, file string)
		kind    error
	}{
		"a folder": {func(t *testing.T, _, file string) {
			must(t, os.Remove(file))
			must(t, os.Mkdir(file, 0o700))
		}, ErrCorrupt},
		"garbage": {func(t *testing.T, _, file string) {
			must(t, os.WriteFile(file+".new", garbage, 0o600))
			must(t, os.Rename(file+".new", file))
		}, ErrCorrupt},
		"garbage in its place": {func(t *testing.T, _, file string) { must(t, os.WriteFile(file, garbage, 0o600)) }, ErrCorrupt},
		"half of it":           {func(t *testing.T, _, file string) { must(t, os.Truncate(file, 3*4096)) }, ErrCorrupt},
		"a few bytes":          {func(t *testing.T, _, file string) { must(t, os.Truncate(file, 100)) }, ErrCorrupt},
		"no folder":            {func(t *testing.T, dir, _ string) { must(t, os.Rename(dir, dir+".moved")) }, ErrGone},
		"another folder": {func(t *testing.T, dir, _ string) {
			must(t, os.Rename(dir, dir+".moved"))
			must(t, os.Mkdir(dir, 0o700))
		}, ErrGone},
		"nothing beside a log": {func(t *testing.T, _, file string) {
			must(t, os.Remove(file))
			must(t, os.WriteFile(file+"-wal", garbage, 0o600))
		}, ErrOrphaned},
		"a newer library": {func(t *testing.T, dir, _ string) {
			l, err := open(dir, append(schema[:len(schema):len(schema)], statements("CREATE TABLE future (x)")))
			must(t, err)
			must(t, l.Close())
		}, ErrNewer},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "data")
			file := filepath.Join(dir, FileName)
			s, a := session(t, dir, "نص")
			test.happens(t, dir, file)
			before, _ := os.ReadFile(file)
			for range 2 { // and when it is tried again
				if err := s.Save(on(a.ID, decision("later"))); !errors.Is(err, test.kind) || !strings.Contains(err.Error(), file) {
					t.Errorf("saving gives %v, want one that says that %s %v", err, file, test.kind)
				}
				if _, err := s.History(); !errors.Is(err, test.kind) {
					t.Errorf("reading gives %v", err)
				}
			}
			if after, _ := os.ReadFile(file); !bytes.Equal(before, after) {
				t.Error("what stands there was changed")
			}
			if owed := s.Unwritten(); len(owed) != 1 || owed[0].ID != "mine" {
				t.Errorf("owed: %v", owed)
			}

			must(t, os.RemoveAll(dir))
			must(t, os.MkdirAll(dir, 0o700))
			must(t, os.Rename(otherLibrary(t, 1), file))
			must(t, s.Save(on(a.ID, decision("later"))))
			if got := strings.Join(all(t, dir), " "); got != "other0 mine later" || len(s.Unwritten()) > 0 {
				t.Errorf("the library holds %q, owed: %v", got, s.Unwritten())
			}
		})
	}
}

// Where the reader was is known before the library is opened: while another process
// writes, and in a library that must be brought up to date. No library is made for it.
func TestLook(t *testing.T) {
	l, dir := library(t)
	a := article(t, l, "نص")
	must(t, l.SetPlace(a.ID, 2, 0))
	writer, err := l.db.Begin() // takes the lock
	must(t, err)
	checkLook(t, dir, a)
	must(t, writer.Rollback())

	old := filepath.Join(t.TempDir(), "data")
	l, err = open(old, schema[:1])
	must(t, err)
	a = oldArticle(t, l, "نص قديم")
	_, err = l.db.Exec("INSERT INTO place VALUES (?, 2, 1)", a.ID)
	must(t, err)
	must(t, l.Close())
	checkLook(t, old, a)

	none := filepath.Join(t.TempDir(), "data")
	s := NewSession(none)
	s.Show(a)
	if last, err := s.Last(); last != nil || err != nil || s.Place() != 0 || s.Absent() != nil {
		t.Errorf("no library gives %v, %v", last, err)
	}
	must(t, s.Close())
	if exists(none) {
		t.Error("a library was made to be looked at")
	}
}

// checkLook holds what a session tells before anything else is asked to an article of
// which the second byte was at the top.
func checkLook(t *testing.T, dir string, a *model.Article) {
	t.Helper()
	s := NewSession(dir)
	defer s.Close()
	s.Show(a)
	if last, err := s.Last(); err != nil || last == nil || last.ID != a.ID || s.Place() != 2 || s.Absent() != nil {
		t.Errorf("the last article is %v, %v, the place %d, %v", last, err, s.Place(), s.Absent())
	}
}

// A session that had no library knows nothing, says why, and takes one when it comes.
func TestSessionThatStartsWithoutLibrary(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	must(t, os.WriteFile(dir, nil, 0o600)) // no folder can be there
	s := NewSession(dir)
	defer s.Close()
	a := model.NewArticle("نص", nil)
	s.Show(a)
	history, err := s.History()
	people, failed := s.People()
	last, none := s.Last()
	if err != nil || failed != nil || none != nil || history != nil || people != nil || last != nil || s.Place() != 0 {
		t.Errorf("no library gives %v %v, %v %v, %v %v", history, err, people, failed, last, none)
	}
	if s.Absent() == nil || s.Save(on(a.ID, decision("1"))) == nil {
		t.Error("a decision is saved nowhere, without an error")
	}
	must(t, os.Remove(dir))
	must(t, s.Save(on(a.ID, decision("1"))))
	if got := s.Change(); got != (Change{Kind: Opened}) || s.Absent() != nil {
		t.Errorf("told %+v, %v", got, s.Absent())
	}
	if got := all(t, dir); len(got) != 1 {
		t.Errorf("the library holds %q", got)
	}
}

// A library that is missing or empty beside its log is refused, and nothing is made
// or deleted.
func TestOrphanedLog(t *testing.T) {
	l, dir := library(t)
	_, err := l.db.Exec("PRAGMA journal_mode = WAL")
	must(t, err)
	a := article(t, l, "نص")
	must(t, l.Append(on(a.ID, decision("1"))...))
	wal, err := os.ReadFile(filepath.Join(dir, FileName+"-wal"))
	must(t, err)
	for _, log := range []string{"-wal", "-journal"} {
		for name, content := range map[string][]byte{"a log": wal, "a text": []byte("x")} {
			for _, empty := range []bool{false, true} {
				dir := t.TempDir()
				path := filepath.Join(dir, FileName)
				must(t, os.WriteFile(path+log, content, 0o600))
				if empty {
					must(t, os.WriteFile(path, nil, 0o600))
				}
				_, err := Open(dir)
				if !errors.Is(err, ErrOrphaned) || !strings.Contains(err.Error(), path+log) {
					t.Errorf("%s as %s: %v", name, log, err)
				}
				after, err := os.ReadFile(path + log)
				if err != nil || !bytes.Equal(after, content) {
					t.Errorf("%s as %s: it was changed (%v)", name, log, err)
				}
				if info, err := os.Stat(path); empty != (err == nil) || err == nil && info.Size() > 0 {
					t.Errorf("%s as %s: a library was made", name, log)
				}
			}
		}
	}
}

// A log beside the library that it belongs to is read, and there is none later; an
// empty one holds nothing.
func TestLogOfEarlierRawi(t *testing.T) {
	l, dir := library(t)
	_, err := l.db.Exec("PRAGMA journal_mode = WAL")
	must(t, err)
	a := article(t, l, "نص")
	must(t, l.Append(on(a.ID, decision("1"))...))
	killed := filepath.Join(t.TempDir(), "data")
	must(t, os.CopyFS(killed, os.DirFS(dir)))
	again := reopen(t, killed)
	if got := ids(t, again, a.ID); got != "1" {
		t.Errorf("decisions %q, want 1", got)
	}
	if left, _ := filepath.Glob(filepath.Join(killed, FileName+"-*")); len(left) > 0 {
		t.Errorf("left: %q", left)
	}
	empty := t.TempDir()
	must(t, os.WriteFile(filepath.Join(empty, FileName+"-wal"), nil, 0o600))
	article(t, reopen(t, empty), "نص")
}

// The log of a library that is a link stands beside that to which it leads.
func TestOrphanedLogBehindALink(t *testing.T) {
	for _, relative := range []bool{false, true} {
		dir := t.TempDir()
		target := filepath.Join(dir, "real.db")
		must(t, os.WriteFile(target+"-wal", []byte("x"), 0o600))
		link := target
		if relative {
			link = "real.db"
		}
		must(t, os.Symlink(link, filepath.Join(dir, FileName)))
		if _, err := Open(dir); !errors.Is(err, ErrOrphaned) || !strings.Contains(err.Error(), target+"-wal") {
			t.Errorf("to nothing: %v", err)
		}
		must(t, os.WriteFile(target, nil, 0o600))
		if _, err := Open(dir); !errors.Is(err, ErrOrphaned) || !strings.Contains(err.Error(), target+"-wal") {
			t.Errorf("to an empty file: %v", err)
		}
	}
}

// A program that is killed while it makes a new library leaves nothing that keeps
// the next one from making it.
func TestKilledWhileMakingLibrary(t *testing.T) {
	for range 30 {
		dir := t.TempDir()
		cmd := child(t, "open", dir)
		must(t, cmd.Start())
		time.AfterFunc(rand.N(40*time.Millisecond), func() { cmd.Process.Kill() })
		cmd.Wait()
		must(t, reopen(t, dir).Close())
	}
	// The journal of an empty file, as it is when its pages are on their way.
	journal := append([]byte("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"), make([]byte, 504)...)
	dir := t.TempDir()
	must(t, os.WriteFile(filepath.Join(dir, FileName), nil, 0o600))
	must(t, os.WriteFile(filepath.Join(dir, FileName+"-journal"), journal, 0o600))
	article(t, reopen(t, dir), "نص")
	journal[19] = 1 // it holds a page that is nowhere else
	dir = t.TempDir()
	must(t, os.WriteFile(filepath.Join(dir, FileName+"-journal"), journal, 0o600))
	if _, err := Open(dir); !errors.Is(err, ErrOrphaned) {
		t.Errorf("the journal of a library: %v", err)
	}
}

// While a window decides without a pause, an older state of its library is put in its
// place again and again. In the end nothing that was saved is missing.
func TestSessionWhileTheFileIsReplaced(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	file := filepath.Join(dir, FileName)
	s, a := session(t, dir, "نص")
	backup := filepath.Join(t.TempDir(), "backup")
	overwrite(t, file, backup)
	replaced, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		for range replaced {
			time.Sleep(rand.N(5 * time.Millisecond)) // any moment of a save
			data, err := os.ReadFile(backup)
			if err == nil {
				err = os.WriteFile(file+".new", data, 0o600)
			}
			if err == nil {
				err = os.Rename(file+".new", file)
			}
			if err != nil {
				t.Error(err)
			}
		}
	}()
	saved := []string{"mine"}
	for i := range 150 {
		if i%5 == 0 {
			replaced <- struct{}{}
		}
		id := fmt.Sprint("d", i)
		if err := s.Save(on(a.ID, decision(id))); err != nil {
			t.Fatal(err)
		}
		saved = append(saved, id)
	}
	close(replaced)
	<-done
	must(t, s.SetPlace(1, 0))
	must(t, s.Close())
	got := all(t, dir)
	for _, id := range saved {
		if !slices.Contains(got, id) {
			t.Errorf("%s was saved and is missing", id)
		}
	}
}
