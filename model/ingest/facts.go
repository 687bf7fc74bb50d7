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

// factsOf are what a page says about itself: its address, and what readability
// takes from JSON-LD, <meta> and the line with the author.
func factsOf(found readability.Article, address string) model.Facts {
	return model.Facts{
		Headline:  oneLine(found.Title()),
		Byline:    oneLine(found.Byline()),
		Site:      oneLine(found.SiteName()),
		Published: published(found),
		Address:   address,
	}
}

// published is when a page says that it was published; zero if it does not, or
// in a form that nobody can read. The zone of a time is a mere offset: its name
// would depend on the zone of this machine.
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

// addressOf is where a page says that it is published: <link rel="canonical">,
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

// resolve is the http or https URL that a page at source means by address; ""
// if it is none, or if it has a password.
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

// ascii is an address with all but visible ASCII percent-encoded, which
// [url.URL.String] leaves as they are in a query.
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
