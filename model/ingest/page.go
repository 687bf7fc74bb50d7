package ingest

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rawi/model"
)

// page is the text of an HTML page as it grows: paragraphs with an empty line
// between them, white space collapsed as browsers do.
type page struct {
	text   strings.Builder
	line   strings.Builder // the line that is not yet ended
	blank  bool            // a space is due before the next word
	broken bool            // the paragraph continues after a line break
	blocks []model.Block   // the lines so far
}

// dropped are the elements that hold no text to read.
var dropped = set(atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Head, atom.Title, atom.Iframe,
	atom.Object, atom.Embed, atom.Audio, atom.Video, atom.Canvas, atom.Svg, atom.Map,
	atom.Button, atom.Input, atom.Select, atom.Textarea, atom.Datalist)

// breaking are the elements that start and end a paragraph.
var breaking = set(atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center,
	atom.Dd, atom.Details, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure,
	atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hr,
	atom.Html, atom.Li, atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.P, atom.Pre, atom.Section,
	atom.Summary, atom.Table, atom.Tr, atom.Ul)

// kinds are the elements whose text is not a paragraph, with its kind.
var kinds = map[atom.Atom]model.BlockKind{
	atom.H1: model.HeadingBlock, atom.H2: model.HeadingBlock, atom.H3: model.HeadingBlock,
	atom.H4: model.HeadingBlock, atom.H5: model.HeadingBlock, atom.H6: model.HeadingBlock,
	atom.Figcaption: model.BoilerplateBlock, atom.Nav: model.BoilerplateBlock,
}

func set(names ...atom.Atom) map[atom.Atom]bool {
	m := make(map[atom.Atom]bool, len(names))
	for _, n := range names {
		m[n] = true
	}
	return m
}

// walk adds the text below a node. Its depth is bounded: the HTML parser
// refuses more than 512 open elements.
func (p *page) walk(n *html.Node, kind model.BlockKind) {
	name := tag(n)
	switch {
	case n.Type == html.TextNode:
		p.write(n.Data, n.Parent != nil && tag(n.Parent) == atom.Pre, kind)
		return
	case n.Type == html.ElementNode && (dropped[name] || hidden(n)):
		return
	case name == atom.Br:
		p.endLine(kind)
		return
	}
	if own, ok := kinds[name]; ok {
		p.endParagraph(kind)
		kind = own
	}
	breaks := breaking[name]
	if breaks {
		p.endParagraph(kind)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		p.walk(c, kind)
	}
	switch {
	case breaks:
		p.endParagraph(kind)
	case name == atom.Td, name == atom.Th:
		p.blank = true
	}
}

// tag is the name of an element, 0 for other nodes and unknown names. Elements
// that readability makes have no DataAtom.
func tag(n *html.Node) atom.Atom {
	if n.Type != html.ElementNode || n.DataAtom != 0 {
		return n.DataAtom
	}
	return atom.Lookup([]byte(n.Data))
}

func hidden(n *html.Node) bool {
	for _, a := range n.Attr {
		if a.Key == "hidden" {
			return true
		}
	}
	return false
}

// write adds a piece of text to the line. Preformatted text keeps its lines.
func (p *page) write(text string, lines bool, kind model.BlockKind) {
	for _, r := range text {
		switch {
		case r == '\n' && lines:
			p.endLine(kind)
		case r == ' ' || '\t' <= r && r <= '\r':
			p.blank = true
		default:
			if p.blank && p.line.Len() > 0 {
				p.line.WriteByte(' ')
			}
			p.blank = false
			p.line.WriteRune(r)
		}
	}
}

// endLine ends the line; the paragraph continues unless the line is empty.
func (p *page) endLine(kind model.BlockKind) {
	line := strings.TrimSpace(p.line.String())
	p.line.Reset()
	p.blank = false
	if line == "" {
		p.broken = false
		return
	}
	switch {
	case p.text.Len() == 0:
	case p.broken:
		p.text.WriteString("\n")
	default:
		p.text.WriteString("\n\n")
	}
	p.broken = true
	start := p.text.Len()
	p.text.WriteString(line)
	p.blocks = append(p.blocks, model.Block{Span: model.Span{Start: start, End: p.text.Len()}, Kind: kind})
}

func (p *page) endParagraph(kind model.BlockKind) {
	p.endLine(kind)
	p.broken = false
}

func (p *page) paragraph(text string, kind model.BlockKind) {
	p.write(text, false, kind)
	p.endParagraph(kind)
}

// outline returns the outline of the text, corrected by what the page's elements
// say about their lines.
func (p *page) outline(title string) []model.Block {
	blocks := Outline(p.text.String(), title)
	own := p.blocks
	for i, b := range blocks {
		for len(own) > 0 && own[0].End <= b.Start {
			own = own[1:]
		}
		if len(own) > 0 && own[0].Kind != model.ParagraphBlock && (b.Kind == model.ParagraphBlock || b.Kind == model.HeadingBlock) {
			blocks[i].Kind = own[0].Kind
		}
	}
	return blocks
}
