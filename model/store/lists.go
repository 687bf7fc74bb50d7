package store

import (
	"cmp"
	"database/sql"
	"encoding/json"
	"strings"
	"time"

	"rawi/model"
)

// What lists over many articles read: one narrow row for each article, and what was
// said in it. The texts, and what says how they are laid out, are not touched.
const listTables = `
-- Derived, but for what says how it was read: an article as lists have it, by what its
-- latest origin says.
CREATE TABLE card (
	number    INTEGER PRIMARY KEY,  -- by which the tables below know the article
	article   TEXT NOT NULL UNIQUE REFERENCES article,
	seq       INTEGER NOT NULL,     -- of the origin
	source    TEXT NOT NULL,
	title     TEXT NOT NULL,        -- or the first words
	site      TEXT NOT NULL,
	published TEXT NOT NULL,        -- RFC 3339 in the zone that the document names, or ''
	fetched   TEXT NOT NULL,        -- RFC 3339 in UTC
	size      INTEGER NOT NULL,     -- of the text in bytes
	outdated  INTEGER NOT NULL,     -- 1: another text was read from the source since
	indexed   INTEGER NOT NULL,     -- 1: its words are in «words»
	basis     TEXT NOT NULL,        -- by what its quotations were found, '' if they were not yet
	fresh     INTEGER NOT NULL,     -- 0: decisions that concern it came since
	decided   INTEGER NOT NULL,     -- quotations in «said»
	guessed   INTEGER NOT NULL,
	unknown   INTEGER NOT NULL
);
CREATE INDEX card_of_source ON card (source);
CREATE INDEX card_unindexed ON card (number) WHERE indexed = 0;

-- Derived: the quotations of an article as it was read last.
CREATE TABLE said (
	card       INTEGER NOT NULL REFERENCES card,
	number     INTEGER NOT NULL,  -- in text order, from 0
	start_byte INTEGER NOT NULL,  -- in article.text
	end_byte   INTEGER NOT NULL,
	kind       TEXT NOT NULL,     -- speech, indirect, scare, title, other
	state      TEXT NOT NULL,     -- decided, guessed, unknown
	party      TEXT NOT NULL,     -- who said it: the party's ID, '' for nobody known
	addressee  TEXT NOT NULL,     -- the party's ID, '' for none
	body       TEXT NOT NULL,     -- JSON: all else, as said.go writes it
	PRIMARY KEY (card, number)
) WITHOUT ROWID;
CREATE INDEX said_by ON said (party);
CREATE INDEX said_to ON said (addressee) WHERE addressee <> '';

-- Derived: what those who speak in an article are called there.
CREATE TABLE voice (
	card  INTEGER NOT NULL REFERENCES card,
	party TEXT NOT NULL,
	names TEXT NOT NULL,  -- arabic.Key of each name and alias on a line of its own, each word between blanks
	PRIMARY KEY (card, party)
) WITHOUT ROWID;

-- Derived: the trigrams of each article's folded text, by the number of its card. Only
-- whether a text has them is kept; where, the text tells.
CREATE VIRTUAL TABLE words USING fts5 (text, content='', columnsize=0, detail=none, tokenize='trigram case_sensitive 1');

-- What the reader did with articles in the list.
CREATE TABLE shelved (
	article TEXT PRIMARY KEY REFERENCES article,
	read    INTEGER NOT NULL,  -- 1, 0: marked as read, as unread, by hand; -1: not marked
	removed INTEGER NOT NULL   -- 1: not listed until it is opened again
) WITHOUT ROWID;

-- Bookmarks. A small letter is one in each article, a capital one in the library.
CREATE TABLE bookmark (
	letter  TEXT NOT NULL,
	article TEXT NOT NULL REFERENCES article,
	byte    INTEGER NOT NULL,  -- in article.text
	PRIMARY KEY (letter, article)
) WITHOUT ROWID;

ALTER TABLE place ADD COLUMN seen INTEGER NOT NULL DEFAULT 0;  -- up to which byte the text was on the screen
ALTER TABLE place ADD COLUMN time TEXT NOT NULL DEFAULT '';    -- RFC 3339 in UTC, '' for unknown
`

// makeLists is the migration after which there are cards. Words are indexed and
// quotations found later, since that takes longer than a start may.
func makeLists(tx *sql.Tx) error {
	if _, err := tx.Exec(listTables); err != nil {
		return err
	}
	return makeCards(prepare(tx), sqliteSpellings.start)
}

// makeCards makes the card of every article that has none.
func makeCards(p *prepared, start string) error {
	articles, err := column[string](p, "SELECT article FROM origin WHERE article NOT IN (SELECT article FROM card) GROUP BY article ORDER BY max(seq)")
	if err != nil {
		return err
	}
	for _, article := range articles {
		if err := makeCard(p, start, article); err != nil {
			return err
		}
	}
	_, err = p.exec("UPDATE card SET outdated = " + readSince)
	return err
}

// makeCard makes the card of an article by its latest origin.
func makeCard(p *prepared, start, article string) error {
	s, err := p.stmt("SELECT seq, source, facts, fetched, blocks, octet_length(text), " + start + ` FROM origin JOIN article ON article.id = origin.article
		WHERE seq = (SELECT max(seq) FROM origin WHERE article = ?)`)
	if err != nil {
		return err
	}
	c := card{article: article}
	var said, blocks string
	var text []byte
	if err := s.QueryRow(titleBytes, article).Scan(&c.seq, &c.source, &said, &c.fetched, &blocks, &c.size, &text); err != nil {
		return err
	}
	var known facts
	_ = json.Unmarshal([]byte(said), &known) // what is damaged says nothing; a check tells
	c.site, c.published = known.Site, publishedText(known.Published)
	c.title = titleOf(blocks, strings.ToValidUTF8(string(text), ""), known.Headline)
	return c.keep(p)
}

// publishedText is when an article was published, in its own zone, "" where nothing says it.
func publishedText(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339Nano)
}

// readSince is 1 if another text was read from the source of a card since, else 0.
const readSince = `CASE WHEN EXISTS (SELECT 1 FROM origin
	WHERE origin.source = card.source AND origin.source <> '' AND origin.article <> card.article AND origin.seq > card.seq) THEN 1 ELSE 0 END`

// card is what a card says by the article's latest origin.
type card struct {
	seq                                              int64
	article, source, title, site, published, fetched string
	size                                             int
}

// cardOf is the card of an article that was just kept with an origin.
func cardOf(a *model.Article, seq int64) card {
	c := card{seq: seq, article: a.ID, source: a.Source, site: a.Facts.Site, published: publishedText(a.Facts.Published), fetched: formatTime(a.Fetched), size: len(a.Text)}
	c.title = cmp.Or(a.Title(), a.Facts.Headline, firstWords(a.Text[:min(len(a.Text), titleBytes)]))
	return c
}

// keep writes the card. What was found in the article stays.
func (c card) keep(p *prepared) error {
	_, err := p.exec(`INSERT INTO card (article, seq, source, title, site, published, fetched, size, outdated, indexed, basis, fresh, decided, guessed, unknown)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, '', 0, 0, 0, 0)
		ON CONFLICT (article) DO UPDATE SET seq = excluded.seq, source = excluded.source, title = excluded.title, site = excluded.site,
			published = excluded.published, fetched = excluded.fetched, outdated = 0`,
		c.article, c.seq, c.source, withoutNUL(c.title), withoutNUL(c.site), c.published, c.fetched, c.size)
	if err != nil || c.source == "" {
		return err
	}
	_, err = p.exec("UPDATE card SET outdated = 1 WHERE source = ? AND article <> ?", c.source, c.article)
	return err
}

// withoutNUL is a text without what TEXT in PostgreSQL cannot hold.
func withoutNUL(text string) string { return strings.ReplaceAll(text, "\x00", "") }

// sharedLists makes the same tables in PostgreSQL, where what readers did is each one's
// own. Words are looked for in the folded texts themselves.
const sharedLists = `
CREATE TABLE card (
	number    BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
	article   TEXT COLLATE "C" NOT NULL UNIQUE REFERENCES article,
	seq       BIGINT NOT NULL,
	source    TEXT COLLATE "C" NOT NULL,
	title     TEXT NOT NULL,
	site      TEXT NOT NULL,
	published TEXT NOT NULL,
	fetched   TEXT NOT NULL,
	size      INTEGER NOT NULL,
	outdated  INTEGER NOT NULL,
	indexed   INTEGER NOT NULL,
	basis     TEXT NOT NULL,
	fresh     INTEGER NOT NULL,
	decided   INTEGER NOT NULL,
	guessed   INTEGER NOT NULL,
	unknown   INTEGER NOT NULL
);
CREATE INDEX card_of_source ON card (source);
CREATE INDEX card_unindexed ON card (number) WHERE indexed = 0;
CREATE TABLE said (
	card       BIGINT NOT NULL REFERENCES card,
	number     INTEGER NOT NULL,
	start_byte INTEGER NOT NULL,
	end_byte   INTEGER NOT NULL,
	kind       TEXT NOT NULL,
	state      TEXT NOT NULL,
	party      TEXT COLLATE "C" NOT NULL,
	addressee  TEXT COLLATE "C" NOT NULL,
	body       TEXT NOT NULL,
	PRIMARY KEY (card, number)
);
CREATE INDEX said_by ON said (party);
CREATE INDEX said_to ON said (addressee) WHERE addressee <> '';
CREATE TABLE voice (
	card  BIGINT NOT NULL REFERENCES card,
	party TEXT COLLATE "C" NOT NULL,
	names TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (card, party)
);
CREATE TABLE words (
	rowid BIGINT PRIMARY KEY REFERENCES card,
	text  TEXT COLLATE "C" NOT NULL
);
CREATE TABLE shelved (
	reader  NAME NOT NULL DEFAULT session_user,
	article TEXT COLLATE "C" NOT NULL REFERENCES article,
	read    INTEGER NOT NULL,
	removed INTEGER NOT NULL,
	PRIMARY KEY (reader, article)
);
CREATE TABLE bookmark (
	reader  NAME NOT NULL DEFAULT session_user,
	letter  TEXT COLLATE "C" NOT NULL,
	article TEXT COLLATE "C" NOT NULL REFERENCES article,
	byte    INTEGER NOT NULL,
	PRIMARY KEY (reader, letter, article)
);
ALTER TABLE place ADD COLUMN seen INTEGER NOT NULL DEFAULT 0, ADD COLUMN time TEXT NOT NULL DEFAULT '';
GRANT SELECT ON card, said, voice, words, shelved, bookmark TO rawi_reader;
GRANT INSERT, UPDATE, DELETE ON card, said, voice, words, shelved, bookmark TO rawi_annotator;

-- «rawi check --rebuild» gives those that are there their titles.
INSERT INTO card (article, seq, source, title, site, published, fetched, size, outdated, indexed, basis, fresh, decided, guessed, unknown)
SELECT DISTINCT ON (article) article, seq, source, coalesce(facts::json ->> 'headline', ''), coalesce(facts::json ->> 'site', ''),
	coalesce(facts::json ->> 'published', ''), fetched, octet_length(text), 0, 0, '', 0, 0, 0, 0
FROM origin JOIN article ON article.id = origin.article ORDER BY article, seq DESC;
UPDATE card SET outdated = ` + readSince + `;
`
