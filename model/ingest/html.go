package ingest

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"

	"rawi/model"
	"rawi/model/arabic"
)

// maxElements is the number of elements of the largest page in which the main
// text is searched for. Of a larger one the whole body is read.
const maxElements = 50_000

// htmlOpenings are the tags that an HTML document begins with, after comments and
// an XML declaration.
var htmlOpenings = [...]string{"<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<article", "<main", "<div", "<h1", "<p>"}

// opensHTML reports whether a text begins with one of htmlOpenings, after white
// space and what could not be decoded.
func opensHTML(data string) bool {
	for {
		data = strings.TrimLeftFunc(data, func(r rune) bool {
			return unicode.IsSpace(r) || r == '\ufeff' || r == utf8.RuneError
		})
		end := ""
		switch {
		case strings.HasPrefix(data, "<!--"):
			end = "-->"
		case strings.HasPrefix(data, "<?xml"):
			end = "?>"
		}
		if end == "" {
			break
		}
		_, rest, closed := strings.Cut(data, end)
		if !closed {
			return false
		}
		data = rest
	}
	start := strings.ToLower(data[:min(len(data), 16)])
	for _, tag := range htmlOpenings {
		if strings.HasPrefix(start, tag) {
			return true
		}
	}
	return false
}

// declaredInHTML is the encoding that a page declares, or else the one that
// browsers fall back to.
func declaredInHTML(text string) encoding.Encoding {
	enc, _, _ := charset.DetermineEncoding([]byte(text[:min(len(text), 1024)]), "")
	return enc
}

// readHTML makes an article of an HTML page: its title, then the main text as
// readability finds it, or the text of the whole body where it finds none.
// Scripts, styles and forms are dropped.
func readHTML(in *input) ([]*model.Article, error) {
	text, broken := in.decode(declaredInHTML)
	doc, title, err := parseHTML(text)
	if err != nil {
		return nil, err
	}
	outer := []*html.Node{find(doc, atom.Article), find(doc, atom.Main), find(doc, atom.Body), find(doc, atom.Html)}
	language, direction := attribute("lang", outer...), attribute("dir", outer...)
	address := addressOf(doc, in.source)

	parser := readability.NewParser()
	parser.MaxElemsToParse = maxElements
	found, _ := parser.ParseAndMutate(doc, nil) // on failure there is no Node
	content := found.Node
	if content == nil {
		if content, title, err = parseHTML(text); err != nil {
			return nil, err
		}
	}
	facts := factsOf(found, address)
	article := articleOf(content, cmp.Or(title, facts.Headline))
	article.Facts = facts
	article.Language = cmp.Or(language, found.Language())
	article.Direction = directions[strings.ToLower(direction)]
	article.Broken = broken
	return []*model.Article{article}, nil
}

// articleOf makes an article of a title and the elements that hold the text.
func articleOf(content *html.Node, title string) *model.Article {
	var p page
	p.paragraph(title, model.TitleBlock)
	p.walk(content, model.ParagraphBlock)
	p.endParagraph(model.ParagraphBlock)
	return model.NewArticle(p.text.String(), p.outline(title))
}

// directions are the values of a dir attribute; "auto" sets none.
var directions = map[string]model.Direction{"rtl": model.RightToLeft, "ltr": model.LeftToRight}

// parseHTML parses a page and removes its title from it: the first <h1> whose
// words are also in <title>, which adds the name of the site; "" if there is
// none.
func parseHTML(text string) (doc *html.Node, title string, err error) {
	if doc, err = html.Parse(strings.NewReader(text)); err != nil {
		return nil, "", ErrTooDeep // the parser knows no other error here
	}
	whole := arabic.Key(textOf(find(doc, atom.Title)))
	for n := range doc.Descendants() {
		if n.DataAtom != atom.H1 {
			continue
		}
		if key := arabic.Key(textOf(n)); strings.Contains(key, " ") && containsWords(whole, key) {
			n.Parent.RemoveChild(n)
			return doc, oneLine(textOf(n)), nil
		}
	}
	return doc, "", nil
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func find(doc *html.Node, name atom.Atom) *html.Node {
	for n := range doc.Descendants() {
		if n.DataAtom == name {
			return n
		}
	}
	return nil
}

func textOf(n *html.Node) string {
	var b strings.Builder
	if n != nil {
		for d := range n.Descendants() {
			if d.Type == html.TextNode {
				b.WriteString(d.Data)
			}
		}
	}
	return b.String()
}

// attribute is the value of an attribute in the first node that has it.
func attribute(name string, nodes ...*html.Node) string {
	for _, n := range nodes {
		if n == nil {
			continue
		}
		for _, a := range n.Attr {
			if a.Key == name && strings.TrimSpace(a.Val) != "" {
				return strings.TrimSpace(a.Val)
			}
		}
	}
	return ""
}
