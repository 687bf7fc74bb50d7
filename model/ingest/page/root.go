package page

import (
	"strconv"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// bodyNames name elements that hold the text of an article and nothing else.
var bodyNames = []string{"article body", "articlebody", "entry content", "post content", "post body", "article content", "article text",
	"story body", "story content", "story text", "news body", "news content", "news text", "news story", "body text", "bodytext", "field name body",
	"wysiwyg", "rich text", "text details", "article details", "fulltext", "full text", "single content", "the content", "art body", "text js",
	"article desc", "news details", "details body", "story details", "live feed"}

// Shares of the letters that readability finds.
const (
	mainShare = 0.85 // are in the element that holds the main text
	bodyShare = 0.70 // are in an element that is named as the one that does
)

// root is the element that holds the text of the article: the smallest with most of what
// readability finds, or the one named so; the body where it finds nothing.
func (l *leaver) root(doc *html.Node) *html.Node {
	found, all := mainText(doc)
	if all == 0 {
		return l.body
	}
	share := func(n *html.Node) float64 { return float64(found[n]) / float64(all) }
	root := l.body
	for next := root; next != nil; {
		root, next = next, nil
		for c := root.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.ElementNode && share(c) >= mainShare {
				next = c
			}
		}
	}
	if n := l.namedBody(share); n != nil {
		root = n
	}
	for name := Tag(root); root != l.body && (!Breaking[name] && name != atom.Td || name == atom.P || name == atom.Li); name = Tag(root) {
		root = root.Parent // a paragraph, or a part of one
	}
	return root
}

// namedBody is the smallest element that is named as the one that holds the text and
// holds much of it, nil for none.
func (l *leaver) namedBody(share func(*html.Node) float64) (best *html.Node) {
	for n := range l.body.Descendants() {
		if n.Type == html.ElementNode && share(n) >= bodyShare && (best == nil || contains(best, n)) &&
			(attribute(n, "itemprop") == "articleBody" || named(nameWords(n), bodyNames)) && !(l.title != nil && best != nil && contains(n, l.title)) {
			best = n
		}
	}
	return best
}

// mark is the attribute by which an element is known again after readability has
// changed a copy of the page.
const mark = "data-rawi"

// mainText says how many letters of what readability finds stand below each element,
// and in all.
func mainText(doc *html.Node) (found map[*html.Node]int, all int) {
	var elements []*html.Node
	copied := clone(doc, &elements)
	parser := readability.NewParser()
	parser.DisableJSONLD = true
	article, _ := parser.ParseAndMutate(copied, nil) // on failure there is no Node
	if article.Node == nil {
		return nil, 0
	}
	found = map[*html.Node]int{}
	for n := range article.Node.Descendants() {
		if n.Type != html.TextNode {
			continue
		}
		k := letters(n.Data)
		for up := original(n, elements); k > 0 && up != nil; up = up.Parent {
			found[up] += k
		}
		all += k
	}
	return found, all
}

// original is the element of the page that the copy of a node stands in.
func original(n *html.Node, elements []*html.Node) *html.Node {
	for ; n != nil; n = n.Parent {
		if i, err := strconv.Atoi(attribute(n, mark)); err == nil && i < len(elements) {
			return elements[i]
		}
	}
	return nil
}

// clone copies a page; its elements are numbered.
func clone(n *html.Node, elements *[]*html.Node) *html.Node {
	c := &html.Node{Type: n.Type, DataAtom: n.DataAtom, Data: n.Data, Namespace: n.Namespace}
	if n.Type == html.ElementNode {
		c.Attr = append(telling(n.Attr), html.Attribute{Key: mark, Val: strconv.Itoa(len(*elements))})
		*elements = append(*elements, n)
	}
	if unread[Tag(n)] && Tag(n) != atom.Head {
		return c
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		c.AppendChild(clone(child, elements))
	}
	return c
}

// told are the attributes in which readability looks for the text of an article.
var told = map[string]bool{"class": true, "id": true, "role": true, "style": true, "hidden": true, "aria-hidden": true, "aria-modal": true,
	"href": true, "src": true, "rel": true, "itemprop": true, "property": true, "name": true, "content": true, "colspan": true, "rowspan": true,
	"summary": true, "datatable": true, "type": true, "lang": true}

// telling are the attributes that readability reads, with room for one more.
func telling(all []html.Attribute) []html.Attribute {
	n := 0
	for _, a := range all {
		if told[a.Key] {
			n++
		}
	}
	some := make([]html.Attribute, 0, n+1)
	for _, a := range all {
		if told[a.Key] {
			some = append(some, a)
		}
	}
	return some
}
