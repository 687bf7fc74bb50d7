package marks_test

import (
	"strings"
	"testing"

	"rawi/model"
	"rawi/model/detect/lexicon"
	"rawi/model/detect/marks"
	"rawi/model/detect/token"
)

// paragraphs makes an article of a text, of each line a paragraph.
func paragraphs(text string) *model.Article {
	var blocks []model.Block
	at := 0
	for line := range strings.Lines(text) {
		blocks = append(blocks, model.Block{Span: model.Span{Start: at, End: at + len(strings.TrimSuffix(line, "\n"))}})
		at += len(line)
	}
	return model.NewArticle(text, blocks)
}

func TestMarks(t *testing.T) {
	// Capitals stand for Arabic letters; lines are paragraphs.
	tests := []struct{ name, text, want string }{
		{"straight", `AB "CD" EF`, "CD"},
		{"two pairs", `A "B" C "D".`, "B|D"},
		{"guillemets", `A «B C» D`, "B C"},
		{"curly", `A “B” C`, "B"},
		{"single", `A ‘B C’ D`, "B C"},
		{"small guillemets", `A ‹B› C`, "B"},
		{"two apostrophes", `A ''B'' C`, "B"},
		{"double brackets", `A ((B C)) D`, "B C"},
		{"an apostrophe in a word is none", `it's A`, ""},
		{"swapped curly", `A ”B“ C`, "B"},
		{"swapped guillemets", `A »B« C`, "B"},
		{"both alike", `A ”B” C ”D” E`, "B|D"},
		{"mixed", `A «B" C`, "B"},
		{"nested in another kind", `A «B "C" D» E`, `B "C" D|C`},
		{"nested in its own kind", `A «B «C» D» E`, `B «C» D|C`},
		{"glued to the next word", `A "B"C D`, "B"},
		{"glued to the word before", `A"B C" D`, "B C"},
		{"blanks inside", `A " B C " D`, "B C"},
		{"a stray closing mark", `A B» C "D" E`, "D"},
		{"a stray straight mark does not turn the next paragraph", "A B\" C\nD \"E\" F", "E"},
		{"unclosed", "A «B C.\nD «E» F", "B C.|E"},
		{"unclosed, a new one follows", `A "B C، D "E" F`, "B C|E"},
		{"over two paragraphs", "A «B C.\n«D E» F", "B C.\n«D E"},
		{"angle brackets of mathematics and of Chinese", "A ≪B C≫ D 《E F》 G 「H」", "B C|E F|H"},
		{"inches are none", `A 15" B 27" C "D E 2020" F`, "D E 2020"},
		{"bullets are none", "» A B\n» C D\n» E\nF «G»", "G"},
		{"empty", `A "" B`, ""},
		{"adjacent", `A "B""C" D`, "B|C"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			stream := token.Read(paragraphs(tt.text), lexicon.Default())
			var got []string
			for _, pair := range marks.Find(stream) {
				got = append(got, pair.Inside(stream).In(tt.text))
			}
			if joined := strings.Join(got, "|"); joined != tt.want {
				t.Errorf("%s: got %q, want %q", tt.text, joined, tt.want)
			}
		})
	}
}
