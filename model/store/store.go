// Package store is the library: the articles that were read, what readers
// decided about them, and where reading stopped. One in a folder is a single SQLite
// file; one that several people share is in a database of PostgreSQL.
//
// [Library.Keep] stores an article once, under the hash of its text;
// [Library.Append] stores decisions and returns when they are on the disk, so
// that not even a kill -9 loses one. Decisions are never changed or removed:
// the database itself refuses it. Several processes may use one library at once;
// all of them see the same decisions in the same order. All else that decisions
// bring about is derived from them: [Library.Check] compares the two, and
// [Library.Rebuild] derives from the decisions.
//
// Every error is one sentence that names the library and says what to do.
// [ErrNewer], [ErrCorrupt], [ErrReadOnly], [ErrFull], [ErrBusy], [ErrReplaced],
// [ErrOrphaned] and [ErrUnknown] tell the cases apart, and for a shared one [ErrAway],
// [ErrLogin], [ErrRights], [ErrInsecure] and [ErrUnmade]. A [Session] is what a window
// uses: it goes on when the library is replaced, and when there is none.
package store

import (
	"database/sql"
)

// Library is an open library. Its methods may be called from several
// goroutines; one call runs at a time.
type Library struct {
	engine
	db *sql.DB
}

// Open opens a library: that of a PostgreSQL database by its address (see [IsAddress]), else
// the one in a folder.
//
// The folder and its library are made, readable by their owner alone, where they are
// missing. A library of an older version is brought up to date; a copy of it stays
// beside it as rawi.db.v<version>.bak. A shared library is made and brought up to date
// by [Init].
//
// A library that may only be read is opened for reading: Keep, Append and SetPlace
// then fail with [ErrReadOnly].
func Open(where string) (*Library, error) {
	switch {
	case IsAddress(where):
		return openPostgres(where)
	case keywords.MatchString(where):
		return nil, wrongAddress("", "")
	}
	return open(where, schema)
}

// Name is what messages call the library: its file, or its address without a password.
func (l *Library) Name() string { return l.name() }

// Close closes the library.
func (l *Library) Close() error { return l.explain(l.close()) }

// view runs do on one state of the library.
func (l *Library) view(do func(*prepared) error) error {
	return l.engine.view(func(tx *sql.Tx) error { return do(prepare(tx)) })
}
