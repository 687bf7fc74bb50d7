package store

import (
	"net/url"
	"regexp"
	"strings"
)

// IsAddress reports whether the name of a library is the address of a PostgreSQL database,
// as libpq writes it: postgres://USER@HOST:PORT/DATABASE?PARAMETER=VALUE&... Else it
// is that of a folder.
func IsAddress(where string) bool {
	return strings.HasPrefix(where, "postgres://") || strings.HasPrefix(where, "postgresql://")
}

// publicPart is what of an address can hold no password, where it cannot be read or has several
// servers.
func publicPart(address string) string {
	scheme, rest, _ := strings.Cut(address, "://")
	rest, _, _ = strings.Cut(rest, "?")
	if i := strings.LastIndexByte(rest, '@'); i >= 0 {
		return scheme + "://…" + rest[i:]
	}
	return scheme + "://…"
}

// keywords are what the other form of addresses that libpq knows begins with, which rawi does not
// take: in a name of a folder the password would be seen.
var keywords = regexp.MustCompile(`^\s*(host|hostaddr|port|dbname|user|password|service|sslmode|passfile)\s*=`)

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
		return publicPart(where)
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
