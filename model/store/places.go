package store

import (
	"database/sql"
	"errors"
	"time"
)

// SetPlace remembers where reading stopped in a kept article: at which byte of its text
// the screen begins, and up to which it has been on the screen, if that is further than
// ever; and that this article was read last.
func (l *Library) SetPlace(articleID string, offset, seen int) error {
	return l.change(func(tx *sql.Tx) error { return l.setPlace(tx, articleID, offset, seen) })
}

// setPlace replaces the article's row by one that is the last of the table: rows stand in
// the order of their turns, so that the last turn is found without an index.
func (l *Library) setPlace(tx *sql.Tx, articleID string, offset, seen int) error {
	s := l.spellings()
	turn, err := valueIn[int](tx, "SELECT turn FROM place WHERE true"+s.own+" ORDER BY "+s.turns+" DESC LIMIT 1")
	if err != nil {
		return err
	}
	before, err := valueIn[int](tx, seenQuery+s.own, articleID)
	if err != nil {
		return err
	}
	if _, err := tx.Exec("DELETE FROM place WHERE article = ?"+s.own, articleID); err != nil {
		return err
	}
	_, err = tx.Exec("INSERT INTO place (article, byte, seen, time, turn) VALUES (?, ?, ?, ?, ?)",
		articleID, offset, max(seen, before), formatTime(time.Now()), turn+1)
	return l.checkKept(articleID, err)
}

// checkKept is err, or that the article of which something was written is not kept.
func (l *Library) checkKept(articleID string, err error) error {
	if l.breaksReference(err) {
		return l.unknown(articleID)
	}
	return err
}

// Place is where reading stopped in an article, 0 when it was never set.
func (l *Library) Place(articleID string) (offset int, err error) {
	return queryValue[int](l, "SELECT byte FROM place WHERE article = ?"+l.spellings().own, articleID)
}

const seenQuery = "SELECT seen FROM place WHERE article = ?"

// seen is up to which byte an article was on the screen.
func (l *Library) seen(articleID string) (offset int, err error) {
	return queryValue[int](l, seenQuery+l.spellings().own, articleID)
}

// Last is the article whose place was set last and that was not removed from the shelf, ""
// when there is none.
func (l *Library) Last() (articleID string, err error) {
	own, turns := l.spellings().own, l.spellings().turns
	return queryValue[string](l, "SELECT article FROM place WHERE article NOT IN (SELECT article FROM shelved WHERE removed = 1"+own+")"+own+
		" ORDER BY "+turns+" DESC LIMIT 1")
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
