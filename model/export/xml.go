package export

import (
	"fmt"
	"strings"

	"rawi/model/printable"
)

// attr is an attribute of an element; one without a value is not written.
type attr struct{ name, value string }

// markup writes XML and HTML.
type markup struct{ out *output }

// open writes a start tag.
func (m markup) open(element string, attrs ...attr) { m.tag(element, ">", attrs) }

// empty writes the tag of an element without content.
func (m markup) empty(element string, attrs ...attr) { m.tag(element, "/>", attrs) }

func (m markup) tag(element, end string, attrs []attr) {
	m.out.WriteString("<" + element)
	for _, a := range attrs {
		if a.value != "" {
			m.out.WriteString(" " + a.name + `="` + escapedXML(a.value, true) + `"`)
		}
	}
	m.out.WriteString(end)
}

func (m markup) close(element string) { m.out.WriteString("</" + element + ">") }

// text writes characters. A control that XML cannot hold becomes its picture: a
// character stays one.
func (m markup) text(s string) { m.out.WriteString(escapedXML(s, false)) }

// element writes an element of text alone; nothing without a text.
func (m markup) element(name, text string, attrs ...attr) {
	if text == "" {
		return
	}
	m.open(name, attrs...)
	m.text(text)
	m.close(name)
}

// escapedXML is text for XML. What steers a terminal is a reference, and so is a
// carriage return, which readers of XML take for a line feed, and in attributes, where
// they take it for a blank, all white space but that.
func escapedXML(s string, attribute bool) string {
	s = printable.Pictures(s)
	special := func(r rune) bool {
		return strings.ContainsRune(`<>&"`, r) || printable.Steers(r) && (attribute || r != '\n' && r != '\t')
	}
	if !strings.ContainsFunc(s, special) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case !special(r):
			b.WriteRune(r)
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '&':
			b.WriteString("&amp;")
		case r == '"':
			b.WriteString("&quot;")
		default:
			fmt.Fprintf(&b, "&#x%X;", r)
		}
	}
	return b.String()
}
