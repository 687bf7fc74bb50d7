package store

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
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

	errUnopened = errors.New("cannot be opened")
	errFailed   = errors.New("cannot be used")
)

// faults says what SQLite's result codes (https://sqlite.org/rescode.html) and
// the system's errors mean to a reader; the last stands for all others. A
// primary code, the low byte, stands for all codes that refine it.
var faults = []struct {
	codes  []int
	causes []error
	kind   error
	advice string
}{
	{[]int{sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}, nil,
		ErrCorrupt, "put a copy of it back, or move it away to begin a new one"},
	{[]int{sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM}, []error{fs.ErrPermission, syscall.EROFS},
		ErrReadOnly, "look at the permissions of the file and of its folder"},
	{[]int{sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_SHMSIZE}, []error{syscall.ENOSPC},
		ErrFull, "free some room and try again"},
	{[]int{sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}, nil,
		ErrBusy, "end that program or wait, and try again"},
	{[]int{sqlite3.SQLITE_CANTOPEN}, nil,
		errUnopened, "look whether it is a file that you may read and write"},
	{nil, nil,
		errFailed, "look at the file, its folder and its disk, and try again"},
}

// explain makes one sentence of an error that SQLite or the system gave. Other
// errors are sentences already.
func explain(path string, err error) error {
	code, isResult := resultCode(err)
	isSystem := errors.As(err, new(syscall.Errno))
	if !isResult && !isSystem {
		return err
	}
	for _, f := range faults {
		is := func(cause error) bool { return errors.Is(err, cause) }
		switch {
		case is(f.kind):
			return err // was explained before
		case f.kind == errFailed, slices.Contains(f.codes, code), slices.Contains(f.codes, code&0xff), slices.ContainsFunc(f.causes, is):
			return fmt.Errorf("the library %s %w; %s (%w)", path, f.kind, f.advice, err)
		}
	}
	return err
}

func (l *Library) explain(err error) error { return explain(l.path, err) }

// corrupt is the error for contents that rawi never wrote.
func (l *Library) corrupt(what string, args ...any) error {
	return fmt.Errorf("the library %s %w: %s; put a copy of it back", l.path, ErrCorrupt, fmt.Sprintf(what, args...))
}

// resultCode is the extended result code of an error that SQLite gave.
func resultCode(err error) (code int, ok bool) {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return 0, false
	}
	return e.Code(), true
}
