package store

import (
	"database/sql"
	"time"

	"rawi/model"
)

// Feed is a feed that the reader follows.
type Feed struct {
	Address  string
	Title    string
	Updated  time.Time // when its entries were fetched last
	ETag     string    // by what the server tells whether it changed
	Modified string
	Entries  int // articles of the library that are entries of it
}

// Add stores articles that were not opened yet, and returns how many of their texts are
// new.
func (l *Library) Add(articles ...*model.Article) (added int, err error) {
	err = l.change(func(tx *sql.Tx) error {
		added = 0
		for i := len(articles) - 1; i >= 0; i-- { // so that lists of what is newest have the first one first
			a := articles[i]
			known, err := hasRow(tx, "SELECT 1 FROM origin WHERE article = ? AND source = ?", a.ID, a.Source)
			if err != nil {
				return err
			}
			if err := keepArticle(tx, a); err != nil {
				return err
			}
			if !known {
				added++
			}
		}
		return nil
	})
	return added, err
}

// AddEntries stores the entries of a feed whose source the library does not know yet, and
// returns how many they are. An entry that is known stays as it is: what was fetched in
// full does not become a summary again.
func (l *Library) AddEntries(entries ...*model.Article) (added int, err error) {
	err = l.change(func(tx *sql.Tx) (err error) {
		added, err = addEntries(tx, entries)
		return err
	})
	return added, err
}

func addEntries(tx *sql.Tx, entries []*model.Article) (added int, err error) {
	for i := len(entries) - 1; i >= 0; i-- { // the newest, which is the first, last
		known, err := hasRow(tx, "SELECT 1 FROM origin WHERE source = ?", entries[i].Source)
		if err != nil {
			return added, err
		}
		if known {
			continue
		}
		if err := keepArticle(tx, entries[i]); err != nil {
			return added, err
		}
		added++
	}
	return added, nil
}

// Latest is the article that was read last from a source, "" if there is none.
func (l *Library) Latest(source string) (articleID string, err error) {
	return queryValue[string](l, "SELECT article FROM origin WHERE source = ? ORDER BY seq DESC LIMIT 1", source)
}

// KeepFeed stores a feed as it was fetched now, with its entries as [Library.AddEntries]
// does.
func (l *Library) KeepFeed(f Feed, entries ...*model.Article) (added int, err error) {
	err = l.change(func(tx *sql.Tx) error {
		_, err := tx.Exec(`INSERT INTO feed (address, title, updated, etag, modified) VALUES (?, ?, ?, ?, ?)
			ON CONFLICT (address) DO UPDATE SET title = excluded.title, updated = excluded.updated, etag = excluded.etag, modified = excluded.modified`,
			f.Address, f.Title, formatTime(f.Updated), f.ETag, f.Modified)
		if err != nil {
			return err
		}
		if added, err = addEntries(tx, entries); err != nil {
			return err
		}
		for _, a := range entries {
			if _, err := tx.Exec("INSERT INTO entry (feed, source) VALUES (?, ?) ON CONFLICT DO NOTHING", f.Address, a.Source); err != nil {
				return err
			}
		}
		return nil
	})
	return added, err
}

// Feeds is all feeds, by their addresses.
func (l *Library) Feeds() (feeds []Feed, err error) {
	err = l.view(func(p *prepared) error {
		feeds = nil
		return p.rows(`SELECT address, title, updated, etag, modified, (SELECT count(*) FROM entry WHERE feed = address)
			FROM feed ORDER BY address`, nil, func(rows *sql.Rows) error {
			var f Feed
			var updated string
			if err := rows.Scan(&f.Address, &f.Title, &updated, &f.ETag, &f.Modified, &f.Entries); err != nil {
				return err
			}
			f.Updated, err = time.Parse(time.RFC3339Nano, updated)
			if err != nil {
				return l.corrupt("the feed %s is not as it was kept", f.Address)
			}
			feeds = append(feeds, f)
			return nil
		})
	})
	return feeds, err
}

// RemoveFeed removes a feed; its articles stay. It reports whether there was one.
func (l *Library) RemoveFeed(address string) (removed bool, err error) {
	err = l.change(func(tx *sql.Tx) error {
		result, err := tx.Exec("DELETE FROM feed WHERE address = ?", address)
		if err != nil {
			return err
		}
		n, err := result.RowsAffected()
		removed = n > 0
		return err
	})
	return removed, err
}

// hasRow reports whether a query gives a row.
func hasRow(tx *sql.Tx, query string, args ...any) (bool, error) {
	rows, err := tx.Query(query, args...)
	if err != nil {
		return false, err
	}
	defer rows.Close()
	return rows.Next(), rows.Err()
}
