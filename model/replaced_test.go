package model

import "testing"

// Every stretch of the text that lies beside what was replaced has the same words as
// it was written, and comes back.
func TestReplaced(t *testing.T) {
	a := &Article{
		Text: `قال: "نعم" – ثم`, Written: "قال: &quot;نعم&quot; – ثم",
		Replaced: []Replaced{{Span{8, 9}, Span{8, 14}}, {Span{15, 16}, Span{20, 26}}},
	}
	for _, words := range []Span{{0, 6}, {8, 16}, {9, 15}, {16, len(a.Text)}, {0, len(a.Text)}} {
		s := a.InWritten(words)
		if back := a.FromWritten(s); back != words {
			t.Errorf("%v is written at %v, which is %v", words, s, back)
		}
		if words == (Span{9, 15}) && s.In(a.AsWritten()) != "نعم" {
			t.Errorf("the quotation is %q", s.In(a.AsWritten()))
		}
	}
	plain := &Article{Text: "نعم"}
	if s := plain.InWritten(Span{2, 4}); s != (Span{2, 4}) || plain.AsWritten() != "نعم" {
		t.Errorf("where nothing was replaced: %v", s)
	}
}
