package ingest

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"

	"rawi/model"
	"rawi/model/ingest/page"
)

// htmlOpenings are the tags that an HTML document begins with, after comments and
// an XML declaration.
var htmlOpenings = [...]string{"<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<article", "<main", "<div", "<h1", "<p>"}

// opensHTML reports whether a text begins with one of htmlOpenings, after white
// space and what could not be decoded.
func opensHTML(data string) bool {
	data = afterProlog(data)
	start := strings.ToLower(data[:min(len(data), 16)])
	for _, tag := range htmlOpenings {
		if strings.HasPrefix(start, tag) {
			return true
		}
	}
	return false
}

// afterProlog is a text from its first tag on: after white space, what could not be
// decoded, comments and an XML declaration.
func afterProlog(data string) string {
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
		_, rest, closed := strings.Cut(data, end)
		if end == "" || !closed {
			return data
		}
		data = rest
	}
}

// declaredInHTML is the encoding that a page declares, or else the one that
// browsers fall back to.
func declaredInHTML(text string) encoding.Encoding {
	enc, _, _ := charset.DetermineEncoding([]byte(text[:min(len(text), 1024)]), "")
	return enc
}

// readHTML makes an article of an HTML page: its headline, and the text that belongs to
// it.
func readHTML(in *input) ([]*model.Article, error) {
	article, _, err := readPage(in)
	if err != nil {
		return nil, err
	}
	return []*model.Article{article}, nil
}

func readPage(in *input) (*model.Article, *page.Page, error) {
	text, broken := in.decode(declaredInHTML)
	text = fewAttributes(text)
	if crowded(text, in.size, elementCost) {
		article := readTags(text, "", in.base())
		article.Broken = broken
		return article, new(page.Page), nil
	}
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return nil, nil, ErrTooDeep // the parser knows no other error here
	}
	outer := []*html.Node{find(doc, atom.Article), find(doc, atom.Main), find(doc, atom.Body), find(doc, atom.Html)}
	language, direction := attribute("lang", outer...), attribute("dir", outer...)
	address := cmp.Or(addressOf(doc, in.base()), in.address)

	found := page.Read(doc, sectionOf)
	w := writer{base: cmp.Or(address, in.source), page: true, log: found.Log}
	found.Title = unescapeLeft(found.Title)
	for _, fact := range [...]*string{&found.Facts.Headline, &found.Facts.Byline, &found.Facts.Site, &found.Facts.Section} {
		*fact = unescapeLeft(*fact)
	}
	w.paragraph(found.Title, model.TitleBlock)
	for _, part := range found.Parts {
		w.walk(part, model.ParagraphBlock)
		w.endParagraph(model.ParagraphBlock)
	}
	for line := range strings.Lines(found.Body) {
		w.paragraph(line, model.ParagraphBlock)
	}
	article := w.article(found.Title)
	article.Facts = found.Facts
	article.Facts.Address = cmp.Or(address, resolve(in.source, found.Facts.Address))
	article.Language = language
	article.Direction = directions[strings.ToLower(direction)]
	article.Broken = broken
	return article, found, nil
}

// articleOf makes an article of a title and the elements that hold the text. base is
// where links lead from, "" where that is not known.
func articleOf(content *html.Node, title, base string) *model.Article {
	w := writer{base: base}
	w.paragraph(title, model.TitleBlock)
	w.walk(content, model.ParagraphBlock)
	w.endParagraph(model.ParagraphBlock)
	return w.article(title)
}

func (w *writer) article(title string) *model.Article {
	if w.picture != "" {
		w.block("["+w.picture+"]", model.ImageBlock)
	}
	a := model.NewArticle(w.text.String(), w.outline(title))
	a.Flat = w.flat
	a.Links, a.Quoted = w.links, w.quoted
	return a
}

// sections are the sections of the boilerplate that a heading may open.
var sections = [...]string{"comments", "links", "tags", "signup", "share", "ad"}

// sectionOf is the section of boilerplate that a line opens, "" for none: "notice" for a line
// that is itself no part of the article, and "call" for one that is none if it has a link.
func sectionOf(line string) string {
	w := letters(words(line))
	for _, section := range sections {
		if boilerplate().has(section, w) {
			return section
		}
	}
	switch {
	case boilerplate().begins(w, "notice") && !fullStop(line):
		return "notice"
	case boilerplate().begins(w, "call") && slices.ContainsFunc(w, channel):
		return "call"
	}
	return ""
}

// channel reports whether a word names a channel of the house, with a preposition or without.
func channel(word string) bool {
	for _, before := range [...]string{"", "و", "ب", "ل", "علي", "ال", "وال"} {
		if rest, ok := strings.CutPrefix(word, before); ok && boilerplate().has("channel", []string{rest}) {
			return true
		}
	}
	return false
}

// directions are the values of a dir attribute; "auto" sets none.
var directions = map[string]model.Direction{"rtl": model.RightToLeft, "ltr": model.LeftToRight}

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
