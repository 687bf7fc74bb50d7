package store

import (
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"

	"rawi/model"
)

// eventsAtOnce is how many decisions one statement inserts: a server that is far away answers
// each.
const eventsAtOnce = 50

// insert adds those of some decisions that are not there, in their order. In case of an error at is
// the one that it is about, or the first of those that were inserted together.
func (b *batch) insert(as []model.Annotation) (at int, err error) {
	for some := range slices.Chunk(as, eventsAtOnce) {
		if i, err := b.insertSome(some); err != nil {
			return at + i, err
		}
		at += len(some)
	}
	return at, nil
}

func (b *batch) insertSome(as []model.Annotation) (at int, err error) {
	digests := make([]model.Digest, len(as))
	values := make([]any, 0, 4*len(as))
	for i, a := range as {
		if a.ID == "" {
			return i, errors.New("a decision without ID cannot be kept")
		}
		body, d, err := a.Sealed()
		if err != nil {
			return i, err
		}
		digests[i] = d
		values = append(values, a.ID, a.Article, a.Author, string(body))
	}
	isNew := make(map[string]bool, len(as))
	rows := strings.Repeat(", (?, ?, ?, ?)", len(as))[1:]
	err = b.rows("INSERT INTO event (id, article, author, body) VALUES"+rows+" RETURNING id", values, func(r *sql.Rows) error {
		var id string
		err := r.Scan(&id)
		isNew[id] = true
		return err
	})
	if err != nil {
		return 0, err
	}
	for i, a := range as {
		if !isNew[a.ID] {
			if err := b.checkSame(a, digests[i]); err != nil {
				return i, err
			}
			continue
		}
		delete(isNew, a.ID) // another one of the same ID must say the same
		b.added[a.Article] = append(b.added[a.Article], a)
		b.grown.add(a.Article, digests[i])
	}
	return 0, nil
}

// checkSame looks whether the library holds exactly this decision. One that came
// from the library's first version says the same in other words.
func (b *batch) checkSame(a model.Annotation, d model.Digest) error {
	return each(b.prepared, "WHERE id = ?", func(e event) error {
		a.Time = a.Time.UTC().Round(0) // as it is stored
		switch {
		case e.fault != "":
			return b.corrupt("%s", e.fault)
		case e.digest != d && e.Annotation != a:
			return fmt.Errorf("the library %s already holds another decision with the ID %s; give every decision its own", b.name(), a.ID)
		}
		return nil
	}, a.ID)
}
