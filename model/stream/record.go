package stream

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"
	"unicode/utf8"

	"rawi/model"
	"rawi/model/export"
	"rawi/model/ingest"
)

// record is one line of a stream. It has "text", or "html", the page as it is, and may say
// what the page does not: "url", "date" (RFC 3339, or its date alone), "title", "author", "site",
// "section". These and all others are passed through, but "html"; those that the result
// has are written anew, so that a result can be run again.
type record struct {
	id     json.RawMessage // nil for none
	html   bool
	text   string // or the page
	facts  model.Facts
	passed []member // in their order
}

// member is one member of a JSON object, as it stands there.
type member struct{ name, value json.RawMessage }

var (
	errNoObject = errors.New("the line is no JSON object")
	errNotUTF8  = errors.New("the line is not UTF-8")
	errNoText   = errors.New(`the line has neither "text" nor "html"`)
	errBoth     = errors.New(`the line has both "text" and "html"`)
)

// facts are what members say of an article.
var facts = map[string]func(*model.Facts, string) error{
	"url":     func(f *model.Facts, s string) error { f.Address = s; return nil },
	"title":   func(f *model.Facts, s string) error { f.Headline = s; return nil },
	"author":  func(f *model.Facts, s string) error { f.Byline = s; return nil },
	"site":    func(f *model.Facts, s string) error { f.Site = s; return nil },
	"section": func(f *model.Facts, s string) error { f.Section = s; return nil },
	"date":    setDate,
}

// dates are the forms of "date".
var dates = []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02 15:04:05", time.DateOnly}

func setDate(f *model.Facts, s string) error {
	for _, layout := range dates {
		if t, err := time.Parse(layout, s); err == nil {
			f.Published = t
			return nil
		}
	}
	return fmt.Errorf(`"date" is %q: write it as 2031-05-04 or 2031-05-04T09:15:00+03:00`, s)
}

// parse reads a line. Of one that is wrong, the ID is there if it could be read.
func parse(line []byte) (r record, err error) {
	if !utf8.Valid(line) {
		return r, errNotUTF8
	}
	members, err := membersOf(line)
	if err != nil {
		return r, err
	}
	has := make(map[string]json.RawMessage, len(members))
	ours := export.ResultMembers()
	for _, m := range members {
		var name string
		if err := json.Unmarshal(m.name, &name); err != nil {
			return r, err
		}
		has[name] = m.value
		if name != "html" && !slices.Contains(ours, name) {
			r.passed = append(r.passed, m)
		}
	}
	r.id = has["id"]
	return r, r.take(has)
}

// take reads the members that say something of the article.
func (r *record) take(has map[string]json.RawMessage) error {
	_, isText := has["text"]
	_, isHTML := has["html"]
	switch {
	case isText && isHTML:
		return errBoth
	case !isText && !isHTML:
		return errNoText
	}
	body := "text"
	if r.html = isHTML; isHTML {
		body = "html"
	}
	if err := textOf(has, body, &r.text); err != nil {
		return err
	}
	for name, set := range facts {
		var value string
		err := textOf(has, name, &value)
		if err == nil && value != "" {
			err = set(&r.facts, value)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// textOf reads a member that is a string; one that is missing or null is "".
func textOf(has map[string]json.RawMessage, name string, to *string) error {
	value, ok := has[name]
	if !ok {
		return nil
	}
	if err := json.Unmarshal(value, to); err != nil {
		return fmt.Errorf("%q is no text", name)
	}
	return nil
}

// membersOf is the members of a JSON object in their order, of which it must be the only
// value in the line.
func membersOf(line []byte) (members []member, err error) {
	d := json.NewDecoder(bytes.NewReader(line))
	if start, err := d.Token(); err != nil || start != json.Delim('{') {
		return nil, errNoObject
	}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return nil, errNoObject
		}
		m := member{}
		if err := d.Decode(&m.value); err != nil {
			return nil, errNoObject
		}
		if m.name, err = json.Marshal(name); err != nil {
			return nil, err
		}
		members = append(members, m)
	}
	if _, err := d.Token(); err != nil {
		return nil, errNoObject
	}
	if _, err := d.Token(); err != io.EOF {
		return nil, errNoObject
	}
	return members, nil
}

// article is the article of the record.
func (r *record) article() (*model.Article, error) {
	format := ingest.PlainText
	if r.html {
		format = ingest.HTML
	}
	a, err := ingest.ReadAs(format, r.text, r.facts.Address)
	if err != nil {
		return nil, err
	}
	said := r.facts
	for _, f := range []struct{ to, from *string }{
		{&a.Facts.Address, &said.Address}, {&a.Facts.Headline, &said.Headline}, {&a.Facts.Byline, &said.Byline},
		{&a.Facts.Site, &said.Site}, {&a.Facts.Section, &said.Section},
	} {
		if *f.from != "" {
			*f.to = *f.from
		}
	}
	if !said.Published.IsZero() {
		a.Facts.Published = said.Published
	}
	a.Fetched = time.Time{} // when a line was read says nothing
	return a, nil
}
