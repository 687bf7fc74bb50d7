package store

import (
	"database/sql"
	"errors"
	"fmt"
	"reflect"

	"rawi/model"
)

// Report is what a check found.
type Report struct {
	Articles, Decisions int
	Faults              []string // one sentence each; empty if all is well
}

func (r *Report) fault(format string, args ...any) {
	r.Faults = append(r.Faults, fmt.Sprintf(format, args...))
}

// Check looks at everything in the library: that the file is sound, that each
// article is the text that it was, that each decision can be read and stands
// on the words that it names, and that all that was derived is what the
// decisions give. An error is that the check could not be made.
func (l *Library) Check() (Report, error) {
	var r Report
	for _, check := range []func(*Report) error{l.checkFile, l.checkArticles, l.checkDecisions, l.checkDerived} {
		err := check(&r)
		if errors.Is(err, ErrCorrupt) {
			r.fault("%v", err)
		} else if err != nil {
			return r, err
		}
	}
	return r, nil
}

// Rebuild derives everything anew from the decisions.
func (l *Library) Rebuild() error {
	if _, err := l.db.Exec("REINDEX"); err != nil {
		return l.explain(err)
	}
	counts, err := l.recount(every)
	if err != nil {
		return err
	}
	return l.change(func(tx *sql.Tx) error {
		if _, err := tx.Exec("DELETE FROM use; DELETE FROM counted"); err != nil {
			return err
		}
		return keepCounts(tx, counts)
	})
}

// checkFile asks SQLite for what it knows to be wrong.
func (l *Library) checkFile(r *Report) error {
	for _, pragma := range []string{"integrity_check", "foreign_key_check"} {
		rows, err := l.db.Query("SELECT * FROM pragma_" + pragma)
		if err != nil {
			return l.explain(err)
		}
		defer rows.Close()
		for rows.Next() {
			var verdict string
			columns := []any{&verdict, new(any), new(any), new(any)}
			if pragma == "integrity_check" {
				columns = columns[:1]
			}
			if err := rows.Scan(columns...); err != nil {
				return l.explain(err)
			}
			if verdict != "ok" {
				r.fault("the file is damaged: %s: %s", pragma, verdict)
			}
		}
		if err := rows.Err(); err != nil {
			return l.explain(err)
		}
	}
	return nil
}

// checkArticles reads each article, which compares it with its hash.
func (l *Library) checkArticles(r *Report) error {
	ids, err := l.articleIDs()
	for _, id := range ids {
		if _, err := l.Article(id); err != nil {
			r.fault("%v", err)
		}
	}
	r.Articles = len(ids)
	return err
}

// articleIDs is the articles that the library holds.
func (l *Library) articleIDs() (ids []string, err error) {
	rows, err := l.db.Query("SELECT id FROM article ORDER BY id")
	if err != nil {
		return nil, l.explain(err)
	}
	defer rows.Close()
	for rows.Next() {
		var id string
		if err := rows.Scan(&id); err != nil {
			return nil, l.explain(err)
		}
		ids = append(ids, id)
	}
	return ids, l.explain(rows.Err())
}

// checkDecisions reads each decision and compares its words with its article's,
// where the library holds that.
func (l *Library) checkDecisions(r *Report) error {
	articles, err := l.articles(every)
	if err != nil {
		return err
	}
	articles = append(articles, tally{}) // the whole library
	for _, c := range articles {
		as, err := l.events("WHERE article = ? ORDER BY seq", c.article)
		if err != nil {
			r.fault("%v", err)
			continue
		}
		r.Decisions += len(as)
		article, err := l.Article(c.article)
		if err != nil {
			continue // not held, or a fault already
		}
		for _, a := range as {
			if a.Deed == model.Confirm {
				a.Anchor = model.Anchor{} // is of another text
			}
			if !a.Anchor.Holds(article.Text) || !a.To.Holds(article.Text) {
				r.fault("the decision %s names words that do not stand at its place in the article %s", a.ID, c.article)
			}
		}
	}
	return nil
}

// checkDerived compares what was derived with what the decisions give now.
func (l *Library) checkDerived(r *Report) error {
	fresh, err := l.recount("SELECT article, seq FROM counted ORDER BY article")
	if err != nil {
		return err
	}
	var want []model.Use
	for _, c := range fresh {
		want = append(want, c.uses...)
	}
	got, err := l.keptUses()
	if err != nil {
		return err
	}
	if len(got) != len(want) || len(got) > 0 && !reflect.DeepEqual(got, want) {
		r.fault("what was derived on parties is not what the decisions give; run rawi check --rebuild")
	}
	return nil
}
