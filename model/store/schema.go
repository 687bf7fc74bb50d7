package store

import (
	"cmp"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"

	sqlite3 "modernc.org/sqlite/lib"
)

// applicationID marks a file as ours (PRAGMA application_id): "rawi" in ASCII.
const applicationID = 0x72617769

// smallestPage is the smallest page of SQLite in bytes. It treats a shorter file
// as an empty one and would overwrite it.
const smallestPage = 512

// migration leads from one version of the schema to the next, in both databases.
type migration struct {
	file   func(*sql.Tx) error // in SQLite
	server string              // in PostgreSQL; "" where it came later
}

// statements is a migration that executes SQL.
func statements(commands string) migration {
	return migration{file: func(tx *sql.Tx) error {
		_, err := tx.Exec(commands)
		return err
	}}
}

// shared is the migration with what does the same in a shared library: SQL of PostgreSQL, also
// who may do what with its tables.
func (m migration) shared(commands string) migration {
	m.server = commands
	return m
}

// schema is the migrations from each version to the next: migration i leads from
// version i (PRAGMA user_version, or the table library of a shared one) to i+1. A
// migration that was released is never changed. Shared libraries begin with version 5,
// in one step; every later migration has both halves.
var schema = []migration{statements(`
CREATE TABLE article (
	id   TEXT PRIMARY KEY,  -- hexadecimal SHA-256 of text
	text TEXT NOT NULL
);

-- One row for each place that a text was read from; the latest has the highest seq.
CREATE TABLE origin (
	seq       INTEGER PRIMARY KEY AUTOINCREMENT,
	article   TEXT NOT NULL REFERENCES article,
	source    TEXT NOT NULL,     -- path or URL, '' for a pipe
	language  TEXT NOT NULL,     -- BCP 47 or ''
	direction TEXT NOT NULL,     -- ltr, rtl or ''
	fetched   TEXT NOT NULL,     -- RFC 3339 in UTC
	broken    INTEGER NOT NULL,  -- byte sequences that could not be decoded
	blocks    TEXT NOT NULL,     -- JSON: [{"start":byte,"end":byte,"kind":name},...]
	UNIQUE (article, source)
);

-- The readers' decisions in the order in which they happened.
CREATE TABLE decision (
	seq          INTEGER PRIMARY KEY AUTOINCREMENT,
	id           TEXT NOT NULL UNIQUE,
	article      TEXT NOT NULL REFERENCES article,
	time         TEXT NOT NULL,     -- RFC 3339 in UTC
	author       TEXT NOT NULL,
	deed         TEXT NOT NULL,     -- assign, kind, revoke
	start_byte   INTEGER NOT NULL,  -- of the words in article.text
	end_byte     INTEGER NOT NULL,
	exact        TEXT NOT NULL,     -- the words
	before       TEXT NOT NULL,     -- what stands before and after them
	after        TEXT NOT NULL,
	speaker      TEXT NOT NULL,     -- assign: the party's key
	name         TEXT NOT NULL,     -- assign: its name
	speaker_kind TEXT NOT NULL,     -- assign: PER, ORG, GPE, ROLE
	kind         TEXT NOT NULL,     -- kind: speech, indirect, scare, title, other
	target       TEXT NOT NULL      -- revoke: the id of the decision taken back
);
CREATE INDEX decision_of_article ON decision (article, seq);

CREATE TRIGGER decision_stays BEFORE DELETE ON decision
BEGIN SELECT raise(ABORT, 'decisions are never removed'); END;
CREATE TRIGGER decision_keeps BEFORE UPDATE ON decision
BEGIN SELECT raise(ABORT, 'decisions are never changed'); END;
-- INSERT OR REPLACE would remove a row without firing the trigger above.
CREATE TRIGGER decision_first BEFORE INSERT ON decision
WHEN EXISTS (SELECT 1 FROM decision WHERE id = NEW.id OR seq = NEW.seq)
BEGIN SELECT raise(IGNORE); END;

-- Where reading stopped.
CREATE TABLE place (
	article TEXT PRIMARY KEY REFERENCES article,
	byte    INTEGER NOT NULL,  -- in article.text
	turn    INTEGER NOT NULL   -- the highest was read last
);
`), statements(`
-- All decisions: what readers decided on an article or for the whole library,
-- in the order in which they were appended. All else that decisions bring
-- about is derived from this table.
CREATE TABLE event (
	seq     INTEGER PRIMARY KEY AUTOINCREMENT,
	body    TEXT NOT NULL,  -- JSON, as model.Annotation writes it
	id      TEXT NOT NULL UNIQUE GENERATED ALWAYS AS (body ->> 'id') STORED,
	article TEXT NOT NULL GENERATED ALWAYS AS (coalesce(body ->> 'article', '')) STORED  -- '': the whole library
);
CREATE INDEX event_of_article ON event (article, seq);

-- A merge patch leaves out members that are null.
INSERT INTO event (seq, body)
SELECT seq, json_patch('{}', json_object(
	'id', id, 'time', time, 'author', nullif(author, ''), 'article', article, 'deed', deed,
	'at', CASE WHEN deed <> 'revoke' THEN json_object(
		'start_byte', start_byte, 'end_byte', end_byte, 'exact', exact, 'before', before, 'after', after) END,
	'party', nullif(speaker, ''), 'name', nullif(name, ''), 'type', speaker_kind, 'kind', kind,
	'target', nullif(target, '')))
FROM decision ORDER BY seq;
DROP TABLE decision;

CREATE TRIGGER event_stays BEFORE DELETE ON event
BEGIN SELECT raise(ABORT, 'decisions are never removed'); END;
CREATE TRIGGER event_keeps BEFORE UPDATE ON event
BEGIN SELECT raise(ABORT, 'decisions are never changed'); END;
-- INSERT OR REPLACE would remove a row without firing the trigger above.
CREATE TRIGGER event_first BEFORE INSERT ON event
WHEN EXISTS (SELECT 1 FROM event WHERE id = NEW.body ->> 'id' OR seq = NEW.seq)
BEGIN SELECT raise(IGNORE); END;

CREATE INDEX origin_of_source ON origin (source);

-- Derived: how often each article's decisions name a party as a speaker.
CREATE TABLE use (
	article TEXT NOT NULL,
	party   TEXT NOT NULL,
	name    TEXT NOT NULL,     -- of the latest use
	kind    TEXT NOT NULL,     -- PER, ORG, GPE, ROLE
	times   INTEGER NOT NULL,
	latest  TEXT NOT NULL,     -- RFC 3339 in UTC
	PRIMARY KEY (article, party)
) WITHOUT ROWID;
-- Derived: up to which event the uses of an article are.
CREATE TABLE counted (
	article TEXT PRIMARY KEY,
	seq     INTEGER NOT NULL
) WITHOUT ROWID;
`), {file: sealAll}, statements(`
-- JSON: what the document says about itself, as articles.go writes it; a member
-- that is missing was not said.
ALTER TABLE origin ADD COLUMN facts TEXT NOT NULL DEFAULT '{}';
`), statements(`
-- The pages that were fetched, as they came. The latest of an address has the highest seq.
CREATE TABLE page (
	seq      INTEGER PRIMARY KEY AUTOINCREMENT,
	article  TEXT NOT NULL REFERENCES article,  -- that was made of it
	address  TEXT NOT NULL,  -- that was asked for
	found    TEXT NOT NULL,  -- after all redirects
	fetched  TEXT NOT NULL,  -- RFC 3339 in UTC
	type     TEXT NOT NULL,  -- media type, '' where none was said
	charset  TEXT NOT NULL,  -- as the server said, or ''
	etag     TEXT NOT NULL,  -- by what the server tells whether it changed
	modified TEXT NOT NULL,
	hash     TEXT NOT NULL,  -- hexadecimal SHA-256 of the bytes
	data     BLOB NOT NULL,  -- the bytes, compressed by gzip
	UNIQUE (address, hash)
);

-- The feeds that the reader follows, and which articles are entries of theirs.
CREATE TABLE feed (
	address  TEXT PRIMARY KEY,
	title    TEXT NOT NULL,
	updated  TEXT NOT NULL,  -- RFC 3339 in UTC
	etag     TEXT NOT NULL,
	modified TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE entry (
	feed   TEXT NOT NULL REFERENCES feed ON DELETE CASCADE,
	source TEXT NOT NULL,  -- of the article
	PRIMARY KEY (feed, source)
) WITHOUT ROWID;
`).shared(firstShared), migration{file: makeLists}.shared(sharedLists)}

// prepare brings a file that was just opened up to date. What is not a library
// stays as it is.
func (e *sqliteEngine) prepare(migrations []migration) error {
	if !e.file.Mode().IsRegular() {
		return e.corrupt("it is not a file")
	}
	if size := e.file.Size(); 0 < size && size < smallestPage {
		return e.corrupt(fmt.Sprintf("it is only %d bytes long", size))
	}
	if err := e.update(migrations); err != nil {
		return err
	}
	return e.leaveWAL()
}

// update takes the missing migrations in one transaction, so that of several
// processes one does it, and finds out whether the library can be written.
func (e *sqliteEngine) update(migrations []migration) error {
	tx, err := e.db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback() // does nothing after Commit
	version, err := e.version(tx, len(migrations))
	if err != nil {
		return err
	}
	_, err = tx.Exec(fmt.Sprintf("PRAGMA user_version = %d", version)) // changes nothing, but is a write
	e.readOnly = is(err, sqlite3.SQLITE_READONLY)
	switch {
	case version == len(migrations) && (err == nil || e.readOnly || is(err, sqlite3.SQLITE_FULL)): // what is there can be read
		return nil
	case err != nil:
		return err
	}
	if err := e.migrate(tx, version, migrations); err != nil {
		return err
	}
	return tx.Commit()
}

// leaveWAL ends the write-ahead log of a library of an earlier rawi. That log and
// its index are found by the name of the file: when another file is put in its
// place, they are applied to that and destroy it. A rollback journal is there only
// while a transaction is written. While an earlier rawi has the library open, the
// log stays.
func (e *sqliteEngine) leaveWAL() error {
	if e.readOnly {
		return nil
	}
	_, err := e.db.Exec("PRAGMA journal_mode = DELETE")
	if is(err, sqlite3.SQLITE_BUSY) || is(err, sqlite3.SQLITE_FULL) {
		return nil
	}
	return err
}

// version is the schema's version in the file; 0 for a new file. newest is the
// version that this program knows.
func (e *sqliteEngine) version(from interface{ QueryRow(string, ...any) *sql.Row }, newest int) (version int, err error) {
	var id, tables int
	err = from.QueryRow(`SELECT user_version, application_id, (SELECT count(*) FROM sqlite_schema)
		FROM pragma_user_version, pragma_application_id`).Scan(&version, &id, &tables)
	switch {
	case err != nil:
		return 0, err
	case id != applicationID && (version != 0 || tables != 0):
		return 0, e.corrupt("another program wrote it")
	case version > newest:
		return 0, fmt.Errorf("the library %s %w (version %d, this rawi knows %d); use that rawi", e.path, ErrNewer, version, newest)
	}
	return version, nil
}

// migrate takes the migrations that are missing, after a copy was made.
func (e *sqliteEngine) migrate(tx *sql.Tx, version int, migrations []migration) error {
	if version > 0 {
		// What a damaged file has lost would be lost without a trace.
		if faults, err := fileFaults(tx); err != nil || len(faults) > 0 {
			return cmp.Or(err, e.corrupt(faults[0]+andMore(len(faults)-1)))
		}
		if err := e.backUp(fmt.Sprintf("%s.v%d.bak", e.path, version)); err != nil {
			return err
		}
	}
	for _, migration := range migrations[version:] {
		if err := migration.file(tx); err != nil {
			return err
		}
	}
	_, err := tx.Exec(fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, len(migrations)))
	return err
}

// backUp copies the library as it was before the open transaction, through a
// connection of its own. The copy gets its name when it is whole.
func (e *sqliteEngine) backUp(path string) error {
	part := path + ".part"
	if err := os.Remove(part); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return explain(part, err)
	}
	if err := create(part); err != nil {
		return explain(part, err)
	}
	defer func() { _ = os.Remove(part) }() // unless it became the copy
	db, err := openDB(e.path, "ro")
	if err != nil {
		return err
	}
	defer db.Close()
	if _, err := db.Exec("VACUUM INTO ?", part); err != nil {
		return explain(part, err)
	}
	return explain(path, os.Rename(part, path))
}
