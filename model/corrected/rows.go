package corrected

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"rawi/model"
)

// row is a quotation as rawi export --format jsonl writes it (rawi-quotation/1), and
// "deleted" besides, which says that it is none.
type row struct {
	Schema, Article, Name, SHA256 string
	Quotation, Kind, State, Note  string
	Speaker                       string
	SpeakerType                   string `json:"speaker_type"`
	Addressee, Certainty          string
	Start, End                    *int
	Before, After, Text           string
	Deleted                       bool
}

// readRows reads lines, a quotation each. Rows of one article, one after the other, are one
// document; what it lacks is not deleted.
func readRows(file string, r io.Reader, _ func(string) (io.ReadCloser, error)) (documents []Document, misfits []Misfit, err error) {
	in := bufio.NewScanner(r)
	in.Buffer(nil, maxLine)
	var points units
	for n := 1; in.Scan(); n++ {
		if strings.TrimSpace(strings.TrimPrefix(in.Text(), "\ufeff")) == "" {
			continue
		}
		var x row
		if err := json.Unmarshal([]byte(strings.TrimPrefix(in.Text(), "\ufeff")), &x); err != nil {
			return nil, nil, fmt.Errorf("line %d is no quotation: %w", n, err)
		}
		if x.Article == "" && x.SHA256 == "" || x.Quotation == "" && x.Start == nil {
			return nil, nil, fmt.Errorf("line %d is no quotation: %w", n, errors.New("it has no article, or no words"))
		}
		if len(documents) == 0 || documents[len(documents)-1].Article != x.Article || documents[len(documents)-1].Text != x.Text {
			documents = append(documents, Document{File: file, Article: x.Article, SHA256: x.SHA256, Name: x.Name, Text: x.Text})
			points = codePoints(x.Text)
		}
		d := &documents[len(documents)-1]
		q, ok := x.quote(points, line(n))
		if !ok {
			misfits = append(misfits, d.misfit(line(n), NotUnderstood, x.Kind+x.Certainty))
			continue
		}
		d.Quotes = append(d.Quotes, q)
	}
	return documents, misfits, in.Err()
}

func (x *row) quote(points units, where string) (q Quote, ok bool) {
	q = Quote{Where: where, Words: x.Quotation, Before: x.Before, After: x.After, Guess: x.State == "guessed" || x.State == "unknown", Deleted: x.Deleted,
		Note: x.Note, Speaker: Who{Name: x.Speaker}, Addressee: Who{Name: x.Addressee}}
	if x.Start != nil && x.End != nil {
		q.Span, _ = points.span(*x.Start, *x.End) // else the words tell the place
	}
	q.Speaker.Kind, _ = model.ParsePartyKind(x.SpeakerType)
	var known bool
	if q.Kind, known = model.ParseQuoteKind(x.Kind); !known && x.Kind != "" {
		return q, false
	}
	if q.Certainty, known = model.ParseCertainty(x.Certainty); !known {
		return q, false
	}
	return q, true
}
