package store

import (
	"database/sql"
	"errors"
)

// SetPlace remembers where reading stopped in a kept article, as a byte offset
// into its text, and that this article was read last.
func (l *Library) SetPlace(articleID string, offset int) error {
	return l.change(func(tx *sql.Tx) error { return l.setPlace(tx, articleID, offset) })
}

// setPlace replaces the article's row by one that is the last of the table: rows stand in
// the order of their turns, so that the last turn is found without an index.
func (l *Library) setPlace(tx *sql.Tx, articleID string, offset int) error {
	s := l.spellings()
	turn, err := valueIn[int](tx, "SELECT turn FROM place WHERE true"+s.own+" ORDER BY "+s.turns+" DESC LIMIT 1")
	if err != nil {
		return err
	}
	if _, err := tx.Exec("DELETE FROM place WHERE article = ?"+s.own, articleID); err != nil {
		return err
	}
	_, err = tx.Exec("INSERT INTO place (article, byte, turn) VALUES (?, ?, ?)", articleID, offset, turn+1)
	if l.breaksReference(err) {
		return l.unknown(articleID)
	}
	return err
}

// Place is where reading stopped in an article, 0 when it was never set.
func (l *Library) Place(articleID string) (offset int, err error) {
	return queryValue[int](l, "SELECT byte FROM place WHERE article = ?"+l.spellings().own, articleID)
}

// Last is the article whose place was set last, "" when there is none.
func (l *Library) Last() (articleID string, err error) {
	return queryValue[string](l, "SELECT article FROM place WHERE true"+l.spellings().own+" ORDER BY "+l.spellings().turns+" DESC LIMIT 1")
}

// queryValue is the one value that a query gives, zero for no row.
func queryValue[T any](l *Library, query string, args ...any) (value T, err error) {
	value, err = valueIn[T](l.db, query, args...)
	return value, l.explain(err)
}

// valueIn is queryValue in a transaction or outside.
func valueIn[T any](from interface{ QueryRow(string, ...any) *sql.Row }, query string, args ...any) (value T, err error) {
	err = from.QueryRow(query, args...).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		return value, nil
	}
	return value, err
}
