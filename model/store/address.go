package store

import (
	"net/url"
	"strings"
)

// IsAddress reports whether the name of a library is the address of a PostgreSQL database,
// as libpq writes it: postgres://USER@HOST:PORT/DATABASE?PARAMETER=VALUE&... Else it
// is that of a folder.
func IsAddress(where string) bool {
	return strings.HasPrefix(where, "postgres://") || strings.HasPrefix(where, "postgresql://")
}

// secrets is the parameters of an address that nobody else may see.
var secrets = []string{"password", "sslpassword"}

// PublicName is an address without its password, as it may be shown; the name of a folder
// is as it was.
func PublicName(where string) string {
	if !IsAddress(where) {
		return where
	}
	u, err := url.Parse(where)
	if err != nil {
		scheme, _, _ := strings.Cut(where, "://")
		return scheme + "://…" // whatever of it is the password
	}
	if u.User != nil {
		u.User = url.User(u.User.Username())
	}
	q, err := url.ParseQuery(u.RawQuery)
	for _, s := range secrets {
		q.Del(s)
	}
	u.RawQuery = q.Encode()
	if err != nil {
		u.RawQuery = ""
	}
	return u.String()
}
