package page

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// How many letters the longest heading of a section has, and the longest line that
// begins with one.
const (
	maxHeading = 40
	maxLine    = 200
)

// leaveLine takes out a line that leads to another article: «اقرأ أيضا: …».
func (l *leaver) leaveLine(n *html.Node) {
	label, _, colon := strings.Cut(Text(n), ":")
	if w := l.weights[n]; colon && 10*w.linked >= 6*(w.all-letters(label)) && w.linked > 0 && l.section(label) == "links" && l.may(n, half) {
		l.remove(n, "related")
	}
}

// leaveSections takes out what a heading says to be no part of the article, «التعليقات»,
// «اقرأ أيضا», and lines that say so themselves.
func (l *leaver) leaveSections() {
	for _, n := range slices.Collect(l.body.Descendants()) {
		if n.Type == html.ElementNode && l.weights[n].all > 0 && l.weights[n].all <= maxLine && contains(l.body, n) {
			l.leaveSectionAt(n)
		}
	}
}

func (l *leaver) leaveSectionAt(n *html.Node) {
	w, section := l.weights[n], l.section(Text(n))
	r := rowOfSection(section)
	switch {
	case r != nil && w.all <= maxHeading && !inQuotation(n):
		l.leaveSection(n, r)
	case section == "notice" || section == "call" && w.linked > 0:
		if !inQuotation(n) && Breaking[Tag(n)] && l.may(n, half) {
			l.remove(n, "notice")
		}
	default:
		l.leaveLine(n)
	}
}

// rowOfSection is the row of the sections that a heading opens, nil for none.
func rowOfSection(section string) *row {
	for i := range rows {
		if section != "" && rows[i].section == section {
			return &rows[i]
		}
	}
	return nil
}

// leaveSection takes out a heading with what it opens: the largest element that begins
// with it, and what follows it if that is like what a row leaves out.
func (l *leaver) leaveSection(heading *html.Node, r *row) {
	n := heading
	for up := n.Parent; up != nil && up != l.body && l.begins(up, n) && l.isSection(up, r); up = up.Parent {
		n = up
	}
	if !l.may(n, r.strength) {
		return
	}
	opened := l.weights[n].all > l.weights[heading].all || r.section == "ad" || r.section == "signup"
	if !opened || r.strength == anything {
		l.leaveFollowing(n, r)
	}
	l.remove(n, r.id)
}

// leaveFollowing takes out what follows an element as long as that is like what a row leaves out.
func (l *leaver) leaveFollowing(n *html.Node, r *row) {
	for next := n.NextSibling; next != nil; next = n.NextSibling {
		switch {
		case next.Type == html.CommentNode || next.Type == html.TextNode && strings.TrimSpace(next.Data) == "":
			n.Parent.RemoveChild(next)
		case next.Type == html.ElementNode && l.isSection(next, r) && l.may(next, r.strength):
			l.remove(next, r.id)
		default:
			return
		}
	}
}

// begins reports whether nothing is to read in an element before its child.
func (l *leaver) begins(n, child *html.Node) bool {
	for c := child.PrevSibling; c != nil; c = c.PrevSibling {
		if c.Type == html.TextNode && letters(c.Data) > 0 || l.weights[c].all > 0 {
			return false
		}
	}
	return true
}

// isSection reports whether an element may be what a heading of a row opens: anything
// for comments, else links and little else.
func (l *leaver) isSection(n *html.Node, r *row) bool {
	w := l.weights[n]
	if r.strength == anything || w.all == 0 {
		return true
	}
	if r.section == "links" || r.section == "tags" || r.section == "share" {
		return 10*w.linked >= 6*(w.all-maxHeading) && (w.linked > 0 || w.all <= maxHeading)
	}
	return w.all <= 10*maxHeading && r.section != "ad"
}
