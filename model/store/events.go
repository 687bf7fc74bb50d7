package store

import (
	"database/sql"
	"errors"
	"fmt"
	"unicode/utf8"

	"rawi/model"
)

// related is the articles whose decisions concern the one that is the
// parameter: itself, the whole library (""), and other texts of one source.
const related = `SELECT ?1 UNION SELECT '' UNION
	SELECT other.article FROM origin JOIN origin AS other USING (source) WHERE origin.article = ?1 AND source <> ''`

// Decisions is every decision that concerns an article, in the order in which
// they were appended by whatever process: those on its text, those on other
// texts that were read from the same source, and those that hold in the whole
// library. Times are in UTC. If one cannot be read or is missing, the error is
// [ErrCorrupt].
func (l *Library) Decisions(articleID string) ([]model.Annotation, error) {
	return l.all("WHERE article IN ("+related+")", articleID)
}

// Events is every decision that the library holds, in the order of appending.
// Errors are as of [Library.Decisions].
func (l *Library) Events() ([]model.Annotation, error) { return l.all("") }

// CorpusFacts is what says which articles belong to which corpora, and whose they are to
// annotate: see [model.Corpora].
func (l *Library) CorpusFacts() (facts []model.Annotation, err error) {
	err = l.view(func(p *prepared) error {
		return each(p, `WHERE body LIKE '%"deed":"corpus-%' ORDER BY seq`, func(e event) error {
			if e.fault != "" {
				return l.corrupt("%s", e.fault)
			}
			if e.Deed.OfCorpus() {
				facts = append(facts, e.Annotation)
			}
			return nil
		})
	})
	return facts, err
}

// Contested is the IDs of the articles on which, or on other texts of whose source,
// several authors decided, sorted; "" among them for the whole library.
func (l *Library) Contested() (articles []string, err error) {
	err = l.view(func(p *prepared) (err error) {
		articles, err = column[string](p, `
			WITH decided AS (SELECT DISTINCT article, author FROM event),
				bearing AS (SELECT article, author FROM decided UNION
					SELECT other.article, author FROM decided JOIN origin USING (article) JOIN origin AS other USING (source) WHERE source <> '')
			SELECT article FROM bearing GROUP BY article HAVING count(*) > 1 ORDER BY article`)
		return err
	})
	return articles, err
}

// all is the decisions on the articles that a condition selects, none missing.
func (l *Library) all(where string, args ...any) (as []model.Annotation, err error) {
	err = l.eachWhole(where, func(e event) { as = append(as, e.Annotation) }, args...)
	if err != nil {
		return nil, err
	}
	return as, nil
}

// eachWhole does something with every decision on the articles that a condition selects, in the
// order of appending. The error is [ErrCorrupt] if one cannot be read or is missing.
func (l *Library) eachWhole(where string, do func(event), args ...any) error {
	return l.view(func(p *prepared) error {
		found := make(tallies)
		err := each(p, where+" ORDER BY seq", func(e event) error {
			if e.fault != "" {
				return l.corrupt("%s", e.fault)
			}
			do(e)
			found.add(e.Article, e.digest)
			return nil
		}, args...)
		if err != nil {
			return err
		}
		kept, faults, err := keptTallies(p, where, args...)
		if err != nil {
			return err
		}
		return l.anyOf(append(faults, missing(found, kept)...))
	})
}

// andMore says how many faults are not named in a sentence.
func andMore(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("; and %d more such faults", n)
}

// event is a stored decision.
type event struct {
	model.Annotation
	digest model.Digest
	fault  string // what is wrong with it, in a sentence; then the rest is not to be trusted
}

// each does something with every decision that the rest of a query selects.
func each(p *prepared, rest string, do func(event) error, args ...any) error {
	return p.rows("SELECT seq, id, article, author, body FROM event "+rest, args, func(rows *sql.Rows) error {
		var seq int64
		var id, article, author, body sql.RawBytes // whatever type a damaged row has
		if err := rows.Scan(&seq, &id, &article, &author, &body); err != nil {
			return err
		}
		return do(readEvent(seq, string(id), string(article), string(author), body))
	})
}

// readEvent reads a row, in which the columns must say what the body says.
func readEvent(seq int64, id, article, author string, body []byte) (e event) {
	var err error
	e.Annotation, e.digest, err = model.ParseAnnotation(body)
	switch {
	case err == nil && e.digest == model.Digest{}:
		err = errors.New("it has no digest")
	case err == nil && (e.ID != id || e.Article != article || e.Author != author):
		err = errors.New("it is kept under another name than its own")
	}
	if err != nil {
		e.fault = fmt.Sprintf("%s cannot be read: %v", decisionAt(seq, id, article), err)
	}
	return e
}

// decisionAt names a decision whose ID may be damaged too.
func decisionAt(seq int64, id, article string) string {
	if id != "" && utf8.ValidString(id) {
		return fmt.Sprintf("the decision %s (number %d, on %s)", id, seq, ofArticle(article))
	}
	return fmt.Sprintf("the decision number %d on %s", seq, ofArticle(article))
}
