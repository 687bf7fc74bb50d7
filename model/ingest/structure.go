package ingest

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rawi/model"
	"rawi/model/ingest/page"
)

// list is a list of which items are being written.
type list struct {
	ordered bool
	next    int // number of the next item
	step    int // to the one after it
}

// items is how many items a list has.
func items(n *html.Node) (count int) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if page.Tag(c) == atom.Li {
			count++
		}
	}
	return count
}

func (w *writer) list(n *html.Node, kind model.BlockKind) {
	step, start := 1, 1
	if slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "reversed" }) {
		step, start = -1, items(n)
	}
	if s, err := strconv.Atoi(attribute("start", n)); err == nil {
		start = s
	}
	w.lists = append(w.lists, list{page.Tag(n) == atom.Ol, start, step})
	w.children(n, kind)
	w.lists = w.lists[:len(w.lists)-1]
}

// item writes an item behind its bullet, or its number in the list.
func (w *writer) item(n *html.Node, kind model.BlockKind) {
	w.bullet = "• "
	if len(w.lists) > 0 {
		if l := &w.lists[len(w.lists)-1]; l.ordered {
			if value, err := strconv.Atoi(attribute("value", n)); err == nil {
				l.next = value
			}
			w.bullet = strconv.Itoa(l.next) + ". "
			l.next += l.step
		}
	}
	w.children(n, kind)
	w.endParagraph(kind)
	w.bullet = ""
}

// cellsApart stands between the cells of a row.
const cellsApart = " | "

// table writes each row of a table on a line; a table that only lays out the page is
// text.
func (w *writer) table(n *html.Node, kind model.BlockKind) {
	if !isData(n) {
		w.cells(n, kind)
		return
	}
	for row := range n.Descendants() {
		switch page.Tag(row) {
		case atom.Caption:
			w.walk(row, kind)
		case atom.Tr:
			var cells []string
			for c := row.FirstChild; c != nil; c = c.NextSibling {
				if name := page.Tag(c); name == atom.Td || name == atom.Th {
					cells = append(cells, unescapeLeft(page.Text(c)))
				}
			}
			w.paragraph(strings.Join(cells, cellsApart), model.RowBlock)
		}
	}
}

// cells writes the cells of a table that lays out the page, each a paragraph.
func (w *writer) cells(n *html.Node, kind model.BlockKind) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch page.Tag(c) {
		case atom.Tbody, atom.Thead, atom.Tfoot, atom.Tr:
			w.cells(c, kind)
		case atom.Td, atom.Th:
			w.endParagraph(kind)
			w.children(c, kind)
			w.endParagraph(kind)
		default:
			w.walk(c, kind)
		}
	}
}

// longestCell is how many bytes of text a cell of a table of data has at most.
const longestCell = 300

// isData reports whether a table is one of data: with two cells or more in a row, all of
// them short, and no table, list or heading in it.
func isData(n *html.Node) bool {
	columns := 0
	for d := range n.Descendants() {
		switch page.Tag(d) {
		case atom.Table, atom.Ul, atom.Ol, atom.H1, atom.H2, atom.H3, atom.Blockquote:
			return false
		case atom.Tr:
			cells := 0
			for c := d.FirstChild; c != nil; c = c.NextSibling {
				if name := page.Tag(c); name == atom.Td || name == atom.Th {
					cells++
				}
			}
			columns = max(columns, cells)
		case atom.Td, atom.Th:
			if len(page.Text(d)) > longestCell {
				return false
			}
		}
	}
	return columns > 1
}

// captionNames are words of class by which the caption of a picture is known.
var captionNames = []string{"caption", "caption text", "img caption", "img cap", "image caption", "photo caption", "legend", "img desc"}

// captioned reports whether an element is a picture's caption by its class.
func captioned(n *html.Node) bool { return page.Named(n, captionNames) }

// figure writes a picture's caption, or else what stands for the picture.
func (w *writer) figure(n *html.Node, kind model.BlockKind) {
	for d := range n.Descendants() {
		switch page.Tag(d) {
		case atom.Blockquote:
			w.quotedFigure(n, kind)
			return
		case atom.Table, atom.Pre, atom.Ul, atom.Ol: // it sets apart what is no picture
			w.children(n, kind)
			return
		}
	}
	for d := range n.Descendants() {
		if page.Tag(d) == atom.Figcaption && page.Text(d) != "" {
			w.walk(d, kind) // beside it stands who made the picture
			return
		}
	}
	w.children(n, model.CaptionBlock)
	w.endParagraph(model.CaptionBlock)
}

// image writes the alternative text of a picture that has no caption, if that is more
// than a word or a file's name.
func (w *writer) image(n *html.Node, kind model.BlockKind) {
	text := oneLine(attribute("alt", n))
	if !strings.Contains(text, " ") || w.has(text) || inFigureWithCaption(n) {
		return
	}
	w.endParagraph(kind)
	w.picture = text
}

// has reports whether the last blocks, or the title, are a text.
func (w *writer) has(text string) bool {
	for i, b := range w.blocks {
		if i == 0 || i+3 > len(w.blocks) {
			if strings.Trim(b.In(w.text.String()), "[]") == text {
				return true
			}
		}
	}
	return false
}

func inFigureWithCaption(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if page.Tag(n) == atom.Figure || page.Named(n, []string{"caption", "wp caption"}) {
			for d := range n.Descendants() {
				if page.Tag(d) == atom.Figcaption || d.Type == html.ElementNode && captioned(d) {
					return true
				}
			}
		}
	}
	return false
}

// link writes the text of a link, and remembers where it leads.
func (w *writer) link(n *html.Node, kind model.BlockKind) {
	if boilerplate().has("embed", words(textOf(n))) {
		return // «عرض هذا المنشور على Instagram»
	}
	address, href := "", attribute("href", n)
	if note := oneLine(textOf(n)); strings.HasPrefix(href, "#") && isNumber(note) && page.Tag(n.Parent) != atom.Sup && w.line.Len() > 0 {
		w.write("["+note+"]", false, kind)
		return
	}
	if !strings.HasPrefix(href, "#") {
		address = resolve(w.base, href)
	}
	w.beginLink(address)
	w.children(n, kind)
	w.endLink()
	w.open = false
}

func (w *writer) beginLink(address string) {
	w.open, w.href, w.from = true, address, w.line.Len()
}

// endLink ends the part of a link that stands in the line.
func (w *writer) endLink() {
	line := w.line.String()
	from := min(w.from, len(line))
	from += len(line[from:]) - len(strings.TrimLeft(line[from:], " "))
	if w.open && from < len(line) {
		w.ended = append(w.ended, model.Link{Span: model.Span{Start: from, End: len(line)}, Address: w.href})
	}
	w.from = len(line)
}

// units are words behind which a raised number is a power.
var units = map[string]bool{"م": true, "كم": true, "سم": true, "ملم": true, "مم": true, "متر": true, "كيلومتر": true, "قدم": true, "ميل": true, "كلم": true}

var powers = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹", "-", "⁻")

// raised writes a raised number apart from the word before it: in brackets where it
// leads to a note, as a power where it is one.
func (w *writer) raised(n *html.Node, kind model.BlockKind) {
	text := page.Text(n)
	bare := strings.Trim(text, "[]() ")
	if !isNumber(bare) || strings.ContainsAny(text, "[]()") {
		w.children(n, kind)
		return
	}
	before := w.line.String()
	last, _ := utf8.DecodeLastRuneInString(before)
	word := before[strings.LastIndexByte(before, ' ')+1:]
	switch {
	case before == "":
		w.children(n, kind)
	case units[word] || last < utf8.RuneSelf && (unicode.IsLetter(last) || unicode.IsDigit(last)) && !w.leads(n):
		w.write(powers.Replace(bare), false, kind)
	default:
		w.write("["+bare+"]", false, kind)
	}
}

// isNumber reports whether a text is a number, in the digits of any script.
func isNumber(text string) bool {
	return text != "" && !strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsDigit(r) })
}

// leads reports whether an element holds a link.
func (w *writer) leads(n *html.Node) bool {
	for d := range n.Descendants() {
		if page.Tag(d) == atom.A {
			return true
		}
	}
	return false
}

// poems are words of class by which a poem is known.
var poems = []string{"poem", "poetry", "poems", "verse", "verses", "bayt", "bait", "bayts", "beit", "qasida", "sher", "shir", "sadr", "hemistich", "hemistichs"}

// longestHalf is how many bytes a hemistich has at most.
const longestHalf = 160

// verse writes an element of a poem that holds two hemistichs on one line; false for
// another element.
func (w *writer) verse(n *html.Node) bool {
	if n.Type != html.ElementNode || !inPoem(n) {
		return false
	}
	var halves []string
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch text := strings.Join(strings.Fields(textOf(c)), " "); {
		case c.Type == html.CommentNode || strings.Trim(text, " .…*") == "":
		case c.Type == html.ElementNode && page.Tag(c) != atom.Br && len(text) <= longestHalf && strings.Contains(text, " "):
			halves = append(halves, unescapeLeft(text))
		default:
			return false
		}
	}
	if len(halves) != 2 || nested(n) {
		return false
	}
	w.endLine(model.VerseBlock)
	w.paragraph(halves[0]+model.Caesura+halves[1], model.VerseBlock)
	return true
}

// nested reports whether elements of elements have both halves of verses: the poem, not
// one verse.
func nested(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		elements := 0
		for d := c.FirstChild; d != nil; d = d.NextSibling {
			if d.Type == html.ElementNode && strings.Contains(strings.TrimSpace(textOf(d)), " ") {
				elements++
			}
		}
		if elements > 1 {
			return true
		}
	}
	return false
}

func inPoem(n *html.Node) bool {
	const far = 3
	for i := 0; n != nil && i < far; i++ {
		if n.Type == html.ElementNode && page.Named(n, poems) {
			return true
		}
		n = n.Parent
	}
	return false
}

// caesura is what people write between two hemistichs.
var caesura = regexp.MustCompile("[ \u00a0]*(?:\\*{2,}|\u00a0{4,}|[ \u00a0]\\.{3,}[ \u00a0]|={2,}|#{2,})[ \u00a0]*")

// hemistichs is a line of two hemistichs, with [model.Caesura] between them. Each has two
// to eight words.
func hemistichs(line string) (string, bool) {
	if len(line) > 2*longestHalf {
		return "", false
	}
	parts := caesura.Split(line, 3)
	if len(parts) != 2 {
		return "", false
	}
	for _, half := range parts {
		if n := len(strings.Fields(half)); n < 2 || n > 8 || fullStop(half) {
			return "", false
		}
	}
	return parts[0] + model.Caesura + parts[1], true
}
