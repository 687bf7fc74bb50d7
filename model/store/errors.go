package store

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"syscall"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// What can be wrong with a library. The texts complete a sentence that begins
// with "the library" and the file's name.
var (
	ErrNewer    = errors.New("was written by a newer rawi")
	ErrCorrupt  = errors.New("is damaged or not a library of rawi")
	ErrReadOnly = errors.New("cannot be written")
	ErrFull     = errors.New("has no room left on its disk")
	ErrBusy     = errors.New("is held by another program")
	ErrUnknown  = errors.New("does not hold the article")
	ErrReplaced = errors.New("is no longer the file that was opened")
	ErrGone     = errors.New("is gone with its folder")
	ErrOrphaned = errors.New("is gone, but the log of its changes is still there")
	ErrUnopened = errors.New("cannot be opened")
	ErrUnusable = errors.New("cannot be used")
)

// What can be wrong with a shared library only, which are all [ErrShared].
var (
	ErrAddress  = sharedError("cannot be named so")
	ErrAway     = sharedError("cannot be reached")
	ErrLogin    = sharedError("refused the login")
	ErrRights   = sharedError("does not allow this to this login")
	ErrInsecure = sharedError("has no connection that is as safe as asked for")
	ErrNoBase   = sharedError("has no such database")
	ErrUnmade   = sharedError("is not made yet")
	ErrOlder    = sharedError("was made by an older rawi")
	ErrEncoding = sharedError("is in a database that is not in UTF-8")
	ErrRefused  = sharedError("was refused this by its server")
	ErrNoText   = sharedError("cannot hold a name with a NUL or with bytes that are no UTF-8, as PostgreSQL cannot")
)

// ErrShared is every error that only a shared library has.
var ErrShared = errors.New("a shared library")

// sharedError is an error that is [ErrShared].
type sharedError string

func (e sharedError) Error() string        { return string(e) }
func (e sharedError) Is(target error) bool { return target == ErrShared || target == e }

// fault is what an error of SQLite (https://sqlite.org/rescode.html) or of the
// system means to a reader. A primary result code stands for all that refine it.
type fault struct {
	codes  []int
	causes []error
	kind   error
	advice string
}

const restore = "«rawi check --salvage FILE» writes what can be read of it; then put a copy back, or move it away to begin a new one"

// errEnough ends a query of which no more rows are wanted.
var errEnough = errors.New("enough")

const openAgain = "open it again"

var faults = []fault{
	{[]int{sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}, nil,
		ErrCorrupt, restore},
	{[]int{sqlite3.SQLITE_READONLY_DBMOVED}, nil,
		ErrReplaced, openAgain},
	{[]int{sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM}, []error{fs.ErrPermission, syscall.EROFS},
		ErrReadOnly, "look at the permissions of the file and of its folder"},
	{[]int{sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_SHMSIZE}, []error{syscall.ENOSPC},
		ErrFull, "free some room and try again"},
	{[]int{sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}, nil,
		ErrBusy, "end that program or wait, and try again"},
	{[]int{sqlite3.SQLITE_CANTOPEN}, nil,
		ErrUnopened, "look whether it is a file that you may read and write"},
}

// failed is the fault of every other error.
var failed = fault{kind: ErrUnusable, advice: "look at the file, its folder and its disk, and try again"}

// explain makes one sentence of an error that SQLite or the system gave. Other
// errors, and those that were explained before, are sentences already.
func explain(path string, err error) error {
	_, isResult := resultCode(err)
	isSystem := errors.As(err, new(syscall.Errno))
	if err != nil && strings.HasPrefix(err.Error(), "sql: Scan error") { // a value of a kind that was never written
		return fmt.Errorf("the library %s %w; %s (%w)", path, ErrCorrupt, restore, err)
	}
	if !isResult && !isSystem {
		return err
	}
	f := failed
	if i := slices.IndexFunc(faults, func(f fault) bool { return f.meant(err) }); i >= 0 {
		f = faults[i]
	}
	if errors.Is(err, f.kind) {
		return err
	}
	return fmt.Errorf("the library %s %w; %s (%w)", path, f.kind, f.advice, oneLine{err})
}

// oneLine is an error without line ends: SQLite quotes what it does not
// understand.
type oneLine struct{ error }

func (e oneLine) Error() string { return strings.Join(strings.Fields(e.error.Error()), " ") }
func (e oneLine) Unwrap() error { return e.error }

func (f fault) meant(err error) bool {
	return slices.ContainsFunc(f.codes, func(code int) bool { return is(err, code) }) ||
		slices.ContainsFunc(f.causes, func(cause error) bool { return errors.Is(err, cause) })
}

// corrupt is the error for contents that rawi never wrote.
func (l *Library) corrupt(what string, args ...any) error {
	return l.engine.corrupt(fmt.Sprintf(what, args...))
}

func (e *sqliteEngine) corrupt(what string) error {
	return fmt.Errorf("the library %s %w; %s (%s)", e.path, ErrCorrupt, restore, what)
}

// is reports whether SQLite gave this result code, a full or a primary one.
func is(err error, code int) bool {
	got, ok := resultCode(err)
	return ok && (got == code || got&0xff == code)
}

// resultCode is the full result code of an error that SQLite gave.
func resultCode(err error) (code int, ok bool) {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return 0, false
	}
	return e.Code(), true
}
