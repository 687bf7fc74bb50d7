package store

import (
	"database/sql"
	"errors"

	sqlite3 "modernc.org/sqlite/lib"
)

// SetPlace remembers where reading stopped in a kept article, as a byte offset
// into its text, and that this article was read last.
func (l *Library) SetPlace(articleID string, offset int) error {
	return l.change(func(tx *sql.Tx) error { return l.setPlace(tx, articleID, offset) })
}

// setPlace replaces the article's row by one that is the last of the table: rows stand in
// the order of their turns, so that the last turn is found without an index.
func (l *Library) setPlace(tx *sql.Tx, articleID string, offset int) error {
	_, err := tx.Exec(`INSERT OR REPLACE INTO place (article, byte, turn)
		VALUES (?, ?, coalesce((SELECT turn FROM place ORDER BY rowid DESC LIMIT 1), 0) + 1)`, articleID, offset)
	if is(err, sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY) {
		return l.unknown(articleID)
	}
	return err
}

// Place is where reading stopped in an article, 0 when it was never set.
func (l *Library) Place(articleID string) (offset int, err error) {
	return queryValue[int](l, "SELECT byte FROM place WHERE article = ?", articleID)
}

// Last is the article whose place was set last, "" when there is none.
func (l *Library) Last() (articleID string, err error) {
	return queryValue[string](l, "SELECT article FROM place ORDER BY rowid DESC LIMIT 1")
}

// queryValue is the one value that a query gives, zero for no row.
func queryValue[T any](l *Library, query string, args ...any) (value T, err error) {
	err = l.db.QueryRow(query, args...).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		return value, nil
	}
	return value, l.explain(err)
}
