package store

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"net"
	"os"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"github.com/jackc/pgx/v5/stdlib"
)

// connector gives connections that take the library's statements.
type connector struct {
	driver.Connector
	calls *calls
}

// Connect implements [driver.Connector].
func (c connector) Connect(ctx context.Context) (driver.Conn, error) {
	if err := c.calls.recent(); err != nil {
		return nil, err
	}
	conn, err := c.Connector.Connect(ctx)
	c.calls.note(err)
	if err != nil {
		return nil, err
	}
	return translating{conn.(*stdlib.Conn)}, nil
}

// translating is a connection to PostgreSQL on which parameters are written as for SQLite:
// "?", or "?1" where one stands more than once.
type translating struct{ *stdlib.Conn }

// QueryContext implements [driver.QueryerContext].
func (c translating) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	return c.Conn.QueryContext(ctx, numbered(query), args)
}

// ExecContext implements [driver.ExecerContext].
func (c translating) ExecContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Result, error) {
	return c.Conn.ExecContext(ctx, numbered(query), args)
}

// PrepareContext implements [driver.ConnPrepareContext]. It asks the server nothing: pgx prepares
// a statement when it is first used and keeps it as long as the connection.
func (c translating) PrepareContext(_ context.Context, query string) (driver.Stmt, error) {
	return statement{c, query}, nil
}

// CheckNamedValue implements [driver.NamedValueChecker].
func (c translating) CheckNamedValue(v *driver.NamedValue) error {
	switch value := v.Value.(type) {
	case rawText:
		v.Value = []byte(value)
	case string:
		if strings.ContainsRune(value, 0) || !utf8.ValidString(value) {
			return fmt.Errorf("%w: %.40q", errNoText, value)
		}
	}
	return c.Conn.CheckNamedValue(v)
}

// errNoText is what PostgreSQL would refuse, at a place where the library has no name.
var errNoText = errors.New("no text")

// statement is a statement that is prepared when it is used.
type statement struct {
	translating
	query string
}

func (statement) Close() error  { return nil }
func (statement) NumInput() int { return -1 }

// ExecContext implements [driver.StmtExecContext].
func (s statement) ExecContext(ctx context.Context, args []driver.NamedValue) (driver.Result, error) {
	return s.translating.ExecContext(ctx, s.query, args)
}

// QueryContext implements [driver.StmtQueryContext].
func (s statement) QueryContext(ctx context.Context, args []driver.NamedValue) (driver.Rows, error) {
	return s.translating.QueryContext(ctx, s.query, args)
}

// Exec implements [driver.Stmt], of which database/sql calls the methods with a context.
func (s statement) Exec([]driver.Value) (driver.Result, error) { return nil, driver.ErrSkip }

// Query implements [driver.Stmt].
func (s statement) Query([]driver.Value) (driver.Rows, error) { return nil, driver.ErrSkip }

// numbered is a statement with its parameters as PostgreSQL writes them: the n-th "?" is $n.
func numbered(query string) string {
	var b strings.Builder
	n, quote := 0, byte(0)
	for i := 0; i < len(query); i++ {
		c := query[i]
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '\'' || c == '"':
			quote = c
		case c == '?':
			b.WriteByte('$')
			if i+1 == len(query) || query[i+1] < '0' || '9' < query[i+1] {
				n++
				fmt.Fprint(&b, n)
			}
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}

// answerTime is how long a server may be silent while its answer is waited for.
const answerTime = 10 * time.Second

// patient is a connection that fails when nothing went either way for [answerTime]. A network that
// is gone tells nobody.
type patient struct {
	net.Conn

	mu    sync.Mutex
	limit time.Time // set by others, zero for none
	wrote time.Time // when something last went out
}

// SetDeadline implements [net.Conn].
func (c *patient) SetDeadline(t time.Time) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.limit = t
	return c.Conn.SetDeadline(t)
}

// wait sets the deadline of what is done next.
func (c *patient) wait(set func(time.Time) error) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	t := time.Now().Add(answerTime)
	if !c.limit.IsZero() && c.limit.Before(t) {
		t = c.limit
	}
	return set(t)
}

// sends reports whether something went out lately, and no one's deadline has passed.
func (c *patient) sends() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	now := time.Now()
	return now.Sub(c.wrote) < answerTime && (c.limit.IsZero() || now.Before(c.limit))
}

// Read implements [io.Reader].
func (c *patient) Read(b []byte) (n int, err error) {
	for {
		if err := c.wait(c.Conn.SetReadDeadline); err != nil {
			return 0, err
		}
		n, err = c.Conn.Read(b)
		if n > 0 || !errors.Is(err, os.ErrDeadlineExceeded) || !c.sends() {
			return n, err
		}
	}
}

// Write implements [io.Writer]. A long text goes out piece by piece, each in its time.
func (c *patient) Write(b []byte) (n int, err error) {
	const piece = 1 << 16
	for len(b) > 0 {
		if err := c.wait(c.Conn.SetWriteDeadline); err != nil {
			return n, err
		}
		m, err := c.Conn.Write(b[:min(piece, len(b))])
		n += m
		if err != nil {
			return n, err
		}
		b = b[m:]
		c.mu.Lock()
		c.wrote = time.Now()
		c.mu.Unlock()
	}
	return n, nil
}

// redialTime is for how long a server that could not be reached is not called again: a window
// asks several things one after the other, and would wait for each of them.
const redialTime = time.Second

// calls remembers the last call of the server of a library.
type calls struct {
	mu     sync.Mutex
	failed time.Time // when the last call failed
	err    error     // of it
}

// recent is why the server could not be reached just now, nil if that is not known.
func (c *calls) recent() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if time.Since(c.failed) < redialTime {
		return c.err
	}
	return nil
}

// note takes down the outcome of a call.
func (c *calls) note(err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.err = err; err != nil {
		c.failed = time.Now()
	}
}

func dialPatiently(ctx context.Context, network, address string) (net.Conn, error) {
	conn, err := (&net.Dialer{}).DialContext(ctx, network, address)
	if err != nil {
		return nil, err
	}
	return &patient{Conn: conn, wrote: time.Now()}, nil
}
