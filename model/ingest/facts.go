package ingest

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

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
