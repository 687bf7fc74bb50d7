package ingest

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// feedTypes are the media types by which a page links a feed of its own.
var feedTypes = []string{"application/rss+xml", "application/atom+xml", "application/feed+json", "application/json", "application/rdf+xml"}

// FeedLinks returns the addresses of the feeds that an HTML page at an address names as its own
// (<link rel="alternate">), in its order, without doubles.
func FeedLinks(page, address string) (links []string) {
	z := html.NewTokenizer(strings.NewReader(fewAttributes(page)))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return links
		case html.StartTagToken, html.SelfClosingTagToken:
			if name, more := z.TagName(); more && atom.Lookup(name) == atom.Link {
				if link := feedLink(z, address); link != "" && !slices.Contains(links, link) {
					links = append(links, link)
				}
			}
		}
	}
}

// feedLink is the address of the feed that a <link> names, "" for none.
func feedLink(z *html.Tokenizer, address string) string {
	attributes := map[string]string{}
	for more := true; more; {
		var name, value []byte
		name, value, more = z.TagAttr()
		attributes[string(name)] = strings.TrimSpace(string(value))
	}
	kind, _, _ := strings.Cut(strings.ToLower(attributes["type"]), ";")
	if !slices.Contains(strings.Fields(strings.ToLower(attributes["rel"])), "alternate") || !slices.Contains(feedTypes, strings.TrimSpace(kind)) {
		return ""
	}
	if link := resolve(address, attributes["href"]); !strings.Contains(link, "/wp-json/") && !strings.Contains(link, "oembed") {
		return link
	}
	return "" // WordPress names its articles for programs in the same way
}
