package ingest

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Formats other than HTML are turned into its elements, so that one walk makes the text
// of all.

// element is an element of HTML with attributes, given as names and values in turn.
func element(name atom.Atom, attributes ...string) *html.Node {
	n := &html.Node{Type: html.ElementNode, DataAtom: name, Data: name.String()}
	for i := 0; i+1 < len(attributes); i += 2 {
		n.Attr = append(n.Attr, html.Attribute{Key: attributes[i], Val: attributes[i+1]})
	}
	return n
}

func textNode(text string) *html.Node { return &html.Node{Type: html.TextNode, Data: text} }

// add adds nodes to another as its last children, and returns it.
func add(to *html.Node, nodes ...*html.Node) *html.Node {
	for _, n := range nodes {
		to.AppendChild(n)
	}
	return to
}

// takeTitle removes the first of some headings from a document and returns its text, ""
// if there is none.
func takeTitle(doc *html.Node, levels ...atom.Atom) string {
	for _, level := range levels {
		if n := find(doc, level); n != nil {
			if title := oneLine(textOf(n)); title != "" {
				n.Parent.RemoveChild(n)
				return title
			}
		}
	}
	return ""
}
