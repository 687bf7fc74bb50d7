package export

import (
	"cmp"
	"time"
)

// writeCSL writes an item an article in CSL-JSON, the form of Zotero, pandoc and citeproc;
// the note says how many quotations are decided and how many guessed.
func writeCSL(list *items, t *Table, _ Options) error {
	a := &t.Article
	item := cslItem{ID: citationKey(a), Type: "article-newspaper", Title: cmp.Or(a.Title, a.Name), Site: a.Site, Section: a.Section,
		URL: a.Address, Language: a.Language, Note: tally(t), Issued: cslDate(a.Published), Accessed: cslDate(a.Fetched)}
	if a.Byline != "" {
		item.Author = []cslName{{a.Byline}}
	}
	return list.add(item)
}

type cslItem struct {
	ID       string    `json:"id"`
	Type     string    `json:"type"`
	Title    string    `json:"title"`
	Author   []cslName `json:"author,omitempty"`
	Site     string    `json:"container-title,omitempty"`
	Section  string    `json:"section,omitempty"`
	Issued   *cslDates `json:"issued,omitempty"`
	Accessed *cslDates `json:"accessed,omitempty"`
	URL      string    `json:"URL,omitempty"`
	Language string    `json:"language,omitempty"`
	Note     string    `json:"note"`
}

type cslName struct {
	Literal string `json:"literal"`
}

type cslDates struct {
	Parts [][3]int `json:"date-parts"`
}

func cslDate(t time.Time) *cslDates {
	if t.IsZero() {
		return nil
	}
	return &cslDates{[][3]int{{t.Year(), int(t.Month()), t.Day()}}}
}
