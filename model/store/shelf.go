package store

import (
	"cmp"
	"database/sql"
	"encoding/json"
	"strings"
	"time"

	"rawi/model"
)

// Item is an article as a list of the library has it.
type Item struct {
	ID      string
	Source  string
	Title   string // or the first words; "" for an article without any
	Facts   model.Facts
	Fetched time.Time
	Opened  bool // the reader has opened it
}

// titleBytes is how much of a text is looked at for its title.
const titleBytes = 4096

// Shelf is the newest n articles: those published last, or fetched last where nothing
// says when they were published. Of a source it has what was read last.
func (l *Library) Shelf(n int) (items []Item, err error) {
	s := l.spellings()
	err = l.view(func(p *prepared) error {
		items = nil
		return p.rows(`SELECT origin.article, source, facts, fetched, blocks, `+s.start+`,
				EXISTS (SELECT 1 FROM place WHERE place.article = origin.article`+s.own+`)
			FROM origin JOIN article ON article.id = origin.article
			WHERE seq IN (SELECT max(seq) FROM origin GROUP BY CASE source WHEN '' THEN article ELSE source END)
			ORDER BY `+s.published+` DESC, seq DESC LIMIT ?`,
			[]any{titleBytes, n}, func(rows *sql.Rows) error {
				item, err := scanItem(rows)
				if err != nil {
					return l.corrupt("the article %s is not as it was kept", item.ID)
				}
				items = append(items, item)
				return nil
			})
	})
	return items, err
}

func scanItem(rows *sql.Rows) (item Item, err error) {
	var said, fetched, blocks string
	var text []byte
	if err := rows.Scan(&item.ID, &item.Source, &said, &fetched, &blocks, &text, &item.Opened); err != nil {
		return item, err
	}
	var known facts
	if err := json.Unmarshal([]byte(said), &known); err != nil {
		return item, err
	}
	item.Facts = model.Facts(known)
	item.Title = titleOf(blocks, strings.ToValidUTF8(string(text), ""), item.Facts.Headline)
	item.Fetched, err = time.Parse(time.RFC3339Nano, fetched)
	return item, err
}

// titleOf is the title of an article by its blocks and the beginning of its text, or what
// else names it.
func titleOf(blocks, text, headline string) string {
	const words = 12 // of an article that has no title
	title := ""
	if whole, err := decodeBlocks(blocks, 1<<62); err == nil {
		for _, b := range whole {
			if b.Kind == model.TitleBlock && b.End <= len(text) {
				title = strings.Join(strings.Fields(b.In(text)), " ")
			}
		}
	}
	first := strings.Fields(text)
	return cmp.Or(title, headline, strings.Join(first[:min(words, len(first))], " "))
}
