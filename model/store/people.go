package store

import (
	"database/sql"
	"fmt"
	"slices"
	"time"

	"rawi/model"
)

// People is the parties that readers named in any article and did not take
// back, most used first: see [model.People].
func (l *Library) People() ([]model.Party, error) {
	uses, err := l.uses()
	if err != nil {
		return nil, err
	}
	wide, err := l.events("WHERE article = '' ORDER BY seq")
	if err != nil {
		return nil, err
	}
	return model.People(uses, wide), nil
}

// uses is the uses of all articles. Those whose decisions have grown since they
// were counted are counted again.
func (l *Library) uses() ([]model.Use, error) {
	fresh, err := l.recount(stale)
	if err != nil {
		return nil, err
	}
	if len(fresh) > 0 && !l.readOnly {
		// Counts that cannot be kept are counted again the next time.
		_ = l.change(func(tx *sql.Tx) error { return keepCounts(tx, fresh) })
	}
	uses, err := l.keptUses()
	if err != nil {
		return nil, err
	}
	recounted := make(map[string]bool, len(fresh))
	for _, c := range fresh {
		recounted[c.article] = true
	}
	uses = slices.DeleteFunc(uses, func(u model.Use) bool { return recounted[u.Article] })
	for _, c := range fresh {
		uses = append(uses, c.uses...)
	}
	return uses, nil
}

// every is all articles with decisions on them, each with its last; stale is
// those that have grown since they were counted.
const (
	every = "SELECT article, max(event.seq) FROM event LEFT JOIN counted USING (article) WHERE article <> '' GROUP BY article"
	stale = every + " HAVING max(event.seq) > coalesce(counted.seq, 0)"
)

// tally is the uses of an article up to an event.
type tally struct {
	article string
	seq     int
	uses    []model.Use
}

// recount counts the articles that a query gives, each up to its last event.
func (l *Library) recount(query string) ([]tally, error) {
	counts, err := l.articles(query)
	if err != nil {
		return nil, err
	}
	for i := range counts {
		c := &counts[i]
		as, err := l.events("WHERE article = ? AND seq <= ? ORDER BY seq", c.article, c.seq)
		if err != nil {
			return nil, err
		}
		c.uses = model.Uses(as)
	}
	return counts, nil
}

func (l *Library) articles(query string) (counts []tally, err error) {
	rows, err := l.db.Query(query)
	if err != nil {
		return nil, l.explain(err)
	}
	defer rows.Close()
	for rows.Next() {
		var c tally
		if err := rows.Scan(&c.article, &c.seq); err != nil {
			return nil, l.explain(err)
		}
		counts = append(counts, c)
	}
	return counts, l.explain(rows.Err())
}

// keepCounts puts counts into the place of older ones.
func keepCounts(tx *sql.Tx, counts []tally) error {
	for _, c := range counts {
		result, err := tx.Exec(`INSERT INTO counted (article, seq) VALUES (?, ?)
			ON CONFLICT (article) DO UPDATE SET seq = excluded.seq WHERE excluded.seq > seq`, c.article, c.seq)
		if err != nil {
			return err
		}
		if n, err := result.RowsAffected(); n == 0 || err != nil {
			continue // another process has counted further
		}
		if _, err := tx.Exec("DELETE FROM use WHERE article = ?", c.article); err != nil {
			return err
		}
		for _, u := range c.uses {
			if _, err := tx.Exec("INSERT INTO use (article, party, name, kind, times, latest) VALUES (?, ?, ?, ?, ?, ?)",
				c.article, string(u.Party), u.Name, u.Kind.String(), u.Times, formatTime(u.Latest)); err != nil {
				return err
			}
		}
	}
	return nil
}

func (l *Library) keptUses() (uses []model.Use, err error) {
	rows, err := l.db.Query("SELECT article, party, name, kind, times, latest FROM use ORDER BY article, party")
	if err != nil {
		return nil, l.explain(err)
	}
	defer rows.Close()
	for rows.Next() {
		var u model.Use
		var kind, latest string
		if err := rows.Scan(&u.Article, &u.Party, &u.Name, &kind, &u.Times, &latest); err != nil {
			return nil, l.explain(err)
		}
		var known bool
		u.Kind, known = model.ParsePartyKind(kind)
		if u.Latest, err = time.Parse(time.RFC3339Nano, latest); err != nil || !known {
			return nil, l.derivedWrong(fmt.Sprintf("a party of the kind %q, used last at %q", kind, latest))
		}
		uses = append(uses, u)
	}
	return uses, l.explain(rows.Err())
}

func (l *Library) derivedWrong(what string) error {
	return fmt.Errorf("the library %s %w; run «rawi check --rebuild» (%s)", l.path, ErrCorrupt, what)
}
