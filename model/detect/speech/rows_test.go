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
	"rawi/model/detect/rule"
	"rawi/model/detect/token"
)

// read is a page of a block for each line, a title where it begins with a sharp.
func read(text string) (*survey, []marks.Pair) {
	kind := model.ParagraphBlock
	if strings.HasPrefix(text, "# ") {
		kind = model.TitleBlock
	}
	var blocks []model.Block
	at := 0
	for line := range strings.Lines(text) {
		blocks = append(blocks, model.Block{Span: model.Span{Start: at, End: at + len(strings.TrimRight(line, "\n"))}, Kind: kind})
		at += len(line)
	}
	a := model.NewArticle(text, blocks)
	stream := token.Read(a, lexicon.Default())
	pairs := marks.Find(stream)
	page := token.NewPage(stream, marks.Depths(stream, pairs))
	cues := cue.Find(page, nil)
	found := mention.Find(page, pairs, cues, mention.Models{}, nil)
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
	for n, r := range kindRows.Rows {
		s, pairs := read(r.Example)
		got := s.ruledKinds(pairs, s.cues)[0]
		if got.row != n || got.kind != r.Gives.QuoteKind {
			t.Errorf("%s: %q is of the row %q, %v", r.ID, r.Example, kindRows.Rows[got.row].ID, got.kind)
		}
	}
}

// TestReportRows: the clause between the bars of each row's example may be read as
// the row says.
func TestReportRows(t *testing.T) {
	for n, r := range reportRows.Rows {
		before, rest, _ := strings.Cut(r.Example, "|")
		inside, behind, _ := strings.Cut(rest, "|")
		s, _ := read(before + inside + behind)
		var rows []string
		for o := range s.openings(s.cues) {
			for _, w := range s.reportsOf(o) {
				if s.page.SpanAt(w.start).Start == len(before) {
					rows = append(rows, reportRows.Rows[w.row()].ID)
					if w.row() == n {
						rows = nil
						goto next
					}
				}
			}
		}
		t.Errorf("%s: %q is of the rows %q", r.ID, r.Example, rows)
	next:
	}
}

// TestEndRows: the clause of each row's example ends at the bar, by the row.
func TestEndRows(t *testing.T) {
	for n, r := range endRows.Rows {
		before, behind, _ := strings.Cut(r.Example, "|")
		s, _ := read(before + behind)
		for j := range s.page.Len() {
			if s.page.SpanAt(j).Start < len(before) {
				continue
			}
			for ; !s.page.At(j).IsWord(); j++ {
			}
			if got := s.endedBy(j); got != n {
				t.Errorf("%s: %q ends by row %d, want %d", r.ID, r.Example, got, n)
			}
			break
		}
	}
}

// TestOpenRows: the token behind the bar of each row's example opens a clause by the row.
func TestOpenRows(t *testing.T) {
	for n, r := range openRows.Rows {
		before, behind, _ := strings.Cut(r.Example, "|")
		s, _ := read(before + behind)
		j := 0
		for s.page.SpanAt(j).Start < len(before) {
			j++
		}
		if got := openRows.First(nil, opener{s.attributor, j, s.page.At(j)}, j, j+1); got != n {
			t.Errorf("%s: %q is opened by row %d, want %d", r.ID, r.Example, got, n)
		}
	}
}

// TestSourceRows: who speaks at the word between the bars of each row's example is found by
// the row.
func TestSourceRows(t *testing.T) {
	for n, r := range sourceRows.Rows {
		before, rest, _ := strings.Cut(r.Example, "|")
		s, _ := read(before + strings.Replace(rest, "|", "", 1))
		for k, c := range s.cues {
			if s.page.SpanAt(c.Token).Start != len(before) {
				continue
			}
			var w rule.Watch
			a := newAttributor(s.page, s.found, s.parties)
			a.watch = &w
			source := a.attribute(s.cues[:k+1])[k]
			var got []string
			for _, f := range w.Fired() {
				if f.Table == sourceRows.Name && f.From == c.Token {
					got = append(got, f.Row)
				}
			}
			if source.Rule != r.Gives || source.Party < 0 || len(got) != 1 || got[0] != sourceRows.Rows[n].ID {
				t.Errorf("%s: in %q party %d speaks by %v, %q", r.ID, r.Example, source.Party, source.Rule, got)
			}
			before = ""
		}
		if before != "" {
			t.Errorf("%s: the word of %q is no cue", r.ID, r.Example)
		}
	}
}

// TestBesideRows: the words between the bars of each row's example name who says what stands
// between its first marks, by the row.
func TestBesideRows(t *testing.T) {
	for n, r := range besideRows.Rows {
		before, rest, _ := strings.Cut(r.Example, "|")
		name, behind, _ := strings.Cut(rest, "|")
		s, pairs := read(before + name + behind)
		governing := s.ruledKinds(pairs, s.cues)[0].governing
		b := beside{s.pairOf(pairs[0], governing), s.cues, s.sources, nobody}
		got := besideRows.First(nil, &b, 0, 0)
		if got != n || b.source.Party < 0 {
			t.Errorf("%s: %q is of row %d, and party %d speaks", r.ID, r.Example, got, b.source.Party)
			continue
		}
		m := s.found.Mention(b.source.Mention)
		if said := s.page.Span(m.From, m.To, m.Skip).In(s.page.Text()); said != name || b.source.Rule != r.Gives {
			t.Errorf("%s: in %q %q speaks by %v", r.ID, r.Example, said, b.source.Rule)
		}
	}
}

// TestNestedSpeech: words inside a quotation are another's where that one's verb of saying or
// a colon introduces them, and the outer speaker's else.
func TestNestedSpeech(t *testing.T) {
	tests := []struct {
		text string
		kind model.QuoteKind
		own  bool // somebody else's, known or not
	}{
		{"قال سامي رزق: «سمعت الحارس يصرخ: \"قفوا جميعا\" ثم هربوا».", model.Speech, true},
		{"قال سامي رزق: «قالت لي الوزيرة \"لن نعود إلى القرية\" ثم بكت».", model.Speech, true},
		{"قال سامي رزق: «عشنا في \"جنة\" على الأرض».", model.Scare, false},
	}
	for _, tt := range tests {
		s, pairs := read(tt.text)
		quotes := s.quotations(pairs, s.cues, Models{})
		if len(quotes) != 2 {
			t.Errorf("%d quotations in %q", len(quotes), tt.text)
			continue
		}
		if in := quotes[1]; in.Kind != tt.kind || (in.Source.Party != quotes[0].Source.Party) != tt.own {
			t.Errorf("%q: the inner words are %v by party %d, the outer by %d", tt.text, in.Kind, in.Source.Party, quotes[0].Source.Party)
		}
	}
}
