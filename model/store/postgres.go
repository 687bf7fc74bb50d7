package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"
)

// schemaName is the schema in which a shared library is, unless the address has another as
// its search_path.
const schemaName = "rawi"

// dialTime is how long to wait for a connection where the address does not say it
// (connect_timeout).
const dialTime = 3 * time.Second

// postgresEngine is a library in a database of PostgreSQL.
type postgresEngine struct {
	db       *sql.DB
	address  serverAddress
	readOnly bool
}

// serverAddress is where a shared library is.
type serverAddress struct {
	name   string // without its password
	schema string
	config *pgx.ConnConfig
	calls  *calls
}

// parseAddress reads an address, and what libpq's environment variables and files say beside it.
func parseAddress(address string) (a serverAddress, err error) {
	a.name, a.calls = PublicName(address), new(calls)
	if !IsAddress(address) {
		return a, wrongAddress("", "")
	}
	a.config, err = pgx.ParseConfig(address)
	if err != nil {
		why := "" // without what was parsed, in which the password may be
		if e := (*pgconn.ParseConfigError)(nil); errors.As(err, &e) && errors.Unwrap(e) != nil && !strings.Contains(a.name, "…") {
			why = fmt.Sprintf(" (%v)", oneLine{errors.Unwrap(e)})
		}
		return a, wrongAddress(a.name, why)
	}
	a.schema = cmp.Or(a.config.RuntimeParams["search_path"], schemaName)
	delete(a.config.RuntimeParams, "search_path")
	a.config.ConnectTimeout = cmp.Or(a.config.ConnectTimeout, dialTime)
	a.config.DialFunc = dialPatiently
	return a, nil
}

func wrongAddress(name, why string) error {
	return fmt.Errorf("the library %s %w; write postgres://USER@HOST:PORT/DATABASE%s", name, ErrAddress, why)
}

// settings makes a connection fit for the library. What the server says about commits holds,
// except that they need not be on its disk. A transaction of a window that is gone with its
// network must not keep others waiting.
func (a serverAddress) settings() string {
	return fmt.Sprintf(`SET client_encoding = 'UTF8'; SET search_path = %s; SET lock_timeout = %d; SET idle_in_transaction_session_timeout = %d;
		SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'`,
		pgx.Identifier{a.schema}.Sanitize(), patience.Milliseconds(), answerTime.Milliseconds())
}

// open opens a pool of one connection, as there is one for a file.
func (a serverAddress) open() *sql.DB {
	setUp := stdlib.OptionAfterConnect(func(ctx context.Context, c *pgx.Conn) error {
		_, err := c.PgConn().Exec(ctx, a.settings()).ReadAll()
		return err
	})
	db := sql.OpenDB(connector{stdlib.GetConnector(*a.config, setUp), a.calls})
	db.SetMaxOpenConns(1)
	return db
}

func (a serverAddress) explain(err error) error { return explainServer(a.name, err) }

// openPostgres opens the library at an address, which [Init] has made.
func openPostgres(address string) (*Library, error) {
	a, err := parseAddress(address)
	if err != nil {
		return nil, err
	}
	return a.connect()
}

func (a serverAddress) connect() (*Library, error) {
	e := &postgresEngine{db: a.open(), address: a}
	if err := e.prepare(); err != nil {
		_ = e.db.Close()
		return nil, a.explain(err)
	}
	return &Library{e, e.db}, nil
}

// prepare looks whether there is a library that this rawi knows.
func (e *postgresEngine) prepare() error {
	var version int
	var encoding string
	err := e.db.QueryRow(`SELECT version, NOT has_table_privilege('event', 'INSERT') OR pg_is_in_recovery(), current_setting('server_encoding')
		FROM library`).Scan(&version, &e.readOnly, &encoding)
	switch _, kind := meaning(err); {
	case kind == ErrUnmade && e.hidden():
		return fmt.Errorf("the library %s %w; %s", e.name(), ErrRights, "ask whoever keeps the library for a role in it")
	case err != nil:
		return err
	case encoding != "UTF8":
		return e.address.notUTF8(encoding)
	}
	return e.address.checkVersion(version)
}

// hidden reports whether there is a library that this login may not see.
func (e *postgresEngine) hidden() bool {
	there, err := valueIn[bool](e.db, "SELECT NOT has_schema_privilege(oid, 'USAGE') FROM pg_namespace WHERE nspname = ?", e.address.schema)
	return there && err == nil
}

func (a serverAddress) notUTF8(encoding string) error {
	return fmt.Errorf("the library %s %w but in %s; make a database with ENCODING 'UTF8'", a.name, ErrEncoding, encoding)
}

func (a serverAddress) checkVersion(version int) error {
	switch newest := len(schema); {
	case version > newest:
		return fmt.Errorf("the library %s %w (version %d, this rawi knows %d); use that rawi", a.name, ErrNewer, version, newest)
	case version < newest:
		return fmt.Errorf("the library %s %w (version %d of %d); let whoever made it run «rawi library init» with this one", a.name, ErrOlder, version, newest)
	}
	return nil
}

var postgresSpellings = spellings{
	start: "substr(text, 1, ?)",
	own:   " AND reader = session_user",
	turns: "turn",

	hasWords: hasEach, forgetWords: "DELETE FROM words",
}

func (e *postgresEngine) name() string          { return e.address.name }
func (e *postgresEngine) spellings() *spellings { return &postgresSpellings }
func (e *postgresEngine) writable() bool        { return !e.readOnly }
func (e *postgresEngine) close() error          { return e.db.Close() }
func (e *postgresEngine) forget() error         { return nil } // it is the server's

func (e *postgresEngine) explain(err error) error { return e.address.explain(err) }

func (e *postgresEngine) corrupt(what string) error {
	return fmt.Errorf("the library %s %w; %s (%s)", e.name(), ErrCorrupt, bringBack, what)
}

func (e *postgresEngine) breaksReference(err error) bool {
	var said *pgconn.PgError
	return errors.As(err, &said) && said.Code == "23503"
}

// reindex does nothing: indexes are the work of whoever keeps the server.
func (e *postgresEngine) reindex() error { return nil }

// oneWriter waits until no other transaction writes to the library. The lock is given back when
// the transaction is over and all can see what it wrote, so that decisions get their numbers
// in the order of their commits: whoever has seen one will never see an earlier one appear.
// The table's triggers take it too, for programs that know nothing of it.
const oneWriter = "SELECT pg_advisory_xact_lock(1918990185, 'event'::regclass::oid::int)" // "rawi" in ASCII

// change runs do in one transaction, which is on the server's disk when it returns without an
// error.
func (e *postgresEngine) change(do func(*sql.Tx) error) error {
	if e.readOnly {
		return fmt.Errorf("the library %s %w; ask whoever keeps it for the role of an annotator (it %w)", e.name(), ErrReadOnly, ErrRights)
	}
	tx, err := e.db.Begin()
	if err != nil {
		return e.explain(err)
	}
	defer tx.Rollback()
	if _, err := tx.Exec(oneWriter); err != nil {
		return e.explain(err)
	}
	if err := do(tx); err != nil {
		return e.explain(err)
	}
	return e.explain(tx.Commit())
}

// view runs do, which only reads, on one state of the library.
func (e *postgresEngine) view(do func(*sql.Tx) error) error {
	tx, err := e.db.BeginTx(context.Background(), &sql.TxOptions{ReadOnly: true, Isolation: sql.LevelRepeatableRead})
	if err != nil {
		return e.explain(err)
	}
	defer tx.Rollback()
	return e.explain(do(tx))
}

// faults is what would let decisions be lost.
func (e *postgresEngine) faults(tx *sql.Tx) (faults []string, err error) {
	p := prepare(tx)
	kept, err := column[string](p, "SELECT tgname FROM pg_trigger WHERE tgrelid = 'event'::regclass AND tgenabled IN ('O', 'A')")
	if err != nil {
		return nil, err
	}
	guards := map[string]bool{"event_first": true, "event_stays": true, "event_keeps": true, "event_told": true}
	for _, name := range kept {
		delete(guards, name)
	}
	for name := range guards {
		faults = append(faults, fmt.Sprintf("the trigger %s of the table event is missing or disabled; «rawi library init» brings it back", name))
	}
	sync, err := column[string](p, "SELECT current_setting('fsync')")
	if err == nil && sync[0] == "off" {
		faults = append(faults, "the server does not wait for its disk (fsync = off): what it says is kept can be lost")
	}
	return faults, err
}

// server is the source of a shared library.
type server struct {
	address  string
	parsed   serverAddress
	listener *pgx.Conn // of await, nil while it does not listen
}

// glance has no cheaper way than to open the library.
func (s *server) glance() (*Library, error) { return nil, errors.ErrUnsupported }
func (s *server) forbids() error            { return nil }
func (s *server) look(*Library) look        { return same }
func (s *server) used(*Library)             {}
func (s *server) open() (*Library, ChangeKind, error) {
	if s.parsed.config == nil {
		parsed, err := parseAddress(s.address)
		if err != nil {
			return nil, 0, err
		}
		s.parsed = parsed
	}
	l, err := s.parsed.connect()
	return l, Unchanged, err
}
