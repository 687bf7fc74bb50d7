package store

import (
	"cmp"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

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
		b := newBatch(l, tx)
		for _, a := range as {
			if err := b.checkArticle(a); err != nil {
				return err
			}
			if err := b.insert(a); err != nil {
				return err
			}
		}
		return b.close()
	})
}

// Refused is the decision for which nothing was added, by its place among
// those given to [Library.Import].
type Refused struct {
	Index  int
	Reason error
}

func (r *Refused) Error() string { return fmt.Sprintf("decision %d: %v", r.Index+1, r.Reason) }
func (r *Refused) Unwrap() error { return r.Reason }

// Import is Append for decisions that were made elsewhere, also on articles
// that the library does not hold (yet); added is how many were new. One that is
// not [model.Annotation.Valid], or whose words do not stand in its article where
// the library holds that, is [Refused], and then nothing is added.
func (l *Library) Import(as []model.Annotation) (added int, err error) {
	now := time.Now()
	for i := range as {
		if err := as[i].Valid(now); err != nil {
			return 0, &Refused{i, err}
		}
	}
	err = l.change(func(tx *sql.Tx) error {
		b := newBatch(l, tx)
		if err := b.checkWords(as); err != nil {
			return err
		}
		for i, a := range as {
			if err := b.insert(a); err != nil {
				return &Refused{i, l.explain(err)}
			}
		}
		added = b.count()
		return b.close()
	})
	if err != nil {
		return 0, err
	}
	return added, nil
}

// restore adds decisions that were in the library's place before, whatever they
// are. added is how many it did not hold.
func (l *Library) restore(as []model.Annotation) (added int, err error) {
	err = l.change(func(tx *sql.Tx) error {
		b := newBatch(l, tx)
		for _, a := range as {
			if err := b.insert(a); err != nil {
				return err
			}
		}
		added = b.count()
		return b.close()
	})
	return added, err
}

// batch is decisions that come in together.
type batch struct {
	*Library
	*prepared
	held  map[string]bool               // whether an article is kept, as far as asked
	added map[string][]model.Annotation // the new ones, by article
	grown tallies                       // of the new ones
}

func newBatch(l *Library, tx *sql.Tx) *batch {
	return &batch{l, prepare(tx), map[string]bool{"": true}, make(map[string][]model.Annotation), make(tallies)}
}

func (b *batch) count() (n int) {
	for _, t := range b.grown {
		n += t.count
	}
	return n
}

// checkArticle is an error unless a decision's article is kept.
func (b *batch) checkArticle(a model.Annotation) error {
	if a.Article == "" && a.Deed.OfArticle() {
		return fmt.Errorf("the decision %q belongs to no article and cannot be kept", a.ID)
	}
	held, known := b.held[a.Article]
	if !known {
		var n int
		if err := b.tx.QueryRow("SELECT count(*) FROM article WHERE id = ?", a.Article).Scan(&n); err != nil {
			return err
		}
		held = n > 0
		b.held[a.Article] = held
	}
	if !held {
		return b.unknown(a.Article)
	}
	return nil
}

// checkWords is an error unless the words of decisions stand in the texts that the
// library holds. It holds one text in memory at a time.
func (b *batch) checkWords(as []model.Annotation) error {
	about := make(map[string][]int)
	for i, a := range as {
		about[a.Article] = append(about[a.Article], i)
		if a.Deed == model.Confirm {
			about[a.Target] = append(about[a.Target], i)
		}
	}
	first := len(as)
	for article, places := range about {
		text, held, err := b.text(article)
		if err != nil {
			return err
		}
		for _, i := range places {
			if held && i < first && !as[i].FitsIn(article, text) {
				first = i
			}
		}
	}
	if first < len(as) {
		return &Refused{first, errors.New("its words do not stand at their place in the article " + as[first].Article)}
	}
	return nil
}

func (b *batch) text(article string) (text string, held bool, err error) {
	s, err := b.stmt("SELECT text FROM article WHERE id = ?")
	if err != nil {
		return "", false, err
	}
	err = s.QueryRow(article).Scan(&text)
	if errors.Is(err, sql.ErrNoRows) {
		return "", false, nil
	}
	return text, true, err
}

// insert adds a decision unless it is there.
func (b *batch) insert(a model.Annotation) error {
	if a.ID == "" {
		return errors.New("a decision without ID cannot be kept")
	}
	body, d, err := a.Sealed()
	if err != nil {
		return err
	}
	n, err := b.exec("INSERT INTO event (id, article, author, body) VALUES (?, ?, ?, ?)", a.ID, a.Article, a.Author, string(body))
	if err != nil {
		return err
	}
	if n == 0 {
		return b.checkSame(a, d)
	}
	b.added[a.Article] = append(b.added[a.Article], a)
	b.grown.add(a.Article, d)
	return nil
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

// close writes what the new decisions change: the tallies, who is named, and of which
// articles the quotations are not fresh any more.
func (b *batch) close() error {
	names := make(namings)
	for _, article := range slices.Sorted(maps.Keys(b.grown)) {
		kept, faults, err := keptTallies(b.prepared, "WHERE article = ?", article)
		if err != nil || len(faults) > 0 {
			return cmp.Or(err, b.corrupt("%v", faults))
		}
		if err := b.countNames(article, kept[article].count == 0, names); err != nil {
			return err
		}
		b.grown[article] = b.grown[article].plus(kept[article])
	}
	if err := keepTallies(b.prepared, b.grown); err != nil {
		return err
	}
	if err := b.outdateSaid(); err != nil {
		return err
	}
	return names.keep(b.prepared)
}

// countNames counts whom the new decisions on an article name, if they are its first;
// else it marks the article stale, to be counted when needed.
func (b *batch) countNames(article string, isFirst bool, names namings) error {
	switch {
	case article == "":
		return nil
	case isFirst:
		return addUses(b.prepared, article, model.Uses(b.added[article]), names)
	}
	_, err := b.exec("INSERT INTO stale (article) VALUES (?) ON CONFLICT DO NOTHING", article)
	return err
}
