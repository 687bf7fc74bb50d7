package page

import (
	"encoding/json"
	"html"
	"slices"
	"strings"
	"unicode"

	xhtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// said is what a page says about itself in places that a reader does not see: JSON-LD
// and <meta>.
type said struct {
	meta    map[string]string // by name, property or itemprop in lower case; the first that is not empty
	article map[string]any    // the object of JSON-LD that is an article, nil for none
	title   string            // of <title>
	data    string            // the JSON of which a script makes the page, "" for none
}

func readSaid(doc *xhtml.Node) said {
	s := said{meta: map[string]string{}}
	for n := range doc.Descendants() {
		switch {
		case n.Type != xhtml.ElementNode:
		case Tag(n) == atom.Meta:
			s.addMeta(n)
		case Tag(n) == atom.Title && s.title == "" && within(n, atom.Svg) == nil:
			s.title = OneLine(rawText(n))
		case Tag(n) == atom.Script && strings.EqualFold(attribute(n, "type"), "application/ld+json") && s.article == nil:
			s.article = articleIn(rawText(n))
		case Tag(n) == atom.Script && strings.EqualFold(attribute(n, "type"), "application/json") && attribute(n, "id") != "":
			s.data = longer(s.data, rawText(n))
		}
	}
	return s
}

// rawText is all text right below a node.
func rawText(n *xhtml.Node) string {
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == xhtml.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

func (s *said) addMeta(n *xhtml.Node) {
	content := OneLine(html.UnescapeString(attribute(n, "content")))
	for _, key := range [...]string{"property", "name", "itemprop"} {
		if name := strings.ToLower(attribute(n, key)); name != "" && content != "" && s.meta[name] == "" {
			s.meta[name] = content
		}
	}
}

// first is the first of some metas that is there.
func (s *said) first(names ...string) string {
	for _, name := range names {
		if v := s.meta[name]; v != "" {
			return v
		}
	}
	return ""
}

// Limits for a piece of JSON-LD: how deep an article may stand in it, how many bytes it has, and how many
// values, each of which takes some hundred bytes.
const (
	maxDepth  = 6
	maxJSON   = 1 << 20
	maxValues = 10_000
)

// values is how many values a piece of JSON has, or a little more.
func values(data string) int {
	return strings.Count(data, ",") + strings.Count(data, "{") + strings.Count(data, "[")
}

// articleIn is the first article in a piece of JSON-LD, nil for none.
func articleIn(data string) map[string]any {
	if len(data) > maxJSON || values(data) > maxValues {
		return nil
	}
	data = strings.TrimSpace(data)
	data = strings.TrimSuffix(strings.TrimPrefix(data, "<!--"), "-->")
	var value any
	if json.Unmarshal([]byte(data), &value) != nil && json.Unmarshal([]byte(flat(data)), &value) != nil {
		return nil
	}
	return findArticle(value, 0)
}

// flat is JSON in which line ends inside of strings, which sites write though JSON
// forbids them, are blanks.
func flat(data string) string {
	return strings.NewReplacer("\n", " ", "\r", " ", "\t", " ").Replace(data)
}

// The members in which articles stand.
var holders = [...]string{"@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement"}

func findArticle(value any, depth int) map[string]any {
	switch v := value.(type) {
	case []any:
		for _, one := range v {
			if a := findArticle(one, depth+1); a != nil && depth < maxDepth {
				return a
			}
		}
	case map[string]any:
		if isArticle(v["@type"]) {
			return v
		}
		for _, holder := range holders {
			if a := findArticle(v[holder], depth+1); a != nil && depth < maxDepth {
				return a
			}
		}
	}
	return nil
}

// leastScripted is how many letters a text has at least that is taken for the article in the JSON of
// which a script makes a page.
const leastScripted = 200

// scripted is the longest text with elements in the JSON of which a script makes the page, nil for none.
func (s *said) scripted() *xhtml.Node {
	var value any
	if len(s.data) > maxJSON || values(s.data) > maxValues || json.Unmarshal([]byte(s.data), &value) != nil {
		return nil
	}
	text := longestPage(value, 0)
	if letters(text) < leastScripted {
		return nil
	}
	body := &xhtml.Node{Type: xhtml.ElementNode, DataAtom: atom.Body, Data: "body"}
	parts, err := xhtml.ParseFragment(strings.NewReader(text), body)
	if err != nil {
		return nil
	}
	for _, part := range parts {
		body.AppendChild(part)
	}
	return body
}

// longestPage is the longest string with paragraphs in a value of JSON.
func longestPage(value any, depth int) (text string) {
	const deepest = 20
	switch v := value.(type) {
	case string:
		if strings.Contains(v, "<p") || strings.Contains(v, "<br") {
			return v
		}
	case []any:
		for _, one := range v {
			if depth < deepest {
				text = longer(text, longestPage(one, depth+1))
			}
		}
	case map[string]any:
		for _, one := range v {
			if depth < deepest {
				text = longer(text, longestPage(one, depth+1))
			}
		}
	}
	return text
}

// longer is the longer of two texts, of equal ones the one that sorts first.
func longer(a, b string) string {
	if len(b) > len(a) || len(b) == len(a) && b < a {
		return b
	}
	return a
}

// isArticle reports whether a type of schema.org is an article.
func isArticle(types any) bool {
	switch t := types.(type) {
	case string:
		return strings.HasSuffix(t, "Article") || strings.HasSuffix(t, "Posting") || t == "Report"
	case []any:
		return slices.ContainsFunc(t, isArticle)
	}
	return false
}

// text is a member of the article as one line: a string, the names of objects, or the
// strings and names of a list.
func (s *said) text(member string) string { return join(names(s.article[member])) }

// join joins names by the comma of their script.
func join(names []string) string {
	all := strings.Join(names, ", ")
	if strings.ContainsFunc(all, func(r rune) bool { return unicode.Is(unicode.Arabic, r) }) {
		return strings.Join(names, "، ")
	}
	return all
}

func names(value any) (out []string) {
	switch v := value.(type) {
	case string:
		if v = OneLine(html.UnescapeString(v)); v != "" {
			out = append(out, v)
		}
	case []any:
		for _, one := range v {
			for _, name := range names(one) {
				if !slices.Contains(out, name) {
					out = append(out, name)
				}
			}
		}
	case map[string]any:
		return names(v["name"])
	}
	return out
}

// body is the text of the article in JSON-LD, with its line ends.
func (s *said) body() string {
	body, _ := s.article["articleBody"].(string)
	return html.UnescapeString(body)
}
