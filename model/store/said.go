package store

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"rawi/model"
	"rawi/model/arabic"
)

// KeepSaid stores the quotations of a kept article as a reader has them, in the place of
// those stored before. basis is by what they were found, any text that tells apart what
// may find others; decisions is how many concerned the article then ([model.Log.Len]). If
// others came since, the quotations are stored all the same, and are not fresh.
func (l *Library) KeepSaid(articleID, basis string, decisions int, said []model.Said) error {
	return l.change(func(tx *sql.Tx) error {
		p := prepare(tx)
		number, err := l.cardNumber(p, articleID)
		if err != nil {
			return err
		}
		now, err := column[int](p, "SELECT count(*) FROM event WHERE article IN ("+related+")", articleID)
		if err != nil {
			return err
		}
		for _, table := range []string{"said", "voice"} {
			if _, err := p.exec("DELETE FROM "+table+" WHERE card = ?", number); err != nil {
				return err
			}
		}
		counts, err := insertSaid(p, number, said)
		if err != nil {
			return err
		}
		fresh := 0
		if now[0] == decisions {
			fresh = 1
		}
		_, err = p.exec("UPDATE card SET basis = ?, fresh = ?, decided = ?, guessed = ?, unknown = ? WHERE number = ?",
			basis, fresh, counts[model.StateDecided], counts[model.StateGuessed], counts[model.StateUnknown], number)
		return err
	})
}

func (l *Library) cardNumber(p *prepared, articleID string) (number int64, err error) {
	numbers, err := column[int64](p, "SELECT number FROM card WHERE article = ?", articleID)
	if err != nil || len(numbers) == 0 {
		return 0, errors.Join(err, l.unknown(articleID))
	}
	return numbers[0], nil
}

// insertSaid stores quotations and what their speakers are called, and counts them.
func insertSaid(p *prepared, card int64, said []model.Said) (counts [model.DecisionStateCount]int, err error) {
	for i, s := range said {
		counts[s.State]++
		body, err := json.Marshal(bodyOf(&s))
		if err != nil {
			return counts, err
		}
		_, err = p.exec("INSERT INTO said (card, number, start_byte, end_byte, kind, state, party, addressee, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
			card, i, s.Start, s.End, s.Kind.String(), states[s.State], string(s.Speaker), string(s.Addressee), string(body))
		if err != nil {
			return counts, err
		}
		if s.Speaker == "" {
			continue
		}
		if _, err := p.exec("INSERT INTO voice (card, party, names) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", card, string(s.Speaker), namesOf(s.Party)); err != nil {
			return counts, err
		}
	}
	return counts, nil
}

// namesOf is what a party is called, folded: each word between blanks, each name a line.
func namesOf(party model.Party) string {
	names := " " + arabic.Key(party.Name) + " "
	for _, alias := range party.Aliases {
		names += "\n " + arabic.Key(alias) + " "
	}
	return names
}

// IsFresh reports whether the stored quotations of an article are those that would be
// found now by a basis.
func (l *Library) IsFresh(articleID, basis string) (fresh bool, err error) {
	n, err := queryValue[int](l, "SELECT CASE WHEN fresh = 1 AND basis = ? THEN 1 ELSE 0 END FROM card WHERE article = ?", basis, articleID)
	return n > 0, err
}

// Stale is the articles on the shelf whose quotations are not stored, or not as they would
// be found now by a basis; the newest first.
func (l *Library) Stale(basis string) (articles []string, err error) {
	err = l.view(func(p *prepared) (err error) {
		articles, err = column[string](p, "SELECT article FROM card WHERE NOT (fresh = 1 AND basis = ?) AND "+l.onShelf()+" ORDER BY seq DESC", basis)
		return err
	})
	return articles, err
}

// onShelf is the condition that a card is listed.
func (l *Library) onShelf() string {
	return "outdated = 0 AND card.article NOT IN (SELECT article FROM shelved WHERE removed = 1" + l.spellings().own + ")"
}

// Quoted is a quotation of an article of the library.
type Quoted struct {
	Article string // its ID
	Title   string
	Site    string
	Date    time.Time
	Text    string // of the article, in which spans count; several share one
	model.Said
}

// SaidBy asks for what somebody said. The zero value asks for all.
type SaidBy struct {
	Party model.PartyID // who it is, as decisions and guesses have it
	Name  string        // words of one of the speaker's names or aliases, compared folded
}

// EachSaid does something with the quotations of all articles on the shelf as they are
// stored: the article read in last first, and its quotations in text order. It ends at the
// first error, which it returns.
func (l *Library) EachSaid(by SaidBy, do func(Quoted) error) error {
	where, args := by.condition()
	return l.view(func(p *prepared) error {
		cards, err := column[int64](p, `SELECT card.number FROM card WHERE `+l.onShelf()+
			" AND card.number IN (SELECT card FROM said WHERE "+where+") ORDER BY card.seq DESC", args...)
		if err != nil {
			return err
		}
		for some := range slices.Chunk(cards, cardsAtOnce) {
			all, err := l.saidIn(p, some, where, args)
			if err != nil {
				return err
			}
			for _, q := range all {
				if err := do(q); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// cardsAtOnce is of how many articles quotations are in memory at a time.
const cardsAtOnce = 64

// condition is what rows of said must be, with its parameters.
func (by SaidBy) condition() (where string, args []any) {
	where = "true"
	if by.Party != "" {
		where, args = "said.party = ?", append(args, string(by.Party))
	}
	for _, word := range strings.Fields(arabic.Key(by.Name)) {
		where += " AND (said.card, said.party) IN (SELECT card, party FROM voice WHERE names LIKE ?)"
		args = append(args, "% "+word+" %")
	}
	return where, args
}

// saidIn is the quotations of some articles, in the order of these.
func (l *Library) saidIn(p *prepared, cards []int64, where string, args []any) (all []Quoted, err error) {
	list := make([]string, len(cards))
	for i, number := range cards {
		list[i] = strconv.FormatInt(number, 10)
	}
	in := "(" + strings.Join(list, ", ") + ")"
	texts := make(map[string]string)
	err = p.rows("SELECT id, text FROM article JOIN card ON card.article = article.id WHERE number IN "+in, nil, func(rows *sql.Rows) error {
		var id, text string
		err := rows.Scan(&id, &text)
		texts[id] = text
		return err
	})
	if err != nil {
		return nil, err
	}
	err = p.rows(`SELECT card.article, title, site, CASE published WHEN '' THEN fetched ELSE published END, start_byte, end_byte, kind, state, party, addressee, body
		FROM said JOIN card ON card.number = said.card WHERE said.card IN `+in+" AND "+where+" ORDER BY card.seq DESC, said.number", args, func(rows *sql.Rows) error {
		var q Quoted
		if err := scanSaid(rows, &q); err != nil {
			return l.derivedWrong(fmt.Sprintf("a quotation of the article %s: %v", q.Article, err))
		}
		if q.Text = texts[q.Article]; q.End > len(q.Text) {
			return l.derivedWrong(fmt.Sprintf("a quotation behind the end of the article %s", q.Article))
		}
		all = append(all, q)
		return nil
	})
	return all, err
}

func scanSaid(rows *sql.Rows, q *Quoted) error {
	var date, kind, state, party, addressee, body string
	s := model.Said{}
	if err := rows.Scan(&q.Article, &q.Title, &q.Site, &date, &s.Start, &s.End, &kind, &state, &party, &addressee, &body); err != nil {
		return err
	}
	var b saidBody
	if err := json.Unmarshal([]byte(body), &b); err != nil {
		return err
	}
	var known bool
	if s.Kind, known = model.ParseQuoteKind(kind); !known {
		return fmt.Errorf("the kind %q", kind)
	}
	at := slices.Index(states[:], state)
	if at < 0 || s.Start < 0 || s.End < s.Start {
		return fmt.Errorf("the state %q at %d-%d", state, s.Start, s.End)
	}
	s.State, s.Speaker, s.Addressee = model.DecisionState(at), model.PartyID(party), model.PartyID(addressee)
	if err := b.restore(&s); err != nil {
		return err
	}
	q.Said = s
	var err error
	q.Date, err = time.Parse(time.RFC3339Nano, date)
	return err
}
