package speech

import (
	"strings"
	"testing"

	"rawi/model"
	"rawi/model/detect/cue"
	"rawi/model/detect/lexicon"
	"rawi/model/detect/marks"
	"rawi/model/detect/mention"
	"rawi/model/detect/party"
	"rawi/model/detect/token"
)

// read is a page of one line, a title where it begins with a sharp.
func read(text string) (*survey, []marks.Pair) {
	kind := model.ParagraphBlock
	if strings.HasPrefix(text, "# ") {
		kind = model.TitleBlock
	}
	a := model.NewArticle(text, []model.Block{{Span: model.Span{End: len(text)}, Kind: kind}})
	stream := token.Read(a, lexicon.Default())
	pairs := marks.Find(stream)
	page := token.NewPage(stream, marks.Depths(stream, pairs))
	cues := cue.Find(page)
	found := mention.Find(page, pairs, cues, mention.Models{})
	cues = found.OutsideNames(cues)
	s := &survey{attributor: newAttributor(page, found, party.Link(page, found, party.Models{})), cues: cues, between: marked{}}
	s.sources, _ = s.attributeAll(cues)
	for i, r := range s.ruledKinds(pairs, cues) {
		s.between[int32(pairs[i].Open)] = stretch{int32(pairs[i].Close), r.kind == model.Speech}
	}
	return s, pairs
}

// TestKindRows: in the example of each row the first marks hold what the row says,
// and no row before it decides.
func TestKindRows(t *testing.T) {
	for n, r := range kindRows {
		s, pairs := read(r.example)
		got := s.ruledKinds(pairs, s.cues)[0]
		if got.row != n || got.kind != r.gives {
			t.Errorf("%s: %q is of the row %q, %v", r.id, r.example, kindRows[got.row].id, got.kind)
		}
	}
}

// TestReportRows: the clause between the bars of each row's example may be read as
// the row says.
func TestReportRows(t *testing.T) {
	for n, r := range reportRows {
		before, rest, _ := strings.Cut(r.example, "|")
		inside, behind, _ := strings.Cut(rest, "|")
		s, _ := read(before + inside + behind)
		var rows []string
		for _, o := range s.openings(s.cues, s.between) {
			for _, w := range s.reportsOf(o) {
				if s.page.SpanAt(w.start).Start == len(before) {
					rows = append(rows, reportRows[w.row()].id)
					if w.row() == n {
						rows = nil
						goto next
					}
				}
			}
		}
		t.Errorf("%s: %q is of the rows %q", r.id, r.example, rows)
	next:
	}
}

// TestEndRows: the clause of each row's example ends at the bar, by the row.
func TestEndRows(t *testing.T) {
	for n, r := range endRows {
		before, behind, _ := strings.Cut(r.example, "|")
		s, _ := read(before + behind)
		for j := range s.page.Len() {
			if s.page.SpanAt(j).Start < len(before) {
				continue
			}
			for ; !s.page.At(j).IsWord(); j++ {
			}
			if got := s.endedBy(j); got != n {
				t.Errorf("%s: %q ends by row %d, want %d", r.id, r.example, got, n)
			}
			break
		}
	}
}
