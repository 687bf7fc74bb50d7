package store

import (
	"database/sql"
	"fmt"

	"rawi/model"
)

// sealAll is the migration after which each decision carries its digest and each
// article has a tally. Parties are counted as decisions come in.
func sealAll(tx *sql.Tx) error {
	if _, err := tx.Exec(`
CREATE TABLE sealed (
	seq     INTEGER PRIMARY KEY,
	id      TEXT NOT NULL UNIQUE,
	article TEXT NOT NULL,  -- '': the whole library
	author  TEXT NOT NULL,
	body    TEXT NOT NULL   -- JSON, as model.Annotation writes it
);
-- How many decisions there are on each article, and the sum of their digests.
CREATE TABLE tally (
	article TEXT PRIMARY KEY,  -- '': the whole library
	body    TEXT NOT NULL      -- JSON: {"article":id,"count":number,"sum":hexadecimal,"digest":of these}
) WITHOUT ROWID;

-- Derived: the articles whose decisions have grown since their uses were counted.
CREATE TABLE stale (article TEXT PRIMARY KEY) WITHOUT ROWID;
-- Derived: the uses in all articles, by party and name.
CREATE TABLE naming (
	party  TEXT NOT NULL,
	name   TEXT NOT NULL,
	kind   TEXT NOT NULL,     -- of the latest use
	times  INTEGER NOT NULL,
	latest TEXT NOT NULL,     -- RFC 3339 in UTC
	PRIMARY KEY (party, name)
) WITHOUT ROWID;
DROP TABLE counted;
DELETE FROM use;
CREATE INDEX use_of_party ON use (party, name);`); err != nil {
		return err
	}
	if err := sealRows(tx); err != nil {
		return err
	}
	_, err := tx.Exec(`
DROP TABLE event;
ALTER TABLE sealed RENAME TO event;
CREATE INDEX event_of_article ON event (article, author);
CREATE TRIGGER event_stays BEFORE DELETE ON event
BEGIN SELECT raise(ABORT, 'decisions are never removed'); END;
CREATE TRIGGER event_keeps BEFORE UPDATE ON event
BEGIN SELECT raise(ABORT, 'decisions are never changed'); END;
-- INSERT OR REPLACE would remove a row without firing the trigger above.
CREATE TRIGGER event_first BEFORE INSERT ON event
WHEN EXISTS (SELECT 1 FROM event WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM event WHERE seq = NEW.seq)
BEGIN SELECT raise(IGNORE); END;
INSERT INTO stale SELECT DISTINCT article FROM event WHERE article <> '';`)
	return err
}

// sealRows copies the decisions of before, with their digests, and counts them.
func sealRows(tx *sql.Tx) error {
	p, counted := prepare(tx), make(tallies)
	err := p.rows("SELECT seq, id, article, coalesce(body ->> 'author', ''), body FROM event ORDER BY seq", nil, func(rows *sql.Rows) error {
		var seq int64
		var id, article, author, body string
		if err := rows.Scan(&seq, &id, &article, &author, &body); err != nil {
			return err
		}
		sealed, d, err := model.Seal([]byte(body))
		if err != nil {
			return fmt.Errorf("the decision %s cannot be read: %w", id, err)
		}
		counted.add(article, d)
		_, err = p.exec("INSERT INTO sealed VALUES (?, ?, ?, ?, ?)", seq, id, article, author, string(sealed))
		return err
	})
	if err != nil {
		return err
	}
	return keepTallies(p, counted)
}
