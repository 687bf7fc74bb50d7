package ingest

import (
	"strings"
	"time"
)

// maxMatter is how many lines of front matter are looked at.
const maxMatter = 100

// frontMatter returns what stands between two lines of --- (YAML) or +++ (TOML) at the
// beginning of a text, by names in lower case, and the text after it. Of YAML and TOML
// it knows what is used there: names with one value, and lists, which are joined by «، ».
func frontMatter(text string) (values map[string]string, body string) {
	fence, rest, found := strings.Cut(text, "\n")
	fence = strings.TrimRight(fence, " \t\r")
	if !found || fence != "---" && fence != "+++" {
		return nil, text
	}
	values = make(map[string]string)
	last := ""
	for range maxMatter {
		line, after, found := strings.Cut(rest, "\n")
		rest = after
		if trimmed := strings.TrimSpace(line); trimmed == fence {
			return values, rest
		} else if item, ok := strings.CutPrefix(trimmed, "- "); ok && last != "" {
			values[last] = joined(values[last], scalar(item))
		} else if name, value, ok := cutPair(line); ok {
			last = name
			values[name] = valueOf(value)
		}
		if !found {
			break
		}
	}
	return nil, text // what is not closed is text
}

// cutPair divides "name: value" or "name = value". Names that are indented belong to
// another one.
func cutPair(line string) (name, value string, ok bool) {
	i := strings.IndexAny(line, ":=")
	if i <= 0 || line[0] == ' ' || line[0] == '\t' || line[0] == '#' {
		return "", "", false
	}
	return strings.ToLower(strings.TrimSpace(line[:i])), strings.TrimSpace(line[i+1:]), true
}

// valueOf is a value on one line: a list, or a text with quotes or without.
func valueOf(value string) (text string) {
	list, ok := strings.CutPrefix(value, "[")
	if !ok {
		return scalar(value)
	}
	for item := range strings.SplitSeq(strings.TrimSuffix(list, "]"), ",") {
		text = joined(text, scalar(item))
	}
	return text
}

func joined(before, item string) string {
	if before == "" || item == "" {
		return before + item
	}
	return before + "، " + item
}

// scalar is a text without the quotes around it, on one line.
func scalar(value string) string {
	value = strings.TrimSpace(value)
	for _, quote := range [...]string{`"`, "'"} {
		if len(value) >= 2 && strings.HasPrefix(value, quote) && strings.HasSuffix(value, quote) {
			value = strings.ReplaceAll(value[1:len(value)-1], `\`+quote, quote)
			break
		}
	}
	return oneLine(value)
}

// dates are the forms of dates that documents have beside RFC 3339.
var dates = [...]string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02 15:04", "2006-01-02", "2006/01/02", "2006"}

// dateOf is a date in one of the usual forms, zero for another.
func dateOf(text string) time.Time {
	for _, form := range dates {
		if t, err := time.Parse(form, text); err == nil && t.Year() > 0 {
			return writable(t)
		}
	}
	return time.Time{}
}

// writable is a time with its zone as an offset alone, whose name would depend on the
// local zone; zero for one that RFC 3339 cannot write.
func writable(t time.Time) time.Time {
	_, offset := t.Zone()
	t = t.In(time.FixedZone("", offset))
	if offset == 0 {
		t = t.UTC()
	}
	if _, err := t.MarshalText(); err != nil {
		return time.Time{}
	}
	return t
}
