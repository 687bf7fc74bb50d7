package mention_test

import (
	"testing"

	"rawi/model"
	"rawi/model/detect/cue"
	"rawi/model/detect/lexicon"
	"rawi/model/detect/marks"
	"rawi/model/detect/mention"
	"rawi/model/detect/token"
)

// TestFirstWord: what a mention leaves out of its first word is the mention's to
// say; the token stays as it was read.
func TestFirstWord(t *testing.T) {
	tests := []struct {
		name, text, word string
		token, mention   uint8 // letters that each leaves out
	}{
		{"behind a head and a mark", "أعلنت شركة «بسامي» أرباحها.", "بسامي", 1, 0},
		{"a known place behind a preposition", "وقع الانفجار في بغداد وببيروت.", "وببيروت", 2, 2},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := model.NewArticle(tt.text, []model.Block{{Span: model.Span{End: len(tt.text)}}})
			s := token.Read(a, lexicon.Default())
			p := token.NewPage(s, marks.Depths(s, marks.Find(s)))
			found := mention.Find(p, nil, cue.Find(p, nil), mention.Models{}, nil)
			for i := range p.Len() {
				if p.Written(p.At(i)) != tt.word {
					continue
				}
				m, ok := found.NameAt(i)
				if !ok || m.From != i {
					t.Fatalf("no name begins with %q", tt.word)
				}
				if p.At(i).Skip() != tt.token || m.Skip != tt.mention || found.SkipAt(i) != tt.mention {
					t.Errorf("%q: the token leaves out %d letters, the mention %d, want %d and %d", tt.word, p.At(i).Skip(), m.Skip, tt.token, tt.mention)
				}
				return
			}
			t.Fatalf("%q is no token", tt.word)
		})
	}
}
