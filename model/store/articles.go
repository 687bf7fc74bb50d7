package store

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"rawi/model"
)

// The names of the values in the file, which must not depend on their order in
// the program.
var (
	directions = [...]string{model.NoDirection: "", model.LeftToRight: "ltr", model.RightToLeft: "rtl"}
	blockKinds = [...]string{model.ParagraphBlock: "paragraph", model.TitleBlock: "title",
		model.HeadingBlock: "heading", model.BoilerplateBlock: "furniture",
		model.CaptionBlock: "caption", model.ImageBlock: "image", model.ItemBlock: "item", model.RowBlock: "row", model.VerseBlock: "verse",
		model.QuotedBlock: "quotation"}
)

// block is a model.Block in the file.
type block struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Kind  string `json:"kind"`
}

// facts are model.Facts in the file. A fact of a later rawi needs no migration of the
// schema: it is one more member, which this rawi passes over.
type facts struct {
	Headline  string    `json:"headline,omitempty"`
	Byline    string    `json:"byline,omitempty"`
	Site      string    `json:"site,omitempty"`
	Section   string    `json:"section,omitempty"`
	Published time.Time `json:"published,omitzero"`
	Address   string    `json:"address,omitempty"`
	Summary   bool      `json:"summary,omitempty"`
}

// pageSays is what is kept in one column: the facts, and what the page says of its words.
type pageSays struct {
	facts
	Links   []link    `json:"links,omitempty"`
	Quoted  []quoted  `json:"quoted,omitempty"`
	Written []written `json:"written,omitempty"`
	Flat    bool      `json:"flat,omitempty"`
}

type link struct {
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Address string `json:"address"`
}

type quoted struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	By    [2]int `json:"by,omitzero"`
}

func saidOf(a *model.Article) pageSays {
	s := pageSays{facts: facts(a.Facts), Written: writtenOf(a), Flat: a.Flat}
	for _, l := range a.Links {
		s.Links = append(s.Links, link{l.Start, l.End, l.Address})
	}
	for _, q := range a.Quoted {
		s.Quoted = append(s.Quoted, quoted{q.Start, q.End, [2]int{q.By.Start, q.By.End}})
	}
	return s
}

// restore gives an article what was said. It reports whether that is all within its text.
func (s pageSays) restore(a *model.Article) (ok bool) {
	ok = true
	span := func(start, end int) model.Span {
		ok = ok && 0 <= start && start <= end && end <= len(a.Text)
		return model.Span{Start: start, End: end}
	}
	a.Facts = model.Facts(s.facts)
	for _, l := range s.Links {
		a.Links = append(a.Links, model.Link{Span: span(l.Start, l.End), Address: l.Address})
	}
	for _, q := range s.Quoted {
		a.Quoted = append(a.Quoted, model.Quoted{Span: span(q.Start, q.End), By: span(q.By[0], q.By[1])})
	}
	a.Flat = s.Flat
	return restoreInput(a, s.Written) && ok
}

// Keep stores an article as the one that was read last, at a place as [Library.SetPlace]
// has it; keeping it again does no harm. A text that comes from a second source is
// stored once and keeps both origins. What an earlier reading of the same source said
// (blocks, language, direction, facts, time) is replaced. One that was removed from the
// shelf or marked there is as if it had not been. The pages of a large text,
// which is not read again, do not stay in memory.
func (l *Library) Keep(a *model.Article, place int) error {
	err := l.change(func(tx *sql.Tx) error {
		if err := keepArticle(tx, a); err != nil {
			return err
		}
		if _, err := tx.Exec("DELETE FROM shelved WHERE article = ?"+l.spellings().own, a.ID); err != nil {
			return err
		}
		return l.setPlace(tx, a.ID, place, 0)
	})
	const large = 1 << 20
	if err != nil || len(a.Text) < large {
		return err
	}
	return l.forget()
}

func keepArticle(tx *sql.Tx, a *model.Article) error {
	if !hashed(a) {
		return fmt.Errorf("the article %q cannot be kept: its ID is not the hash of its text", a.Title())
	}
	blocks, err := encodeBlocks(a.Blocks)
	if err != nil {
		return err
	}
	said, err := json.Marshal(saidOf(a))
	if err != nil {
		return fmt.Errorf("the article %q cannot be kept: %w", a.Title(), err)
	}
	if _, err := tx.Exec("INSERT INTO article (id, text) VALUES (?, ?) ON CONFLICT DO NOTHING", a.ID, rawText(a.Text)); err != nil {
		return err
	}
	if _, err := tx.Exec("DELETE FROM origin WHERE article = ? AND source = ?", a.ID, a.Source); err != nil {
		return err
	}
	_, err = tx.Exec(`INSERT INTO origin (article, source, language, direction, fetched, broken, blocks, facts)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
		a.ID, a.Source, a.Language, directions[a.Direction], formatTime(a.Fetched), a.Broken, blocks, string(said))
	if err != nil {
		return err
	}
	seq, err := valueIn[int64](tx, "SELECT seq FROM origin WHERE article = ? AND source = ?", a.ID, a.Source)
	if err != nil {
		return err
	}
	return cardOf(a, seq).keep(prepare(tx))
}

// Article is the article with this ID as it was kept last, or an error that is
// [ErrUnknown]. Its text is checked against its hash.
func (l *Library) Article(id string) (*model.Article, error) {
	return l.scanArticle(id, l.db.QueryRow(articleByID, id))
}

const (
	anArticle = `SELECT text, source, language, direction, fetched, broken, blocks, facts
	FROM origin JOIN article ON article.id = origin.article `
	articleByID = anArticle + "WHERE seq = (SELECT max(seq) FROM origin WHERE article = ?)"
	originBySeq = anArticle + "WHERE seq = ?"
)

func (l *Library) scanArticle(id string, row *sql.Row) (*model.Article, error) {
	a := &model.Article{ID: id}
	var direction, fetched, blocks, column string
	err := row.Scan(&a.Text, &a.Source, &a.Language, &direction, &fetched, &a.Broken, &blocks, &column)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, l.unknown(id)
	}
	if err != nil {
		return nil, l.explain(err)
	}
	var known pageSays
	badFacts := json.Unmarshal([]byte(column), &known)
	var badTime, badBlocks error
	a.Fetched, badTime = time.Parse(time.RFC3339Nano, fetched)
	a.Blocks, badBlocks = decodeBlocks(blocks, len(a.Text))
	way := slices.Index(directions[:], direction)
	if way < 0 || badTime != nil || badBlocks != nil || badFacts != nil || !hashed(a) || !known.restore(a) {
		return nil, l.corrupt("the article %s is not as it was kept", id)
	}
	a.Direction = model.Direction(way)
	return a, nil
}

// hashed reports whether an article's ID is the hash of its text.
func hashed(a *model.Article) bool { return a.ID == model.NewArticle(a.Text, nil).ID }

// Articles is the IDs of the articles that the library holds.
func (l *Library) Articles() (ids []string, err error) {
	err = l.view(func(p *prepared) (err error) {
		ids, err = column[string](p, "SELECT id FROM article ORDER BY id")
		return err
	})
	return ids, err
}

func (l *Library) unknown(articleID string) error {
	return fmt.Errorf("the library %s %w %q; keep the article first", l.name(), ErrUnknown, articleID)
}

func encodeBlocks(blocks []model.Block) (string, error) {
	stored := make([]block, len(blocks))
	for i, b := range blocks {
		stored[i] = block{b.Start, b.End, blockKinds[b.Kind]}
	}
	data, err := json.Marshal(stored)
	return string(data), err
}

// decodeBlocks is the inverse of encodeBlocks for a text of size bytes.
func decodeBlocks(data string, size int) ([]model.Block, error) {
	var stored []block
	if err := json.Unmarshal([]byte(data), &stored); err != nil || len(stored) == 0 {
		return nil, err
	}
	blocks := make([]model.Block, len(stored))
	for i, b := range stored {
		kind := slices.Index(blockKinds[:], b.Kind)
		if kind < 0 || b.Start < 0 || b.End < b.Start || size < b.End {
			return nil, fmt.Errorf("block %d is no part of the text: %v", i, b)
		}
		blocks[i] = model.Block{Span: model.Span{Start: b.Start, End: b.End}, Kind: model.BlockKind(kind)}
	}
	return blocks, nil
}

// formatTime is an instant to the nanosecond, the same for every zone.
func formatTime(t time.Time) string { return t.UTC().Format(time.RFC3339Nano) }
