package ingest

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rawi/model"
	"rawi/model/ingest/page"
)

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
