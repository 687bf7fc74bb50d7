package store

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"rawi/model"
)

// Append adds decisions, all or none; they are on the disk when it returns
// without an error. Their articles must be kept. A decision that the library
// already holds is left out, so that an Append whose outcome is unknown can be
// repeated.
func (l *Library) Append(as ...model.Annotation) error {
	if len(as) == 0 {
		return nil
	}
	return l.change(func(tx *sql.Tx) error {
		for _, a := range as {
			if err := l.checkArticle(tx, a); err != nil {
				return err
			}
			if _, err := l.insert(tx, a); err != nil {
				return err
			}
		}
		return nil
	})
}

// Import is Append for decisions that were made elsewhere, also on articles
// that the library does not hold (yet). added is how many were new.
func (l *Library) Import(as []model.Annotation) (added int, err error) {
	err = l.change(func(tx *sql.Tx) error {
		for _, a := range as {
			isNew, err := l.insert(tx, a)
			if err != nil {
				return err
			}
			if isNew {
				added++
			}
		}
		return nil
	})
	if err != nil {
		added = 0
	}
	return added, err
}

// checkArticle looks whether a decision's article is kept.
func (l *Library) checkArticle(tx *sql.Tx, a model.Annotation) error {
	if a.Article == "" && a.Deed.OfArticle() {
		return fmt.Errorf("the decision %q belongs to no article and cannot be kept", a.ID)
	}
	var n int
	err := tx.QueryRow("SELECT count(*) FROM article WHERE id = ?", a.Article).Scan(&n)
	if err == nil && n == 0 && a.Article != "" {
		return l.unknown(a.Article)
	}
	return err
}

func (l *Library) insert(tx *sql.Tx, a model.Annotation) (isNew bool, err error) {
	if a.ID == "" {
		return false, errors.New("a decision without ID cannot be kept")
	}
	body, err := a.MarshalJSON()
	if err != nil {
		return false, err
	}
	result, err := tx.Exec("INSERT INTO event (body) VALUES (?)", string(body))
	if err != nil {
		return false, err
	}
	if n, err := result.RowsAffected(); n > 0 || err != nil {
		return true, err
	}
	return false, l.checkSame(tx, a)
}

// checkSame looks whether the library holds exactly this decision.
func (l *Library) checkSame(tx *sql.Tx, a model.Annotation) error {
	var body string
	if err := tx.QueryRow("SELECT body FROM event WHERE id = ?", a.ID).Scan(&body); err != nil {
		return err
	}
	held, err := l.decode(a.ID, body)
	if err != nil {
		return err
	}
	a.Time = a.Time.UTC().Round(0) // as it is stored
	if held != a {
		return fmt.Errorf("the library %s already holds another decision with the ID %s; give every decision its own", l.path, a.ID)
	}
	return nil
}

// related is the articles whose decisions bear on the one that is the
// parameter: itself, the whole library (""), and other texts of one source.
const related = `SELECT ?1 UNION SELECT '' UNION
	SELECT other.article FROM origin JOIN origin AS other USING (source) WHERE origin.article = ?1 AND source <> ''`

// Decisions is every decision that bears on an article, in the order in which
// they were appended by whatever process: those on its text, those on other
// texts that were read from the same source, and those that hold in the whole
// library. Times are in UTC.
func (l *Library) Decisions(articleID string) ([]model.Annotation, error) {
	return l.events("WHERE article IN ("+related+") ORDER BY seq", articleID)
}

// Events is every decision that the library holds, in the order of appending.
func (l *Library) Events() ([]model.Annotation, error) {
	return l.events("ORDER BY seq")
}

// events is the decisions that the rest of a query selects.
func (l *Library) events(rest string, args ...any) ([]model.Annotation, error) {
	rows, err := l.db.Query("SELECT id, body FROM event "+rest, args...)
	if err != nil {
		return nil, l.explain(err)
	}
	defer rows.Close()
	var as []model.Annotation
	for rows.Next() {
		var id, body string
		if err := rows.Scan(&id, &body); err != nil {
			return nil, l.explain(err)
		}
		a, err := l.decode(id, body)
		if err != nil {
			return nil, err
		}
		as = append(as, a)
	}
	return as, l.explain(rows.Err())
}

// decode reads a decision, which must be the one of that ID.
func (l *Library) decode(id, body string) (a model.Annotation, err error) {
	if err := json.Unmarshal([]byte(body), &a); err != nil {
		return a, l.corrupt("the decision %s cannot be read: %v", id, err)
	}
	if a.ID != id {
		return a, l.corrupt("the decision %s is kept as %s", a.ID, id)
	}
	return a, nil
}
