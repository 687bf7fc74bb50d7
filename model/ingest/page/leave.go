package page

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rawi/model/arabic"
)

// Left is a piece of a page that is no part of the article.
type Left struct {
	Row  string // why: the id of a row, see [Rows]
	Text string // on one line
}

// leaver takes out of a page what is not part of its article.
type leaver struct {
	section func(line string) string
	title   *html.Node // nil for none
	weights map[*html.Node]weight
	body    *html.Node
	left    []Left
	text    string // key of the body, made when it is asked for
	log     bool   // the page is a row of entries with their times
}

// weight is how many letters stand below a node, and how many of them in links.
type weight struct{ all, linked int }

func newLeaver(body, title *html.Node, section func(string) string) *leaver {
	l := &leaver{section: section, title: title, weights: map[*html.Node]weight{}, body: body}
	l.weigh(body, false)
	return l
}

func (l *leaver) weigh(n *html.Node, linked bool) (w weight) {
	switch {
	case n.Type == html.TextNode:
		w.all = letters(n.Data)
		if linked {
			w.linked = w.all
		}
		return w
	case unread[Tag(n)]:
		return w
	}
	linked = linked || Tag(n) == atom.A
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		inner := l.weigh(c, linked)
		w.all, w.linked = w.all+inner.all, w.linked+inner.linked
	}
	if n.Type == html.ElementNode {
		l.weights[n] = w
	}
	return w
}

// remove takes a node out of the page and says why.
func (l *leaver) remove(n *html.Node, row string) {
	w := l.weights[n]
	for up := n.Parent; up != nil; up = up.Parent {
		if old, ok := l.weights[up]; ok {
			l.weights[up] = weight{old.all - w.all, old.linked - w.linked}
		}
	}
	if text := apart(n); text != "" {
		l.left = append(l.left, Left{row, text})
	}
	if Breaking[Tag(n)] && Tag(n) != atom.Hr { // the text before and behind it stays apart
		n.Parent.InsertBefore(&html.Node{Type: html.ElementNode, DataAtom: atom.Hr, Data: "hr"}, n)
	}
	n.Parent.RemoveChild(n)
}

// leave takes out what is of the rows of one strength.
func (l *leaver) leave(s strength) { l.leaveBelow(l.body, s) }

func (l *leaver) leaveBelow(n *html.Node, s strength) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		if c.Type == html.ElementNode && !unread[Tag(c)] {
			if r := l.rowOf(c, s); r != nil {
				l.remove(c, r.id)
			} else {
				l.leaveBelow(c, s)
			}
		}
		c = next
	}
}

// rowOf is the row of a strength of which an element is, nil for none.
func (l *leaver) rowOf(n *html.Node, s strength) *row {
	words := nameWords(n)
	for i := range rows {
		if r := &rows[i]; r.strength == s && r.is(n, words) && !(l.log && isEntryHead(n, words)) && l.may(n, s) && (r.everywhere || !inQuotation(n)) {
			return r
		}
	}
	return nil
}

// PostNames are words of the class of elements that hold a post of a network.
var PostNames = []string{"tgme widget message", "message", "tweet", "x post", "embedded tweet", "fb post", "social post", "social embed", "instagram post", "twitter tweet"}

// buttons name links that are shown as buttons.
var buttons = []string{"btn", "button", "cta"}

// asks reports whether an element asks its reader to type something, or to press a button.
func asks(n *html.Node) bool {
	switch Tag(n) {
	case atom.Input, atom.Textarea:
		return attribute(n, "type") != "hidden"
	case atom.A:
		return Named(n, buttons)
	}
	return false
}

// leaveInputs takes out the paragraphs and boxes of a few words in which something can be
// typed or pressed, whatever they are called.
func (l *leaver) leaveInputs() {
	for _, n := range slices.Collect(l.body.Descendants()) {
		if !asks(n) || !contains(l.body, n) {
			continue
		}
		box := n.Parent
		for box != l.body && (!Breaking[Tag(box)] || l.weights[box].all == 0) {
			box = box.Parent
		}
		small := func(n *html.Node) bool {
			return n != l.body && contains(l.body, n) && l.may(n, brief) && l.may(n, half)
		}
		for small(box) && small(box.Parent) {
			box = box.Parent
		}
		if small(box) {
			l.remove(box, "form")
		}
	}
}

// inQuotation reports whether an element stands in a quotation or a post, where who spoke
// and when belongs to it.
func inQuotation(n *html.Node) bool {
	return within(n.Parent, atom.Blockquote) != nil || inNamed(n, PostNames)
}

// may reports whether an element is small enough to be left out.
func (l *leaver) may(n *html.Node, s strength) bool {
	switch {
	case l.title != nil && contains(n, l.title):
		return false
	case (s == anything || s == unseen) && l.title != nil:
		return true
	case s == brief && Named(n, pullquotes) && !l.repeated(n):
		return false
	case s == brief:
		return len(strings.Fields(apart(n))) <= briefWords
	}
	return 2*l.weights[n].all < l.weights[l.body].all || l.weights[n].all == 0
}

// repeated reports whether the first words of an element stand in the body a second time.
func (l *leaver) repeated(n *html.Node) bool {
	const enough = 4
	words := strings.Fields(arabic.Key(apart(n)))
	if len(words) < enough {
		return true
	}
	if l.text == "" {
		l.text = arabic.Key(apart(l.body))
	}
	return strings.Count(l.text, strings.Join(words[:enough], " ")) > 1
}

// is reports whether an element is of the row by its name or its attributes. words are
// those of its class and id.
func (r *row) is(n *html.Node, words string) bool {
	if slices.Contains(r.tags, Tag(n)) && !named(words, r.not) && !(r.outside && within(n, atom.Article, atom.Main) != nil) || r.custom != "" && n.Data == r.custom {
		return true
	}
	for _, a := range n.Attr {
		if values, ok := r.attr[a.Key]; ok && slices.Contains(values, strings.ToLower(strings.TrimSpace(a.Val))) {
			return true
		}
	}
	return named(words, r.names) && !named(words, r.not)
}

// leaveLinks takes out paragraphs that are a link and nothing else, and lists of them:
// they lead to other articles. Links that are shown as addresses belong to the text.
func (l *leaver) leaveLinks(root *html.Node) {
	for _, n := range slices.Collect(root.Descendants()) {
		if !l.onlyLinks(n) || !contains(root, n) || l.belongs(n) {
			continue
		}
		if text := Text(n); (strings.Contains(text, " ") || Tag(n) != atom.P) && !strings.Contains(text, "://") {
			l.remove(n, "related")
		}
	}
}

// onlyLinks reports whether an element has text, all of it in links, and is none itself.
func (l *leaver) onlyLinks(n *html.Node) bool {
	w := l.weights[n]
	return n.Type == html.ElementNode && w.all > 0 && w.all == w.linked && Tag(n) != atom.A
}

// belongs reports whether an element belongs to the article though it has nothing but links: as
// its headline, a part of a quotation, a table, a sentence, or as what is announced before it.
func (l *leaver) belongs(n *html.Node) bool {
	return l.title != nil && contains(n, l.title) || headings[Tag(n)] > 0 || Tag(n) == atom.Blockquote || inQuotation(n) ||
		within(n, atom.Li, atom.Table, atom.Figcaption, atom.Sup) != nil || l.inSentence(n) || l.announced(n)
}

// announced reports whether a list is what the paragraph before it, which ends with a
// colon, announces.
func (l *leaver) announced(n *html.Node) bool {
	before := n.PrevSibling
	for before != nil && before.Type != html.ElementNode {
		before = before.PrevSibling
	}
	return before != nil && (Tag(n) == atom.Ul || Tag(n) == atom.Ol) && strings.HasSuffix(Text(before), ":")
}

// inSentence reports whether an element stands among other text of its paragraph.
func (l *leaver) inSentence(n *html.Node) bool {
	if Breaking[Tag(n)] {
		return false
	}
	for up := n.Parent; up != nil; up = up.Parent {
		if w := l.weights[up]; w.all > w.linked {
			for c := up.FirstChild; c != nil; c = c.NextSibling {
				if c.Type == html.TextNode && letters(c.Data) > 0 {
					return true
				}
			}
		}
		if Breaking[Tag(up)] {
			break
		}
	}
	return false
}

// headings are the elements that are headings, with their levels.
var headings = map[atom.Atom]int{atom.H1: 1, atom.H2: 2, atom.H3: 3, atom.H4: 4, atom.H5: 5, atom.H6: 6}

// Breaking are the elements that start and end a paragraph.
var Breaking = setOf(atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center,
	atom.Dd, atom.Details, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure,
	atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hr,
	atom.Html, atom.Li, atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.P, atom.Pre, atom.Section,
	atom.Summary, atom.Table, atom.Tr, atom.Ul)

// Breaks reports whether an element starts and ends a paragraph: by its name, or as one that the page
// defines itself and that does not stand in a paragraph.
func Breaks(n *html.Node) bool {
	if n.Type == html.ElementNode && Tag(n) == 0 && strings.Contains(n.Data, "-") {
		return within(n.Parent, atom.P, atom.Li, atom.A, atom.Span) == nil
	}
	return Breaking[Tag(n)]
}

func setOf(names ...atom.Atom) map[atom.Atom]bool {
	m := make(map[atom.Atom]bool, len(names))
	for _, n := range names {
		m[n] = true
	}
	return m
}
