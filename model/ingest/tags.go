package ingest

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rawi/model"
	"rawi/model/ingest/page"
)

// tagReader makes an article of a page's text, tag by tag: paragraphs, headings and items, without
// scripts, menus and the like. It is for a page that is too crowded for a tree, in which its
// article would be searched for, and reads it whole.
type tagReader struct {
	writer
	title   string
	kind    model.BlockKind // of the line
	skipped atom.Atom       // the element that is being passed over, 0 for none
}

// readTags reads a page, or a part of one that has a title already.
func readTags(text, title, base string) *model.Article {
	r := tagReader{writer: writer{base: base, page: true, flat: true}, title: title}
	r.writer.text.Grow(len(text) / 2)
	r.paragraph(title, model.TitleBlock)
	z := html.NewTokenizer(strings.NewReader(text))
	for {
		switch z.Next() {
		case html.ErrorToken:
			r.endParagraph(r.kind)
			return r.article(r.title)
		case html.TextToken:
			r.reads(string(z.Text()))
		case html.StartTagToken, html.SelfClosingTagToken:
			r.starts(tagName(z))
		case html.EndTagToken:
			r.ends(tagName(z))
		}
	}
}

// longestText is how many bytes of text are looked at together, up to the next blank.
const longestText = 16 << 10

func tagName(z *html.Tokenizer) atom.Atom {
	name, _ := z.TagName()
	return atom.Lookup(name)
}

func (r *tagReader) reads(text string) {
	switch {
	case r.skipped == 0:
		for text != "" { // a little at a time: it may be most of the page
			n := len(text)
			if n > longestText {
				n = longestText + strings.IndexByte(text[longestText:], ' ') + 1
			}
			if n == longestText {
				n = len(text)
			}
			r.write(unescapeLeft(text[:n]), false, r.kind)
			text = text[n:]
		}
	case r.skipped == atom.Title && r.title == "":
		r.title = page.Headline(text)
		r.paragraph(r.title, model.TitleBlock)
	}
}

func (r *tagReader) starts(tag atom.Atom) {
	switch {
	case r.skipped != 0:
	case passed[tag]:
		r.skipped = tag
	case tag == atom.Br:
		r.endLine(r.kind)
	case page.Breaking[tag]:
		r.endParagraph(r.kind)
		if r.kind = kinds[tag]; tag == atom.Li {
			r.bullet = "• "
		}
	}
}

func (r *tagReader) ends(tag atom.Atom) {
	switch {
	case tag == r.skipped:
		r.skipped = 0
	case r.skipped == 0 && page.Breaking[tag]:
		r.endParagraph(r.kind)
		r.kind = model.ParagraphBlock
	}
}

// passed are the elements that are passed over; they end where their end tag stands.
var passed = set(atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Title, atom.Nav, atom.Iframe, atom.Textarea, atom.Select, atom.Svg, atom.Button)
