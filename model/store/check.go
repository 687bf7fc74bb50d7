package store

import (
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"

	"rawi/model"
)

// Report is what a check found.
type Report struct {
	Articles, Decisions int
	Faults              []string // one sentence each; empty if all is well

	// Unfit is the IDs of decisions whose words do not stand at their place in
	// their article. They are whole, but were made on another text than the ID
	// says: a reading shows them among those whose words are lost.
	Unfit []string
}

func (r *Report) fault(format string, args ...any) {
	r.Faults = append(r.Faults, fmt.Sprintf(format, args...))
}

// Check looks at everything in the library: that the file is sound, that each
// article is the text that it was, that each decision says what it said and none
// is missing, and that all that was derived is what the decisions give, or, of what is found in articles
// anew, agrees with itself. An error
// is that the check could not be made.
func (l *Library) Check() (Report, error) {
	c := check{l: l, found: make(tallies)}
	err := l.view(func(p *prepared) error {
		c.p = p
		for _, look := range []func() error{c.file, c.contents, c.pages, c.tallies, c.namings, c.lists} {
			if err := c.note(look()); err != nil {
				return err
			}
		}
		return nil
	})
	return c.Report, err
}

// check is a check that is being made.
type check struct {
	Report
	l *Library
	p *prepared

	stale   map[string]bool // articles whose uses are not counted yet
	found   tallies         // of the decisions that can be read
	damaged tallies         // of those that cannot: only their number
	named   map[naming]model.Use
}

// note records an error that is damage as a fault; other errors it returns.
func (c *check) note(err error) error {
	err = c.l.explain(err)
	if !errors.Is(err, ErrCorrupt) {
		return err
	}
	c.fault("%v", err)
	return nil
}

// file asks the database for what it knows to be wrong.
func (c *check) file() error {
	faults, err := c.l.faults(c.p.tx)
	c.Faults = append(c.Faults, faults...)
	return err
}

func (e *sqliteEngine) faults(tx *sql.Tx) ([]string, error) { return fileFaults(tx) }

func fileFaults(tx *sql.Tx) (faults []string, err error) {
	p := prepare(tx)
	for _, pragma := range []string{"integrity_check", "foreign_key_check"} {
		err := p.rows("SELECT * FROM pragma_"+pragma, nil, func(rows *sql.Rows) error {
			var verdict string
			columns := []any{&verdict, new(any), new(any), new(any)}
			if pragma == "integrity_check" {
				columns = columns[:1]
			}
			err := rows.Scan(columns...)
			if verdict != "ok" {
				faults = append(faults, fmt.Sprintf("the file is damaged: %s: %s", pragma, strings.Join(strings.Fields(verdict), " ")))
			}
			return err
		})
		if err != nil {
			return faults, err
		}
	}
	return faults, nil
}

// contents reads each article and the decisions on it.
func (c *check) contents() error {
	ids, err := column[string](c.p, "SELECT id FROM article UNION SELECT article FROM event ORDER BY 1")
	if err != nil {
		return err
	}
	stale, err := column[string](c.p, "SELECT article FROM stale")
	if err != nil {
		return err
	}
	c.stale, c.damaged, c.named = make(map[string]bool), make(tallies), make(map[naming]model.Use)
	for _, id := range stale {
		c.stale[id] = true
	}
	for _, id := range ids {
		article, err := c.article(id)
		if err := c.note(err); err != nil {
			return err
		}
		if err := c.note(c.decisions(id, article)); err != nil {
			return err
		}
	}
	return nil
}

// article is the article of an ID, nil if it is not held.
func (c *check) article(id string) (*model.Article, error) {
	if id == "" {
		return nil, nil
	}
	s, err := c.p.stmt(articleByID)
	if err != nil {
		return nil, err
	}
	a, err := c.l.scanArticle(id, s.QueryRow(id))
	if errors.Is(err, ErrUnknown) {
		return nil, nil
	}
	c.Articles++
	return a, err
}

// decisions reads the decisions on an article, and compares their words with its
// text and the uses with what they give.
func (c *check) decisions(id string, article *model.Article) error {
	var as []model.Annotation
	err := each(c.p, "WHERE article = ?", func(e event) error {
		if e.fault != "" {
			c.fault("%s", e.fault)
			c.damaged.add(id, model.Digest{})
			return nil
		}
		if article != nil && !e.FitsIn(id, article.Text) {
			c.Unfit = append(c.Unfit, e.ID)
		}
		c.Decisions++
		c.found.add(id, e.digest)
		as = append(as, e.Annotation)
		return nil
	}, id)
	if err != nil || id == "" {
		return err
	}
	return c.uses(id, as)
}

// uses compares the uses in an article with what the decisions on it give, if all
// of them could be read and were counted.
func (c *check) uses(id string, as []model.Annotation) error {
	kept, err := c.l.keptUses(c.p, "SELECT article, party, name, kind, times, latest FROM use WHERE article = ? ORDER BY party", id)
	if err != nil {
		return err
	}
	for _, u := range kept {
		n := naming{string(u.Party), u.Name}
		c.named[n] = add(c.named[n], u)
	}
	if c.damaged[id].count == 0 && !c.stale[id] && !slices.Equal(kept, model.Uses(as)) {
		c.fault("whom the decisions on %s name is not what was counted; run «rawi check --rebuild»", ofArticle(id))
	}
	return nil
}

// add is the sum of uses of one name, as in the table of namings.
func add(sum, u model.Use) model.Use {
	u.Article, u.Times = "", sum.Times+u.Times
	if order := sum.Latest.Compare(u.Latest); sum.Times > 0 && (order > 0 || order == 0 && sum.Kind.String() > u.Kind.String()) {
		u.Latest, u.Kind = sum.Latest, sum.Kind
	}
	return u
}

// tallies notes a fault for each article of which decisions are missing.
func (c *check) tallies() error {
	kept, faults, err := keptTallies(c.p, "")
	if err != nil {
		return err
	}
	for article, d := range c.damaged { // those were named one by one
		got, want := c.found[article], kept[article]
		if got.count += d.count; got.count == want.count {
			got = want
		}
		c.found[article] = got
	}
	c.Faults = append(c.Faults, append(faults, missing(c.found, kept)...)...)
	return nil
}

// namings notes a fault for each sum of uses that is wrong.
func (c *check) namings() error {
	kept, err := c.l.keptUses(c.p, allNamings)
	if err != nil {
		return err
	}
	wrong := len(kept) != len(c.named)
	for _, u := range kept {
		wrong = wrong || c.named[naming{string(u.Party), u.Name}] != u
	}
	if wrong {
		c.fault("how often parties are named is not what was counted; run «rawi check --rebuild»")
	}
	return nil
}

// Rebuild derives everything again from the decisions. Decisions that are known to
// be missing stay known: only a tally that cannot be read is made again.
func (l *Library) Rebuild() error {
	if err := l.reindex(); err != nil {
		return err
	}
	err := l.change(func(tx *sql.Tx) error {
		p := prepare(tx)
		kept, _, err := keptTallies(p, "")
		if err != nil {
			return err
		}
		again := make(tallies)
		err = each(p, "", func(e event) error {
			if _, known := kept[e.Article]; !known && e.fault == "" {
				again.add(e.Article, e.digest)
			}
			return nil
		})
		if err != nil {
			return err
		}
		_, err = tx.Exec(`DELETE FROM use; DELETE FROM naming; DELETE FROM stale;
			INSERT INTO stale SELECT DISTINCT article FROM event WHERE article <> ''`)
		if err != nil {
			return err
		}
		if err := remakeLists(p, l.spellings()); err != nil {
			return err
		}
		return keepTallies(p, again)
	})
	if err != nil {
		return err
	}
	return l.countStale()
}
