package ingest

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"

	"rawi/model"
)

// maxFeed is the size of the largest feed that is read, in bytes: what parsing takes is some
// ten times as much.
const maxFeed = 8 << 20

// maxEntries is how many entries of one feed are read, the newest.
const maxEntries = 1000

// opensFeed reports whether an input is RSS, RDF, Atom or JSON Feed.
func opensFeed(in *input) bool {
	text := afterProlog(in.text)
	if strings.HasPrefix(text, "{") {
		return strings.Contains(text[:min(len(text), 1024)], "://jsonfeed.org/version/")
	}
	head := text[:min(len(text), 512)]
	for _, root := range [...]string{"<rss", "<feed", "<rdf:RDF"} {
		if strings.HasPrefix(head, root) && strings.ContainsAny(head[len(root):], " \t\r\n>") {
			return root != "<rdf:RDF" || strings.Contains(head, "purl.org/rss")
		}
	}
	return false
}

// declaredInXML is the encoding that the XML declaration names, nil for none.
func declaredInXML(text string) encoding.Encoding {
	prolog, _, _ := strings.Cut(text[:min(len(text), 256)], "?>")
	_, name, found := strings.Cut(prolog, "encoding=")
	if !found || name == "" {
		return nil
	}
	name, _, _ = strings.Cut(name[1:], name[:1])
	enc, _ := charset.Lookup(name)
	return enc
}

// readFeed makes an article of each entry of a feed, newest first. Nothing is
// fetched: gofeed only parses.
func readFeed(in *input) (articles []*model.Article, err error) {
	if len(in.data) > maxFeed {
		return nil, ErrTooLarge
	}
	text, broken := in.decode(declaredInXML)
	if crowdedFeed(text, len(in.data)) {
		return nil, ErrCrowded
	}
	feed, err := gofeed.NewParser().ParseString(afterProlog(text)) // without the declaration, which holds no more
	if err != nil {
		return nil, ErrDamaged
	}
	slices.SortStableFunc(feed.Items, func(a, b *gofeed.Item) int { return entryTime(b).Compare(entryTime(a)) })
	known := make(map[string]bool)
	for _, item := range feed.Items[:min(len(feed.Items), maxEntries)] {
		a := articleOfEntry(in, feed, item)
		if a == nil || known[a.Source] {
			continue
		}
		known[a.Source] = true
		a.Broken = broken // of the whole feed: which entry they are in is not known
		articles = append(articles, a)
	}
	return articles, nil
}

// crowdedFeed reports whether a feed has so many elements that it is not parsed, those of the pages
// in it included, of which gofeed makes trees to look for pictures.
func crowdedFeed(text string, size int) bool {
	cost, _ := treeCost(text, elementCost)
	if strings.HasPrefix(afterProlog(text), "{") {
		cost = valuesCost(text)
	}
	for _, opening := range [...]string{"<", "&lt;", `\u003c`} {
		cost += bareCost * (strings.Count(text, opening) - strings.Count(text, opening+"/"))
	}
	return cost > room(size)
}

// entryTime is when an entry was published, or changed where that is not said.
func entryTime(item *gofeed.Item) time.Time {
	for _, t := range [...]*time.Time{item.PublishedParsed, item.UpdatedParsed} {
		if t != nil && t.Year() > 0 {
			return writable(*t)
		}
	}
	return time.Time{}
}

// articleOfEntry is the article of an entry, nil for one without words. Its source is
// the page's address, so that it is the same article as the page.
func articleOfEntry(in *input, feed *gofeed.Feed, item *gofeed.Item) *model.Article {
	title := oneLine(textOf(fragment(item.Title)))
	content, summary := item.Content, false
	if len(item.Description) > len(content) {
		content, summary = item.Description, true
	}
	address := untracked(resolve(in.base(), cmp.Or(item.Link, linkIn(item.GUID))))
	a := articleOfPiece(content, title, cmp.Or(address, in.base()), len(in.data))
	if blank(a.Text) {
		return nil
	}
	a.Source = cmp.Or(address, in.source+"#"+cmp.Or(item.GUID, a.ID))
	a.Language = feed.Language
	a.Facts = model.Facts{
		Headline: title, Byline: authors(item), Site: oneLine(textOf(fragment(feed.Title))),
		Published: entryTime(item), Address: address, Summary: address != "" && (summary || a.Text == title) && cut(a.Text),
	}
	return a
}

// articleOfPiece makes an article of a title and a piece of HTML that stands in an input of a size.
func articleOfPiece(content, title, base string, size int) *model.Article {
	if crowded(content, size, bareCost) {
		return readTags(content, title, base)
	}
	return articleOf(fragment(content), title, base)
}

// untracked is an address without what feeds add to it to count their readers, and which
// may be another one each time.
func untracked(address string) string {
	before, query, found := strings.Cut(address, "?")
	if !found {
		return address
	}
	parts := slices.DeleteFunc(strings.Split(query, "&"), func(part string) bool {
		return strings.HasPrefix(part, "utm_") || strings.HasPrefix(part, "fbclid=") || strings.HasPrefix(part, "gclid=")
	})
	if len(parts) == 0 {
		return before
	}
	return before + "?" + strings.Join(parts, "&")
}

// linkIn is a guid that is an address.
func linkIn(guid string) string {
	if strings.HasPrefix(guid, "http://") || strings.HasPrefix(guid, "https://") {
		return guid
	}
	return ""
}

func authors(item *gofeed.Item) string {
	var names []string
	for _, author := range item.Authors {
		if name := oneLine(author.Name); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return strings.Join(names, "، ")
}

// wholeWords is how many words a text has that is surely more than a summary.
const wholeWords = 150

// cut reports whether a text is only the beginning of one: it is short and has no two
// paragraphs below its title, or ends as what was cut ends.
func cut(text string) bool {
	end := strings.TrimRight(text, " \n.»\"]")
	if strings.HasSuffix(text, "…") || strings.HasSuffix(text, "...") || strings.HasSuffix(end, "[") || strings.HasSuffix(end, "[…") {
		return true
	}
	return len(strings.Fields(text)) < wholeWords && strings.Count(text, "\n\n") < 3
}

// fragment is a piece of HTML, or of plain text with its lines, as a body; a piece that
// is nested too deeply is plain text.
func fragment(text string) *html.Node {
	body := element(atom.Body)
	if crowded(text, len(text), bareCost) {
		return add(body, textNode(readTags(text, "", "").Text))
	}
	if strings.ContainsAny(text, "<&") {
		addHTML(body, text)
		return body
	}
	for line := range strings.Lines(text) {
		add(body, textNode(strings.TrimSpace(line)), element(atom.Br))
	}
	return body
}
