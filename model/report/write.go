package report

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"slices"
	"strconv"
	"time"

	"rawi/model/export"
	"rawi/model/printable"
)

// figure is one fact of a share, as files for programs have it.
type figure struct {
	name  string
	value func(*Report, *Share) any
}

// figures is everything that is said of a share.
var figures = []figure{
	{"id", func(_ *Report, s *Share) any { return s.ID }},
	{"name", func(_ *Report, s *Share) any { return s.Name }},
	{"type", func(r *Report, s *Share) any {
		if r.By != bySpeaker || s.ID == "" {
			return ""
		}
		return s.Type.String()
	}},
	{"quotations", func(_ *Report, s *Share) any { return s.Quotations }},
	{"direct", func(_ *Report, s *Share) any { return s.Direct }},
	{"indirect", func(_ *Report, s *Share) any { return s.Indirect }},
	{"words", func(_ *Report, s *Share) any { return s.Words }},
	{"share", func(_ *Report, s *Share) any { return rounded(s.Of) }},
	{"articles", func(_ *Report, s *Share) any { return s.Articles }},
	{"first", func(_ *Report, s *Share) any { return dayOf(s.First) }},
	{"last", func(_ *Report, s *Share) any { return dayOf(s.Last) }},
	{"decided", func(_ *Report, s *Share) any { return s.Decided }},
	{"guessed", func(_ *Report, s *Share) any { return s.Quotations - s.Decided }},
	{"confidence", func(_ *Report, s *Share) any { return rounded(s.Sure) }},
}

func rounded(f float64) float64 { return float64(int(f*10000+0.5)) / 10000 }

func dayOf(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

// WriteCSV writes a line for each group (RFC 4180), with a header.
func (r *Report) WriteCSV(w io.Writer) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	var names []string
	for _, f := range figures {
		names = append(names, f.name)
	}
	_ = out.Write(names) // an error shows at Flush
	for i := range r.Groups {
		var cells []string
		for _, f := range figures {
			cells = append(cells, cell(f.value(r, &r.Groups[i])))
		}
		_ = out.Write(cells)
	}
	out.Flush()
	return out.Error()
}

func cell(value any) string {
	switch value := value.(type) {
	case string:
		return export.Harmless(printable.Pictures(value))
	case float64:
		return strconv.FormatFloat(value, 'f', -1, 64)
	}
	return strconv.Itoa(value.(int))
}

// WriteJSON writes one JSON object:
//
//	{"schema":"rawi-report/1","by":"speaker","groups":[{"id":…,"name":…,…},…],"all":{…}}
//
// with the figures of WriteCSV as members of each group.
func (r *Report) WriteJSON(w io.Writer) error {
	object := func(s *Share) map[string]any {
		o := make(map[string]any, len(figures))
		for _, f := range figures {
			o[f.name] = f.value(r, s)
		}
		return o
	}
	groups := []map[string]any{}
	for i := range r.Groups {
		groups = append(groups, object(&r.Groups[i]))
	}
	encoded, err := json.Marshal(map[string]any{"schema": "rawi-report/1", "by": r.By, "groups": groups, "all": object(&r.All)})
	if err != nil {
		return err
	}
	_, err = w.Write(append(slices.Clone(printable.JSON(encoded)), '\n'))
	return err
}
