package ingest

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rawi/model"
)

// factsOf returns what a page says about itself: its address, and what readability
// finds in JSON-LD, <meta> and the line with the author.
func factsOf(found readability.Article, address string) model.Facts {
	return model.Facts{
		Headline:  oneLine(found.Title()),
		Byline:    oneLine(found.Byline()),
		Site:      oneLine(found.SiteName()),
		Published: published(found),
		Address:   address,
	}
}

// published returns when a page says that it was published; zero if it does not,
// or in a form that cannot be parsed. The zone is only an offset, since its name
// would depend on the local zone.
func published(found readability.Article) time.Time {
	t, err := found.PublishedTime()
	if err != nil || t.Year() < 1 {
		return time.Time{}
	}
	_, offset := t.Zone()
	t = t.In(time.FixedZone("", offset))
	if _, err := t.MarshalText(); err != nil { // a year or a zone that RFC 3339 cannot write
		return time.Time{}
	}
	return t
}

// addressOf returns where a page says that it is published: <link rel="canonical">,
// or else og:url, resolved against the page's source if that is an address. It
// is an absolute http or https URL, or "" where the page says none.
func addressOf(doc *html.Node, source string) string {
	canonical, openGraph := "", ""
	for n := range doc.Descendants() {
		switch {
		case canonical == "" && n.DataAtom == atom.Link && slices.Contains(strings.Fields(strings.ToLower(attribute("rel", n))), "canonical"):
			canonical = resolve(source, attribute("href", n))
		case openGraph == "" && n.DataAtom == atom.Meta && attribute("property", n) == "og:url":
			openGraph = resolve(source, attribute("content", n))
		}
	}
	if canonical != "" {
		return canonical
	}
	return openGraph
}

// resolve returns the http or https URL that address means in a page at source,
// or "" if it is not one, or contains a user name.
func resolve(source, address string) string {
	to, err := url.Parse(address)
	if err != nil || address == "" {
		return ""
	}
	if base, err := url.Parse(source); err == nil && base.Host != "" {
		to = base.ResolveReference(to)
	}
	if to.Scheme != "http" && to.Scheme != "https" || to.Host == "" || to.User != nil {
		return ""
	}
	return ascii(to.String())
}

// ascii percent-encodes all but visible ASCII, which [url.URL.String] leaves as it
// is in a query.
func ascii(address string) string {
	var out strings.Builder
	for _, c := range []byte(address) {
		if ' ' < c && c <= '~' {
			out.WriteByte(c)
		} else {
			fmt.Fprintf(&out, "%%%02X", c)
		}
	}
	return out.String()
}
