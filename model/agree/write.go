package agree

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"strconv"
	"strings"
	"time"

	"rawi/model"
	"rawi/model/printable"
)

// MarshalJSON is null for a coefficient of which nothing can be said.
func (k Coefficient) MarshalJSON() ([]byte, error) {
	if !k.Defined {
		return []byte("null"), nil
	}
	return json.Marshal(struct {
		Value float64 `json:"value"`
		Low   float64 `json:"low"`
		High  float64 `json:"high"`
	}{k.Value, k.Low, k.High})
}

type jsonReport struct {
	Authors     []string         `json:"authors"`
	Bootstrap   jsonBootstrap    `json:"bootstrap"`
	Pairs       []jsonAgreement  `json:"pairs"`
	All         *jsonAgreement   `json:"all,omitempty"` // of more than two
	Articles    []jsonArticle    `json:"articles"`
	Differences []jsonDifference `json:"differences"`
}

type jsonBootstrap struct {
	Bootstrap
	Level float64 `json:"level"`
}

type jsonAgreement struct {
	Authors    []string   `json:"authors"`
	Articles   int        `json:"articles"`
	Quotations jsonSpans  `json:"quotations"`
	Mentions   jsonSpans  `json:"mentions"`
	Kind       jsonLabels `json:"kind"`
	Speaker    jsonLabels `json:"speaker"`
}

type jsonSpans struct {
	Spans
	ExactF1   *float64 `json:"exact_f1"`
	OverlapF1 *float64 `json:"overlap_f1"`
}

type jsonLabels struct {
	Units     int         `json:"units"`
	Agreed    int         `json:"agreed"`
	Kappa     Coefficient `json:"kappa"`
	Alpha     Coefficient `json:"alpha"`
	Confusion []Confused  `json:"confusion"`
}

type jsonArticle struct {
	ID    string          `json:"id"`
	Title string          `json:"title,omitempty"`
	Pairs []jsonAgreement `json:"pairs"`
	All   *jsonAgreement  `json:"all,omitempty"`
}

type jsonDifference struct {
	Article  string        `json:"article"`
	Start    int           `json:"start_byte"`
	End      int           `json:"end_byte"`
	Text     string        `json:"text"`
	On       []string      `json:"on"`
	Settled  bool          `json:"settled"` // by an adjudicator
	Opinions []jsonOpinion `json:"opinions"`
}

type jsonOpinion struct {
	Author string     `json:"author"`
	Time   *time.Time `json:"time,omitempty"`
	As     string     `json:"as,omitempty"`
	Silent bool       `json:"silent,omitempty"`
	Parts  []jsonPart `json:"parts"` // none: no quotation
}

type jsonPart struct {
	Start   int    `json:"start_byte"`
	End     int    `json:"end_byte"`
	Text    string `json:"text"`
	Kind    string `json:"kind,omitempty"` // left out where that was not decided
	Speaker string `json:"speaker,omitempty"`
	Name    string `json:"name,omitempty"`
}

// aspects names what authors differ on.
var aspects = []struct {
	of   model.Aspects
	name string
}{{model.OnExistence, "existence"}, {model.OnSpan, "span"}, {model.OnKind, "kind"}, {model.OnSpeaker, "speaker"}}

// WriteJSON writes the report as one JSON object. Offsets are bytes of the article's
// text in UTF-8.
func (r *Report) WriteJSON(w io.Writer) error {
	out := jsonReport{
		Authors: r.Coders, Bootstrap: jsonBootstrap{r.Bootstrap, Level}, Pairs: agreementsOf(r.Pairs), All: r.all(&r.All),
		Articles: []jsonArticle{}, Differences: []jsonDifference{},
	}
	for i := range r.Articles {
		a := &r.Articles[i]
		out.Articles = append(out.Articles, jsonArticle{a.ID, a.Title, agreementsOf(a.Pairs), r.all(&a.All)})
	}
	for i := range r.Differences {
		out.Differences = append(out.Differences, differenceOf(&r.Differences[i]))
	}
	encoded, err := json.Marshal(out)
	if err != nil {
		return err
	}
	_, err = w.Write(append(printable.JSON(encoded), '\n'))
	return err
}

// all is the agreement of all coders, nil where they are one pair.
func (r *Report) all(a *Agreement) *jsonAgreement {
	if len(r.Coders) <= 2 {
		return nil
	}
	all := agreementOf(a)
	return &all
}

func agreementsOf(all []Agreement) []jsonAgreement {
	out := make([]jsonAgreement, len(all))
	for i := range all {
		out[i] = agreementOf(&all[i])
	}
	return out
}

func agreementOf(a *Agreement) jsonAgreement {
	labels := func(l *Labels) jsonLabels {
		return jsonLabels{l.Units, l.Agreed, l.Kappa, l.Alpha, append([]Confused{}, l.Confusion...)}
	}
	spans := func(s Spans) jsonSpans { return jsonSpans{s, number(s.F1(s.Exact)), number(s.F1(s.Overlap))} }
	return jsonAgreement{a.Coders, a.Articles, spans(a.Quotations), spans(a.Mentions), labels(&a.Kind), labels(&a.Speaker)}
}

func number(value float64, ok bool) *float64 {
	if !ok {
		return nil
	}
	return &value
}

func differenceOf(d *Difference) jsonDifference {
	out := jsonDifference{Article: d.Article, Start: d.Start, End: d.End, Text: d.Words(), Settled: d.Settled()}
	for _, a := range aspects {
		if d.Differ.Has(a.of) {
			out.On = append(out.On, a.name)
		}
	}
	for i := range d.Opinions {
		o := &d.Opinions[i]
		opinion := jsonOpinion{Author: o.Author, Silent: o.Silent, Parts: []jsonPart{}}
		if o.Last != nil {
			opinion.Time, opinion.As = &o.Last.Time, o.As.String()
		}
		for _, p := range o.Parts {
			part := jsonPart{Start: p.Start, End: p.End, Text: p.In(d.Text)}
			if p.Decided {
				part.Kind, part.Speaker = p.Kind.String(), string(p.Speaker)
			}
			if p.Speaker != "" {
				part.Name = d.Name(p.Speaker)
			}
			opinion.Parts = append(opinion.Parts, part)
		}
		out.Opinions = append(out.Opinions, opinion)
	}
	return out
}

// columns is the head of the CSV.
var columns = []string{"article", "authors", "of", "measure", "value", "low", "high", "n"}

// WriteCSV writes the figures, a line each: the article ("" for all), the authors, what
// is compared (quotations, mentions, kind, speaker), the measure and its value, the
// ends of its interval, and how many units it is of. What cannot be said is empty.
func (r *Report) WriteCSV(w io.Writer) error {
	out := csv.NewWriter(w)
	_ = out.Write(columns) // errors show at Flush
	all := func(article string, pairs []Agreement, together *Agreement) {
		for i := range pairs {
			writeAgreement(out, article, &pairs[i])
		}
		if len(r.Coders) > 2 {
			writeAgreement(out, article, together)
		}
	}
	all("", r.Pairs, &r.All)
	for i := range r.Articles {
		all(r.Articles[i].ID, r.Articles[i].Pairs, &r.Articles[i].All)
	}
	out.Flush()
	return out.Error()
}

func writeAgreement(out *csv.Writer, article string, a *Agreement) {
	authors := printable.Text(strings.Join(a.Coders, ";"))
	write := func(of, measure string, k Coefficient, n int) {
		row := []string{article, authors, of, measure, "", "", "", strconv.Itoa(n)}
		if k.Defined {
			row[4], row[5], row[6] = decimal(k.Value), decimal(k.Low), decimal(k.High)
		}
		if strings.HasSuffix(measure, "f1") {
			row[5], row[6] = "", ""
		}
		_ = out.Write(row)
	}
	for _, s := range []struct {
		of string
		Spans
	}{{"quotations", a.Quotations}, {"mentions", a.Mentions}} {
		for _, m := range []struct {
			name string
			both int
		}{{"exact_f1", s.Exact}, {"overlap_f1", s.Overlap}} {
			f1, ok := s.F1(m.both)
			write(s.of, m.name, Coefficient{Defined: ok, Value: f1}, s.First+s.Second)
		}
	}
	for _, l := range []struct {
		of string
		*Labels
	}{{"kind", &a.Kind}, {"speaker", &a.Speaker}} {
		write(l.of, "kappa", l.Kappa, l.Units)
		write(l.of, "alpha", l.Alpha, l.Units)
	}
}

func decimal(x float64) string { return strconv.FormatFloat(x, 'f', 4, 64) }
