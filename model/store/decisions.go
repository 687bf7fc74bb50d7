package store

import (
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	sqlite3 "modernc.org/sqlite/lib"

	"rawi/model"
)

// columns are those of the decision table that make an annotation, in the
// order in which values and scan give them.
const columns = "id, time, author, deed, start_byte, end_byte, exact, before, after, speaker, name, speaker_kind, kind, target"

// Append adds decisions on a kept article, all or none; they are on the disk
// when it returns without an error. A decision that the library already holds
// is left out, so that an Append whose outcome is unknown can be repeated.
func (l *Library) Append(articleID string, as ...model.Annotation) error {
	if len(as) == 0 {
		return nil
	}
	return l.change(func(tx *sql.Tx) error {
		for _, a := range as {
			if err := l.insert(tx, articleID, a); err != nil {
				return err
			}
		}
		return nil
	})
}

func (l *Library) insert(tx *sql.Tx, articleID string, a model.Annotation) error {
	if a.ID == "" {
		return errors.New("a decision without ID cannot be kept")
	}
	if a.Deed > model.Revoke {
		return fmt.Errorf("the library %s cannot keep a decision of the kind %s yet", l.path, a.Deed)
	}
	row := values(a)
	result, err := tx.Exec("INSERT INTO decision (article, "+columns+") VALUES (?"+strings.Repeat(", ?", len(row))+")",
		append([]any{articleID}, row...)...)
	if is(err, sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY) {
		return l.unknown(articleID)
	}
	if err != nil {
		return err
	}
	if n, err := result.RowsAffected(); n > 0 || err != nil {
		return err
	}
	return l.checkSame(tx, articleID, a)
}

// checkSame looks whether the library holds exactly this decision.
func (l *Library) checkSame(tx *sql.Tx, articleID string, a model.Annotation) error {
	var article string
	held, err := l.scan(tx.QueryRow("SELECT article, "+columns+" FROM decision WHERE id = ?", a.ID), &article)
	if err != nil {
		return err
	}
	a.Time = a.Time.UTC().Round(0) // as it is stored
	if article != articleID || held != a {
		return fmt.Errorf("the library %s already holds another decision with the ID %s; give every decision its own", l.path, a.ID)
	}
	return nil
}

// Decisions is every decision on an article in the order in which they were
// appended, by whatever process. Times are in UTC.
func (l *Library) Decisions(articleID string) ([]model.Annotation, error) {
	var as []model.Annotation
	err := l.each(func(_ string, a model.Annotation) { as = append(as, a) },
		"SELECT article, "+columns+" FROM decision WHERE article = ? ORDER BY seq", articleID)
	return as, err
}

// each calls do for every decision that a query for the article and columns
// gives. do must not use the library.
func (l *Library) each(do func(article string, a model.Annotation), query string, args ...any) error {
	rows, err := l.db.Query(query, args...)
	if err != nil {
		return l.explain(err)
	}
	defer rows.Close()
	for rows.Next() {
		var article string
		a, err := l.scan(rows, &article)
		if err != nil {
			return l.explain(err)
		}
		do(article, a)
	}
	return l.explain(rows.Err())
}

// values are an annotation's columns.
func values(a model.Annotation) []any {
	return []any{a.ID, formatTime(a.Time), a.Author, a.Deed.String(), a.Anchor.Start, a.Anchor.End, a.Anchor.Exact,
		a.Anchor.Before, a.Anchor.After, string(a.Party), a.Name, a.PartyKind.String(), a.Kind.String(), a.Target}
}

// scan is the inverse of values; the row begins with the article.
func (l *Library) scan(row interface{ Scan(...any) error }, article *string) (a model.Annotation, err error) {
	var at, deed, partyKind, kind string
	if err := row.Scan(article, &a.ID, &at, &a.Author, &deed, &a.Anchor.Start, &a.Anchor.End, &a.Anchor.Exact,
		&a.Anchor.Before, &a.Anchor.After, &a.Party, &a.Name, &partyKind, &kind, &a.Target); err != nil {
		return a, err
	}
	var deedOK, partyOK, kindOK bool
	a.Deed, deedOK = model.ParseDeed(deed)
	a.PartyKind, partyOK = model.ParsePartyKind(partyKind)
	a.Kind, kindOK = model.ParseQuoteKind(kind)
	a.Time, err = time.Parse(time.RFC3339Nano, at)
	if !deedOK || !partyOK || !kindOK || err != nil {
		return a, l.corrupt("the decision %s has an unknown word in time %q, deed %q or kind %q, %q", a.ID, at, deed, partyKind, kind)
	}
	return a, nil
}
