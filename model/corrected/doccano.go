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

// guessMark ends the labels of what nobody decided: see [rawi/model/export].
const guessMark = "?"

// doccanoLine is an article as doccano exports it: metadata as members, or in "meta".
type doccanoLine struct {
	ID       any    `json:"id"`
	Text     string `json:"text"`
	Entities []struct {
		ID    int    `json:"id"`
		Label string `json:"label"`
		Start int    `json:"start_offset"`
		End   int    `json:"end_offset"`
	} `json:"entities"`
	Relations []struct {
		From int    `json:"from_id"`
		To   int    `json:"to_id"`
		Type string `json:"type"`
	} `json:"relations"`
	doccanoMeta
	Meta doccanoMeta `json:"meta"`
}

type doccanoMeta struct {
	Article string `json:"article"`
	SHA256  string `json:"sha256"`
	Name    string `json:"name"`
}

// readDoccano reads lines, an article each. Offsets are units of UTF-16.
func readDoccano(file string, r io.Reader, _ func(string) (io.ReadCloser, error)) (documents []Document, misfits []Misfit, err error) {
	in := bufio.NewScanner(r)
	in.Buffer(nil, maxLine)
	for n := 1; in.Scan(); n++ {
		if strings.TrimSpace(in.Text()) == "" {
			continue
		}
		var l doccanoLine
		if err := json.Unmarshal(in.Bytes(), &l); err != nil {
			return nil, nil, fmt.Errorf("line %d is none of doccano's: %w", n, err)
		}
		if l.Text == "" && l.Entities == nil {
			return nil, nil, fmt.Errorf("line %d is none of doccano's: %w", n, errors.New("it has no text and no entities"))
		}
		d, bad := l.document(file, n)
		documents, misfits = append(documents, d), append(misfits, bad...)
	}
	return documents, misfits, in.Err()
}

func (l *doccanoLine) document(file string, n int) (d Document, misfits []Misfit) {
	meta := l.doccanoMeta
	if meta == (doccanoMeta{}) {
		meta = l.Meta
	}
	d = Document{File: file, Article: meta.Article, SHA256: meta.SHA256, Name: meta.Name, Text: l.Text, Complete: true}
	at, units := make(map[int]model.Span), utf16Units(l.Text)
	labels := make(map[int]string)
	where := func(id int) string { return fmt.Sprintf("line %d, entity %d", n, id) }
	for _, e := range l.Entities {
		s, ok := units.span(e.Start, e.End)
		if !ok {
			misfits = append(misfits, d.misfit(where(e.ID), NoWords, e.Label))
			continue
		}
		at[e.ID], labels[e.ID] = s, strings.TrimSuffix(e.Label, guessMark)
	}
	who := make(map[int]map[string]Who)
	for _, r := range l.Relations {
		if _, known := at[r.To]; !known {
			misfits = append(misfits, d.misfit(where(r.From), NotUnderstood, r.Type))
			continue
		}
		if who[r.From] == nil {
			who[r.From] = make(map[string]Who)
		}
		who[r.From][r.Type] = Who{At: at[r.To], Kind: partyLabels[labels[r.To]]}
	}
	for _, e := range l.Entities {
		s, ok := at[e.ID]
		kind, isQuote := quoteLabels[labels[e.ID]]
		party, isName := partyLabels[labels[e.ID]]
		switch {
		case !ok:
		case isQuote:
			d.Quotes = append(d.Quotes, Quote{Where: where(e.ID), Span: s, Words: s.In(l.Text), Kind: kind, Guess: strings.HasSuffix(e.Label, guessMark),
				Speaker: who[e.ID]["Speaker"], Addressee: who[e.ID]["Addressee"]})
		case isName:
			d.Names = append(d.Names, Name{Where: where(e.ID), Span: s, Kind: party})
		case labels[e.ID] != cueLabel:
			misfits = append(misfits, d.misfit(where(e.ID), NotUnderstood, e.Label))
		}
	}
	return d, misfits
}
