// Package page finds in an HTML page what is its article: the headline, the elements
// that hold the text, and what the page says about itself. All else is left out, each
// piece for a reason that is a row of a table ([Rows]): menus, readers' comments,
// boxes for signing up, links to other articles.
//
// The main text is where readability finds it, in the page without these; what stands
// there is kept whole. Nothing depends on the site.
package page

import (
	"cmp"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rawi/model"
)

// Page is what a page holds for its reader.
type Page struct {
	Title string       // the headline alone, "" if there is none
	Parts []*html.Node // what holds the text, in its order; without the headline
	Body  string       // the text where no element holds it, as in a page that a script makes
	Facts model.Facts
	Log   bool   // the text is a row of entries, each with its time: a live blog, the messages of a channel
	Left  []Left // what is no part of the article, in the order in which it was left out
}

// Read finds the article of a page, which it changes. section is the section of
// boilerplate that a line opens, "" for none: "comments", "links", "tags", "signup",
// "share" or "ad".
func Read(doc *html.Node, section func(line string) string) *Page {
	body := first(doc, func(n *html.Node) bool { return Tag(n) == atom.Body })
	if body == nil {
		body = doc
	}
	s := readSaid(doc)
	title, headline := titleOf(body, &s, siteOf(&s))
	l := newLeaver(body, title, section)
	l.leaveArticles()
	l.leave(anything)
	l.leaveSections()
	author := onlyAuthor(body)
	l.leave(half)
	l.leaveInputs()
	l.log = isLog(body)
	p := &Page{Title: headline, Log: l.log, Facts: factsOf(body, title, headline, &s, l.log)}
	p.Facts.Byline = cmp.Or(p.Facts.Byline, withoutSite(author, p.Facts.Site))
	l.leaveBylines()
	l.leave(unseen)
	l.leave(brief)
	root := l.root(doc)
	l.leaveLinks(root)
	p.Parts = append(l.standfirst(root), root)
	if title != nil {
		l.leaveBefore(root)
		if title.Parent != nil {
			title.Parent.RemoveChild(title)
		}
	}
	if told := s.body(); letters(told) > 2*l.weights[root].all {
		p.Parts, p.Body = nil, told
	} else if data := s.scripted(); data != nil && letters(apart(data)) > 2*l.weights[root].all {
		p.Parts = []*html.Node{data}
	}
	if root != l.body {
		l.reportOutside(l.body, p.Parts)
	}
	p.Left = l.left
	return p
}

// Rows are the reasons for which something is left out, by their ids.
func Rows() map[string]string {
	what := map[string]string{
		"other-article": "another article on the same page",
		"outside":       "what stands outside of the article's text",
		"before-title":  "what stands before the headline",
	}
	for i := range rows {
		what[rows[i].id] = rows[i].what
	}
	return what
}
