package model

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// canonicalizer writes JSON values in canonical form, one after the other.
type canonicalizer struct {
	out   []byte
	depth int
}

// maxDepth is that of encoding/json.
const maxDepth = 10000

// extent is where a member of an object begins and ends in the output.
type extent struct{ start, colon, end int }

// object writes an object of which the brace is read, and is what follows it.
// If claim is not nil, the member "digest" goes there and not into the output.
func (c *canonicalizer) object(data []byte, claim *[]byte) ([]byte, error) {
	if c.depth++; c.depth > maxDepth {
		return data, errJSON
	}
	defer func() { c.depth-- }()
	start := len(c.out)
	members := make([]extent, 0, 16)
	for first := true; ; first = false {
		data = space(data)
		if len(data) > 0 && data[0] == '}' && first {
			data = data[1:]
			break
		}
		m, rest, err := c.member(data)
		if err != nil {
			return data, err
		}
		if claim != nil && string(c.out[m.start:m.colon]) == `"digest"` {
			if *claim != nil {
				return data, errJSON
			}
			*claim = slices.Clone(c.out[m.colon+1 : m.end])
			c.out = c.out[:m.start]
		} else {
			members = append(members, m)
		}
		data = rest
		if len(data) == 0 || data[0] != ',' && data[0] != '}' {
			return data, errJSON
		}
		end := data[0] == '}'
		if data = data[1:]; end {
			break
		}
	}
	return data, c.sort(start, members)
}

// member writes a member and is what follows it.
func (c *canonicalizer) member(data []byte) (m extent, rest []byte, err error) {
	m.start = len(c.out)
	if len(data) == 0 || data[0] != '"' {
		return m, data, errJSON
	}
	if data, err = c.text(data); err != nil {
		return m, data, err
	}
	m.colon = len(c.out)
	if data = space(data); len(data) == 0 || data[0] != ':' {
		return m, data, errJSON
	}
	c.out = append(c.out, ':')
	data, err = c.value(data[1:])
	m.end = len(c.out)
	return m, space(data), err
}

// sort puts the members that were written from start on in order, with braces
// and commas. Two of one name have no order and no meaning.
func (c *canonicalizer) sort(start int, members []extent) error {
	slices.SortFunc(members, func(a, b extent) int {
		return bytes.Compare(c.out[a.start:a.colon], c.out[b.start:b.colon])
	})
	written := len(c.out)
	c.out = append(c.out, '{')
	for i, m := range members {
		if i > 0 {
			c.out = append(c.out, ',')
			if p := members[i-1]; bytes.Equal(c.out[p.start:p.colon], c.out[m.start:m.colon]) {
				return fmt.Errorf("the member %s stands twice in it", c.out[m.start:m.colon])
			}
		}
		c.out = append(c.out, c.out[m.start:m.end]...)
	}
	c.out = append(c.out, '}')
	c.out = append(c.out[:start], c.out[written:]...)
	return nil
}

// value writes any value and is what follows it.
func (c *canonicalizer) value(data []byte) ([]byte, error) {
	data = space(data)
	if len(data) == 0 {
		return data, errJSON
	}
	switch data[0] {
	case '{':
		return c.object(data[1:], nil)
	case '[':
		return c.array(data[1:])
	case '"':
		return c.text(data)
	}
	n := 0
	for n < len(data) && (data[n] >= '0' && data[n] <= '9' || data[n] >= 'a' && data[n] <= 'z' || strings.IndexByte("+-.E", data[n]) >= 0) {
		n++
	}
	if !json.Valid(data[:n]) { // a number, true, false or null
		return data, errJSON
	}
	c.out = append(c.out, data[:n]...)
	return data[n:], nil
}

func (c *canonicalizer) array(data []byte) (_ []byte, err error) {
	if c.depth++; c.depth > maxDepth {
		return data, errJSON
	}
	defer func() { c.depth-- }()
	c.out = append(c.out, '[')
	for first := true; ; first = false {
		data = space(data)
		if len(data) > 0 && data[0] == ']' && first {
			break
		}
		if data, err = c.value(data); err != nil {
			return data, err
		}
		if data = space(data); len(data) == 0 || data[0] != ',' && data[0] != ']' {
			return data, errJSON
		}
		if data[0] == ']' {
			break
		}
		c.out = append(c.out, ',')
		data = data[1:]
	}
	c.out = append(c.out, ']')
	return data[1:], nil
}

// text writes a string and is what follows it.
func (c *canonicalizer) text(data []byte) ([]byte, error) {
	end, plain := 1, true
	for end < len(data) && data[end] != '"' {
		if data[end] < ' ' {
			return data, errJSON
		}
		if data[end] == '\\' {
			plain = false
			end++
		}
		end++
	}
	if end >= len(data) {
		return data, errJSON
	}
	raw := data[:end+1]
	if !utf8.Valid(raw) {
		return data, errJSON
	}
	if plain {
		c.out = append(c.out, raw...)
		return data[end+1:], nil
	}
	var s string
	if json.Unmarshal(raw, &s) != nil {
		return data, errJSON
	}
	c.out = appendText(c.out, s)
	return data[end+1:], nil
}

// appendText writes a string with the escapes of RFC 8785, section 3.2.2.2.
func appendText(out []byte, s string) []byte {
	const short, letters = "\"\\\b\t\n\f\r", `"\btnfr`
	out = append(out, '"')
	written := 0
	for i := range len(s) {
		if s[i] >= ' ' && s[i] != '"' && s[i] != '\\' {
			continue
		}
		out = append(out, s[written:i]...)
		if n := strings.IndexByte(short, s[i]); n >= 0 {
			out = append(out, '\\', letters[n])
		} else {
			out = fmt.Appendf(out, `\u%04x`, s[i])
		}
		written = i + 1
	}
	return append(append(out, s[written:]...), '"')
}

// space is data without the white space at its beginning.
func space(data []byte) []byte {
	for len(data) > 0 && (data[0] == ' ' || data[0] == '\t' || data[0] == '\n' || data[0] == '\r') {
		data = data[1:]
	}
	return data
}

// eachMember calls do for each member of an object in canonical form.
func eachMember(object []byte, do func(name, value []byte) error) error {
	for rest := object[1 : len(object)-1]; len(rest) > 0; {
		colon := length(rest)
		value := rest[colon+1:]
		end := length(value)
		if err := do(rest[1:colon-1], value[:end]); err != nil {
			return err
		}
		if rest = value[end:]; len(rest) > 0 {
			rest = rest[1:] // the comma
		}
	}
	return nil
}

// length is how long the value is with which data in canonical form begins.
func length(data []byte) int {
	depth := 0
	for i := 0; i < len(data); i++ {
		switch c := data[i]; {
		case c == '"':
			i += textLength(data[i:]) - 1
		case depth == 0 && (c == ',' || c == ':'):
			return i
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			depth--
		}
	}
	return len(data)
}

// textLength is how long the text is with which data in canonical form begins.
func textLength(data []byte) int {
	for end := 1; ; {
		end += bytes.IndexByte(data[end:], '"') + 1
		escapes := 0
		for data[end-2-escapes] == '\\' {
			escapes++
		}
		if escapes%2 == 0 {
			return end
		}
	}
}
