package store

import (
	"cmp"
	"database/sql"
	"errors"
	"fmt"
	"slices"
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

// People is the parties that readers named as speakers in any article and did
// not take back, most used first. A party has the name and kind of its latest
// use; its other names are its aliases.
func (l *Library) People() ([]model.Party, error) {
	logs := make(map[string]*model.Log)
	var articles []string
	err := l.each(func(article string, a model.Annotation) {
		if logs[article] == nil {
			logs[article] = new(model.Log)
			articles = append(articles, article)
		}
		logs[article].Append(a)
	}, "SELECT article, "+columns+" FROM decision ORDER BY seq")
	if err != nil {
		return nil, err
	}
	var c census
	for _, article := range articles {
		c.count(logs[article].Standing())
	}
	return c.parties(), nil
}

// census counts how often each party was named.
type census struct {
	people []person
	index  map[model.PartyID]int
}

type person struct {
	party model.Party
	uses  int
}

func (c *census) count(decisions []model.Annotation) {
	if c.index == nil {
		c.index = make(map[model.PartyID]int)
	}
	for _, a := range decisions {
		if a.Deed != model.Assign || a.Speaker == "" {
			continue
		}
		i, known := c.index[a.Speaker]
		if !known {
			i = len(c.people)
			c.index[a.Speaker] = i
			c.people = append(c.people, person{party: model.Party{ID: a.Speaker, Name: a.Name}})
		}
		c.people[i].uses++
		rename(&c.people[i].party, a.Name)
		c.people[i].party.Kind = a.PartyKind
	}
}

// rename gives a party its latest name and keeps the former one as an alias.
func rename(p *model.Party, name string) {
	if name == p.Name {
		return
	}
	p.Aliases = slices.DeleteFunc(p.Aliases, func(s string) bool { return s == name })
	p.Aliases = append(p.Aliases, p.Name)
	p.Name = name
}

func (c *census) parties() []model.Party {
	slices.SortStableFunc(c.people, func(a, b person) int { return cmp.Compare(b.uses, a.uses) })
	var parties []model.Party
	for _, p := range c.people {
		parties = append(parties, p.party)
	}
	return parties
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
		a.Anchor.Before, a.Anchor.After, string(a.Speaker), a.Name, a.PartyKind.String(), a.Kind.String(), a.Target}
}

// scan is the inverse of values; the row begins with the article.
func (l *Library) scan(row interface{ Scan(...any) error }, article *string) (a model.Annotation, err error) {
	var at, deed, partyKind, kind string
	if err := row.Scan(article, &a.ID, &at, &a.Author, &deed, &a.Anchor.Start, &a.Anchor.End, &a.Anchor.Exact,
		&a.Anchor.Before, &a.Anchor.After, &a.Speaker, &a.Name, &partyKind, &kind, &a.Target); err != nil {
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
