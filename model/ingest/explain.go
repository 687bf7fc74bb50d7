package ingest

import (
	"errors"

	"rawi/model"
	"rawi/model/ingest/page"
)

// ErrNoPage is why [Explain] explains nothing.
var ErrNoPage = errors.New("is no HTML page: only those are searched for their article")

// LeftOut is a piece of a page that is not read as part of its article.
type LeftOut struct {
	Row  string // the id of the row of the table that leaves it out
	What string // what that row leaves out
	Text string // on one line
}

// Explain reads an HTML page, and says what of it is left out and why. Its errors are
// those of [Open], and one that wraps [ErrNoPage].
func Explain(path string) (*model.Article, []LeftOut, error) {
	article, left, err := explainPage(path)
	if err != nil {
		return nil, nil, explain(path, err)
	}
	return article, left, nil
}

func explainPage(path string) (*model.Article, []LeftOut, error) {
	document, err := open(path) // with all its limits
	if err != nil {
		return nil, nil, err
	}
	if document.Format != HTML {
		return nil, nil, ErrNoPage
	}
	article, found, err := readPage(newInput(document.Original, path))
	if err != nil {
		return nil, nil, err
	}
	what := page.Rows()
	left := make([]LeftOut, len(found.Left))
	for i, l := range found.Left {
		left[i] = LeftOut{l.Row, what[l.Row], l.Text}
	}
	return article, left, nil
}
