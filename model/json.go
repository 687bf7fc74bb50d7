package model

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Format is what each new decision says of its form, as the member "format". A
// decision of before there were formats has none, and stays so: its digest would
// be another. The form is:
//
//   - One JSON object. What is empty is left out; what is left out is empty.
//     Offsets are bytes of the text in UTF-8.
//   - A later version may add members, also inside "at" and "to", deeds, and words
//     for "type", "kind" and "certainty". It never gives a member another meaning
//     or another JSON type; what needs that gets a new name.
//   - A program keeps the members and words that it does not know and writes them
//     back: new members after those that it knows, sorted by name, in the canonical
//     form of [Digest]. An unknown kind reads as [Other]; an unknown type or
//     certainty as if it were left out, and a decision on nothing but the type of
//     a party has no effect.
//   - An unknown deed is an error: nobody can say what it does.
//
// Since then "as" came in: the capacity in which the author decided, "adjudicator" or
// nothing.
//
// This rawi reads every version by these rules.
//
//	{"id":"K7…","format":"rawi-decision/1","time":"2026-11-25T14:03:05.12Z","author":"nur","article":"9f…",
//	 "deed":"assign","at":{"start_byte":10,"end_byte":42,"exact":"…","before":"…","after":"…"},
//	 "party":"فلان","name":"فلان","type":"PER","digest":"5e…"}
const Format = formatName + "1"

const formatName = "rawi-decision/"

// property is a member of the JSON object that an annotation is.
type property struct {
	name   string
	needed bool // never left out
	open   bool // words that are not known are kept

	// One of the two: text gives and takes the value as text, and set is false
	// for one that is not known; or the value is an anchor.
	text   func(*Annotation) string
	set    func(*Annotation, string) bool
	anchor func(*Annotation) *Anchor
}

// properties is all but the digest, in the order in which they are written.
var properties = [...]property{
	plain("id", func(a *Annotation) *string { return &a.ID }),
	{name: "format", text: func(a *Annotation) string { return a.Format }, set: (*Annotation).setFormat},
	{name: "time", needed: true, text: timeText, set: (*Annotation).setTime},
	plain("author", func(a *Annotation) *string { return &a.Author }),
	plain("article", func(a *Annotation) *string { return &a.Article }),
	plain("group", func(a *Annotation) *string { return &a.Group }),
	word("as", func(a *Annotation) *Capacity { return &a.Capacity }, ParseCapacity, Annotator, always),
	{name: "deed", needed: true, text: func(a *Annotation) string { return a.Deed.String() }, set: (*Annotation).setDeed},
	{name: "at", anchor: func(a *Annotation) *Anchor { return &a.Anchor }},
	{name: "to", anchor: func(a *Annotation) *Anchor { return &a.To }},
	plain("party", func(a *Annotation) *string { return (*string)(&a.Party) }),
	plain("name", func(a *Annotation) *string { return &a.Name }),
	word("type", func(a *Annotation) *PartyKind { return &a.PartyKind }, ParsePartyKind, 0, (*Annotation).hasPartyKind),
	word("kind", func(a *Annotation) *QuoteKind { return &a.Kind }, ParseQuoteKind, Other, (*Annotation).hasKind),
	word("certainty", func(a *Annotation) *Certainty { return &a.Certainty }, ParseCertainty, NoCertainty, always),
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
// One that is not known reads as unknown.
func word[T fmt.Stringer](name string, field func(*Annotation) *T, parse func(string) (T, bool), unknown T, says func(*Annotation) bool) property {
	return property{
		name: name,
		open: true,
		text: func(a *Annotation) string {
			if !says(a) {
				return ""
			}
			return (*field(a)).String()
		},
		set: func(a *Annotation, s string) bool {
			value, known := parse(s)
			if !known {
				value = unknown
			}
			*field(a) = value
			return known
		},
	}
}

func always(*Annotation) bool { return true }

func (a *Annotation) hasPartyKind() bool { return a.PartyKind != 0 || a.Party != "" }
func (a *Annotation) hasKind() bool      { return a.Kind != 0 || a.Deed == SetKind || a.Deed == MakeQuote }

// setFormat takes the format of any version of a decision.
func (a *Annotation) setFormat(s string) bool {
	a.Format = s
	return strings.HasPrefix(s, formatName)
}

func (a *Annotation) setDeed(s string) (known bool) {
	a.Deed, known = ParseDeed(s)
	return known
}

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
		out = properties[i].append(out, a)
	}
	out = append(a.appendUnknown(out), '}')
	if timeText(a) == "" {
		return nil, d, fmt.Errorf("the year %d of the decision %q cannot be written", a.Time.UTC().Year(), a.ID)
	}
	if !utf8.Valid(out) {
		return nil, d, fmt.Errorf("the decision %q holds bytes that are not UTF-8", a.ID)
	}
	return Seal(out)
}

// append writes the member, unless it says nothing.
func (p *property) append(out []byte, a *Annotation) []byte {
	unknown := a.unknownIn(p.name)
	switch {
	case p.anchor != nil:
		return p.anchor(a).append(out, p.name, unknown)
	case unknown != nil:
		return append(appendName(out, p.name), unknown...)
	}
	if text := p.text(a); text != "" {
		return appendMember(out, p.name, text)
	}
	return out
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

// append writes an anchor as a member, with the members that are unknown, unless
// it is empty.
func (x *Anchor) append(out []byte, name string, unknown []byte) []byte {
	if *x == (Anchor{}) && unknown == nil {
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
	if unknown != nil {
		out = append(append(out, ','), inside(unknown)...)
	}
	return append(out, '}')
}
