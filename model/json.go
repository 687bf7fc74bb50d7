package model

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"unicode/utf8"
)

// property is a member of the JSON object that an annotation is in the library
// and in files, all on one line. What is empty is left out; what is left out is
// empty. Offsets are bytes of the text in UTF-8.
//
//	{"id":"K7…","time":"2026-11-25T14:03:05.12Z","author":"nur","article":"9f…","deed":"assign",
//	 "at":{"start_byte":10,"end_byte":42,"exact":"…","before":"…","after":"…"},
//	 "party":"فلان","name":"فلان","type":"PER","digest":"5e…"}
type property struct {
	name string

	// One of the two: text gives and takes the value as text, and set is false
	// for one that is not known; or the value is an anchor.
	text   func(*Annotation) string
	set    func(*Annotation, string) bool
	anchor func(*Annotation) *Anchor
}

// properties is all but the digest, in the order in which they are written.
var properties = [...]property{
	plain("id", func(a *Annotation) *string { return &a.ID }),
	{name: "time", text: timeText, set: (*Annotation).setTime},
	plain("author", func(a *Annotation) *string { return &a.Author }),
	plain("article", func(a *Annotation) *string { return &a.Article }),
	plain("group", func(a *Annotation) *string { return &a.Group }),
	word("deed", func(a *Annotation) *Deed { return &a.Deed }, ParseDeed, always),
	{name: "at", anchor: func(a *Annotation) *Anchor { return &a.Anchor }},
	{name: "to", anchor: func(a *Annotation) *Anchor { return &a.To }},
	plain("party", func(a *Annotation) *string { return (*string)(&a.Party) }),
	plain("name", func(a *Annotation) *string { return &a.Name }),
	word("type", func(a *Annotation) *PartyKind { return &a.PartyKind }, ParsePartyKind, (*Annotation).hasPartyKind),
	word("kind", func(a *Annotation) *QuoteKind { return &a.Kind }, ParseQuoteKind, (*Annotation).hasKind),
	word("certainty", func(a *Annotation) *Certainty { return &a.Certainty }, ParseCertainty, always),
	plain("text", func(a *Annotation) *string { return &a.Text }),
	plain("target", func(a *Annotation) *string { return &a.Target }),
}

// plain is a property that is a text.
func plain(name string, field func(*Annotation) *string) property {
	return property{
		name: name,
		text: func(a *Annotation) string { return *field(a) },
		set:  func(a *Annotation, s string) bool { *field(a) = s; return true },
	}
}

// word is a property that is one of a few words, written when it says something.
func word[T fmt.Stringer](name string, field func(*Annotation) *T, parse func(string) (T, bool), says func(*Annotation) bool) property {
	return property{
		name: name,
		text: func(a *Annotation) string {
			if !says(a) {
				return ""
			}
			return (*field(a)).String()
		},
		set: func(a *Annotation, s string) (known bool) {
			*field(a), known = parse(s)
			return known
		},
	}
}

func always(*Annotation) bool { return true }

func (a *Annotation) hasPartyKind() bool { return a.PartyKind != 0 || a.Party != "" }
func (a *Annotation) hasKind() bool      { return a.Kind != 0 || a.Deed == SetKind || a.Deed == MakeQuote }

// timeText is the time in RFC 3339, "" if its year has not four digits.
func timeText(a *Annotation) string {
	text, err := a.Time.UTC().MarshalText()
	if err != nil {
		return ""
	}
	return string(text)
}

func (a *Annotation) setTime(s string) bool {
	if a.Time.UnmarshalText([]byte(s)) != nil {
		return false
	}
	a.Time = a.Time.UTC()
	return timeText(a) != "" // else it could not be written again
}

// MarshalJSON is [Annotation.Sealed] without the digest itself.
func (a Annotation) MarshalJSON() ([]byte, error) {
	object, _, err := a.Sealed()
	return object, err
}

// Sealed writes the annotation without loss, with the digest of all that it
// says. It is an error if a text in it is not valid UTF-8, which JSON cannot
// hold, or its year has not four digits.
func (a *Annotation) Sealed() (object []byte, d Digest, err error) {
	out := append(make([]byte, 0, 1024), '{')
	for i := range properties {
		p := &properties[i]
		if p.anchor != nil {
			out = p.anchor(a).append(out, p.name)
		} else if text := p.text(a); text != "" {
			out = appendMember(out, p.name, text)
		}
	}
	out = append(out, '}')
	if timeText(a) == "" {
		return nil, d, fmt.Errorf("the year %d of the decision %q cannot be written", a.Time.UTC().Year(), a.ID)
	}
	if !utf8.Valid(out) {
		return nil, d, fmt.Errorf("the decision %q holds bytes that are not UTF-8", a.ID)
	}
	return Seal(out)
}

func appendMember(out []byte, name, text string) []byte {
	return appendText(appendName(out, name), text)
}

// appendName writes a member's name, with a comma before it unless it is the
// first.
func appendName(out []byte, name string) []byte {
	if out[len(out)-1] != '{' {
		out = append(out, ',')
	}
	out = append(append(out, '"'), name...)
	return append(out, '"', ':')
}

// append writes an anchor as a member, unless it is empty.
func (x *Anchor) append(out []byte, name string) []byte {
	if *x == (Anchor{}) {
		return out
	}
	out = append(appendName(out, name), '{')
	out = strconv.AppendInt(appendName(out, "start_byte"), int64(x.Start), 10)
	out = strconv.AppendInt(appendName(out, "end_byte"), int64(x.End), 10)
	out = appendMember(out, "exact", x.Exact)
	if x.Before != "" {
		out = appendMember(out, "before", x.Before)
	}
	if x.After != "" {
		out = appendMember(out, "after", x.After)
	}
	return append(out, '}')
}

// UnmarshalJSON is [ParseAnnotation] without the digest.
func (a *Annotation) UnmarshalJSON(object []byte) (err error) {
	*a, _, err = ParseAnnotation(object)
	return err
}

// ParseAnnotation is the inverse of [Annotation.Sealed]. The digest is the zero
// Digest if the object carries none; if it carries another than its own, the
// error is [ErrDigest]. Members that this rawi does not know are an error: a
// newer one wrote them.
func ParseAnnotation(data []byte) (a Annotation, d Digest, err error) {
	s, rest, err := digested(data)
	if err == nil && len(space(rest)) > 0 {
		err = errJSON
	}
	if err == nil {
		d, err = s.check()
	}
	if err == nil {
		err = eachMember(s.canonical, a.setMember)
	}
	switch {
	case err != nil:
		return Annotation{}, d, err
	case a.ID == "":
		return Annotation{}, d, errors.New("it has no id")
	}
	for _, name := range needed {
		if !bytes.Contains(s.canonical, []byte(`"`+name+`":"`)) { // inside texts the marks are escaped
			return Annotation{}, d, fmt.Errorf("it has no %s", name)
		}
	}
	return a, d, nil
}

// needed is the members that are never left out, besides the id.
var needed = []string{"time", "deed"}

// setMember takes in a member of the object in canonical form.
func (a *Annotation) setMember(name, value []byte) error {
	for i := range properties {
		p := &properties[i]
		switch {
		case p.name != string(name):
			continue
		case string(value) == "null":
			return nil
		case p.anchor != nil:
			return p.anchor(a).set(p.name, value)
		}
		text, err := textOf(p.name, value)
		if err == nil && (text != "" || slices.Contains(needed, p.name)) && !p.set(a, text) {
			err = fmt.Errorf("its %s %q is none that this rawi knows", p.name, text)
		}
		return err
	}
	return unknownMember(name)
}

func unknownMember(name []byte) error {
	return fmt.Errorf("it has the member %q, which this rawi does not know; a newer one may have written it", name)
}

// set takes in an anchor in canonical form.
func (x *Anchor) set(name string, value []byte) error {
	if value[0] != '{' {
		return fmt.Errorf("its member %q is no object", name)
	}
	return eachMember(value, func(name, value []byte) (err error) {
		switch string(name) {
		case "start_byte":
			x.Start, err = offsetOf("start_byte", value)
		case "end_byte":
			x.End, err = offsetOf("end_byte", value)
		case "exact":
			x.Exact, err = textOf("exact", value)
		case "before":
			x.Before, err = textOf("before", value)
		case "after":
			x.After, err = textOf("after", value)
		default:
			err = unknownMember(name)
		}
		return err
	})
}

// textOf is a member that must be a text, in canonical form.
func textOf(name string, value []byte) (text string, err error) {
	switch {
	case value[0] != '"':
		return "", fmt.Errorf("its member %q is no text", name)
	case bytes.IndexByte(value, '\\') < 0:
		return string(value[1 : len(value)-1]), nil
	}
	err = json.Unmarshal(value, &text)
	return text, err
}

// offsetOf is a member that must be a whole number.
func offsetOf(name string, value []byte) (int, error) {
	n, err := strconv.Atoi(string(value))
	if err != nil {
		return 0, fmt.Errorf("its member %q is no number of bytes", name)
	}
	return n, nil
}
