package config

import (
	"fmt"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"rawi/model/printable"
)

// place is a key with its value, or the header of a table, where it stands in
// the text. Positions are byte offsets.
type place struct {
	path    []string // from the root
	section int      // how much of the path is the header's or the inline table's around it
	header  bool
	inline  bool // inside an inline table
	line    int  // from 1

	start      int // of the key, or of the header's bracket
	value, end int // where its value begins and ends; of a header both are its end
	next       int // where the next line begins
}

// scan finds the entries of a text that is known to be TOML. The tables that
// stand in arrays are not entered.
func scan(text string) []place {
	s := scanner{text: text, at: len(text) - len(strings.TrimPrefix(text, "\ufeff"))}
	for s.blank("\r\n"); s.more(); s.blank("\r\n") {
		start := s.at
		if s.text[s.at] == '[' {
			s.skip("[", 2)
			s.section = s.key()
			s.skip("]", 2)
			s.found = append(s.found, place{path: s.section, section: len(s.section), header: true, start: start, value: s.at, end: s.at})
		} else {
			s.entry(s.section, false)
		}
		s.lines(start)
	}
	return s.found
}

type scanner struct {
	text    string
	at      int
	section []string // of the last header
	found   []place
	counted int // of found, those that know their line
	line    int // lines before from
	from    int
}

// lines tells the new entries of a statement where lines begin, and goes to
// the next.
func (s *scanner) lines(start int) {
	s.comment()
	next := len(s.text)
	if i := strings.IndexByte(s.text[s.at:], '\n'); i >= 0 {
		next = s.at + i + 1
	}
	for i := s.counted; i < len(s.found); i++ {
		e := &s.found[i]
		e.line, e.next = s.line+strings.Count(s.text[s.from:e.start], "\n")+1, next
	}
	s.counted = len(s.found)
	s.line += strings.Count(s.text[s.from:start], "\n")
	s.from, s.at = start, next
}

func (s *scanner) more() bool { return s.at < len(s.text) }

// prefix is what follows, if it is that.
func (s *scanner) prefix(want string) string {
	if strings.HasPrefix(s.text[s.at:], want) {
		return want
	}
	return ""
}

// skip skips what is wanted, at most the given number of times.
func (s *scanner) skip(want string, times int) {
	for range times {
		s.at += len(s.prefix(want))
	}
}

// blank skips blanks and the characters given; where line ends are among
// those, comments too.
func (s *scanner) blank(also string) {
	for s.more() {
		switch c := s.text[s.at]; {
		case c == ' ' || c == '\t' || strings.IndexByte(also, c) >= 0:
			s.at++
		case c == '#' && also != "":
			s.comment()
		default:
			return
		}
	}
}

// comment skips one, if it follows, up to the line's end.
func (s *scanner) comment() {
	s.blank("")
	if s.prefix("#") == "" {
		return
	}
	end := strings.IndexByte(s.text[s.at:], '\n')
	if end < 0 {
		end = len(s.text) - s.at
	}
	s.at += end
}

// entry reads a key, its value, and what stands in that if it is an inline
// table.
func (s *scanner) entry(section []string, inline bool) {
	e := place{section: len(section), inline: inline, start: s.at}
	e.path = append(slices.Clone(section), s.key()...)
	s.skip("=", 1)
	s.blank("")
	e.value = s.at
	i := len(s.found)
	s.found = append(s.found, e)
	s.skipValue(e.path, inline)
	s.found[i].end = s.at
}

// key reads a dotted key and the blanks around it.
func (s *scanner) key() (path []string) {
	for {
		s.blank("")
		start := s.at
		if s.prefix(`"`) != "" || s.prefix("'") != "" {
			s.quoted()
			path = append(path, unquote(s.text[start:s.at]))
		} else {
			for s.more() && isBare(s.text[s.at]) {
				s.at++
			}
			path = append(path, s.text[start:s.at])
		}
		s.blank("")
		if s.prefix(".") == "" {
			return path
		}
		s.at++
	}
}

func isBare(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_' || c == '-' || c >= 0x80
}

// skipValue goes behind a value. Outside brackets one that is not quoted ends
// with the line or a comment; a date may have a blank in it.
func (s *scanner) skipValue(path []string, nested bool) {
	switch {
	case s.prefix(`"`) != "" || s.prefix("'") != "":
		s.quoted()
	case s.prefix("[") != "":
		s.list("]", func() { s.skipValue(nil, true) })
	case s.prefix("{") != "" && path != nil:
		s.list("}", func() { s.entry(path, true) })
	case s.prefix("{") != "": // in an array
		s.list("}", func() {
			s.key()
			s.skip("=", 1)
			s.blank("")
			s.skipValue(nil, true)
		})
	default:
		ends := "#\r\n"
		if nested {
			ends += ",]}"
		}
		end := strings.IndexAny(s.text[s.at:], ends)
		if end < 0 {
			end = len(s.text) - s.at
		}
		s.at += len(strings.TrimRight(s.text[s.at:s.at+end], " \t"))
	}
}

// list reads what stands between brackets, parted by commas.
func (s *scanner) list(closing string, item func()) {
	s.at++
	for s.blank("\r\n,"); s.more() && s.prefix(closing) == ""; s.blank("\r\n,") {
		before := s.at
		item()
		if s.at == before { // not TOML
			s.at++
		}
	}
	s.at = min(s.at+1, len(s.text))
}

// quoted goes behind a string of one of the four kinds.
func (s *scanner) quoted() {
	quote := s.text[s.at : s.at+1]
	long := strings.Repeat(quote, 3)
	if s.prefix(long) != "" {
		quote = long
	}
	for s.at += len(quote); s.more() && s.prefix(quote) == ""; s.at++ {
		if quote[0] == '"' && s.text[s.at] == '\\' {
			s.at++
		}
	}
	s.at = min(s.at+len(quote), len(s.text))
	if quote == long { // up to two quotes may stand before the three
		s.skip(quote[:1], 2)
	}
}

// unquote is what a quoted key says.
func unquote(quoted string) string {
	var v struct{ Key string }
	_, _ = toml.Decode("Key = "+quoted, &v) // the file was decoded before
	return v.Key
}

// dotted writes a path as TOML has it, on one line and without controls.
func dotted(path []string) string {
	parts := make([]string, len(path))
	for i, part := range path {
		parts[i] = part
		if part == "" || strings.ContainsFunc(part, func(r rune) bool { return r >= 0x80 || !isBare(byte(r)) }) {
			parts[i] = quote(part)
		}
	}
	return strings.Join(parts, ".")
}

// quote writes a string of TOML.
func quote(text string) string {
	var out strings.Builder
	out.WriteByte('"')
	for _, r := range strings.ToValidUTF8(text, "\uFFFD") {
		switch {
		case r == '"' || r == '\\':
			out.WriteByte('\\')
			out.WriteRune(r)
		case printable.Steers(r):
			fmt.Fprintf(&out, `\u%04x`, r)
		default:
			out.WriteRune(r)
		}
	}
	out.WriteByte('"')
	return out.String()
}
