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
	w.quote(said, by)
}

// quote remembers that some lines are quoted, in place of what is quoted inside of them.
func (w *writer) quote(said []model.Block, by model.Span) {
	if len(said) == 0 {
		return
	}
	for n := len(w.quoted); n > 0 && w.quoted[n-1].Start >= said[0].Start; n = len(w.quoted) {
		w.quoted = w.quoted[:n-1] // inside of this one
	}
	if n := len(w.quoted); n == 0 || w.quoted[n-1].End <= said[0].Start {
		w.quoted = append(w.quoted, model.Quoted{Span: model.Span{Start: said[0].Start, End: said[len(said)-1].End}, By: by})
	}
}

// post is one way in which a page holds a post of a network, by words of classes.
type post struct {
	id           string
	names        []string // of the post
	author, said []string // of the elements in it that hold who wrote it, and what
	example      string   // in which فلان says «قول من قال»
}

// posts are the elements in which pages embed posts of networks, or in which networks
// export them.
var posts = []post{
	{"telegram-widget", []string{"tgme widget message"}, []string{"tgme widget message owner name", "tgme widget message author"}, []string{"tgme widget message text"},
		`<div class="tgme_widget_message"><div class="tgme_widget_message_author"><a class="tgme_widget_message_owner_name">فلان</a></div><div class="tgme_widget_message_text">قول من قال</div></div>`},
	{"telegram-export", []string{"message"}, []string{"from name"}, []string{"text"},
		`<div class="message default clearfix"><div class="body"><div class="from_name">فلان</div><div class="text">قول من قال</div></div></div>`},
	{"tweet", []string{"tweet", "x post", "embedded tweet"}, []string{"tweet author", "tweet name", "user name", "username", "full name", "fullname", "author"}, []string{"tweet text", "tweet body", "tweet content", "text"},
		`<div class="tweet"><span class="tweet-author">فلان</span><p class="tweet-text">قول من قال</p></div>`},
	{"social-post", []string{"fb post", "social post", "social embed", "instagram post"}, []string{"author", "user name", "username", "account"}, []string{"text", "caption text", "post text", "message"},
		`<div class="social-post"><b class="author">فلان</b><div class="text">قول من قال</div></div>`},
}

// postOf is the row of which an element is, nil for none. A post in a block quotation is
// read as that.
func postOf(n *html.Node) *post {
	if n.Type != html.ElementNode || page.Tag(n) == atom.Blockquote {
		return nil
	}
	for i := range posts {
		if row := &posts[i]; page.Named(n, row.names) && below(n, row.said) != nil {
			return row
		}
	}
	return nil
}

// below is the first element of a name below another.
func below(n *html.Node, names []string) *html.Node {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && page.Named(d, names) {
			return d
		}
	}
	return nil
}

// post writes a post, and remembers that its account said its words.
func (w *writer) post(n *html.Node, row *post, kind model.BlockKind) {
	author, said := below(n, row.author), below(n, row.said)
	var by model.Span
	var lines []model.Block
	var write func(n *html.Node)
	write = func(n *html.Node) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			first := len(w.blocks)
			switch {
			case c == author:
				w.endParagraph(kind)
				w.walk(c, model.ParagraphBlock)
				w.endParagraph(model.ParagraphBlock)
				if own := w.blocks[first:]; len(own) > 0 {
					by = nameIn(own[0].Start, own[0].In(w.text.String()))
				}
			case c == said:
				w.endParagraph(kind)
				w.walk(c, model.QuotedBlock)
				w.endParagraph(model.QuotedBlock)
				lines = w.blocks[first:len(w.blocks):len(w.blocks)]
			case c.Type == html.ElementNode && (contains(c, author) || contains(c, said)):
				write(c)
			default:
				w.walk(c, kind)
			}
		}
	}
	w.endParagraph(kind)
	write(n)
	w.endParagraph(kind)
	if by.Empty() { // as in the messages of an account that follow each other
		by = w.account
	}
	w.account = by
	w.quote(lines, by)
}

// contains reports whether inner is outer or stands below it.
func contains(outer, inner *html.Node) bool {
	for ; inner != nil; inner = inner.Parent {
		if inner == outer {
			return true
		}
	}
	return false
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
		if rest, ok := strings.CutPrefix(strings.TrimLeft(line, "\u200f\u200e "), sign); ok && (len(said) > 1 || len(sign) > len("—")) {
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

// quotedFigure writes a figure that holds a block quotation; its caption names who said
// it.
func (w *writer) quotedFigure(n *html.Node, kind model.BlockKind) {
	before := len(w.quoted)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if page.Tag(c) != atom.Figcaption {
			w.walk(c, kind)
			continue
		}
		w.endParagraph(kind)
		first := len(w.blocks)
		w.children(c, model.QuotedBlock)
		w.endParagraph(model.QuotedBlock)
		if own := w.blocks[first:]; len(own) > 0 && len(w.quoted) == before+1 && w.quoted[before].By.Empty() {
			w.quoted[before].By = nameIn(own[0].Start, own[0].In(w.text.String()))
		}
	}
}
