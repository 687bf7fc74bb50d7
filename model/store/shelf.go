package store

import (
	"cmp"
	"database/sql"
	"fmt"
	"sort"
	"strings"
	"time"

	"rawi/model"
)

// Item is an article as a list of the library has it.
type Item struct {
	ID        string
	Source    string
	Title     string // or the first words; "" for an article without any
	Site      string
	Published time.Time // in the zone that the document names; zero where nothing says it
	Fetched   time.Time
	Size      int // of the text in bytes

	Read    bool      // the reader has opened it or says that it is read
	At      time.Time // when it was open last; zero for unknown
	Seen    int       // up to which byte the text was on the screen then
	Counted bool      // the quotations were counted
	Counts  [model.DecisionStateCount]int
}

// Date is when an article was published, or fetched where nothing says that.
func (i *Item) Date() time.Time {
	if i.Published.IsZero() {
		return i.Fetched
	}
	return i.Published
}

// Shelf is the articles that were not removed from it, the newest first; of a source what
// was read from it last. Nothing is looked for in them: quotations are counted as they
// were found when an article was read last ([Library.KeepSaid]).
func (l *Library) Shelf() (items []Item, err error) {
	var order []int64 // in which they were kept
	err = l.view(func(p *prepared) error {
		items, order = nil, nil
		shelved, err := shelvedArticles(p, l.spellings().own)
		if err != nil {
			return err
		}
		return p.rows(`SELECT seq, article, source, title, site, published, fetched, size, CASE basis WHEN '' THEN 0 ELSE 1 END, decided, guessed, unknown
			FROM card WHERE outdated = 0`, nil, func(rows *sql.Rows) error {
			seq, item, err := scanItem(rows)
			if err != nil {
				return l.derivedWrong(fmt.Sprintf("the card of the article %s: %v", item.ID, err))
			}
			s := shelved[item.ID]
			item.Read, item.At, item.Seen = s.read, s.at, s.seen
			if !s.removed {
				items, order = append(items, item), append(order, seq)
			}
			return nil
		})
	})
	sort.Sort(newestFirst{items, order})
	return items, err
}

// newestFirst sorts articles by date, and those of one date as they were kept.
type newestFirst struct {
	items []Item
	order []int64
}

func (s newestFirst) Len() int { return len(s.items) }
func (s newestFirst) Less(i, j int) bool {
	by := s.items[i].Date().Compare(s.items[j].Date())
	return by > 0 || by == 0 && s.order[i] > s.order[j]
}
func (s newestFirst) Swap(i, j int) {
	s.items[i], s.items[j] = s.items[j], s.items[i]
	s.order[i], s.order[j] = s.order[j], s.order[i]
}

func scanItem(rows *sql.Rows) (seq int64, item Item, err error) {
	var published, fetched string
	counts := &item.Counts
	err = rows.Scan(&seq, &item.ID, &item.Source, &item.Title, &item.Site, &published, &fetched, &item.Size, &item.Counted,
		&counts[model.StateDecided], &counts[model.StateGuessed], &counts[model.StateUnknown])
	if err != nil {
		return 0, item, err
	}
	if published != "" {
		if item.Published, err = time.Parse(time.RFC3339Nano, published); err != nil {
			return 0, item, err
		}
	}
	item.Fetched, err = time.Parse(time.RFC3339Nano, fetched)
	return seq, item, err
}

// shelvedArticle is what a reader did with an article.
type shelvedArticle struct {
	read, removed bool
	at            time.Time
	seen          int
}

// shelvedArticles is what the reader did, by article.
func shelvedArticles(p *prepared, own string) (map[string]shelvedArticle, error) {
	all := make(map[string]shelvedArticle)
	err := p.rows("SELECT article, time, CASE WHEN seen > byte THEN seen ELSE byte END FROM place WHERE true"+own, nil, func(rows *sql.Rows) error {
		var article, at string
		s := shelvedArticle{read: true}
		if err := rows.Scan(&article, &at, &s.seen); err != nil {
			return err
		}
		s.at, _ = time.Parse(time.RFC3339Nano, at) // unknown, of an earlier rawi
		all[article] = s
		return nil
	})
	if err != nil {
		return nil, err
	}
	err = p.rows("SELECT article, read, removed FROM shelved WHERE true"+own, nil, func(rows *sql.Rows) error {
		var article string
		var marked int
		var removed int
		if err := rows.Scan(&article, &marked, &removed); err != nil {
			return err
		}
		s := all[article]
		s.removed = removed > 0
		if marked >= 0 {
			s.read = marked > 0
		}
		all[article] = s
		return nil
	})
	return all, err
}

// SetRead marks an article as read, or as unread. That lasts until it is opened again.
func (l *Library) SetRead(articleID string, read bool) error {
	marked := 0
	if read {
		marked = 1
	}
	return l.shelve(articleID, "read", marked)
}

// Remove takes an article off the shelf until it is opened again. Its text and the
// decisions on it stay, and a feed does not bring it back.
func (l *Library) Remove(articleID string) error { return l.shelve(articleID, "removed", 1) }

// shelve sets a column of what the reader did with an article.
func (l *Library) shelve(articleID, column string, value int) error {
	return l.change(func(tx *sql.Tx) error {
		own := l.spellings().own
		there, err := hasRow(tx, "SELECT 1 FROM shelved WHERE article = ?"+own, articleID)
		if err == nil && !there {
			_, err = tx.Exec("INSERT INTO shelved (article, read, removed) VALUES (?, -1, 0)", articleID)
		}
		if err == nil {
			_, err = tx.Exec("UPDATE shelved SET "+column+" = ? WHERE article = ?"+own, value, articleID)
		}
		return l.checkKept(articleID, err)
	})
}

// titleBytes is how much of a text is looked at for its title.
const titleBytes = 4096

// titleOf is the title of an article by its blocks and the beginning of its text, or what
// else names it.
func titleOf(blocks, text, headline string) string {
	title := ""
	if whole, err := decodeBlocks(blocks, 1<<62); err == nil {
		for _, b := range whole {
			if b.Kind == model.TitleBlock && b.End <= len(text) {
				title = strings.Join(strings.Fields(b.In(text)), " ")
			}
		}
	}
	return cmp.Or(title, headline, firstWords(text))
}

// firstWords names an article that has no title.
func firstWords(text string) string {
	const most = 12
	first := strings.Fields(text)
	return strings.Join(first[:min(most, len(first))], " ")
}
