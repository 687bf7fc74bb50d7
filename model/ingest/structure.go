package ingest

import (
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
