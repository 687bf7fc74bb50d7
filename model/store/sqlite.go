package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"time"

	_ "modernc.org/sqlite" // the driver "sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// FileName is the library's file in its data folder.
const FileName = "rawi.db"

// patience is how long to wait for another process that is writing.
const patience = 5 * time.Second

// sqliteEngine is a library in a file.
type sqliteEngine struct {
	db       *sql.DB
	path     string
	file     os.FileInfo // what was opened
	readOnly bool
}

var sqliteSpellings = spellings{
	start: "substr(CAST(text AS BLOB), 1, ?)",
	turns: "rowid", // setPlace appends each row

	hasWords: hasTrigrams, forgetWords: "INSERT INTO words (words) VALUES ('delete-all')",
}

func (e *sqliteEngine) name() string          { return e.path }
func (e *sqliteEngine) spellings() *spellings { return &sqliteSpellings }
func (e *sqliteEngine) writable() bool        { return !e.readOnly }
func (e *sqliteEngine) close() error          { return e.db.Close() }

func (e *sqliteEngine) explain(err error) error { return explain(e.path, err) }

func (e *sqliteEngine) breaksReference(err error) bool {
	return is(err, sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY)
}

func (e *sqliteEngine) reindex() error {
	_, err := e.db.Exec("REINDEX")
	return e.explain(err)
}

func (e *sqliteEngine) forget() error {
	_, err := e.db.Exec("PRAGMA shrink_memory")
	return e.explain(err)
}

func open(dir string, migrations []migration) (*Library, error) {
	path, err := filepath.Abs(filepath.Join(dir, FileName))
	if err != nil {
		return nil, fmt.Errorf("the folder %s cannot be found: %w", dir, err)
	}
	if err := refuseOrphan(path); err != nil {
		return nil, err
	}
	if err := create(path); err != nil {
		return nil, explain(path, err)
	}
	return connectAny(path, migrations)
}

// glance opens the library that is in a folder, to be read as it stands: it makes and
// changes nothing, and does not wait for who is about to write. It is nil where there is
// none, and an error where there is one of another version.
func glance(dir string) (*Library, error) {
	path := filepath.Join(dir, FileName)
	file, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) || err == nil && file.Size() == 0 {
		return nil, nil
	}
	if err != nil {
		return nil, explain(path, err)
	}
	db, err := openPool(path, "mode=ro")
	if err != nil {
		return nil, err
	}
	e := &sqliteEngine{db: db, path: path, file: file, readOnly: true}
	version, err := e.version(db, len(schema))
	if err == nil && version < len(schema) {
		err = fmt.Errorf("the library %s is of version %d; open it", path, version)
	}
	if err != nil {
		_ = db.Close()
		return nil, e.explain(err)
	}
	return &Library{e, db}, nil
}

// connectAny opens the file for writing, or else for reading.
func connectAny(path string, migrations []migration) (l *Library, err error) {
	for _, mode := range []string{"rw", "ro", "ro&immutable=1"} {
		if mode == "ro&immutable=1" && (hasContent(path+"-wal") || hasContent(path+"-journal")) {
			break // what they hold would not be read
		}
		l, err = connect(path, mode, migrations)
		if !errors.Is(err, ErrReadOnly) && !errors.Is(err, ErrUnopened) {
			break
		}
	}
	return l, err
}

// create makes the folder and an empty file, unless they exist. The file is
// not opened otherwise: closing it would end the locks that this process
// holds on it through another Library.
func create(path string) error {
	if exists(path) {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	return f.Close()
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// connect opens the file that is there and brings it up to date.
func connect(path, mode string, migrations []migration) (*Library, error) {
	db, err := openDB(path, mode)
	if err != nil {
		return nil, err
	}
	e := &sqliteEngine{db: db, path: path}
	if e.file, err = os.Stat(path); err == nil {
		err = e.prepare(migrations)
	}
	if err == nil {
		err = e.inPlace() // while it was opened
	}
	if err != nil {
		_ = db.Close()
		return nil, e.explain(err)
	}
	return &Library{e, db}, nil
}

// openDB gives a pool of one connection: SQLite has one writer anyway, and
// settings made on the connection stay. Transactions take the write lock when
// they begin; one that began by reading could not wait for it later. EXTRA is
// FULL for a rollback journal: its removal, which is the commit, is on the disk too.
// What single statements would have to undo is kept in memory: in an import, each page
// that a statement changes would be written to a temporary file first.
func openDB(path, mode string) (*sql.DB, error) {
	return openPool(path, "mode="+mode+"&_txlock=immediate&_foreign_keys=1&_synchronous=EXTRA&_pragma=cache_size(-65536)&_pragma=temp_store(memory)")
}

// openPool is openDB with settings of its own.
func openPool(path, settings string) (*sql.DB, error) {
	name := url.URL{Scheme: "file", Path: filepath.ToSlash(path), RawQuery: fmt.Sprintf("%s&_busy_timeout=%d", settings, patience.Milliseconds())}
	db, err := sql.Open("sqlite", name.String())
	if err != nil {
		return nil, explain(path, err)
	}
	db.SetMaxOpenConns(1)
	return db, nil
}

// change runs do in one transaction, which is on the disk, in the file that the
// path names, when change returns without an error.
func (e *sqliteEngine) change(do func(*sql.Tx) error) error {
	if err := e.inPlace(); err != nil {
		return err
	}
	tx, err := e.db.Begin()
	if err != nil {
		return e.explain(err)
	}
	defer tx.Rollback()
	if err := do(tx); err != nil {
		return e.explain(err)
	}
	if err := tx.Commit(); err != nil {
		return e.explain(err)
	}
	return e.inPlace()
}

// view runs do, which only reads, on one state of the library.
func (e *sqliteEngine) view(do func(*sql.Tx) error) error {
	tx, err := e.db.BeginTx(context.Background(), &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return e.explain(err)
	}
	defer tx.Rollback()
	return e.explain(do(tx))
}
