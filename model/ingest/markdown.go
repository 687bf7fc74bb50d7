package ingest

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	mdtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rawi/model"
)

// maxMarkdown is the size of the largest text that is read as Markdown, in bytes, and
// maxNesting how deep its elements may be: as in HTML.
const (
	maxMarkdown = 4 << 20
	maxNesting  = 200
)

// looksMarkdown reports whether a text without a name begins as Markdown does: with a
// heading, or with front matter that has a title.
func looksMarkdown(text string) bool {
	text = strings.TrimLeft(text, "\ufeff \t\r\n")
	if matter, _ := frontMatter(text); matter["title"] != "" {
		return true
	}
	line, _, _ := strings.Cut(text, "\n")
	marks := len(line) - len(strings.TrimLeft(line, "#"))
	return 1 <= marks && marks <= 6 && strings.HasPrefix(line[marks:], " ") && strings.TrimSpace(line[marks:]) != ""
}

// readMarkdown makes one article of a text in CommonMark.
func readMarkdown(in *input) ([]*model.Article, error) {
	text, broken := in.decode(nil)
	if len(text) > maxMarkdown {
		return nil, ErrTooLarge
	}
	matter, body := frontMatter(strings.TrimPrefix(text, "\ufeff"))
	body, err := eased(body)
	if err != nil {
		return nil, err
	}
	w := writer{base: in.base()}
	title := matter["title"]
	for n, piece := range piecesOf(body) {
		if len(piece) > longestPiece {
			w.plain(piece)
			continue
		}
		doc := element(atom.Body)
		m := markdown{source: []byte(piece)}
		m.children(doc, newMarkdownParser().Parse(mdtext.NewReader(m.source)), 0)
		if n == 0 {
			title = cmp.Or(title, takeTitle(doc, atom.H1))
			w.paragraph(title, model.TitleBlock)
		}
		w.walk(doc, model.ParagraphBlock)
		w.endParagraph(model.ParagraphBlock)
	}
	article := w.article(title)
	article.Broken = broken
	article.Language = cmp.Or(matter["lang"], matter["language"])
	article.Direction = directions[matter["dir"]]
	article.Facts = model.Facts{
		Headline: title, Byline: cmp.Or(matter["author"], matter["authors"]),
		Site: matter["site"], Published: dateOf(matter["date"]), Address: resolve(in.base(), cmp.Or(matter["url"], matter["link"])),
	}
	return []*model.Article{article}, nil
}

// plain writes lines as they stand.
func (w *writer) plain(text string) {
	w.flat = true
	for line := range strings.Lines(text) {
		w.paragraph(line, model.ParagraphBlock)
	}
}

func newMarkdownParser() parser.Parser {
	return parser.NewParser(parser.WithBlockParsers(parser.DefaultBlockParsers()...),
		parser.WithInlineParsers(parser.DefaultInlineParsers()...),
		parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...))
}

// markdown turns the nodes of a document into elements of HTML.
type markdown struct{ source []byte }

// blocks are the elements of nodes that have no more to say.
var blocks = map[ast.NodeKind]atom.Atom{
	ast.KindParagraph: atom.P, ast.KindBlockquote: atom.Blockquote, ast.KindListItem: atom.Li,
}

// children adds the elements of a node's children. Emphasis is dropped, and what is
// nested too deeply is flat.
func (m markdown) children(to *html.Node, of ast.Node, depth int) {
	for n := of.FirstChild(); n != nil; n = n.NextSibling() {
		into := to
		if e := m.element(n); e != nil && depth < maxNesting {
			to.AppendChild(e)
			into = e
		}
		m.own(into, n)
		m.children(into, n, depth+1)
	}
}

// element is the element of a node, nil for one that has none.
func (m markdown) element(n ast.Node) *html.Node {
	switch n := n.(type) {
	case *ast.Heading:
		return element(atom.Lookup([]byte("h" + strconv.Itoa(n.Level))))
	case *ast.List:
		if n.IsOrdered() {
			return element(atom.Ol, "start", strconv.Itoa(n.Start))
		}
		return element(atom.Ul)
	case *ast.Link:
		return element(atom.A, "href", string(n.Destination))
	case *ast.Image:
		return element(atom.Img, "alt", m.alternative(n), "src", string(n.Destination))
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		return element(atom.Pre)
	case *ast.ThematicBreak:
		return element(atom.Hr)
	}
	if name, ok := blocks[n.Kind()]; ok {
		return element(name)
	}
	return nil
}

// own adds what a node holds itself.
func (m markdown) own(to *html.Node, n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		addText(to, unescaped(string(n.Segment.Value(m.source))))
		if n.HardLineBreak() || n.SoftLineBreak() && m.keepsBreak(n) {
			add(to, element(atom.Br))
		} else if n.SoftLineBreak() {
			addText(to, " ")
		}
	case *ast.String:
		add(to, textNode(string(n.Value)))
	case *ast.AutoLink:
		address := string(n.URL(m.source))
		add(to, add(element(atom.A, "href", address), textNode(string(n.Label(m.source)))))
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		add(to, textNode(m.lines(n)))
	case *ast.HTMLBlock:
		raw := m.lines(n)
		if n.HasClosure() {
			raw += string(n.ClosureLine.Value(m.source))
		}
		addHTML(to, raw)
	}
}

// addText adds text behind the text that is there.
func addText(to *html.Node, text string) {
	if last := to.LastChild; last != nil && last.Type == html.TextNode && len(last.Data) < runBytes {
		last.Data += text
		return
	}
	add(to, textNode(text))
}

// keepsBreak reports whether a line that goes on in Markdown ends for a reader: before
// a dash, which names who said the lines above, and in a table.
func (m markdown) keepsBreak(n *ast.Text) bool {
	const near = 64 // bytes of the next line that are looked at
	next := m.source[min(n.Segment.Stop, len(m.source)):]
	rest := strings.TrimLeft(string(next[:min(near, len(next))]), " \t\r\n>")
	return strings.HasPrefix(rest, "—") || strings.HasPrefix(rest, "–") || strings.HasPrefix(rest, "|")
}

// alternative is the text for a picture.
func (m markdown) alternative(n ast.Node) string {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			b.Write(t.Segment.Value(m.source))
		}
	}
	return b.String()
}

func (m markdown) lines(n ast.Node) string {
	var b strings.Builder
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		b.Write(line.Value(m.source))
	}
	return b.String()
}

// addHTML adds the elements of a piece of HTML; of one that is nested too deeply, its
// text.
func addHTML(to *html.Node, raw string) {
	nodes, err := html.ParseFragment(strings.NewReader(raw), element(atom.Body))
	if err != nil {
		nodes = []*html.Node{textNode(raw)}
	}
	add(to, nodes...)
}

// unescaped is text without the backslashes before punctuation, and with its character
// references resolved.
func unescaped(text string) string {
	if !strings.ContainsAny(text, `\&`) {
		return text
	}
	var b strings.Builder
	for start := 0; start < len(text); {
		i := start
		for i < len(text) && !(text[i] == '\\' && i+1 < len(text) && util.IsPunct(text[i+1])) {
			i++
		}
		b.WriteString(html.UnescapeString(text[start:i]))
		if i < len(text) {
			b.WriteByte(text[i+1])
		}
		start = i + 2
	}
	return b.String()
}
