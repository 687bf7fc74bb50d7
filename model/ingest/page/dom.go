package page

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Tag is the name of an element, 0 for other nodes and unknown names. Elements
// that readability makes have no DataAtom.
func Tag(n *html.Node) atom.Atom {
	if n.Type != html.ElementNode || n.DataAtom != 0 {
		return n.DataAtom
	}
	return atom.Lookup([]byte(n.Data))
}

// attribute is the value of an attribute, trimmed; "" for none.
func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

// unread are the elements whose text nobody reads.
var unread = map[atom.Atom]bool{atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true,
	atom.Head: true, atom.Title: true, atom.Textarea: true, atom.Select: true, atom.Datalist: true}

// texts yields the text below a node that is read, with the link that it stands in, nil
// for none.
func texts(n *html.Node) iter.Seq2[string, *html.Node] {
	return func(yield func(string, *html.Node) bool) { yieldTexts(n, nil, yield) }
}

func yieldTexts(n, link *html.Node, yield func(string, *html.Node) bool) bool {
	switch {
	case n.Type == html.TextNode:
		return yield(n.Data, link)
	case unread[Tag(n)]:
		return true
	case Tag(n) == atom.A:
		link = n
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if !yieldTexts(c, link, yield) {
			return false
		}
	}
	return true
}

// Text is the text below a node on one line.
func Text(n *html.Node) string {
	var b strings.Builder
	for t := range texts(n) {
		b.WriteString(t)
	}
	return OneLine(b.String())
}

// apart is the text below a node on one line, with a blank between its elements.
func apart(n *html.Node) string {
	var b strings.Builder
	for t := range texts(n) {
		b.WriteString(t + " ")
	}
	return OneLine(b.String())
}

// OneLine is a text with a blank for each stretch of white space, without controls.
func OneLine(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if !strings.ContainsFunc(s, unicode.IsControl) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, s)
}

// letters is how many letters and digits a text has.
func letters(s string) (n int) {
	for _, r := range s {
		if r < utf8.RuneSelf && ('a' <= r|0x20 && r|0x20 <= 'z' || '0' <= r && r <= '9') || r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			n++
		}
	}
	return n
}

// contains reports whether inner is outer or stands below it.
func contains(outer, inner *html.Node) bool {
	for ; inner != nil; inner = inner.Parent {
		if inner == outer {
			return true
		}
	}
	return false
}

// within is the nearest element of one of the names that a node is or stands in.
func within(n *html.Node, names ...atom.Atom) *html.Node {
	for ; n != nil; n = n.Parent {
		if slices.Contains(names, Tag(n)) {
			return n
		}
	}
	return nil
}

// first is the first element below a node that is wanted.
func first(doc *html.Node, wanted func(*html.Node) bool) *html.Node {
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && wanted(n) {
			return n
		}
	}
	return nil
}

// named reports whether one of the names stands among the words of an element's class
// and id: «comments» in class="post-comments", "read more" in class="readMore".
func named(words string, names []string) bool {
	return slices.ContainsFunc(names, func(name string) bool { return strings.Contains(words, " "+name+" ") })
}

// nameWords are the words of an element's class and id, and of other names that scripts give it, in lower case, each between two
// blanks: sd-sharing, readMore and item_12 have two each. Two blanks stand between
// names.
func nameWords(n *html.Node) string {
	var b strings.Builder
	for _, name := range ownNames(n) {
		b.WriteByte(' ')
		writeWords(&b, name)
		b.WriteByte(' ')
	}
	return b.String()
}

// ownNames are the names that a page gives an element.
func ownNames(n *html.Node) []string {
	names := strings.Fields(attribute(n, "class"))
	for _, a := range [...]string{"id", "data-hook", "data-testid", "data-component"} {
		if name := attribute(n, a); name != "" {
			names = append(names, name)
		}
	}
	if n.Type == html.ElementNode && strings.Contains(n.Data, "-") { // the page defines it itself
		names = append(names, n.Data)
	}
	return names
}

// writeWords writes the words of a name, with one blank between two.
func writeWords(b *strings.Builder, name string) {
	lower, parted := false, true
	for _, r := range name {
		parts := r == '-' || r == '_' || r == ':' || r == '.' || '0' <= r && r <= '9'
		if (parts || lower && 'A' <= r && r <= 'Z') && !parted {
			b.WriteByte(' ') // one for node__meta too
		}
		lower, parted = 'a' <= r && r <= 'z', parts
		if !parts {
			b.WriteRune(unicode.ToLower(r))
		}
	}
}

// Named reports whether one of the names stands among the words of an element's class and
// id: "read more" in class="readMore".
func Named(n *html.Node, names []string) bool { return named(nameWords(n), names) }
