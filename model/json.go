package model

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"time"
	"unicode/utf8"
)

// event is an annotation as it stands in the library and in files, one object
// of JSON on one line. What is empty is left out; what is left out is empty.
type event struct {
	ID        string    `json:"id"`
	Time      time.Time `json:"time"`
	Author    string    `json:"author,omitempty"`
	Article   string    `json:"article,omitempty"`
	Group     string    `json:"group,omitempty"`
	Deed      string    `json:"deed"`
	Anchor    *anchor   `json:"at,omitempty"`
	To        *anchor   `json:"to,omitempty"`
	Party     PartyID   `json:"party,omitempty"`
	Name      string    `json:"name,omitempty"`
	PartyKind string    `json:"type,omitempty"`
	Kind      string    `json:"kind,omitempty"`
	Certainty string    `json:"certainty,omitempty"`
	Text      string    `json:"text,omitempty"`
	Target    string    `json:"target,omitempty"`
}

// anchor is an Anchor in an event: offsets are bytes of the text in UTF-8.
type anchor struct {
	Start  int    `json:"start_byte"`
	End    int    `json:"end_byte"`
	Exact  string `json:"exact"`
	Before string `json:"before,omitempty"`
	After  string `json:"after,omitempty"`
}

// MarshalJSON writes the annotation without loss. It is an error if a text in
// it is not valid UTF-8, which JSON cannot hold.
func (a Annotation) MarshalJSON() ([]byte, error) {
	for _, s := range []string{a.ID, a.Author, a.Article, a.Group, string(a.Party), a.Name, a.Text, a.Target,
		a.Anchor.Exact, a.Anchor.Before, a.Anchor.After, a.To.Exact, a.To.Before, a.To.After} {
		if !utf8.ValidString(s) {
			return nil, fmt.Errorf("the decision %q holds %q, which is not UTF-8", a.ID, s)
		}
	}
	e := event{
		ID: a.ID, Time: a.Time.UTC(), Author: a.Author, Article: a.Article, Group: a.Group, Deed: a.Deed.String(),
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
	err := enc.Encode(e)
	return bytes.TrimSuffix(out.Bytes(), []byte("\n")), err
}

// UnmarshalJSON is the inverse of MarshalJSON. Members that this rawi does not
// know are an error: a newer one wrote them.
func (a *Annotation) UnmarshalJSON(data []byte) error {
	var e event
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&e); err != nil {
		return err
	}
	*a = Annotation{
		ID: e.ID, Time: e.Time.UTC(), Author: e.Author, Article: e.Article, Group: e.Group,
		Anchor: e.Anchor.anchor(), To: e.To.anchor(), Party: e.Party, Name: e.Name, Text: e.Text, Target: e.Target,
	}
	var err error
	a.Deed = word(e.Deed, "deed", ParseDeed, &err)
	a.Certainty = word(e.Certainty, "certainty", ParseCertainty, &err)
	if e.PartyKind != "" {
		a.PartyKind = word(e.PartyKind, "type", ParsePartyKind, &err)
	}
	if e.Kind != "" {
		a.Kind = word(e.Kind, "kind", ParseQuoteKind, &err)
	}
	if a.ID == "" {
		return errors.New("a decision has no id")
	}
	if year := a.Time.Year(); year < 0 || year > 9999 {
		return fmt.Errorf("the year %d cannot be written", year)
	}
	return err
}

// word is the value of a name; the first that is unknown is the error.
func word[T any](name, member string, parse func(string) (T, bool), err *error) T {
	value, ok := parse(name)
	if !ok && *err == nil {
		*err = fmt.Errorf("%q is no %s that this rawi knows", name, member)
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
