package model

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"
)

// event is an annotation as it stands in the library and in files, one object
// of JSON on one line. What is empty is left out; what is left out is empty.
type event struct {
	ID        string  `json:"id"`
	Time      string  `json:"time"` // RFC 3339 in UTC
	Author    string  `json:"author,omitempty"`
	Article   string  `json:"article,omitempty"`
	Group     string  `json:"group,omitempty"`
	Deed      string  `json:"deed"`
	Anchor    *anchor `json:"at,omitempty"`
	To        *anchor `json:"to,omitempty"`
	Party     PartyID `json:"party,omitempty"`
	Name      string  `json:"name,omitempty"`
	PartyKind string  `json:"type,omitempty"`
	Kind      string  `json:"kind,omitempty"`
	Certainty string  `json:"certainty,omitempty"`
	Text      string  `json:"text,omitempty"`
	Target    string  `json:"target,omitempty"`
	Digest    string  `json:"digest,omitempty"` // see Digest
}

// anchor is an Anchor in an event: offsets are bytes of the text in UTF-8.
type anchor struct {
	Start  int    `json:"start_byte"`
	End    int    `json:"end_byte"`
	Exact  string `json:"exact"`
	Before string `json:"before,omitempty"`
	After  string `json:"after,omitempty"`
}

// MarshalJSON is [Annotation.Sealed] without the digest itself.
func (a Annotation) MarshalJSON() ([]byte, error) {
	object, _, err := a.Sealed()
	return object, err
}

// Sealed writes the annotation without loss, with the digest of all that it
// says. It is an error if a text in it is not valid UTF-8, which JSON cannot
// hold, or its year has not four digits.
func (a Annotation) Sealed() (object []byte, d Digest, err error) {
	for _, s := range []string{a.ID, a.Author, a.Article, a.Group, string(a.Party), a.Name, a.Text, a.Target,
		a.Anchor.Exact, a.Anchor.Before, a.Anchor.After, a.To.Exact, a.To.Before, a.To.After} {
		if !utf8.ValidString(s) {
			return nil, d, fmt.Errorf("the decision %q holds %q, which is not UTF-8", a.ID, s)
		}
	}
	at, err := a.Time.UTC().MarshalText()
	if err != nil {
		return nil, d, fmt.Errorf("the year %d of the decision %q cannot be written", a.Time.UTC().Year(), a.ID)
	}
	e := event{
		ID: a.ID, Time: string(at), Author: a.Author, Article: a.Article, Group: a.Group, Deed: a.Deed.String(),
		Anchor: a.Anchor.event(), To: a.To.event(), Party: a.Party, Name: a.Name,
		Certainty: a.Certainty.String(), Text: a.Text, Target: a.Target,
	}
	if a.PartyKind != 0 || a.Party != "" {
		e.PartyKind = a.PartyKind.String()
	}
	if a.Kind != 0 || a.Deed == SetKind || a.Deed == MakeQuote {
		e.Kind = a.Kind.String()
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(e); err != nil {
		return nil, d, err
	}
	return Seal(out.Bytes())
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
func ParseAnnotation(object []byte) (a Annotation, d Digest, err error) {
	var e event
	dec := json.NewDecoder(bytes.NewReader(object))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&e); err != nil {
		return a, d, inWords(err)
	}
	whole, d, err := CutSealed(object)
	if err == nil && len(space(object[len(whole):])) > 0 {
		err = errJSON
	}
	if err != nil {
		return a, d, err
	}
	a = Annotation{
		ID: e.ID, Author: e.Author, Article: e.Article, Group: e.Group,
		Anchor: e.Anchor.anchor(), To: e.To.anchor(), Party: e.Party, Name: e.Name, Text: e.Text, Target: e.Target,
	}
	a.Deed = word(e.Deed, "deed", ParseDeed, &err)
	a.Certainty = word(e.Certainty, "certainty", ParseCertainty, &err)
	a.Time = word(e.Time, "time", parseTime, &err)
	if e.PartyKind != "" {
		a.PartyKind = word(e.PartyKind, "type", ParsePartyKind, &err)
	}
	if e.Kind != "" {
		a.Kind = word(e.Kind, "kind", ParseQuoteKind, &err)
	}
	if a.ID == "" {
		return a, d, errors.New("it has no id")
	}
	return a, d, err
}

// parseTime reads an instant of RFC 3339 that can be written again.
func parseTime(s string) (t time.Time, ok bool) {
	if t.UnmarshalText([]byte(s)) != nil {
		return t, false
	}
	t = t.UTC()
	return t, t.Year() >= 0 && t.Year() <= 9999
}

// inWords says what an error of encoding/json means to a reader.
func inWords(err error) error {
	var kind *json.UnmarshalTypeError
	if member, ok := strings.CutPrefix(err.Error(), "json: unknown field "); ok {
		return fmt.Errorf("it has the member %s, which this rawi does not know; use a newer one", member)
	}
	if errors.As(err, &kind) {
		return fmt.Errorf("its member %q cannot be a JSON %s", kind.Field, kind.Value)
	}
	return errJSON
}

// word is the value of a name; the first that is unknown is the error.
func word[T any](name, member string, parse func(string) (T, bool), err *error) T {
	value, ok := parse(name)
	if !ok && *err == nil {
		*err = fmt.Errorf("its %s %q is none that this rawi knows", member, name)
	}
	return value
}

func (x Anchor) event() *anchor {
	if x == (Anchor{}) {
		return nil
	}
	return &anchor{x.Start, x.End, x.Exact, x.Before, x.After}
}

func (x *anchor) anchor() Anchor {
	if x == nil {
		return Anchor{}
	}
	return Anchor{Span{x.Start, x.End}, x.Exact, x.Before, x.After}
}
