// Package ingest turns bytes into an article: it finds the encoding and the
// format, decodes, and divides the text into title, paragraphs and furniture.
package ingest

import (
	"io"

	"rawi/model"
)

// Read reads one article. source is its path or URL, "" for a pipe.
func Read(r io.Reader, source string) (*model.Article, error) { return nil, nil }
