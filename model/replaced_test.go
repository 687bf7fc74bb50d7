package model

import "testing"

// Every stretch of the text that lies beside what was replaced has the same words as
// it was written, and comes back.
func TestReplaced(t *testing.T) {
	a := &Article{
		Text: `قال: "نعم" – ثم`, Input: "قال: &quot;نعم&quot; – ثم",
		Replaced: []Replaced{{Span{8, 9}, Span{8, 14}}, {Span{15, 16}, Span{20, 26}}},
	}
	for _, words := range []Span{{0, 6}, {8, 16}, {9, 15}, {16, len(a.Text)}, {0, len(a.Text)}} {
		s := a.InInput(words)
		if back := a.FromInput(s); back != words {
			t.Errorf("%v is written at %v, which is %v", words, s, back)
		}
		if words == (Span{9, 15}) && s.In(a.InputText()) != "نعم" {
			t.Errorf("the quotation is %q", s.In(a.InputText()))
		}
	}
	plain := &Article{Text: "نعم"}
	if s := plain.InInput(Span{2, 4}); s != (Span{2, 4}) || plain.InputText() != "نعم" {
		t.Errorf("where nothing was replaced: %v", s)
	}
}

// The digest is that of the text in which exports count.
func TestInputDigest(t *testing.T) {
	plain, replaced := NewArticle("نعم", nil), NewArticle(`"`, nil)
	replaced.Input, replaced.Replaced = "&quot;", []Replaced{{Span{0, 1}, Span{0, 6}}}
	for _, a := range []*Article{plain, replaced} {
		if want := NewArticle(a.InputText(), nil).ID; a.InputDigest() != want {
			t.Errorf("%q has the digest %s, want %s", a.InputText(), a.InputDigest(), want)
		}
	}
}
