package ingest

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rawi/model"
	"rawi/model/arabic"
	"rawi/model/ingest/page"
)

// writer makes the text of elements as it grows: paragraphs with an empty line between
// them, white space collapsed as browsers do.
type writer struct {
	base    string // the address of the page, "" for none
	page    bool   // the elements are those of a page of the web, whose headings are marked as such
	log     bool   // of entries with times, of which none is boilerplate
	text    strings.Builder
	line    strings.Builder // the line that is not yet ended
	blank   bool            // a space is due before the next word
	broken  bool            // the paragraph continues after a line break
	blocks  []model.Block   // the lines so far
	lists   []list          // that are open, outer first
	bullet  string          // due before the next word
	marks   int             // <q> that are open
	open    bool            // a link is open
	href    string          // where it leads, "" for nowhere that can be opened
	from    int             // where it begins in the line
	picture string          // the alternative text of a picture whose caption may follow, "" for none
	ended   []model.Link    // of the line that is not yet ended, their offsets in it
	links   []model.Link
	quoted  []model.Quoted
	account model.Span // of the last post, by the name of its account
	flat    bool       // lines were joined, for there are too many
}

// Where there are more lines than manyLines, and they are shorter than denseLine on average, lines
// shorter than fullLine are joined to the next: what is known of a line takes more than such a line.
const (
	manyLines = 20_000
	denseLine = 16 // bytes
	fullLine  = 120
)

// joins reports whether the line goes on in the next one, since there are too many short ones.
func (w *writer) joins() bool {
	if len(w.blocks) < manyLines || w.line.Len() >= fullLine || w.text.Len() >= denseLine*len(w.blocks) {
		return false
	}
	w.flat = true
	return true
}

// dropped are the elements that hold no text to read.
var dropped = set(atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Head, atom.Title, atom.Iframe,
	atom.Object, atom.Embed, atom.Audio, atom.Video, atom.Canvas, atom.Svg, atom.Map,
	atom.Button, atom.Input, atom.Select, atom.Textarea, atom.Datalist)

// kinds are the elements whose text is not a paragraph, with its kind.
var kinds = map[atom.Atom]model.BlockKind{
	atom.H1: model.HeadingBlock, atom.H2: model.HeadingBlock, atom.H3: model.HeadingBlock,
	atom.H4: model.HeadingBlock, atom.H5: model.HeadingBlock, atom.H6: model.HeadingBlock,
	atom.Figcaption: model.CaptionBlock, atom.Caption: model.CaptionBlock, atom.Nav: model.BoilerplateBlock,
	atom.Blockquote: model.QuotedBlock, atom.Li: model.ItemBlock,
}

// manners are the elements that are more than their text.
var manners map[atom.Atom]func(*writer, *html.Node, model.BlockKind)

func init() { // walk, which they call, calls them
	manners = map[atom.Atom]func(*writer, *html.Node, model.BlockKind){
		atom.Br: (*writer).lineBreak, atom.Q: (*writer).quotation, atom.Blockquote: (*writer).blockQuotation,
		atom.Ul: (*writer).list, atom.Ol: (*writer).list, atom.Li: (*writer).item, atom.Table: (*writer).table,
		atom.A: (*writer).link, atom.Sup: (*writer).raised, atom.Img: (*writer).image, atom.Figure: (*writer).figure,
	}
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
func (w *writer) walk(n *html.Node, kind model.BlockKind) {
	name := page.Tag(n)
	switch {
	case n.Type == html.TextNode:
		w.writeNode(n, kind)
		return
	case n.Type == html.ElementNode && (dropped[name] || hidden(n)):
		return
	}
	if row := postOf(n); row != nil {
		w.post(n, row, kind)
		return
	}
	own, special := kinds[name]
	if !special && n.Type == html.ElementNode && captioned(n) {
		own, special = model.CaptionBlock, true
	}
	if special {
		w.endParagraph(kind)
		kind = own
	}
	breaks := special || page.Breaks(n)
	if breaks {
		w.endParagraph(kind)
	}
	if manner := manners[name]; manner != nil {
		manner(w, n, kind)
	} else if !w.verse(n) {
		w.children(n, kind)
	}
	if breaks {
		w.endParagraph(kind)
	}
}

func (w *writer) children(n *html.Node, kind model.BlockKind) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.walk(c, kind)
	}
}

func (w *writer) writeNode(n *html.Node, kind model.BlockKind) {
	code := n.Parent != nil && (page.Tag(n.Parent) == atom.Pre || page.Tag(n.Parent) == atom.Code)
	text := n.Data
	if !code {
		text = unescapeLeft(text)
	}
	w.write(text, n.Parent != nil && page.Tag(n.Parent) == atom.Pre, kind)
}

func hidden(n *html.Node) bool {
	for _, a := range n.Attr {
		if a.Key == "hidden" {
			return true
		}
	}
	return false
}

// write adds a piece of text to the line, without controls and what is invisible inside of
// words.
// Preformatted text keeps its lines.
func (w *writer) write(text string, lines bool, kind model.BlockKind) {
	for _, r := range text {
		switch {
		case r == '\n' && lines:
			w.endLine(kind)
		case r == ' ' || '\t' <= r && r <= '\r' || r == '\u2028' || r == '\u2029':
			w.blank = true
		case invisible(r) || unicode.IsControl(r):
		default:
			if w.line.Len() == 0 {
				w.line.WriteString(w.bullet)
				w.from += len(w.bullet)
				w.bullet = ""
			} else if w.blank {
				w.line.WriteByte(' ')
			}
			w.blank = false
			w.line.WriteRune(r)
		}
	}
}

// invisible reports whether a rune shows nothing and parts no words: a soft hyphen, a
// zero-width blank, a word joiner, a byte order mark.
func invisible(r rune) bool {
	return r == '\u00ad' || r == '\u200b' || r == '\u2060' || r == '\ufeff'
}

func (w *writer) lineBreak(_ *html.Node, kind model.BlockKind) { w.endLine(kind) }

// endLine ends the line; the paragraph continues unless the line is empty.
func (w *writer) endLine(kind model.BlockKind) {
	if w.joins() {
		w.blank = true
		return
	}
	w.endLink()
	line := strings.TrimSpace(w.line.String())
	shift := strings.Index(w.line.String(), line)
	w.line.Reset()
	w.blank, w.from = false, 0
	ended := w.ended
	w.ended = w.ended[:0]
	if line == "" {
		w.broken = false
		return
	}
	if image := w.picture; image != "" {
		if w.picture = ""; image == line {
			kind = model.CaptionBlock
		} else {
			w.block("["+image+"]", model.ImageBlock)
			w.broken = false
		}
	}
	if kind == model.ParagraphBlock {
		if halves, ok := hemistichs(line); ok {
			line, kind, ended = halves, model.VerseBlock, nil
		} else if w.page && onlyLinks(line, shift, ended) {
			kind = model.BoilerplateBlock
		}
	}
	start := w.block(line, kind)
	for _, l := range ended {
		l.Start, l.End = start+max(0, l.Start-shift), min(start+l.End-shift, w.text.Len())
		if l.Start < l.End && l.Address != "" {
			w.links = append(w.links, l)
		}
	}
}

// block adds a line, and returns where it begins.
func (w *writer) block(line string, kind model.BlockKind) (start int) {
	if n := len(w.blocks); n > 0 {
		tight := kind.Tight() && w.blocks[n-1].Kind == kind
		w.text.WriteString(map[bool]string{true: "\n", false: "\n\n"}[w.broken || tight])
	}
	w.broken = true
	start = w.text.Len()
	w.text.WriteString(line)
	w.blocks = append(w.blocks, model.Block{Span: model.Span{Start: start, End: w.text.Len()}, Kind: kind})
	return start
}

// onlyLinks reports whether a line has no words but those of two links or more: a row of
// buttons. shift is where it begins in the line that the links count in.
func onlyLinks(line string, shift int, links []model.Link) bool {
	at := 0
	for _, l := range links {
		start, end := max(l.Start-shift, at), min(l.End-shift, len(line))
		if start > end || arabic.Key(line[at:start]) != "" {
			return false
		}
		at = end
	}
	return len(links) > 1 && arabic.Key(line[at:]) == ""
}

func (w *writer) endParagraph(kind model.BlockKind) {
	w.endLine(kind)
	w.broken = false
}

func (w *writer) paragraph(text string, kind model.BlockKind) {
	w.write(text, false, kind)
	w.endParagraph(kind)
}

// outline returns the outline of the text, corrected by what the elements say about
// their lines. It takes the writer's lines.
func (w *writer) outline(title string) []model.Block {
	lines := w.blocks
	own := make([]model.BlockKind, len(lines))
	for i := range lines {
		own[i], lines[i].Kind = lines[i].Kind, model.ParagraphBlock
	}
	w.blocks = nil
	blocks := outlineOf(w.text.String(), lines, title)
	line := -1 // of which a block is a part
	for i := range blocks {
		if i == 0 || strings.Contains(w.text.String()[blocks[i-1].End:blocks[i].Start], "\n") {
			line++
		}
		if w.overrides(own[line], blocks[i].Kind) {
			blocks[i].Kind = own[line]
		}
	}
	return blocks
}

// overrides reports whether the kind of a line's elements is right, and not that of its
// outline.
func (w *writer) overrides(own, outline model.BlockKind) bool {
	switch outline {
	case model.TitleBlock:
		return false
	case model.BoilerplateBlock:
		return w.log || own == model.CaptionBlock || own == model.RowBlock || own == model.VerseBlock || own == model.QuotedBlock
	case model.HeadingBlock:
		return w.page || own != model.ParagraphBlock
	}
	return own != model.ParagraphBlock
}
