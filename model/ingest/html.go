package ingest

import (
	"path"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rawi/model"
	"rawi/model/arabic"
)

// maxElements is the size of the largest page in which the main text is looked
// for; of a larger one the whole body is read.
const maxElements = 50_000

// htmlNames are the extensions of HTML files.
const htmlNames = " .html .htm .xhtml .xht "

// htmlOpenings are the tags by which a document is known as HTML, after
// comments and an XML declaration.
var htmlOpenings = [...]string{"<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<article", "<main", "<div", "<h1", "<p>"}

// isHTML reports whether data, of an encoding whose ASCII is ASCII, is HTML:
// by the name of its source or by its first tag.
func isHTML(data, source string) bool {
	ext := strings.ToLower(path.Ext(source))
	return ext != "" && strings.Contains(htmlNames, " "+ext+" ") || opensHTML(data)
}

func opensHTML(data string) bool {
	for {
		data = strings.TrimSpace(strings.TrimPrefix(data, "\ufeff"))
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

// readHTML makes an article of a decoded HTML page: its title, then the main
// text as readability finds it, or the text of the whole body where it finds
// none. Scripts, styles and forms are dropped.
func readHTML(text string) (*model.Article, error) {
	doc, title, err := parseHTML(text)
	if err != nil {
		return nil, err
	}
	outer := []*html.Node{find(doc, atom.Article), find(doc, atom.Main), find(doc, atom.Body), find(doc, atom.Html)}
	language, direction := attribute("lang", outer...), attribute("dir", outer...)

	parser := readability.NewParser()
	parser.MaxElemsToParse = maxElements
	found, _ := parser.ParseAndMutate(doc, nil) // a failure shows as no Node
	content := found.Node
	if content == nil {
		if content, title, err = parseHTML(text); err != nil {
			return nil, err
		}
	}
	if title == "" {
		title = oneLine(found.Title())
	}
	var p page
	p.paragraph(title, model.TitleBlock)
	p.walk(content, model.ParagraphBlock)
	p.endParagraph(model.ParagraphBlock)
	article := model.NewArticle(p.text.String(), p.outline(title))
	article.Language = language
	article.Direction = directions[strings.ToLower(direction)]
	return article, nil
}

// directions are the values of a dir attribute; "auto" asks for none.
var directions = map[string]model.Direction{"rtl": model.RightToLeft, "ltr": model.LeftToRight}

// parseHTML parses a page and takes its title out of it: the first <h1> whose
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
