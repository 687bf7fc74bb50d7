package store

import (
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"rawi/model"
)

// People is the parties that readers named in any article, most used first, without
// revoked decisions: see [model.People]. Counts are stored, so it takes no longer in
// a library of many articles; what was decided since the last call is counted first.
func (l *Library) People() ([]model.Party, error) {
	if err := l.countStale(); errors.Is(err, ErrCorrupt) {
		return nil, err // else, what cannot be written now is counted the next time
	}
	var uses []model.Use
	var wide []model.Annotation
	err := l.view(func(p *prepared) (err error) {
		if uses, err = l.keptUses(p, allNamings); err != nil {
			return err
		}
		wide, err = l.decisionsOn(p, "")
		return err
	})
	return model.People(uses, wide), err
}

// countStale counts the articles whose decisions have grown. In a library that
// can only be read they are left as they were counted last.
func (l *Library) countStale() error {
	var stale bool
	if err := l.db.QueryRow("SELECT EXISTS (SELECT 1 FROM stale)").Scan(&stale); err != nil || !stale || !l.writable() {
		return l.explain(err)
	}
	return l.change(func(tx *sql.Tx) error {
		p, names := prepare(tx), make(namings)
		articles, err := column[string](p, "SELECT article FROM stale ORDER BY article")
		if err != nil {
			return err
		}
		for _, article := range articles {
			as, err := l.decisionsOn(p, article)
			if err != nil {
				return err
			}
			if err := keepUses(p, article, model.Uses(as), names); err != nil {
				return err
			}
		}
		if _, err := tx.Exec("DELETE FROM stale"); err != nil {
			return err
		}
		return names.keep(p)
	})
}

// decisionsOn is the decisions on one article, in any order.
func (l *Library) decisionsOn(p *prepared, article string) (as []model.Annotation, err error) {
	err = each(p, "WHERE article = ?", func(e event) error {
		if e.fault != "" {
			return l.corrupt("%s", e.fault)
		}
		as = append(as, e.Annotation)
		return nil
	}, article)
	return as, err
}

// naming is a name that decisions give a party.
type naming struct{ party, name string }

// namings is those whose uses have changed.
type namings map[naming]bool

// keep recounts them from the uses in all articles.
func (ns namings) keep(p *prepared) error {
	for n := range ns {
		if _, err := p.exec("DELETE FROM naming WHERE party = ? AND name = ?", n.party, n.name); err != nil {
			return err
		}
		if _, err := p.exec("INSERT INTO naming (party, name, kind, times, latest) "+summed+" WHERE party = ? AND name = ? GROUP BY party, name",
			n.party, n.name); err != nil {
			return err
		}
	}
	return nil
}

// allNamings is a query for the sums, summed one for what they should be. The kind
// is that of the latest use.
const allNamings = "SELECT '', party, name, kind, times, latest FROM naming"

var summed = fmt.Sprintf("SELECT party, name, substr(max(latest || kind), %d), sum(times), max(latest) FROM use", len(instant)+1)

// instant is RFC 3339 in UTC with a fixed length, so that texts compare as times.
const instant = "2006-01-02T15:04:05.000000000Z"

// keepUses puts the uses in an article into the place of earlier ones.
func keepUses(p *prepared, article string, uses []model.Use, names namings) error {
	err := p.rows("DELETE FROM use WHERE article = ? RETURNING party, name", []any{article}, func(rows *sql.Rows) error {
		var n naming
		err := rows.Scan(&n.party, &n.name)
		names[n] = true
		return err
	})
	if err != nil {
		return err
	}
	return addUses(p, article, uses, names)
}

// usesAtOnce is how many rows one statement inserts: that is twice as fast.
const usesAtOnce = 32

// addUses adds the uses in an article that has none yet.
func addUses(p *prepared, article string, uses []model.Use, names namings) error {
	for some := range slices.Chunk(uses, usesAtOnce) {
		var values []any
		for _, u := range some {
			names[naming{string(u.Party), u.Name}] = true
			values = append(values, article, string(u.Party), u.Name, u.Kind.String(), u.Times, u.Latest.UTC().Format(instant))
		}
		rows := strings.Repeat(", (?, ?, ?, ?, ?, ?)", len(some))
		if _, err := p.exec("INSERT INTO use (article, party, name, kind, times, latest) VALUES"+rows[1:]+` ON CONFLICT (article, party)
			DO UPDATE SET name = excluded.name, kind = excluded.kind, times = excluded.times, latest = excluded.latest`, values...); err != nil {
			return err
		}
	}
	return nil
}

// keptUses is the uses that a query gives.
func (l *Library) keptUses(p *prepared, query string, args ...any) (uses []model.Use, err error) {
	err = p.rows(query, args, func(rows *sql.Rows) error {
		var u model.Use
		var kind, latest string
		if err := rows.Scan(&u.Article, &u.Party, &u.Name, &kind, &u.Times, &latest); err != nil {
			return err
		}
		var known bool
		u.Kind, known = model.ParsePartyKind(kind)
		if u.Latest, err = time.Parse(time.RFC3339Nano, latest); err != nil || !known {
			return l.derivedWrong(fmt.Sprintf("a party of the kind %q, used last at %q", kind, latest))
		}
		uses = append(uses, u)
		return nil
	})
	return uses, err
}

func (l *Library) derivedWrong(what string) error {
	return fmt.Errorf("the library %s %w; run «rawi check --rebuild» (%s)", l.name(), ErrCorrupt, what)
}
