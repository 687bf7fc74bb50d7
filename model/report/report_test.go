package report

import (
	"fmt"
	"math"
	"slices"
	"testing"
	"time"

	"rawi/model"
	"rawi/model/export"
)

func day(n int) time.Time { return time.Date(2031, time.May, n, 0, 0, 0, 0, time.UTC) }

// sample is two articles, of which one says its day. In the first, four words of سامي are quoted, two of
// which stand in his own words inside of the report, and two of those whom nobody knows.
func sample() iterRows {
	first := &export.Article{ID: "1", Text: "أن الطريق «مغلق تماما» قال سامي. «لا نعرف».", Facts: model.Facts{Site: "أ", Published: day(4)}}
	second := &export.Article{ID: "2", Text: "«نعم» - قالت الوزارة", Facts: model.Facts{Address: "https://www.example.com/2"}, Fetched: day(9)}
	sami := &export.Party{ID: "سامي", Name: "سامي"}
	ministry := &export.Party{ID: "وزاره", Name: "الوزارة", Kind: model.Organisation}
	row := func(a *export.Article, words string, kind model.QuoteKind, who *export.Party, sure float64) export.Row {
		return export.Row{Article: a, Place: placeOf(a.Text, words), Words: words, Kind: kind, Direct: kind == model.Speech, Speaker: who, Confidence: sure}
	}
	decided := row(second, "نعم", model.Speech, ministry, 0)
	decided.Decision = &export.Decision{}
	return iterRows{
		row(first, "أن الطريق «مغلق تماما»", model.Indirect, sami, 0.5),
		row(first, "مغلق تماما", model.Speech, sami, 1),
		row(first, "لا نعرف", model.Speech, nil, 0),
		row(first, "الطريق", model.Scare, nil, 0),
		decided,
	}
}

type iterRows []export.Row

func placeOf(text, words string) export.Place {
	for i := range text {
		if len(text) >= i+len(words) && text[i:i+len(words)] == words {
			return export.Place{Bytes: model.Span{Start: i, End: i + len(words)}}
		}
	}
	panic("no such words")
}

func lines(s *Report) (all []string) {
	for _, g := range s.Groups {
		all = append(all, fmt.Sprintf("%s %d+%d %dw %.2f in %d, %d decided, %.2f", g.Name, g.Direct, g.Indirect, g.Words, g.Of, g.Articles, g.Decided, g.Sure))
	}
	return all
}

func TestCount(t *testing.T) {
	tests := []struct {
		by   string
		want []string
	}{
		{"speaker", []string{"سامي 1+1 4w 0.57 in 1, 0 decided, 0.75", "الوزارة 1+0 1w 0.14 in 1, 1 decided, 0.00", " 1+0 2w 0.29 in 1, 0 decided, 0.00"}},
		{"type", []string{"PER 1+1 4w 0.57 in 1, 0 decided, 0.75", "ORG 1+0 1w 0.14 in 1, 1 decided, 0.00", " 1+0 2w 0.29 in 1, 0 decided, 0.00"}},
		{"site", []string{"أ 2+1 6w 0.86 in 1, 0 decided, 0.75", "example.com 1+0 1w 0.14 in 1, 1 decided, 0.00"}},
		{"month", []string{"2031-05 2+1 6w 0.86 in 1, 0 decided, 0.75", " 1+0 1w 0.14 in 1, 1 decided, 0.00"}},
	}
	for _, test := range tests {
		by, ok := Grouping(test.by)
		if !ok {
			t.Fatalf("no %s", test.by)
		}
		s := Count(slices.Values(sample()), by, false)
		if got := lines(s); !slices.Equal(got, test.want) {
			t.Errorf("by %s:\n%q, want\n%q", test.by, got, test.want)
		}
		if s.All.Words != 7 || s.All.Quotations != 4 || s.All.Articles != 2 || math.Abs(s.All.Of-1) > 1e-9 {
			t.Errorf("by %s all is %+v", test.by, s.All)
		}
		if !s.All.First.Equal(day(4)) || !s.All.Last.Equal(day(4)) {
			t.Errorf("from %v to %v", s.All.First, s.All.Last)
		}
	}
}

// What was counted is kept when it is asked for.
func TestKept(t *testing.T) {
	by, _ := Grouping("speaker")
	s := Count(slices.Values(sample()), by, true)
	if got := s.Groups[0].Quoted; len(got) != 2 || got[1].Words != "مغلق تماما" || !got[1].Direct || got[0].Speaker != "سامي" {
		t.Errorf("got %+v", got)
	}
	if u, ok := s.Unknown(); !ok || u.Quotations != 1 {
		t.Errorf("unknown is %+v", u)
	}
}
