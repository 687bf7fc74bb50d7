package store

import (
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"

	"rawi/model"
)

// Copied is what [Copy] brought into the second library.
type Copied struct {
	Articles  int // that it did not hold from the same source
	Decisions int // that it did not hold
}

// copyAtOnce is how many rows are copied in one transaction: others can write between two.
const copyAtOnce = 100

// Copy adds all that a library holds to another one: articles, decisions in their order, pages,
// feeds, places and what the reader did on the shelf. What is there already stays as it is, so that a copy that was cut off is done
// again. Afterwards the counts and sums of the decisions are compared: the error is [ErrCorrupt]
// unless every decision of the first is in the second, and nothing that was kept there is missing.
func Copy(from, to *Library) (c Copied, err error) {
	if from.Name() == to.Name() {
		return c, fmt.Errorf("the library %s cannot be copied into itself", from.Name())
	}
	if c.Articles, err = copyArticles(from, to); err != nil {
		return c, err
	}
	for _, t := range copiedTables {
		if err := t.copy(from, to); err != nil {
			return c, err
		}
	}
	if err := copyPlaces(from, to); err != nil {
		return c, err
	}
	all, err := from.Events()
	if err != nil {
		return c, err
	}
	for some := range slices.Chunk(all, copyAtOnce) {
		n, err := to.restore(some)
		if err != nil {
			return c, err
		}
		c.Decisions += n
	}
	return c, compare(from, to, all)
}

// copyArticles copies articles in the order in which they were read, once for each source, and
// returns how many were new.
func copyArticles(from, to *Library) (added int, err error) {
	var order []int64
	err = from.view(func(p *prepared) (err error) {
		order, err = column[int64](p, "SELECT seq FROM origin ORDER BY seq")
		return err
	})
	if err != nil {
		return 0, err
	}
	for some := range slices.Chunk(order, copyAtOnce) {
		articles, err := from.origins(some)
		if err != nil {
			return added, err
		}
		err = to.change(func(tx *sql.Tx) error {
			for _, a := range articles {
				known, err := hasRow(tx, "SELECT 1 FROM origin WHERE article = ? AND source = ?", a.ID, a.Source)
				if known || err != nil {
					continue
				}
				if err := keepArticle(tx, a); err != nil {
					return err
				}
				added++
			}
			return nil
		})
		if err != nil {
			return added, err
		}
	}
	return added, nil
}

// origins is the articles as they were read at some times.
func (l *Library) origins(seqs []int64) (articles []*model.Article, err error) {
	for _, seq := range seqs {
		var id string
		if id, err = queryValue[string](l, "SELECT article FROM origin WHERE seq = ?", seq); err != nil {
			return nil, err
		}
		a, err := l.scanArticle(id, l.db.QueryRow(originBySeq, seq))
		if err != nil {
			return nil, err
		}
		articles = append(articles, a)
	}
	return articles, nil
}

// copiedTable is a table that is copied row by row.
type copiedTable struct {
	name, columns, order string
	own                  bool // of its rows, those of the reader
}

var copiedTables = []copiedTable{
	{name: "page", columns: "article, address, found, fetched, type, charset, etag, modified, hash, data", order: "seq"},
	{name: "feed", columns: "address, title, updated, etag, modified", order: "address"},
	{name: "entry", columns: "feed, source", order: "feed, source"},
	{name: "bookmark", columns: "letter, article, byte", order: "letter, article", own: true},
	{name: "shelved", columns: "article, read, removed", order: "article", own: true},
}

func (t copiedTable) copy(from, to *Library) error {
	n := strings.Count(t.columns, ",") + 1
	insert := "INSERT INTO " + t.name + " (" + t.columns + ") VALUES (" + strings.Repeat(", ?", n)[2:] + ") ON CONFLICT DO NOTHING"
	own := ""
	if t.own {
		own = from.spellings().own
	}
	for done := 0; ; done += copyAtOnce {
		var rows [][]any
		err := from.view(func(p *prepared) error {
			query := fmt.Sprintf("SELECT %s FROM %s WHERE true%s ORDER BY %s LIMIT %d OFFSET %d", t.columns, t.name, own, t.order, copyAtOnce, done)
			return p.rows(query, nil, func(r *sql.Rows) error {
				row, places := make([]any, n), make([]any, n)
				for i := range row {
					places[i] = &row[i]
				}
				rows = append(rows, row)
				return r.Scan(places...)
			})
		})
		if err != nil || len(rows) == 0 {
			return err
		}
		err = to.change(func(tx *sql.Tx) error {
			p := prepare(tx)
			for _, row := range rows {
				if _, err := p.exec(insert, row...); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
}

// copyPlaces copies where the reader was in articles in which the other library knows no place.
func copyPlaces(from, to *Library) error {
	type place struct {
		article      string
		offset, seen int
	}
	var places []place
	s := from.spellings()
	err := from.view(func(p *prepared) error {
		return p.rows("SELECT article, byte, seen FROM place WHERE true"+s.own+" ORDER BY "+s.turns, nil, func(rows *sql.Rows) error {
			var one place
			err := rows.Scan(&one.article, &one.offset, &one.seen)
			places = append(places, one)
			return err
		})
	})
	if err != nil || len(places) == 0 {
		return err
	}
	return to.change(func(tx *sql.Tx) error {
		for _, one := range places {
			known, err := hasRow(tx, "SELECT 1 FROM place WHERE article = ?"+to.spellings().own, one.article)
			if err == nil && !known {
				err = to.setPlace(tx, one.article, one.offset, one.seen)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// compare is an error unless all decisions of a library, and none other with their IDs, are in a
// second one in which none is missing.
func compare(from, to *Library, all []model.Annotation) error {
	wanted, found := make(map[string]bool, len(all)), make(tallies)
	for _, a := range all {
		wanted[a.ID] = true
	}
	var kept tallies
	err := from.view(func(p *prepared) (err error) {
		var faults []string
		kept, faults, err = keptTallies(p, "")
		return errors.Join(err, from.anyOf(faults))
	})
	if err != nil {
		return err
	}
	err = to.eachWhole("", func(e event) {
		if wanted[e.ID] {
			found.add(e.Article, e.digest)
		}
	})
	if err != nil {
		return err
	}
	return to.anyOf(missing(found, kept))
}

// anyOf is an error that is [ErrCorrupt] if there are faults.
func (l *Library) anyOf(faults []string) error {
	if len(faults) == 0 {
		return nil
	}
	return l.corrupt("%s%s", faults[0], andMore(len(faults)-1))
}
