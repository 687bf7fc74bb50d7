package token_test

import (
	"strings"
	"testing"

	"rawi/model"
	"rawi/model/detect/lexicon"
	"rawi/model/detect/token"
)

// stream reads a text that is one paragraph.
func stream(text string) *token.Stream {
	a := model.NewArticle(text, []model.Block{{Span: model.Span{End: len(text)}}})
	return token.Read(a, lexicon.Default())
}

// page is that of a text in which guillemets, which do not nest, are the marks.
func page(text string) *token.Page {
	s := stream(text)
	depth := make([]uint8, s.Len())
	inside := uint8(0)
	for i := range depth {
		if s.At(i).Sign() == token.Mark {
			inside = 1 - inside
		}
		if s.At(i).Sign() != token.Mark {
			depth[i] = inside
		}
	}
	return token.NewPage(s, depth)
}

// TestLetters: a letter counts once, whatever bytes it takes, and marks on it
// count not at all.
func TestLetters(t *testing.T) {
	for written, want := range map[string]int{"قال": 3, "قَالَ": 3, "CNN": 3, "قـــال": 3, "é": 1, "٢٠٢٦": 4} {
		if got := stream(written).At(0).Letters(); got != want {
			t.Errorf("%q has %d letters, want %d", written, got, want)
		}
	}
}

// TestSentences: a full stop inside a quotation ends the sentence only with the
// quotation, and a dateline is a sentence of its own.
func TestSentences(t *testing.T) {
	tests := []struct{ text, want string }{
		{"قال هذا. ثم ذهب.", "قال هذا . | ثم ذهب ."},
		{"قال: «هذا. ثم ذهب.» ونام.", "قال : « هذا . ثم ذهب . » | ونام ."},
		{"قال: «هذا. ثم ذهب» ونام.", "قال : « هذا . ثم ذهب » ونام ."},
		{"القدس (CNN) -- قال هذا.", "القدس ( CNN ) - - | قال هذا ."},
	}
	for _, tt := range tests {
		p := page(tt.text)
		var got strings.Builder
		for i := range p.Len() {
			if i > 0 && !p.SameSentence(i, i-1) {
				got.WriteString("| ")
			}
			got.WriteString(p.Written(p.At(i)) + " ")
		}
		if s := strings.TrimSpace(got.String()); s != tt.want {
			t.Errorf("%q is cut into %q, want %q", tt.text, s, tt.want)
		}
	}
}

// TestSpan: proclitics are left out of a span, as many letters as are asked for,
// with the marks on them; the first لام of «لل» stands for the article's.
func TestSpan(t *testing.T) {
	tests := []struct {
		text string
		skip uint8
		want string
	}{
		{"وبغداد اليوم", 1, "بغداد اليوم"},
		{"وَبغداد اليوم", 1, "بغداد اليوم"},
		{"وبغداد اليوم", 0, "وبغداد اليوم"},
		{"للأمم المتحدة", 1, "للأمم المتحدة"},
		{"وللأمم المتحدة", 2, "للأمم المتحدة"},
	}
	for _, tt := range tests {
		p := page(tt.text)
		if got := p.Span(0, p.Len(), tt.skip).In(tt.text); got != tt.want {
			t.Errorf("%q without %d letters is %q, want %q", tt.text, tt.skip, got, tt.want)
		}
	}
}

// TestWordsAreAskedOfTheLexiconGiven: a page of an empty lexicon knows no word.
func TestWordsAreAskedOfTheLexiconGiven(t *testing.T) {
	data, err := lexicon.Lists{}.Encode()
	if err != nil {
		t.Fatal(err)
	}
	empty, err := lexicon.Open(string(data))
	if err != nil {
		t.Fatal(err)
	}
	text := "قال وزير الخارجية الفرنسي في باريس إن القوات انسحبت"
	s := token.Read(model.NewArticle(text, []model.Block{{Span: model.Span{End: len(text)}}}), empty)
	p := token.NewPage(s, make([]uint8, s.Len()))
	for i := range p.Len() {
		if w := p.At(i); w.Traits() != 0 || w.BeginsName() {
			t.Errorf("%q is known to a lexicon without words", p.Written(w))
		}
	}
	if p.Agrees("مصادر", "امنيه") || !page(text).Agrees("مصادر", "امنيه") {
		t.Error("only a lexicon knows that «مصادر» is a plural of things, which wants a feminine adjective")
	}
}
