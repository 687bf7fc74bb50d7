package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math"

	"rawi/model"
	"rawi/model/printable"
)

// Prediction writes what is known of an article as one JSON object on one
// line:
//
//	{"id": "a1",
//	 "quotes":  [{"start": 10, "end": 42, "kind": "speech", "speaker": "فلان", "cue": [3, 9]}],
//	 "parties": [{"name": "فلان", "type": "PER", "mentions": [[50, 61]]}],
//	 "title": [0, 40], "boilerplate": [[0, 40]]}
//
// Offsets are code points of the article's text, ends exclusive. A speaker is
// the canonical name of one of the parties, null when unknown; a quotation
// without a cue has no "cue"; "title" is null when the article has none;
// "boilerplate" is what surrounds the article. Quotes and parties keep their order.
//
// [Explained] adds to each quotation why it has its speaker.
//
// It is an error, and nothing is written, if a span lies outside the text or a
// speaker is not among the parties.
func Prediction(w io.Writer, id string, article *model.Article, quotes []model.Quote, parties []model.Party) error {
	return write(w, id, article, quotes, parties, false)
}

// Explained is [Prediction] with two more members in each quotation that has a
// speaker: the rule that gave it with the words that triggered it, and the
// confidence, from 0 to 1:
//
//	"reason": {"rule": "verb-subject", "words": "قال"}, "confidence": 0.95
func Explained(w io.Writer, id string, article *model.Article, quotes []model.Quote, parties []model.Party) error {
	return write(w, id, article, quotes, parties, true)
}

func write(w io.Writer, id string, article *model.Article, quotes []model.Quote, parties []model.Party, explain bool) error {
	p := predictor{points: NewCodePoints(article.Text), explain: explain}
	out := prediction{
		ID:          id,
		Quotes:      p.quotes(quotes, names(parties)),
		Parties:     p.parties(parties),
		Boilerplate: []extent{},
	}
	for _, b := range article.Blocks {
		switch {
		case b.Kind == model.TitleBlock && out.Title == nil:
			out.Title = p.optional(b.Span)
		case b.Kind == model.BoilerplateBlock:
			out.Boilerplate = append(out.Boilerplate, p.extent(b.Span))
		}
	}
	if p.err != nil {
		return fmt.Errorf("cannot export %s: %w", id, p.err)
	}
	var line bytes.Buffer
	enc := json.NewEncoder(&line)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(out); err != nil {
		return err
	}
	_, err := w.Write(printable.JSON(line.Bytes()))
	return err
}

// extent is a half-open range of code points.
type extent [2]int

type prediction struct {
	ID          string   `json:"id"`
	Quotes      []quote  `json:"quotes"`
	Parties     []party  `json:"parties"`
	Title       *extent  `json:"title"`
	Boilerplate []extent `json:"boilerplate"`
}

type quote struct {
	Start   int     `json:"start"`
	End     int     `json:"end"`
	Kind    string  `json:"kind"`
	Speaker *string `json:"speaker"`
	Cue     *extent `json:"cue,omitempty"`

	Reason     *reason `json:"reason,omitempty"`
	Confidence float64 `json:"confidence,omitempty"`
}

type reason struct {
	Rule  string `json:"rule"`
	Words string `json:"words,omitempty"`
}

type party struct {
	Name     string   `json:"name"`
	Type     string   `json:"type"`
	Mentions []extent `json:"mentions"`
}

// predictor converts spans and keeps the first error.
type predictor struct {
	points  *CodePoints
	explain bool
	err     error
}

func (p *predictor) extent(s model.Span) extent {
	if s.Start < 0 || s.End < s.Start || s.End > len(p.points.text) {
		p.fail("the span %d-%d lies outside the text of %d bytes", s.Start, s.End, len(p.points.text))
		return extent{}
	}
	return extent{p.points.At(s.Start), p.points.At(s.End)}
}

func (p *predictor) optional(s model.Span) *extent {
	if s.Empty() {
		return nil
	}
	e := p.extent(s)
	return &e
}

func (p *predictor) fail(format string, args ...any) {
	if p.err == nil {
		p.err = fmt.Errorf(format, args...)
	}
}

func (p *predictor) quotes(quotes []model.Quote, names map[model.PartyID]string) []quote {
	out := make([]quote, len(quotes))
	for i, q := range quotes {
		e := p.extent(q.Span)
		out[i] = quote{Start: e[0], End: e[1], Kind: q.Kind.String(), Cue: p.optional(q.Cue)}
		if q.Speaker == "" {
			continue
		}
		name, ok := names[q.Speaker]
		if !ok {
			p.fail("the quotation at bytes %d-%d has the speaker %q, who is not among the parties", q.Start, q.End, q.Speaker)
		}
		out[i].Speaker = &name
		if p.explain {
			p.extent(q.Reason.Words) // must lie within the text
			if p.err == nil {
				out[i].Reason = &reason{q.Reason.Rule.String(), q.Reason.Words.In(p.points.text)}
			}
			out[i].Confidence = math.Round(100*q.Confidence) / 100
		}
	}
	return out
}

func (p *predictor) parties(parties []model.Party) []party {
	out := make([]party, len(parties))
	for i, x := range parties {
		out[i] = party{Name: x.Name, Type: x.Kind.String(), Mentions: make([]extent, len(x.Mentions))}
		for j, m := range x.Mentions {
			out[i].Mentions[j] = p.extent(m.Span)
		}
	}
	return out
}

func names(parties []model.Party) map[model.PartyID]string {
	byID := make(map[model.PartyID]string, len(parties))
	for _, p := range parties {
		byID[p.ID] = p.Name
	}
	return byID
}
