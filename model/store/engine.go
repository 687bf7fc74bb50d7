package store

import (
	"database/sql"
	"database/sql/driver"
)

// engine is the database that keeps a library: SQLite for one in a folder, PostgreSQL
// for one that several people share. It is all in which the two differ; a statement that
// is not here or in the schema means the same in both.
type engine interface {
	name() string // what messages call the library; never with a password

	// change runs do in a transaction, while no other writes to the library. What it
	// wrote is on the disk when change returns without an error.
	change(do func(*sql.Tx) error) error
	// view runs do, which only reads, on one state of the library.
	view(do func(*sql.Tx) error) error

	spellings() *spellings
	explain(error) error              // one sentence of what the database said
	corrupt(what string) error        // contents that rawi never wrote
	breaksReference(error) bool       // whether a row names another that is not there
	writable() bool                   // false: Keep, Append and SetPlace fail with ErrReadOnly
	faults(*sql.Tx) ([]string, error) // what the database knows to be wrong, a sentence each
	reindex() error
	forget() error // gives back memory that a large text took
	close() error
}

// spellings is the parts of statements that the databases write differently.
type spellings struct {
	start string // the first bytes of a text, which are a parameter
	own   string // that a row of place is the reader's own, as a further condition
	turns string // the column of place by which rows are in the order of their turns, with an index

	hasWords    func(words []string) (condition string, args []any) // that a card's text, as it is indexed, has some words; "" for all texts
	forgetWords string                                              // empties the index of words
}

// rawText is a text with whatever bytes: TEXT in SQLite, BYTEA in PostgreSQL, whose TEXT
// has no NUL.
type rawText string

// Value implements [driver.Valuer] for SQLite.
func (r rawText) Value() (driver.Value, error) { return string(r), nil }
