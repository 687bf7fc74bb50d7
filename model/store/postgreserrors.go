package store

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
)

// serverFault is what an error of PostgreSQL means to a reader, by its code
// (https://www.postgresql.org/docs/current/errcodes-appendix.html); one of two characters
// is a class of codes.
type serverFault struct {
	codes  []string
	kind   error
	advice string
}

var serverFaults = []serverFault{
	{[]string{"28"}, ErrLogin, "look at the user's name and its password (PGPASSWORD, ~/.pgpass), and at what the server allows"},
	{[]string{"3D000"}, ErrNoBase, "look at the name at the end of the address, or let it be made"},
	{[]string{"42501"}, ErrRights, "ask whoever keeps the library for a role in it"},
	{[]string{"25006"}, ErrReadOnly, "the server only reads; use the one that it copies"},
	{[]string{"53100"}, ErrFull, "free some room on the server and try again"},
	{[]string{"55P03", "53300", "40P01", "40001"}, ErrBusy, "wait, and try again"},
	{[]string{"08", "57P01", "57P02", "57P03", "57P05", "25P03"}, ErrAway, away},
	{[]string{"XX001", "XX002"}, ErrCorrupt, bringBack},
	{[]string{"42P01", "3F000"}, ErrUnmade, "«rawi library init» makes it"},
}

const (
	away      = "look at the network and the server; rawi tries again"
	insecure  = "look at sslmode and sslrootcert in the address and at the server's certificate"
	bringBack = "let whoever keeps the server bring back a copy"
)

// explainServer makes one sentence of an error that the server or the way to it gave. Other
// errors, and those that were explained before, are sentences already.
func explainServer(name string, err error) error {
	advice, kind := meaning(err)
	if kind == nil || errors.Is(err, kind) {
		return err
	}
	return fmt.Errorf("the library %s %w; %s (%w)", name, kind, advice, oneLine{err})
}

// meaning is what an error means, nil for one that is none of the server's, and what to do.
func meaning(err error) (advice string, kind error) {
	var said *pgconn.PgError
	switch {
	case err == nil:
		return "", nil
	case errors.Is(err, errNoText):
		return "change it, or use a library in a folder", ErrNoText
	case strings.HasPrefix(err.Error(), "sql: Scan error"): // a value of a kind that was never written
		return bringBack, ErrCorrupt
	case errors.As(err, &said):
		return meaningOf(said.Code)
	case isInsecure(err):
		return insecure, ErrInsecure
	case isAway(err):
		return away, ErrAway
	}
	return "", nil
}

func meaningOf(code string) (advice string, kind error) {
	for _, f := range serverFaults {
		if slices.ContainsFunc(f.codes, func(c string) bool { return c == code || len(c) == 2 && strings.HasPrefix(code, c) }) {
			return f.advice, f.kind
		}
	}
	return "look at what the server says, and try again", ErrRefused
}

// isInsecure reports whether the way to the server is not as safe as was asked for.
func isInsecure(err error) bool {
	return errors.As(err, new(*tls.CertificateVerificationError)) || errors.As(err, new(tls.RecordHeaderError)) ||
		errors.As(err, new(tls.AlertError)) || errors.As(err, new(x509.HostnameError)) || errors.As(err, new(x509.UnknownAuthorityError)) ||
		strings.Contains(err.Error(), "server refused TLS connection") // pgconn has no value for it
}

// isAway reports whether the server did not answer.
func isAway(err error) bool {
	for _, gone := range []error{driver.ErrBadConn, sql.ErrConnDone, pgconn.ErrConnClosed, io.EOF, io.ErrUnexpectedEOF, net.ErrClosed, context.DeadlineExceeded} {
		if errors.Is(err, gone) {
			return true
		}
	}
	return errors.As(err, new(net.Error)) || errors.As(err, new(*pgconn.ConnectError))
}
