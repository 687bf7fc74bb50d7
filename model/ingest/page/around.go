package page

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// leaveArticles takes out the articles that are not the page's: of several <article> the
// one with the title is it, and those in it that are short or lead elsewhere are others.
// Where none has the title, the largest is it unless they are alike, as in a live blog.
func (l *leaver) leaveArticles() {
	var all []*html.Node
	sum := 0
	for n := range l.body.Descendants() {
		if Tag(n) == atom.Article {
			all = append(all, n)
			sum += l.weights[n].all
		}
	}
	if len(all) < 2 {
		l.leaveAlike()
		return
	}
	main := within(l.title, atom.Article)
	if main == nil {
		main = slices.MaxFunc(all, func(a, b *html.Node) int { return l.weights[a].all - l.weights[b].all })
		if 10*l.weights[main].all < 6*sum {
			return
		}
	}
	for _, n := range all {
		if contains(l.body, n) && !contains(n, main) && (!contains(main, n) || l.leadsElsewhere(n)) {
			l.remove(n, "other-article")
		}
	}
}

// leaveAlike takes out what stands beside the article, has the same name and a headline of its
// own: the next articles of a page without end.
func (l *leaver) leaveAlike() {
	if l.title == nil || Tag(l.title) != atom.H1 {
		return
	}
	for n := l.title.Parent; n != nil && n != l.body; n = n.Parent {
		class := attribute(n, "class")
		for next := n.NextSibling; class != "" && next != nil; {
			c := next
			next = c.NextSibling
			own := first(c, func(n *html.Node) bool { return Tag(n) == atom.H1 })
			if Tag(c) == Tag(n) && attribute(c, "class") == class && own != nil {
				l.remove(c, "other-article")
			}
		}
	}
}

// leadsElsewhere reports whether an article inside of another is a teaser: its heading is
// a link, or all of it.
func (l *leaver) leadsElsewhere(n *html.Node) bool {
	w := l.weights[n]
	if 2*w.linked > w.all {
		return true
	}
	heading := first(n, func(n *html.Node) bool { return headings[Tag(n)] > 0 })
	return heading != nil && (within(heading, atom.A) != nil || l.weights[heading].linked == l.weights[heading].all && l.weights[heading].all > 0)
}

// leastEntries is how many entries with a time of their own make a page a log.
const leastEntries = 3

// isLog reports whether a page is a row of entries, each with its time: a live blog, the
// messages of a channel.
func isLog(body *html.Node) bool {
	n := 0
	for d := range body.Descendants() {
		if d.Type == html.ElementNode && isEntryTime(d, nameWords(d)) {
			n++
		}
	}
	return n >= leastEntries
}

// isEntryTime reports whether an element is a time of day and nothing else.
func isEntryTime(n *html.Node, words string) bool {
	return (Tag(n) == atom.Time || named(words, []string{"date", "time"})) && clockAlone.MatchString(Text(n))
}

// isEntryHead reports whether an element is the time of an entry or who wrote it.
func isEntryHead(n *html.Node, words string) bool {
	return isEntryTime(n, words) || named(words, []string{"from name"})
}

// standfirsts name what stands between the headline and the text and belongs to the
// article.
var standfirsts = []string{"standfirst", "subtitle", "sub title", "subhead", "sub headline", "subheadline", "deck", "lead", "lede", "intro", "summary", "excerpt", "chapo",
	"description", "abstract", "field subtitle", "caption", "legend", "img cap", "img caption"}

// standfirst is what stands between the headline and the text and belongs to the article:
// subtitles, the lead, captions.
func (l *leaver) standfirst(root *html.Node) (parts []*html.Node) {
	if l.title == nil || contains(root, l.title) {
		return nil
	}
	started := false
	var walk func(n *html.Node) (done bool)
	walk = func(n *html.Node) bool {
		for c := n.FirstChild; c != nil; {
			next := c.NextSibling
			switch {
			case c == l.title:
				started = true
			case c == root:
				return true
			case contains(c, l.title) || contains(c, root):
				if walk(c) {
					return true
				}
			case c.Type == html.ElementNode && started:
				parts = append(parts, l.belonging(c)...)
			}
			c = next
		}
		return false
	}
	top := root
	for top.Parent != nil && !contains(top, l.title) {
		top = top.Parent
	}
	walk(top)
	if !started { // the text stands before its headline
		return nil
	}
	return parts
}

// belonging is what below an element between headline and text belongs to the article.
func (l *leaver) belonging(n *html.Node) (parts []*html.Node) {
	if l.weights[n].all == 0 || unread[Tag(n)] {
		return nil
	}
	words := nameWords(n)
	switch {
	case Tag(n) == atom.Figure || Tag(n) == atom.Figcaption || named(words, standfirsts) || headings[Tag(n)] > 1:
		return []*html.Node{n}
	case leaf(n):
		if text := apart(n); l.sentence(n, text) {
			return []*html.Node{n}
		}
		if inner := first(n, func(n *html.Node) bool { return Named(n, standfirsts) }); inner != nil {
			return []*html.Node{inner}
		}
		return nil
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			parts = append(parts, l.belonging(c)...)
		}
	}
	return parts
}

// sentence reports whether a text reads like one: no date, no links, and some words.
func (l *leaver) sentence(n *html.Node, text string) bool {
	const least = 6 // words
	if _, dated := writtenDate(text); dated {
		return false
	}
	return len(strings.Fields(text)) >= least && 2*l.weights[n].linked < l.weights[n].all
}

// reportOutside says what of the page stands outside of the parts.
func (l *leaver) reportOutside(n *html.Node, parts []*html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		within := func(part *html.Node) bool { return contains(c, part) }
		switch {
		case slices.Contains(parts, c) || c == l.title:
		case slices.ContainsFunc(parts, within):
			l.reportOutside(c, parts)
		default:
			if text := apart(c); text != "" {
				l.left = append(l.left, Left{"outside", text})
			}
		}
	}
}

// leaveBefore takes out what stands in the root before the title, but for pictures.
func (l *leaver) leaveBefore(root *html.Node) {
	if !contains(root, l.title) || root == l.title {
		return
	}
	for n := l.title; n != root; n = n.Parent {
		for c := n.PrevSibling; c != nil; {
			before := c.PrevSibling
			if figure := Tag(c) == atom.Figure || first(c, func(n *html.Node) bool { return Tag(n) == atom.Figure }) != nil; !figure {
				l.remove(c, "before-title")
			}
			c = before
		}
	}
}
