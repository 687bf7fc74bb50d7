package ingest

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rawi/model"
	"rawi/model/ingest/page"
)

// maxTags is how many tags the largest page has of which a tree is made, in which its
// article is searched for. A tree takes ten and more times the memory of a page of many
// tags; a larger page is read tag by tag, whole.
const maxTags = 40_000

// readTags makes an article of a page's text, tag by tag: paragraphs, headings and items,
// without scripts, menus and the like.
func readTags(text string) *model.Article { //nolint:cyclop // to be parted
	w := writer{page: true}
	title := ""
	kind := model.ParagraphBlock
	var skipped atom.Atom // the element that is being passed over, 0 for none
	z := html.NewTokenizer(strings.NewReader(text))
	for {
		switch z.Next() {
		case html.ErrorToken:
			w.endParagraph(kind)
			return w.article(title)
		case html.TextToken:
			if skipped == 0 {
				w.write(unescapeLeft(string(z.Text())), false, kind)
			} else if skipped == atom.Title && title == "" {
				title = page.Headline(string(z.Text()))
				w.paragraph(title, model.TitleBlock)
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			tag := atom.Lookup(name)
			switch {
			case skipped != 0:
			case passed[tag]:
				skipped = tag
			case tag == atom.Br:
				w.endLine(kind)
			case page.Breaking[tag]:
				w.endParagraph(kind)
				if kind = kinds[tag]; tag == atom.Li {
					w.bullet = "• "
				}
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			tag := atom.Lookup(name)
			switch {
			case tag == skipped:
				skipped = 0
			case skipped == 0 && page.Breaking[tag]:
				w.endParagraph(kind)
				kind = model.ParagraphBlock
			}
		}
	}
}

// passed are the elements that are passed over; they end where their end tag stands.
var passed = set(atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Title, atom.Nav, atom.Iframe, atom.Textarea, atom.Select, atom.Svg, atom.Button)
