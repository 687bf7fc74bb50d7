package page

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rawi/model"
	"rawi/model/arabic"
)

// factsOf returns what a page says about itself: in JSON-LD, then in <meta>, then for
// its readers, before the title or beside it.
func factsOf(doc, title *html.Node, headline string, s *said, log bool) model.Facts {
	f := model.Facts{
		Headline: headline,
		Site:     siteOf(s),
		Section:  cmp.Or(s.text("articleSection"), s.first("article:section", "section", "parsely-section")),
		Byline:   authorSaid(s),
		Address:  addressSaid(s),
	}
	f.Published, _ = firstDate(s)
	seen := s.readers(doc, title)
	f.Section = cmp.Or(f.Section, seen.section)
	f.Byline = cmp.Or(f.Byline, seen.byline)
	if f.Published.IsZero() && !log { // in a log each entry has its own
		f.Published = seen.published
	}
	f.Published = writable(f.Published)
	f.Site = cmp.Or(f.Site, siteBeside(s.title, headline, f.Section, f.Byline))
	if f.Byline = withoutSite(f.Byline, f.Site); f.Byline == "" {
		f.Byline = withoutSite(seen.byline, f.Site)
	}
	return f
}

// withoutSite is a byline without the name of the site and the date, "" if it is only these.
func withoutSite(byline, site string) string {
	var kept []string
	for _, part := range segments(byline) {
		if _, dated := writtenDate(part); !dated && arabic.Key(part) != arabic.Key(site) {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, " - ")
}

// addressSaid is the address that JSON-LD gives the article.
func addressSaid(s *said) string {
	page, _ := s.article["mainEntityOfPage"].(map[string]any)
	id, _ := page["@id"].(string)
	return cmp.Or(s.text("url"), id)
}

// authorSaid is the author that a page names to machines.
func authorSaid(s *said) string {
	for _, name := range [...]string{s.text("author"), s.first("author", "article:author", "byl", "dc.creator", "citation_author", "parsely-author", "sailthru.author")} {
		if name != "" && !strings.Contains(name, "://") && letters(name) > 1 {
			return Author(name)
		}
	}
	return ""
}

func firstDate(s *said) (time.Time, bool) {
	for _, date := range [...]string{s.text("datePublished"), s.text("dateCreated"), s.first("article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date", "publish_date", "dc.date.issued", "dc.date", "dcterms.created", "citation_publication_date", "parsely-pub-date", "sailthru.date", "article.published")} {
		if t, ok := Date(date); ok {
			return t, true
		}
	}
	return time.Time{}, false
}

// writable is a time whose zone is only an offset, since its name would depend on the
// local zone; zero for one that RFC 3339 cannot write.
func writable(t time.Time) time.Time {
	_, offset := t.Zone()
	if t = t.In(time.FixedZone("", offset)); t.Year() < 1 {
		return time.Time{}
	}
	if _, err := t.MarshalText(); err != nil {
		return time.Time{}
	}
	return t
}

// seen is what a page says to its readers around the title.
type seen struct {
	byline, section string
	published       time.Time
}

// maxAround is how many letters a line with an author or a date has at most.
const maxAround = 80

// readers reads the short lines around the title: after it up to the first paragraph,
// then before it, then those that are named as what they are.
func (s *said) readers(doc, title *html.Node) (found seen) {
	var before []*html.Node
	after, looked := title == nil, 0
	for n := range doc.Descendants() {
		switch {
		case n == title:
			after = true
		case n.Type != html.ElementNode || unread[Tag(n)] || title != nil && (contains(title, n) || contains(n, title)):
		case after:
			if looked++; looked > maxLooked {
				return found
			}
			found.look(n)
		default:
			before = append(before, n)
		}
	}
	for i := len(before) - 1; i >= 0 && i >= len(before)-maxAround; i-- {
		if within(before[i], atom.Nav, atom.Footer, atom.Aside) == nil {
			found.look(before[i])
		}
	}
	return found
}

// maxLooked is how many elements behind the title are looked at.
const maxLooked = 1000

// look takes what an element says.
func (f *seen) look(n *html.Node) {
	if f.byline != "" && f.section != "" && !f.published.IsZero() {
		return
	}
	words := nameWords(n)
	if named(words, []string{"comment", "comments", "related", "sidebar"}) || inQuotation(n) {
		return
	}
	line := sync.OnceValue(func() string { return shortLine(n) })
	if f.byline == "" && (isAuthor(n, words) || lineOfAuthor(n)) && line() != "" {
		f.byline = Author(nameIn(n))
	}
	if f.published.IsZero() && !named(words, []string{"modified", "updated"}) {
		f.published = dateSeen(n, words, line)
	}
	if f.section == "" && named(words, []string{"category", "cat links", "section name", "kicker", "article section"}) {
		f.section = line()
	}
}

// shortLine is the text of an element, "" if it is too long for what says who wrote an article and when.
func shortLine(n *html.Node) string {
	if text := apart(n); letters(text) <= maxAround {
		return text
	}
	return ""
}

// dateSeen is the date that an element says: to machines, else to readers in a short line.
func dateSeen(n *html.Node, words string, line func() string) (t time.Time) {
	inner := first(n, func(n *html.Node) bool { return Tag(n) == atom.Time })
	switch {
	case Tag(n) == atom.Time || attribute(n, "itemprop") == "datePublished":
		t, _ = Date(cmp.Or(attribute(n, "datetime"), attribute(n, "content")))
	case inner != nil && leaf(n):
		t, _ = Date(attribute(inner, "datetime"))
	}
	if t.IsZero() && n.FirstChild != nil && (leaf(n) || named(words, []string{"date", "time", "posted on", "pubdate"})) {
		t, _ = Date(line())
	}
	return t
}

// nameIn is the text of an element that names the author: of its first item if it is a
// list, without the date.
func nameIn(n *html.Node) string {
	if item := first(n, func(n *html.Node) bool { return Tag(n) == atom.Li }); item != nil {
		n = item
	}
	text := apart(n)
	for d := range n.Descendants() {
		if Tag(d) == atom.Time {
			text = strings.Replace(text, apart(d), "", 1)
		}
	}
	return text
}

// leaf reports whether an element has no element that starts a paragraph.
func leaf(n *html.Node) bool {
	for d := range n.Descendants() {
		if Breaking[Tag(d)] {
			return false
		}
	}
	return true
}

// isAuthor reports whether an element is named as the one that holds the author.
func isAuthor(n *html.Node, words string) bool {
	return attribute(n, "rel") == "author" || attribute(n, "itemprop") == "author" || attribute(n, "aria-labelledby") == "article-byline" ||
		Tag(n) != atom.Body && named(words, []string{"byline", "author", "author name", "post author", "writer", "writer name", "auteur", "article author", "author vcard", "write by", "fn", "by", "field name uid", "user name"}) &&
			!named(words, []string{"box", "bio", "about", "image", "avatar"})
}

// onlyAuthor is the author that a page names anywhere outside of comments, if it is one and
// no other.
func onlyAuthor(body *html.Node) (only string) {
	for n := range body.Descendants() {
		if n.Type != html.ElementNode || !isAuthor(n, nameWords(n)) {
			continue
		}
		name := nameIn(n)
		if letters(name) > maxAround || letters(name) == 0 {
			continue
		}
		switch name = Author(name); {
		case only == "" || strings.Contains(only, name): // the element inside of another
			only = name
		case !strings.Contains(name, only):
			return ""
		}
	}
	return only
}

// callings stand before the name of who wrote an article, folded.
var callings = append([]string{"مرسله بواسطه", "ارسل بواسطه", "نشر بواسطه", "ترجمه", "عدسه", "تصوير", "الكاتب", "الكاتبه", "المولف", "by", "written by", "author", "posted by", "نوشته", "نويسنده"}, writing...)

// writing are those of them that name the writer, not who made a picture, in a line of its
// own with a colon.
var writing = []string{"كتب", "كتبت", "كتبه", "كتبته", "كتبها", "بقلم", "بواسطه", "حوار", "حاوره", "حاورها", "حاورته", "حاورتها", "اجري الحوار", "اجرت الحوار", "اعداد", "تحرير", "تقرير"}

// lineOfAuthor reports whether a short line without paragraphs begins as those do that
// name the author with a colon: «كتب: فلان».
func lineOfAuthor(n *html.Node) bool {
	if !leaf(n) {
		return false
	}
	line := Text(n)
	if byDash(line) {
		return true
	}
	before, name, found := strings.Cut(line, ":")
	return found && len(name) <= 2*maxAround && slices.Contains(writing, arabic.Key(before))
}

// byDash reports whether a line names the author behind a dash, and the text follows: «كتب- فلان:».
func byDash(line string) bool {
	before, name, found := strings.Cut(line, "-")
	return found && strings.HasSuffix(name, ":") && len(name) <= maxAround && slices.Contains(writing, arabic.Key(before))
}

// readTime is how long a page says that reading it takes.
var readTime = regexp.MustCompile(`(?i)\b\d+ min(ute)?s? read\b|\p{Nd}+ (دقيقة|دقائق|دقيقه) (قراءة|للقراءة)|(قراءة|للقراءة):? \p{Nd}+ (د|دقيقة|دقائق)$`)

// maxByline is how many words the lines below a headline have that say who wrote it and how long
// reading it takes.
const maxByline = 16

// leaveBylines takes out lines that name the author behind a dash, or say how long reading takes, with
// what stands beside that.
func (l *leaver) leaveBylines() {
	brief := func(n *html.Node) bool {
		return n != l.body && (l.title == nil || !contains(n, l.title)) && len(strings.Fields(apart(n))) <= maxByline
	}
	for _, n := range slices.Collect(l.body.Descendants()) {
		if n.Type != html.ElementNode || l.weights[n].all == 0 || l.weights[n].all > maxAround || !contains(l.body, n) {
			continue
		}
		line := Text(n)
		if timed := readTime.MatchString(line); !timed && !byDash(line) || !brief(n) {
			continue
		}
		for brief(n.Parent) {
			n = n.Parent
		}
		l.remove(n, "byline")
	}
}

// Author is the name in a line that says who wrote an article.
func Author(line string) string {
	line = OneLine(line)
	for range 2 {
		line = strings.TrimLeft(withoutCalling(line), ":：-–—|،, ")
	}
	if before, _, cut := strings.Cut(line, " | "); cut {
		line = before
	}
	return strings.Trim(line, " :")
}

// withoutCalling is a line without the words that say what the named one did.
func withoutCalling(line string) string {
	for n := 2; n > 0; n-- {
		words := strings.SplitN(line, " ", n+1)
		if len(words) <= n {
			continue
		}
		key := arabic.Key(strings.Join(words[:n], " "))
		for _, c := range callings {
			if key == c {
				return words[n]
			}
		}
	}
	return line
}
