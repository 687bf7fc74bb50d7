package store

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
)

// firstShared makes the tables of version 5, which are those of SQLite, with what a shared library
// needs beside them: decisions keep the login that sent them, and places belong to one.
const firstShared = `
CREATE TABLE article (
	id   TEXT COLLATE "C" PRIMARY KEY,
	text BYTEA NOT NULL  -- UTF-8; the type TEXT has no NUL
);
CREATE TABLE origin (
	seq       BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	article   TEXT COLLATE "C" NOT NULL REFERENCES article,
	source    TEXT COLLATE "C" NOT NULL,
	language  TEXT NOT NULL,
	direction TEXT NOT NULL,
	fetched   TEXT NOT NULL,
	broken    INTEGER NOT NULL,
	blocks    TEXT NOT NULL,
	facts     TEXT NOT NULL DEFAULT '{}',
	UNIQUE (article, source)
);
CREATE INDEX origin_of_source ON origin (source);

-- All decisions. All else that decisions bring about is derived from this table.
CREATE TABLE event (
	seq     BIGINT PRIMARY KEY,  -- in the order of commits
	id      TEXT COLLATE "C" NOT NULL UNIQUE,
	article TEXT COLLATE "C" NOT NULL,  -- '': the whole library
	author  TEXT COLLATE "C" NOT NULL,
	body    TEXT NOT NULL,  -- JSON, as model.Annotation writes it
	login   NAME NOT NULL   -- that sent it
);
CREATE INDEX event_of_article ON event (article, author);

-- Whose an author's name is: the login's that decided under it first.
CREATE TABLE author (
	name  TEXT COLLATE "C" PRIMARY KEY,
	login NAME NOT NULL
);

-- A decision that is there is left out; a new one gets the next number while no other
-- transaction writes. Only an adjudicator decides under another's name.
CREATE FUNCTION event_first() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
	PERFORM pg_advisory_xact_lock(1918990185, TG_RELID::int);
	IF EXISTS (SELECT 1 FROM event WHERE id = NEW.id) THEN
		RETURN NULL;
	END IF;
	IF NOT pg_has_role(session_user, 'rawi_adjudicator', 'MEMBER') THEN
		INSERT INTO author (name, login) VALUES (NEW.author, session_user) ON CONFLICT DO NOTHING;
		IF NOT EXISTS (SELECT 1 FROM author WHERE name = NEW.author AND login = session_user) THEN
			RAISE insufficient_privilege USING MESSAGE = format('the author %s is another login''s', NEW.author);
		END IF;
	END IF;
	NEW.seq := coalesce((SELECT max(seq) FROM event), 0) + 1;
	NEW.login := session_user;
	RETURN NEW;
END $$;
CREATE TRIGGER event_first BEFORE INSERT ON event FOR EACH ROW EXECUTE FUNCTION event_first();

CREATE FUNCTION event_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE 'decisions are never changed or removed';
END $$;
CREATE TRIGGER event_keeps BEFORE UPDATE OR DELETE ON event FOR EACH ROW EXECUTE FUNCTION event_stays();
CREATE TRIGGER event_stays BEFORE TRUNCATE ON event FOR EACH STATEMENT EXECUTE FUNCTION event_stays();

-- Open windows hear on which articles others decide.
CREATE FUNCTION event_told() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM pg_notify('rawi_' || TG_RELID, left(article, 100)) FROM (SELECT DISTINCT article FROM added) AS one;
	RETURN NULL;
END $$;
CREATE TRIGGER event_told AFTER INSERT ON event REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION event_told();

CREATE TABLE tally (
	article TEXT COLLATE "C" PRIMARY KEY,
	body    TEXT NOT NULL
);
CREATE TABLE place (
	reader  NAME NOT NULL DEFAULT session_user,
	article TEXT COLLATE "C" NOT NULL REFERENCES article,
	byte    INTEGER NOT NULL,
	turn    INTEGER NOT NULL,
	PRIMARY KEY (reader, article)
);
CREATE INDEX place_of_turn ON place (reader, turn);
CREATE TABLE use (
	article TEXT COLLATE "C" NOT NULL,
	party   TEXT COLLATE "C" NOT NULL,
	name    TEXT COLLATE "C" NOT NULL,
	kind    TEXT COLLATE "C" NOT NULL,
	times   INTEGER NOT NULL,
	latest  TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (article, party)
);
CREATE INDEX use_of_party ON use (party, name);
CREATE TABLE stale (article TEXT COLLATE "C" PRIMARY KEY);
CREATE TABLE naming (
	party  TEXT COLLATE "C" NOT NULL,
	name   TEXT COLLATE "C" NOT NULL,
	kind   TEXT COLLATE "C" NOT NULL,
	times  INTEGER NOT NULL,
	latest TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (party, name)
);
CREATE TABLE page (
	seq      BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	article  TEXT COLLATE "C" NOT NULL REFERENCES article,
	address  TEXT COLLATE "C" NOT NULL,
	found    TEXT NOT NULL,
	fetched  TEXT NOT NULL,
	type     TEXT NOT NULL,
	charset  TEXT NOT NULL,
	etag     TEXT NOT NULL,
	modified TEXT NOT NULL,
	hash     TEXT NOT NULL,
	data     BYTEA NOT NULL,
	UNIQUE (address, hash)
);
CREATE TABLE feed (
	address  TEXT COLLATE "C" PRIMARY KEY,
	title    TEXT NOT NULL,
	updated  TEXT NOT NULL,
	etag     TEXT NOT NULL,
	modified TEXT NOT NULL
);
CREATE TABLE entry (
	feed   TEXT COLLATE "C" NOT NULL REFERENCES feed ON DELETE CASCADE,
	source TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (feed, source)
);

-- A reader sees all; an annotator decides under one name and brings articles in; an
-- adjudicator may decide under every name and say whose a name is.
GRANT SELECT ON library, article, origin, event, author, tally, place, use, stale, naming, page, feed, entry TO rawi_reader;
GRANT INSERT ON article, event TO rawi_annotator;
GRANT INSERT, DELETE ON origin, page, place TO rawi_annotator;
GRANT INSERT, UPDATE, DELETE ON tally, use, stale, naming, feed, entry TO rawi_annotator;
GRANT INSERT, UPDATE, DELETE ON author TO rawi_adjudicator;
`

// beginning makes the place for a library, and the roles. A role of the server may serve
// several libraries.
const beginning = `
CREATE SCHEMA IF NOT EXISTS {schema};
SET LOCAL search_path = {schema};
DO $$
DECLARE role TEXT;
BEGIN
	FOREACH role IN ARRAY ARRAY['rawi_reader', 'rawi_annotator', 'rawi_adjudicator'] LOOP
		IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = role) THEN
			EXECUTE format('CREATE ROLE %I NOLOGIN', role);
		END IF;
	END LOOP;
	IF NOT pg_has_role('rawi_annotator', 'rawi_reader', 'MEMBER') THEN
		GRANT rawi_reader TO rawi_annotator;
	END IF;
	IF NOT pg_has_role('rawi_adjudicator', 'rawi_annotator', 'MEMBER') THEN
		GRANT rawi_annotator TO rawi_adjudicator;
	END IF;
	IF NOT pg_has_role('rawi_adjudicator', 'MEMBER') THEN
		GRANT rawi_adjudicator TO CURRENT_USER;
	END IF;
END $$;
GRANT USAGE ON SCHEMA {schema} TO rawi_reader;
CREATE TABLE IF NOT EXISTS library (version INTEGER NOT NULL);
`

// ending brings back what somebody may have taken away, and notes the version.
const ending = `
ALTER TABLE event ENABLE TRIGGER USER;
DELETE FROM library;
INSERT INTO library (version) VALUES (%d);
`

// sharedSQL is the SQL that makes a shared library, or brings one of a version up to date.
func sharedSQL(schemaName string, version int) string {
	var b strings.Builder
	b.WriteString(strings.ReplaceAll(beginning, "{schema}", pgx.Identifier{schemaName}.Sanitize()))
	for _, m := range schema[version:] {
		b.WriteString(m.server)
	}
	fmt.Fprintf(&b, ending, len(schema))
	return b.String()
}

// InitSQL is the SQL with which whoever keeps a server makes a new shared library, and the roles
// rawi_reader, rawi_annotator and rawi_adjudicator, by hand. An address may be "".
func InitSQL(address string) (string, error) {
	name := schemaName
	if address != "" {
		a, err := parseAddress(address)
		if err != nil {
			return "", err
		}
		name = a.schema
	}
	return "BEGIN;" + sharedSQL(name, 0) + "COMMIT;\n", nil
}

// Init makes the shared library at an address in its database, with its roles, or brings it
// up to date. It reports whether there was none before. Doing it again does no harm. The login
// must be allowed to make schemas and roles.
func Init(address string) (made bool, err error) {
	a, err := parseAddress(address)
	if err != nil {
		return false, err
	}
	made, err = a.init()
	return made, a.explain(err)
}

func (a serverAddress) init() (made bool, err error) {
	const longest = time.Minute // of a migration
	ctx, cancel := context.WithTimeout(context.Background(), longest)
	defer cancel()
	conn, err := pgx.ConnectConfig(ctx, a.config)
	if err != nil {
		return false, err
	}
	defer func() { _ = conn.Close(ctx) }()
	if _, err := conn.PgConn().Exec(ctx, a.settings()).ReadAll(); err != nil {
		return false, err
	}
	tx, err := conn.Begin(ctx)
	if err != nil {
		return false, err
	}
	defer func() { _ = tx.Rollback(ctx) }()
	version, err := a.version(ctx, tx)
	if err != nil {
		return false, err
	}
	if _, err := tx.Conn().PgConn().Exec(ctx, sharedSQL(a.schema, version)).ReadAll(); err != nil {
		return false, err
	}
	return version == 0, tx.Commit(ctx)
}

// version is that of the library, which no other program makes or brings up to date meanwhile; 0
// for none.
func (a serverAddress) version(ctx context.Context, tx pgx.Tx) (version int, err error) {
	if _, err := tx.Exec(ctx, "SELECT pg_advisory_xact_lock(1918990185, 0)"); err != nil {
		return 0, err
	}
	var encoding string
	var made bool
	err = tx.QueryRow(ctx, "SELECT current_setting('server_encoding'), to_regclass('library') IS NOT NULL").Scan(&encoding, &made)
	switch {
	case err != nil:
		return 0, err
	case encoding != "UTF8":
		return 0, a.notUTF8(encoding)
	case !made:
		return 0, nil
	}
	if err := tx.QueryRow(ctx, "SELECT version FROM library").Scan(&version); err != nil {
		return 0, err
	}
	if version > len(schema) {
		return 0, a.checkVersion(version)
	}
	return version, nil
}
