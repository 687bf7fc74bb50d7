package store

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"

	"rawi/model"
)

// filled is a closed library of several pages: its folder and what it holds.
func filled(t *testing.T) (dir string, a *model.Article, as []model.Annotation) {
	t.Helper()
	l, dir := library(t)
	a = article(t, l, strings.Repeat("قال الوزير. ", 2000))
	for i := range 100 {
		as = append(as, decision(fmt.Sprint(i)))
	}
	must(t, l.Append(on(a.ID, as...)...))
	must(t, l.SetPlace(a.ID, 7, 0))
	must(t, l.Close())
	return dir, a, as
}

// checkSentence fails unless err is of its kind, names the file and is one line.
func checkSentence(t *testing.T, err, kind error, path string) {
	t.Helper()
	if err == nil {
		t.Fatalf("no error, want one that says that %s %v", path, kind)
	}
	if !errors.Is(err, kind) || !strings.Contains(err.Error(), path) || strings.Contains(err.Error(), "\n") {
		t.Errorf("got %v\nwant one sentence that says that %s %v", err, path, kind)
	}
	if strings.Count(err.Error(), path) > 1 {
		t.Errorf("explained twice: %v", err)
	}
}

func TestDamagedFileIsRefused(t *testing.T) {
	tests := []struct {
		name   string
		damage func(file []byte) []byte
	}{
		{"a text", func([]byte) []byte { return []byte(strings.Repeat("ليس قاعدة بيانات\n", 100)) }},
		{"a short text", func([]byte) []byte { return []byte("x") }},
		{"magic lost", func(b []byte) []byte { copy(b, make([]byte, 16)); return b }},
		{"page size lost", func(b []byte) []byte { copy(b[16:], "\xff\xff"); return b }},
		{"first page lost", func(b []byte) []byte { copy(b, make([]byte, 4096)); return b }},
		{"half a file", func(b []byte) []byte { return b[:len(b)/2] }},
		{"half a page", func(b []byte) []byte { return b[:2000] }},
		{"schema lost", func(b []byte) []byte { copy(b[100:], make([]byte, 3996)); return b }},
	}
	dir, _, _ := filled(t)
	path := filepath.Join(dir, FileName)
	whole, err := os.ReadFile(path)
	must(t, err)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			damaged := test.damage(bytes.Clone(whole))
			must(t, os.WriteFile(path, damaged, 0o600))
			_, err := Open(dir)
			checkSentence(t, err, ErrCorrupt, path)
			after, err := os.ReadFile(path)
			must(t, err)
			if !bytes.Equal(after, damaged) {
				t.Error("the damaged file was changed")
			}
		})
	}
}

// TestDamagedPageNeverLies loses each page in turn: what is read is right or an
// error that says so.
func TestDamagedPageNeverLies(t *testing.T) {
	dir, a, as := filled(t)
	path := filepath.Join(dir, FileName)
	whole, err := os.ReadFile(path)
	must(t, err)
	const page = 4096
	refused := 0
	for _, filling := range []string{"\x00", "\xff", "x"} {
		for at := 0; at < len(whole); at += page {
			file := bytes.Clone(whole)
			copy(file[at:], strings.Repeat(filling, page))
			must(t, os.WriteFile(path, file, 0o600))
			err := readAll(dir, a, as)
			if err != nil {
				checkSentence(t, err, ErrCorrupt, path)
				checkFinds(t, dir)
				refused++
			}
		}
	}
	if pages := 3 * len(whole) / page; refused < pages/2 {
		t.Errorf("only %d of %d damages were noticed", refused, pages)
	}
}

// checkFinds looks whether a check of a damaged library that can be opened finds
// that it is damaged.
func checkFinds(t *testing.T, dir string) {
	t.Helper()
	l, err := Open(dir)
	if err != nil {
		return
	}
	defer l.Close()
	if len(wrong(t, l)) == 0 {
		t.Error("a check of a damaged library finds nothing")
	}
}

// readAll is an error when the library says that it is damaged, or reads wrong.
func readAll(dir string, a *model.Article, as []model.Annotation) error {
	l, err := Open(dir)
	if err != nil {
		return err
	}
	defer l.Close()
	gotArticle, err := l.Article(a.ID)
	if err != nil {
		return err
	}
	got, err := l.Decisions(a.ID)
	if err != nil {
		return err
	}
	place, err := l.Place(a.ID)
	if err != nil {
		return err
	}
	if gotArticle.Text != a.Text || fmt.Sprint(got) != fmt.Sprint(as) || place != 7 {
		return errors.New("what was read is wrong and nothing said so")
	}
	return nil
}

// TestChangedRows reads rows that rawi never wrote.
func TestChangedRows(t *testing.T) {
	for _, change := range []string{
		"UPDATE article SET text = 'نصٌّ'",
		"UPDATE origin SET blocks = '[{\"start\":0,\"end\":99,\"kind\":\"paragraph\"}]'",
		"UPDATE origin SET blocks = '[{\"start\":-1,\"end\":1,\"kind\":\"paragraph\"}]'",
		"UPDATE origin SET blocks = '[{\"start\":0,\"end\":1,\"kind\":\"poem\"}]'",
		"UPDATE origin SET blocks = '['",
		"UPDATE origin SET direction = 'up'",
		"UPDATE origin SET fetched = 'today'",
		"UPDATE origin SET facts = '{'",
		"UPDATE origin SET facts = '{\"published\":\"today\"}'",
		"DROP TRIGGER event_keeps; UPDATE event SET body = json_set(body, '$.deed', 'dance')",
		"DROP TRIGGER event_keeps; UPDATE event SET body = json_set(body, '$.kind', 'x')",
		"DROP TRIGGER event_keeps; UPDATE event SET body = json_set(body, '$.type', 'x')",
		"DROP TRIGGER event_keeps; UPDATE event SET body = json_set(body, '$.certainty', 'x')",
		"DROP TRIGGER event_keeps; UPDATE event SET body = json_set(body, '$.time', 'x')",
		"DROP TRIGGER event_keeps; UPDATE event SET body = json_set(body, '$.mood', 'x')",
		"DROP TRIGGER event_keeps; PRAGMA writable_schema = ON; UPDATE event SET body = json_set(body, '$.at', 7)",
	} {
		l, _ := library(t)
		a := article(t, l, "نص")
		must(t, l.Append(on(a.ID, decision("1"))...))
		_, err := l.db.Exec(change)
		must(t, err)
		_, badArticle := l.Article(a.ID)
		_, badDecision := l.Decisions(a.ID)
		if err := cmp.Or(badArticle, badDecision); err == nil {
			t.Errorf("%s: no error", change)
		} else {
			checkSentence(t, err, ErrCorrupt, fileOf(l).path)
		}
	}
}

func TestForeignDatabaseIsRefused(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, FileName)
	must(t, os.WriteFile(path, nil, 0o600))
	db, err := openDB(path, "rw")
	must(t, err)
	_, err = db.Exec("CREATE TABLE cookies (name)")
	must(t, err)
	must(t, db.Close())
	before, err := os.ReadFile(path)
	must(t, err)
	_, err = Open(dir)
	checkSentence(t, err, ErrCorrupt, path)
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
		t.Errorf("another program's database was changed (%v)", err)
	}
}

// copyName is the copy of a library of this version that a newer rawi leaves.
var copyName = fmt.Sprintf("%s.v%d.bak", FileName, len(schema))

func TestNewerLibraryIsRefused(t *testing.T) {
	dir, a, as := filled(t)
	newer := append(schema[:len(schema):len(schema)], statements("CREATE TABLE future (x)"))
	l, err := open(dir, newer)
	must(t, err)
	must(t, l.Close())
	_, err = Open(dir)
	checkSentence(t, err, ErrNewer, filepath.Join(dir, FileName))

	// The copy that was made before is the library of this version.
	must(t, os.Rename(filepath.Join(dir, copyName), filepath.Join(dir, FileName)))
	must(t, readAll(dir, a, as))
}

func TestMigration(t *testing.T) {
	dir, a, as := filled(t)
	newer := append(schema[:len(schema):len(schema)], statements("ALTER TABLE event ADD COLUMN note TEXT NOT NULL DEFAULT ''"), statements("CREATE TABLE future (x)"))
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			l, err := open(dir, newer)
			if err != nil {
				t.Error(err)
				return
			}
			l.Close()
		})
	}
	all.Wait()
	l, err := open(dir, newer)
	must(t, err)
	defer l.Close()
	if n := count(t, l, "event"); n != len(as) {
		t.Errorf("%d decisions after the migration, want %d", n, len(as))
	}
	checkIntegrity(t, l)

	backup := filepath.Join(dir, copyName)
	info, err := os.Stat(backup)
	must(t, err)
	if info.Mode() != 0o600 {
		t.Errorf("the copy has mode %v", info.Mode())
	}
	old := t.TempDir()
	must(t, os.Rename(backup, filepath.Join(old, FileName)))
	must(t, readAll(old, a, as))
}

func TestFailedMigrationChangesNothing(t *testing.T) {
	dir, a, as := filled(t)
	broken := append(schema[:len(schema):len(schema)], statements("DROP TABLE place; CREATE nonsense"))
	if _, err := open(dir, broken); err == nil {
		t.Fatal("a broken migration was applied")
	}
	must(t, readAll(dir, a, as))
}

func TestOlderReadOnlyLibrary(t *testing.T) {
	dir, _, _ := filled(t)
	newer := append(schema[:len(schema):len(schema)], statements("CREATE TABLE future (x)"))
	path := filepath.Join(dir, FileName)
	_, err := connect(path, "ro", newer)
	checkSentence(t, err, ErrReadOnly, path)
}

func TestBusy(t *testing.T) {
	l, dir := library(t)
	a := article(t, l, "نص")
	other := reopen(t, dir)
	tx, err := other.db.Begin()
	must(t, err)
	_, err = l.db.Exec("PRAGMA busy_timeout = 1")
	must(t, err)
	checkSentence(t, l.Append(on(a.ID, decision("1"))...), ErrBusy, fileOf(l).path)
	if as, err := l.Decisions(a.ID); len(as) != 0 || err != nil {
		t.Errorf("reading beside a writer: %v, %v", as, err)
	}
	must(t, tx.Rollback())
	must(t, l.Append(on(a.ID, decision("1"))...))
}

func TestFullFile(t *testing.T) {
	l, _ := library(t)
	a := article(t, l, "نص")
	_, err := l.db.Exec("PRAGMA max_page_count = 1") // means: no more than now
	must(t, err)
	big := decision("1")
	big.Name = strings.Repeat("اسم", 1e4)
	checkSentence(t, l.Append(on(a.ID, big)...), ErrFull, fileOf(l).path)
	_, err = l.db.Exec("PRAGMA max_page_count = 1000")
	must(t, err)
	must(t, l.Append(on(a.ID, big)...)) // the same again, when there is room
	if got := ids(t, l, a.ID); got != "1" {
		t.Errorf("decisions %q, want 1", got)
	}
}

func TestPlacesThatAreNoLibrary(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	must(t, os.WriteFile(file, nil, 0o600))
	folder := t.TempDir()
	must(t, os.Mkdir(filepath.Join(folder, FileName), 0o700))
	for _, dir := range []string{file, folder, "/dev/null/x"} {
		l, err := Open(dir)
		if err == nil {
			l.Close()
			t.Errorf("opened %q", dir)
			continue
		}
		if !strings.Contains(err.Error(), dir) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%q: %v", dir, err)
		}
	}
}

func TestStrangeFolderNames(t *testing.T) {
	for _, name := range []string{"مكتبة", "a b", "a?mode=ro", "a#b", "a%41", "a&b=c", "file:x", `a\b`, "a'b"} {
		dir := filepath.Join(t.TempDir(), name)
		article(t, reopen(t, dir), "نص")
		if !hasContent(filepath.Join(dir, FileName)) {
			t.Errorf("the library of %q is elsewhere", name)
		}
	}
}

func TestSystemErrors(t *testing.T) {
	tests := []struct {
		cause syscall.Errno
		kind  error
	}{
		{syscall.EACCES, ErrReadOnly}, {syscall.EPERM, ErrReadOnly}, {syscall.EROFS, ErrReadOnly},
		{syscall.ENOSPC, ErrFull}, {syscall.EIO, ErrUnusable},
	}
	for _, test := range tests {
		err := explain("/x", &fs.PathError{Op: "open", Path: "f", Err: test.cause})
		checkSentence(t, err, test.kind, "/x")
		checkSentence(t, explain("/x", err), test.kind, "/x")
		if !errors.Is(err, test.cause) {
			t.Errorf("%v does not wrap its cause", err)
		}
	}
	if err := explain("/x", nil); err != nil {
		t.Errorf("no error became %v", err)
	}
	if sentence := errors.New("a sentence"); explain("/x", sentence) != sentence {
		t.Error("a sentence was explained")
	}
}
