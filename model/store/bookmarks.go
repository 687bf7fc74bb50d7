package store

import (
	"database/sql"
	"unicode"
	"unicode/utf8"
)

// Bookmark is a place that a reader gave a letter. A small letter is one in each article,
// a capital one in the whole library.
type Bookmark struct {
	Letter  string
	Article string // its ID
	Title   string
	Offset  int // in its text
}

// SetBookmark gives a place in a kept article a letter, in the place of the one that had it.
func (l *Library) SetBookmark(articleID, letter string, offset int) error {
	return l.change(func(tx *sql.Tx) error {
		if first, _ := utf8.DecodeRuneInString(letter); unicode.IsUpper(first) {
			if _, err := tx.Exec("DELETE FROM bookmark WHERE letter = ?"+l.spellings().own, letter); err != nil {
				return err
			}
		}
		if _, err := tx.Exec("DELETE FROM bookmark WHERE letter = ? AND article = ?"+l.spellings().own, letter, articleID); err != nil {
			return err
		}
		_, err := tx.Exec("INSERT INTO bookmark (letter, article, byte) VALUES (?, ?, ?)", letter, articleID, offset)
		return l.checkKept(articleID, err)
	})
}

// RemoveBookmark takes a letter from a place again.
func (l *Library) RemoveBookmark(articleID, letter string) error {
	return l.change(func(tx *sql.Tx) error {
		_, err := tx.Exec("DELETE FROM bookmark WHERE letter = ? AND article = ?"+l.spellings().own, letter, articleID)
		return err
	})
}

// Bookmarks is all bookmarks, by letter; those in one article before those in others.
func (l *Library) Bookmarks(articleID string) (marks []Bookmark, err error) {
	err = l.view(func(p *prepared) error {
		marks = nil
		return p.rows(`SELECT letter, card.article, title, byte FROM bookmark JOIN card ON card.article = bookmark.article WHERE true`+l.spellings().own+`
			ORDER BY card.article <> ?, letter, card.seq DESC`, []any{articleID}, func(rows *sql.Rows) error {
			var b Bookmark
			err := rows.Scan(&b.Letter, &b.Article, &b.Title, &b.Offset)
			marks = append(marks, b)
			return err
		})
	})
	return marks, err
}
