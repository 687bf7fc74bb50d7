package export

import (
	"fmt"
	"strings"
)

// guessMark ends the labels of what is guessed.
const guessMark = "?"

// writeDoccano writes an article a line, as doccano imports sequences with relations.
// Offsets are units of UTF-16, as doccano counts them unless a project counts grapheme
// clusters. doccano has no predictions: the label of a guess ends with a question mark,
// and who corrects or confirms it gives it the one without. What else is known is in
// "quotations", which doccano keeps as metadata.
func writeDoccano(out *output, t *Table, _ Options) error {
	all := labelledOf(t, func(*Row) bool { return true })
	a := &t.Article
	line := doccanoLine{Article: a.ID, Name: a.Name, SHA256: a.SHA256, Entities: []doccanoEntity{}, Relations: []doccanoRelation{}, Quotations: []doccanoQuotation{}}
	for i, r := range all.regions {
		name := string(r.label)
		if r.row == nil || isGuess(r.row) {
			name += guessMark
		}
		line.Entities = append(line.Entities, doccanoEntity{i + 1, name, r.UTF16.Start, r.UTF16.End})
		if r.row != nil {
			line.Quotations = append(line.Quotations, doccanoQuotationOf(r.row, i+1))
		}
	}
	for i, x := range all.ties {
		line.Relations = append(line.Relations, doccanoRelation{i + 1, x.from + 1, x.to + 1, x.name})
	}
	encoded, err := out.encode(line)
	if err != nil {
		return err
	}
	out.escaped(encoded[:len(encoded)-1])
	out.WriteString(`,"text":`)
	if err := out.text(a.Text); err != nil {
		return err
	}
	_, err = out.WriteString("}\n")
	return err
}

type doccanoLine struct {
	Article    string             `json:"article"`
	Name       string             `json:"name"`
	SHA256     string             `json:"sha256"`
	Entities   []doccanoEntity    `json:"entities"`
	Relations  []doccanoRelation  `json:"relations"`
	Quotations []doccanoQuotation `json:"quotations"`
}

type doccanoEntity struct {
	ID    int    `json:"id"`
	Label string `json:"label"`
	Start int    `json:"start_offset"`
	End   int    `json:"end_offset"`
}

type doccanoRelation struct {
	ID   int    `json:"id"`
	From int    `json:"from_id"`
	To   int    `json:"to_id"`
	Type string `json:"type"`
}

type doccanoQuotation struct {
	Entity     int     `json:"entity"`
	State      string  `json:"state"`
	Speaker    string  `json:"speaker,omitempty"`
	Addressee  string  `json:"addressee,omitempty"`
	Certainty  string  `json:"certainty,omitempty"`
	Note       string  `json:"note,omitempty"`
	By         string  `json:"decided_by,omitempty"`
	Rule       string  `json:"rule,omitempty"`
	Confidence float64 `json:"confidence,omitempty"`
}

func doccanoQuotationOf(r *Row, entity int) doccanoQuotation {
	q := doccanoQuotation{Entity: entity, State: r.State(), Certainty: r.Certainty.String(), Note: r.Note}
	if r.Speaker != nil {
		q.Speaker = r.Speaker.Name
	}
	if r.Addressee != nil {
		q.Addressee = r.Addressee.Name
	}
	if r.Decision != nil {
		q.By = r.Decision.Author
	} else if r.Speaker != nil {
		q.Rule, q.Confidence = r.Reason.Rule.String(), r.Confidence
	}
	return q
}

// Labels that doccano imports into a project: those of stretches of text, and those of
// relations.
var doccanoSpans = "[" + strings.TrimSuffix(strings.TrimPrefix(doccanoLabels(), ","), "\n") + "\n]\n"

const doccanoRelations = `[
{"text": "Speaker", "background_color": "#0072B2", "text_color": "#ffffff"},
{"text": "Addressee", "background_color": "#56B4E9", "text_color": "#000000"},
{"text": "Cue", "background_color": "#F0E442", "text_color": "#000000"}
]
`

func doccanoLabels() string {
	var b strings.Builder
	for _, l := range labelColours {
		for _, end := range []string{"", guessMark} {
			fmt.Fprintf(&b, ",\n"+`{"text": "%s%s", "background_color": "%s", "text_color": "%s"}`, l.label, end, l.colour, "#ffffff")
		}
	}
	return b.String()
}
