package ingest

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rawi/model"
	"rawi/model/arabic"
	"rawi/model/ingest/page"
)

// quotation writes the words of <q> between the marks that a browser shows, unless they
// have marks already.
func (w *writer) quotation(n *html.Node, kind model.BlockKind) {
	opening, closing := "«", "»"
	if w.marks%2 == 1 {
		opening, closing = "‹", "›"
	}
	if words := strings.TrimSpace(textOf(n)); words == "" || strings.ContainsRune("«“\"'‘‹„", first(words)) {
		opening, closing = "", ""
	}
	w.marks++
	w.write(opening, false, kind)
	w.blank = w.blank && opening == ""
	w.children(n, kind)
	w.blank = w.blank && closing == ""
	w.write(closing, false, kind)
	w.marks--
}

// blockQuotation writes a quotation that the page sets apart, and remembers which words
// it has and which name who said them: <cite>, <footer>, a last line behind a dash, the
// account of a post.
func (w *writer) blockQuotation(n *html.Node, kind model.BlockKind) {
	first := len(w.blocks)
	var by model.Span
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if name := page.Tag(c); name == atom.Footer || name == atom.Cite || startsSignature(c) {
			w.endParagraph(kind)
		}
		w.walk(c, kind)
	}
	w.endParagraph(kind)
	said := w.blocks[first:]
	if len(said) > 0 && by.Empty() {
		if by = w.signature(said, n); !by.Empty() {
			said = said[:len(said)-1]
		}
	}
	if n := len(w.quoted); len(said) > 0 && (n == 0 || w.quoted[n-1].End <= said[0].Start) {
		w.quoted = append(w.quoted, model.Quoted{Span: model.Span{Start: said[0].Start, End: said[len(said)-1].End}, By: by})
	}
}

// startsSignature reports whether a text is a dash with a name, as below an embedded
// post.
func startsSignature(n *html.Node) bool {
	text := strings.TrimSpace(n.Data)
	return n.Type == html.TextNode && (strings.HasPrefix(text, "—") || strings.HasPrefix(text, "–"))
}

// signs are what stands before the name of who said a quotation or sent a post, folded as
// keys are, and dashes.
var signs = [...]string{"تم النشر بواسطة", "تمت مشاركة منشور بواسطة", "منشور تمت مشاركته بواسطة", "نشر بواسطة", "Posted by", "A post shared by", "—", "–", "―", "-", "ـ"}

// longestSignature is how many bytes the line has at most that names who spoke.
const longestSignature = 200

// signature is the name in the last line of a quotation if that says who spoke; empty
// for none.
func (w *writer) signature(said []model.Block, n *html.Node) model.Span {
	last := said[len(said)-1]
	line := last.In(w.text.String())
	if len(line) > longestSignature {
		return model.Span{}
	}
	for _, sign := range signs {
		if rest, ok := strings.CutPrefix(strings.TrimLeft(line, "\u200f\u200e "), sign); ok && len(said) > 1 {
			return nameIn(last.End-len(rest), rest)
		}
	}
	for d := range n.Descendants() {
		if name := page.Tag(d); (name == atom.Footer || name == atom.Cite) && arabic.HasKey(line, arabic.Key(page.Text(d))) && len(said) > 1 {
			return nameIn(last.Start, line)
		}
	}
	return model.Span{}
}

// nameIn is the name that a text begins with, which starts at a byte of the article: up
// to the account in brackets, a comma or a date.
func nameIn(start int, text string) model.Span {
	name := text
	for _, end := range [...]string{"(", "@", "،", ",", " في ", " on ", " | "} {
		if before, _, found := strings.Cut(name, end); found {
			name = before
		}
	}
	trimmed := strings.TrimLeft(name, "—–-ـ: \u200e\u200f\u00a0")
	start += len(name) - len(trimmed)
	trimmed = strings.TrimRight(trimmed, ":. \u200e\u200f\u00a0")
	return model.Span{Start: start, End: start + len(trimmed)}
}
